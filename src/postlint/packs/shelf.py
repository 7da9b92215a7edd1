"""Keep what loading the shipped packs comes to, so that the next run need not load them again.

A file in the user's own cache folder, named by a digest of the packs' files
and of this version: what does not fit exactly is made anew, and what cannot be
kept is simply not kept. Holds rules, never anybody's posts.

Its lines are JSON: where to find what each rule says of itself, the index of
all signs, and the places of examples; then these, and what is read only when
somebody asks for it: options, examples, signs, and the lists of the index.
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

FORM: Final = 7
"""Changes with what the file holds."""

MOST_KEPT: Final = 4
"""Files of other versions and packs that may stay beside the newest."""


def take() -> tuple[Rule, ...] | None:
    """Return the shipped rules without examples; None where nothing fits."""
    try:
        lines = _Lines()
        index = Index(lambda: lines.read(lines.index), lines.read)
        entries = lines.read(lines.rules)
        return tuple(_rule(entry, lines, index, n) for n, entry in enumerate(entries))
    except (ValueError, KeyError, TypeError):
        return None


def with_examples(rule: Rule) -> Rule | None:
    """Return a rule that was taken with its examples; None where they are not kept."""
    try:
        lines = _Lines()
        place = lines.read(lines.examples)[rule.id]
        shown = json.loads(lines.line(place), object_hook=_dated)
        flag, quiet = (tuple(map(_example, each)) for each in shown)
    except (ValueError, KeyError, TypeError):
        return None
    return replace(rule, flag=flag, quiet=quiet)


def put(compiled: Iterable[CompiledRule]) -> None:
    """Keep compiled rules for the next run; a folder that cannot be written is no error."""
    made = list(compiled)
    rest = _Rest()
    try:
        places = {
            "rules": rest.add([_entry(each, rest) for each in made]),
            "index": rest.add(indexed([each.sign for each in made], rest.add)),
            "examples": rest.add({each.rule.id: rest.add(_examples(each.rule)) for each in made}),
        }
    except (TypeError, ValueError):
        return
    first = rest.encoded({"size": rest.size, **places})
    content = b"\n".join([first, *rest.pieces, b""])
    keeping.put_bytes("rules", _name(), content, MOST_KEPT)


def _name() -> str:
    return keeping.digest([keeping.program().encode()], FORM)


class _Lines:
    """The lines of the file: the first tells where those lie that are read by themselves."""

    def __init__(self) -> None:
        """Open the file; ``ValueError`` where there is none, or not all of it."""
        kept = keeping.take_mapped("rules", _name())
        if kept is None:
            problem = "nothing is kept"
            raise ValueError(problem)
        places = json.loads(kept.readline())
        self._kept = kept
        self._first = kept.tell()
        if places["size"] != len(kept) - self._first:
            problem = "the file ends too early"
            raise ValueError(problem)
        self.rules: int = places["rules"]
        self.index: int = places["index"]
        self.examples: int = places["examples"]

    def line(self, place: int) -> bytes:
        """Return the line that begins at a place."""
        begin = self._first + place
        return self._kept[begin : self._kept.find(b"\n", begin)]

    def read(self, place: int) -> Any:
        """Return what that line holds."""
        return json.loads(self.line(place))


class _Rest:
    """The lines behind the first as they are written, and where each begins."""

    def __init__(self) -> None:
        self.pieces: list[bytes] = []
        self.size = 0
        self._encoder = json.JSONEncoder(
            ensure_ascii=False, separators=(",", ":"), default=_undated
        )

    def encoded(self, value: object) -> bytes:
        """Return a line."""
        return self._encoder.encode(value).encode("utf-8", "surrogatepass")

    def add(self, value: object) -> int:
        """Write a line; return its place."""
        piece = self.encoded(value)
        place = self.size
        self.pieces.append(piece)
        self.size += len(piece) + 1
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


def _undated(value: Any) -> dict[str, str]:
    """Return a date or time, which JSON does not know, as a mapping."""
    return {"when": value.isoformat()}


def _dated(value: dict[str, Any]) -> Any:
    if value.keys() != {"when"}:
        return value
    from datetime import date, datetime

    text = value["when"]
    return (datetime if "T" in text else date).fromisoformat(text)


def _entry(compiled: CompiledRule, rest: _Rest) -> list[Any]:
    """Return what `_rule` reads, in its order."""
    rule, sign, source = compiled.rule, compiled.sign, compiled.rule.source
    return [
        rule.id,
        rule.pack,
        rule.panel,
        rule.language,
        int(rule.severity),
        rule.message,
        rule.why,
        rule.how,
        rule.kind,
        rest.add(dict(rule.options)),
        [[name, rest.add(dict(options))] for name, options in rule.unless],
        [[name, rest.add(dict(opts)), int(level)] for name, opts, level in rule.lower],
        dict(rule.when),
        list(rule.supersedes),
        rule.acceptable,
        rule.table,
        None if source is None else [source.title, source.url, source.date],
        rule.path,
        rule.line,
        sorted(sign.layers),
        rest.add(told(sign)),
    ]


def _rule(entry: Sequence[Any], lines: _Lines, index: Index, number: int) -> Rule:
    (
        name, pack, panel, language, severity, message, why, how, kind, options, unless, lower,
        when, supersedes, acceptable, table, source, path, line, layers, sign,
    ) = entry  # fmt: skip
    return Rule(
        name,
        pack,
        panel,
        language,
        Severity(severity),
        message,
        why,
        how,
        kind,
        _Options(lines, options),
        tuple((guard, _Options(lines, place)) for guard, place in unless),
        tuple((guard, _Options(lines, place), Severity(level)) for guard, place, level in lower),
        when,
        tuple(supersedes),
        acceptable,
        table,
        Source(*source) if source else None,
        path=path,
        line=line,
        sign=KeptSign(frozenset(map(Layer, layers)), index, number, lambda: lines.read(sign)),
    )


def _examples(rule: Rule) -> list[Any]:
    return [list(map(_shown, each)) for each in (rule.flag, rule.quiet)]


def _shown(example: Example) -> list[Any]:
    spans = [[span.start, span.end] for span in example.spans]
    return [example.text, spans, dict(example.context), example.line]


def _example(told: Sequence[Any]) -> Example:
    text, spans, context, line = told
    return Example(text, tuple(Span(*span) for span in spans), context, line)
