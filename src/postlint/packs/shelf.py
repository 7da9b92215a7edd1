"""Keep what loading the shipped packs comes to, so that the next run need not load them again.

A file in the user's own cache folder, named by a digest of the packs' files
and of this version: what does not fit exactly is made anew, and what cannot be
kept is simply not kept. Holds rules, never anybody's posts.

Its lines are JSON: what each rule says of itself; its sign; then, a line each,
what is read only when somebody asks for it: options, and examples.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from postlint import keeping
from postlint.model import Example, Layer, Rule, Severity, Sign, Source
from postlint.shipped import rules_folder
from postlint.spans import Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from postlint.packs.compiled import CompiledRule

FORM: Final = 5
"""Changes with what the file holds."""

BETWEEN: Final = "\x7f"
"""Stands between literals: a sign that no literal has, and that JSON need not escape."""

MOST_KEPT: Final = 4
"""Files of other versions and packs that may stay beside the newest."""


def digest() -> str:
    """Return a name for the shipped packs and checks as they are, byte for byte."""
    root = rules_folder()
    checks = Path(__file__).parents[1] / "checks"
    parts = [
        part
        for path in sorted(root.rglob("*.yaml"))
        for part in (str(path.relative_to(root)).encode(), path.read_bytes())
    ]
    parts += [path.read_bytes() for path in sorted(checks.glob("*.py"))]
    return keeping.digest(parts, FORM)


def take(*, signs: bool = True) -> tuple[Rule, ...] | None:
    """Return the shipped rules without examples; None where nothing fits.

    Without ``signs``, which only running rules needs, half of the work is saved.
    """
    kept = keeping.take_bytes("rules", digest())
    try:
        heads, told, rest = _parts(kept)
        known = map(_sign, json.loads(told)) if signs else [None] * len(heads)
        return tuple(_rule(each, rest, sign) for each, sign in zip(heads, known, strict=True))
    except (ValueError, KeyError, TypeError):
        return None


def with_examples(rule: Rule) -> Rule | None:
    """Return a rule that was taken with its examples; None where they are not kept."""
    kept = keeping.take_bytes("rules", digest())
    try:
        heads, _, rest = _parts(kept)
        entry = next(each for each in heads if each["id"] == rule.id)
        told = json.loads(_piece(rest, entry["examples"]), object_hook=_dated)
        flag, quiet = (tuple(map(_example, each)) for each in told)
    except (ValueError, KeyError, TypeError, StopIteration):
        return None
    return replace(rule, flag=flag, quiet=quiet)


def _parts(kept: bytes | None) -> tuple[list[Any], bytes, bytes]:
    """Return what the rules say of themselves, the line of their signs, and all other lines."""
    heads, told, rest = (kept or b"").split(b"\n", 2)
    about = json.loads(heads)
    if about["size"] != len(rest):
        problem = "the file ends too early"
        raise ValueError(problem)
    return about["rules"], told, rest


def put(compiled: Iterable[CompiledRule]) -> None:
    """Keep compiled rules for the next run; a folder that cannot be written is no error."""
    made = list(compiled)
    rest = _Rest()
    try:
        entries = [_entry(each.rule, rest) for each in made]
        heads = _json({"size": rest.size, "rules": entries})
        signs = _json([_told(each.sign) for each in made])
    except (TypeError, ValueError):
        return
    content = b"\n".join([heads, signs, *rest.pieces, b""])
    keeping.put_bytes("rules", digest(), content, MOST_KEPT)


class _Rest:
    """The lines that are read only when somebody asks; a place is where one begins and ends."""

    def __init__(self) -> None:
        self.pieces: list[bytes] = []
        self.size = 0

    def add(self, value: object) -> list[int]:
        piece = _json(value)
        begin = self.size
        self.pieces.append(piece)
        self.size += len(piece) + 1
        return [begin, begin + len(piece)]


def _piece(rest: bytes, place: Sequence[int]) -> bytes:
    begin, end = place
    return rest[begin:end]


class _Options(Mapping[str, Any]):
    """Options of a check or guard, read when the first of them is asked for."""

    __slots__ = ("_piece", "_read")

    def __init__(self, piece: bytes) -> None:
        self._piece = piece
        self._read: dict[str, Any] | None = None

    def _values(self) -> dict[str, Any]:
        if self._read is None:
            self._read = json.loads(self._piece)
        return self._read

    def __getitem__(self, key: str) -> Any:
        return self._values()[key]

    def __iter__(self) -> Iterator[str]:
        return iter(self._values())

    def __len__(self) -> int:
        return len(self._values())

    def __repr__(self) -> str:
        return repr(self._values())


def _json(value: object) -> bytes:
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"), default=_undated)
    return text.encode("utf-8", "surrogatepass")


def _undated(value: Any) -> dict[str, str]:
    """Return a date or time, which JSON does not know, as a mapping."""
    return {"when": value.isoformat()}


def _dated(value: dict[str, Any]) -> Any:
    if value.keys() != {"when"}:
        return value
    from datetime import date, datetime

    text = value["when"]
    return (datetime if "T" in text else date).fromisoformat(text)


def _entry(rule: Rule, rest: _Rest) -> dict[str, Any]:
    source = rule.source
    return {
        "id": rule.id,
        "pack": rule.pack,
        "panel": rule.panel,
        "language": rule.language,
        "severity": int(rule.severity),
        "message": rule.message,
        "why": rule.why,
        "how": rule.how,
        "kind": rule.kind,
        "options": rest.add(dict(rule.options)),
        "unless": [[name, rest.add(dict(options))] for name, options in rule.unless],
        "lower": [[name, rest.add(dict(opts)), int(level)] for name, opts, level in rule.lower],
        "when": dict(rule.when),
        "supersedes": list(rule.supersedes),
        "acceptable": rule.acceptable,
        "table": rule.table,
        "source": None if source is None else [source.title, source.url, source.date],
        "path": rule.path,
        "line": rule.line,
        "examples": rest.add([list(map(_shown, each)) for each in (rule.flag, rule.quiet)]),
    }


def _rule(entry: Mapping[str, Any], rest: bytes, sign: Sign | None) -> Rule:
    source = entry["source"]
    return Rule(
        id=entry["id"],
        pack=entry["pack"],
        panel=entry["panel"],
        language=entry["language"],
        severity=Severity(entry["severity"]),
        message=entry["message"],
        why=entry["why"],
        how=entry["how"],
        kind=entry["kind"],
        options=_Options(_piece(rest, entry["options"])),
        unless=tuple((name, _Options(_piece(rest, place))) for name, place in entry["unless"]),
        lower=tuple(
            (name, _Options(_piece(rest, place)), Severity(level))
            for name, place, level in entry["lower"]
        ),
        when=entry["when"],
        supersedes=tuple(entry["supersedes"]),
        acceptable=entry["acceptable"],
        table=entry["table"],
        source=None if source is None else Source(*source),
        path=entry["path"],
        line=entry["line"],
        sign=sign,
    )


def _told(sign: Sign) -> dict[str, Any]:
    """Return a sign in JSON; long lists of literals are read fastest as one text."""
    literals = sign.literals
    return {
        "literals": None if literals is None else BETWEEN.join(sorted(literals)),
        "as_written": sign.as_written,
        "ways": [[sorted(strings) for strings in way] for way in sign.ways],
        "layers": sorted(sign.layers),
    }


def _sign(entry: Mapping[str, Any]) -> Sign:
    literals = entry["literals"]
    return Sign(
        literals=None
        if literals is None
        else frozenset(literals.split(BETWEEN) if literals else ()),
        ways=tuple(tuple(map(frozenset, way)) for way in entry["ways"]),
        layers=frozenset(map(Layer, entry["layers"])),
        as_written=entry["as_written"],
    )


def _shown(example: Example) -> list[Any]:
    spans = [[span.start, span.end] for span in example.spans]
    return [example.text, spans, dict(example.context), example.line]


def _example(told: Sequence[Any]) -> Example:
    text, spans, context, line = told
    return Example(text, tuple(Span(*span) for span in spans), context, line)
