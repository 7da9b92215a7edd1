"""A table as it stands in its file: a header that dates and sources it, and rows.

Not for what the columns mean: each typed reader beside this module knows its own.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import field, replace
from functools import cache
from typing import TYPE_CHECKING, Any

from postlint import keeping
from postlint.errors import MissingFile, PackError, did_you_mean
from postlint.model import Basis, Source
from postlint.shipped import rules_folder
from postlint.values import dataclass
from postlint.yamlfile import Fields, Key, Node, plain, read, restore, store

if TYPE_CHECKING:
    from datetime import date
    from pathlib import Path
    from typing import Self

COMMON = frozenset({"as_of", "source", "since", "until", "review_by", "certain", "note"})
"""Keys that every row may have, whatever the columns of its table."""

FORM = 1
"""Changes with how a table is kept."""


def names() -> tuple[str, ...]:
    """Return the names of the shipped tables."""
    return tuple(sorted(path.stem for path in (rules_folder() / "tables").glob("*.yaml")))


@dataclass(frozen=True, slots=True)
class Heading:
    """What holds for every row of a table that does not say otherwise."""

    path: str
    as_of: date
    source: Source
    review_by: date | None
    columns: Mapping[str, str] = field(repr=False)
    sources: Mapping[str, Source] = field(default_factory=dict, repr=False)
    """Sources that several rows share, by the short name that rows give them."""


class Row(Mapping[str, Any]):
    """One row: a frozen mapping of its plain values, lists as tuples.

    Two rows are equal when their values are.
    """

    __slots__ = ("_fields", "_node", "heading")

    def __init__(self, node: Node, heading: Heading) -> None:
        if not isinstance(node.value, dict):
            problem = "a row is a mapping of columns to values"
            raise PackError(problem, heading.path, node.line, node.column)
        self._node = node
        self._fields: dict[Key, Node] = node.value
        self.heading = heading
        for key in self._fields:
            if key not in heading.columns and key not in COMMON:
                hint = did_you_mean(key, {*heading.columns, *COMMON})
                problem = f"unknown column “{key}”; {hint}"
                raise self.fault(problem, key)

    def fault(self, problem: str, at: Node | Key | None = None) -> PackError:
        """Return the error to raise for a problem at a value or key (default: the row)."""
        place = self._node if at is None else at
        return PackError(problem, self.heading.path, place.line, place.column)

    def __getitem__(self, key: str) -> Any:
        value = plain(self._fields[key])  # type: ignore[index] # a Key is equal to its text
        return tuple(value) if isinstance(value, list) else value

    def __iter__(self) -> Iterator[str]:
        return iter(self._fields)

    def __len__(self) -> int:
        return len(self._fields)

    def __hash__(self) -> int:
        return hash((self.heading.path, self.line))

    def __repr__(self) -> str:
        return f"Row({dict(self)!r})"

    @property
    def line(self) -> int:
        """The line of the file on which the row stands."""
        return self._node.line

    def text(self, key: str, default: str | None = None) -> str:
        """Return one text; without a default an absent or empty one raises PackError."""
        node = self._fields.get(key)  # type: ignore[call-overload] # a Key is equal to its text
        if node is None or node.value is None:
            if default is None:
                problem = f"the row needs “{key}”"
                raise self.fault(problem, node)
            return default
        if isinstance(node.value, dict | tuple):
            problem = f"{key}: one text is wanted here"
            raise self.fault(problem, node)
        return str(node.spelling)

    def texts(self, key: str) -> tuple[str, ...]:
        """Return a list of texts; one alone is a list of one, an absent key is ``()``."""
        node = self._fields.get(key)  # type: ignore[call-overload] # a Key is equal to its text
        if node is None or node.value is None:
            return ()
        if not isinstance(node.value, tuple):
            return (self.text(key),)
        for item in node.value:
            if isinstance(item.value, dict | tuple) or not item.spelling:
                problem = f"{key}: a list of texts is wanted here"
                raise self.fault(problem, item)
        return tuple(item.spelling for item in node.value)

    def flag(self, key: str, *, default: bool = False) -> bool:
        """Return ``true`` or ``false``."""
        return self._asked().flag(key, default)

    def day(self, key: str) -> date | None:
        """Return a day, None where the row does not say."""
        return self._asked().day(key, None)

    def one_of(self, key: str, allowed: tuple[str, ...], default: str | None = None) -> str:
        """Return one of the allowed words."""
        word = self.text(key, default)
        if word not in allowed:
            problem = f"{key}: “{word}” is unknown; {did_you_mean(word, allowed)}"
            raise self.fault(problem)
        return word

    @property
    def as_of(self) -> date:
        """The day on which the row was true: its own, else the table's."""
        return self.day("as_of") or self.heading.as_of

    @property
    def source(self) -> Source:
        """Who says so: the row's own source, one that the head names, else the table's."""
        node = self._fields.get("source")  # type: ignore[call-overload] # a Key is equal to its text
        if node is None or isinstance(node.value, dict):
            return _source(self._asked().mapping("source")) or self.heading.source
        name = self.text("source")
        if name not in self.heading.sources:
            problem = f"source: “{name}” is not under “sources”"
            raise self.fault(f"{problem}; {did_you_mean(name, self.heading.sources)}", node)
        return self.heading.sources[name]

    @property
    def since(self) -> date | None:
        """The day from which the row holds, None: from ever."""
        return self.day("since")

    @property
    def until(self) -> date | None:
        """The last day on which the row holds, None: no end in sight."""
        return self.day("until")

    @property
    def good_until(self) -> date | None:
        """The last day on which anybody vouches for the row, None: nobody set one.

        Its ``until``, or the day by which it, or else the table, is to be reviewed.
        """
        ends = (self.until, self.day("review_by") or self.heading.review_by)
        return min((end for end in ends if end is not None), default=None)

    @property
    def basis(self) -> Basis:
        """What a finding that rests on the row carries: its reason, its source and its date."""
        source = self.source
        dated = replace(source, date=source.date or self.as_of.isoformat())
        return Basis(self.text("why", ""), dated, self.good_until)

    @property
    def certain(self) -> bool:
        """False where the fact is in doubt or in motion: no finding may rest on it alone."""
        return self.flag("certain", default=True)

    def _asked(self) -> Fields:
        return Fields(self._node, self.heading.path, PackError, "row")


