"""Keep what loading the shipped packs comes to, so that the next run need not load them again.

A file in the user's own cache folder, named by a digest of the packs' files
and of this version: what does not fit exactly is made anew, and what cannot be
kept is simply not kept. Holds rules, never anybody's posts.

Its lines are JSON: what each rule says of itself; the index of all signs; then,
a line each, what is read only when somebody asks for it: options, examples,
signs, and the lists of the index.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import replace
from typing import TYPE_CHECKING, Any, Final

from postlint import keeping
from postlint.model import Example, Layer, Rule, Severity, Source
from postlint.packs.signs import Index, KeptSign, indexed, told
from postlint.spans import Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from postlint.packs.compiled import CompiledRule

FORM: Final = 6
"""Changes with what the file holds."""

MOST_KEPT: Final = 4
"""Files of other versions and packs that may stay beside the newest."""


def take() -> tuple[Rule, ...] | None:
    """Return the shipped rules without examples; None where nothing fits."""
    try:
        lines = _Lines(_kept())
        index = Index(lines.index, lines.read)
        return tuple(_rule(each, lines, index, n) for n, each in enumerate(lines.rules))
    except (ValueError, KeyError, TypeError):
        return None


def with_examples(rule: Rule) -> Rule | None:
    """Return a rule that was taken with its examples; None where they are not kept."""
    try:
        lines = _Lines(_kept())
        entry = next(each for each in lines.rules if each["id"] == rule.id)
        shown = json.loads(lines.line(entry["examples"]), object_hook=_dated)
        flag, quiet = (tuple(map(_example, each)) for each in shown)
    except (ValueError, KeyError, TypeError, StopIteration):
        return None
    return replace(rule, flag=flag, quiet=quiet)


def put(compiled: Iterable[CompiledRule]) -> None:
    """Keep compiled rules for the next run; a folder that cannot be written is no error."""
    made = list(compiled)
    rest = _Rest()
    try:
        entries = [_entry(each, rest) for each in made]
        index = _json(indexed([each.sign for each in made], rest.add))
        heads = _json({"size": rest.size, "rules": entries})
    except (TypeError, ValueError):
        return
    content = b"\n".join([heads, index, *rest.pieces, b""])
    keeping.put_bytes("rules", _name(), content, MOST_KEPT)


def _name() -> str:
    return keeping.digest([keeping.program().encode()], FORM)


def _kept() -> bytes:
    return keeping.take_bytes("rules", _name()) or b""


class _Lines:
    """The lines of the file: the first is read at once, each other one when it is asked for."""

    def __init__(self, content: bytes) -> None:
        """Take the file; ``ValueError`` where it is none, or not all of it."""
        heads, self._index, self._rest = content.split(b"\n", 2)
        about = json.loads(heads)
        self.rules: list[Any] = about["rules"]
        if about["size"] != len(self._rest):
            problem = "the file ends too early"
            raise ValueError(problem)

    def index(self) -> Any:
        """Return the index of all signs."""
        return json.loads(self._index)

    def line(self, place: int) -> bytes:
        """Return the line that begins at a place."""
        return self._rest[place : self._rest.index(b"\n", place)]

    def read(self, place: int) -> Any:
        """Return what that line holds."""
        return json.loads(self.line(place))


class _Rest:
    """Those lines as they are written, and where each begins."""

    def __init__(self) -> None:
        self.pieces: list[bytes] = []
        self.size = 0

    def add(self, value: object) -> int:
        place = self.size
        self.pieces.append(_json(value))
        self.size += len(self.pieces[-1]) + 1
        return place


class _Options(Mapping[str, Any]):
    """Options of a check or guard, read when the first of them is asked for."""

    __slots__ = ("_lines", "_place", "_read")

    def __init__(self, lines: _Lines, place: int) -> None:
        self._lines = lines
        self._place = place
        self._read: dict[str, Any] | None = None

    def _values(self) -> dict[str, Any]:
        if self._read is None:
            self._read = self._lines.read(self._place)
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


def _entry(compiled: CompiledRule, rest: _Rest) -> dict[str, Any]:
    rule, source = compiled.rule, compiled.rule.source
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
        "layers": sorted(compiled.sign.layers),
        "sign": rest.add(told(compiled.sign)),
    }


def _rule(entry: Mapping[str, Any], lines: _Lines, index: Index, number: int) -> Rule:
    source, sign = entry["source"], entry["sign"]
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
        options=_Options(lines, entry["options"]),
        unless=tuple((name, _Options(lines, place)) for name, place in entry["unless"]),
        lower=tuple(
            (name, _Options(lines, place), Severity(level)) for name, place, level in entry["lower"]
        ),
        when=entry["when"],
        supersedes=tuple(entry["supersedes"]),
        acceptable=entry["acceptable"],
        table=entry["table"],
        source=None if source is None else Source(*source),
        path=entry["path"],
        line=entry["line"],
        sign=KeptSign(
            frozenset(map(Layer, entry["layers"])), index, number, lambda: lines.read(sign)
        ),
    )


def _shown(example: Example) -> list[Any]:
    spans = [[span.start, span.end] for span in example.spans]
    return [example.text, spans, dict(example.context), example.line]


def _example(told: Sequence[Any]) -> Example:
    text, spans, context, line = told
    return Example(text, tuple(Span(*span) for span in spans), context, line)