@dataclass(frozen=True, slots=True)
class Table:
    """Rows in the order of their file, under one heading."""

    rows: tuple[Row, ...] = field(repr=False)
    heading: Heading

    @property
    def as_of(self) -> date:
        """The day on which the rows were true that do not say otherwise."""
        return self.heading.as_of

    @property
    def source(self) -> Source:
        """Who says so, for the rows that do not say otherwise."""
        return self.heading.source

    @property
    def review_by(self) -> date | None:
        """The day after which nobody vouches for the table."""
        return self.heading.review_by

    def stale(self, row: Row | None, on: date) -> bool:
        """Tell whether ``row`` (None: the table as a whole) is past its date on that day."""
        end = self.review_by if row is None else row.good_until
        return end is not None and end < on

    @classmethod
    def of(cls, text: str, path: str, columns: Mapping[str, str] | None = None) -> Self:
        """Read a table from its text; raises PackError with the place of the fault.

        A table that does not explain its ``columns`` has those given here.
        """
        return cls.from_tree(read(text, path, error=PackError), path, columns)

    @classmethod
    def from_tree(cls, root: Node, path: str, columns: Mapping[str, str] | None = None) -> Self:
        """Take a table from the tree of its file; raises PackError with the place of the fault."""
        fields = Fields(root, path, PackError, "table")
        own = fields.mapping("columns", required=columns is None)
        source = _source(fields.mapping("source", required=True))
        assert source is not None  # noqa: S101 - it is required
        sources = fields.mapping("sources")
        heading = Heading(
            path,
            as_of=fields.day("as_of"),
            source=source,
            review_by=fields.day("review_by", None),
            columns=columns or {}
            if own is None
            else {str(key): own.text(key) for key in own.rest()},
            sources={} if sources is None else dict(_named(sources)),
        )
        rows = tuple(Row(node, heading) for node in fields.items("rows", required=True))
        fields.done()
        return cls(rows, heading)


def read_table(path: Path, columns: Mapping[str, str] | None = None) -> Table:
    """Return the table in a file, see ``Table.of``; raises MissingFile or PackError."""
    return Table.of(_decoded(_bytes(path), path), str(path), columns)


@cache
def load(name: str) -> Table:
    """Return a shipped table by name, such as ``countries``; read once, and kept for next time."""
    path = rules_folder() / "tables" / f"{name}.yaml"
    content = _bytes(path)
    kind, digest = f"table-{name}", keeping.digest([content], FORM)
    kept = keeping.take(kind, digest)
    if kept is not None:
        try:
            return Table.from_tree(restore(kept), str(path))
        except (ValueError, TypeError, KeyError):
            pass
    root = read(_decoded(content, path), str(path), error=PackError)
    table = Table.from_tree(root, str(path))
    keeping.put(kind, digest, store(root))
    return table


def _bytes(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as fault:
        msg = f"{path}: no such table ({fault.strerror})"
        raise MissingFile(msg) from None


def _decoded(content: bytes, path: Path) -> str:
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        problem = "not UTF-8 text"
        raise PackError(problem, str(path)) from None


def _named(sources: Fields) -> Iterator[tuple[str, Source]]:
    for name in sources.rest():
        source = _source(sources.mapping(name, required=True))
        if source is not None:
            yield str(name), source


def _source(fields: Fields | None) -> Source | None:
    if fields is None:
        return None
    source = Source(fields.text("title"), fields.text("url", None), fields.text("date", None))
    fields.done()
    return source
