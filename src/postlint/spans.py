"""Positions: one kind only, a span of code points; line and column are views of it.

Not for searching text: whoever finds something keeps its span.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass
from operator import attrgetter
from typing import TYPE_CHECKING, Final, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

_BYTES: Final[Mapping[str, int]] = {"utf-8": 1, "utf-16": 2, "utf-32": 4}
_CODECS: Final[Mapping[str, str]] = {"utf-8": "utf-8", "utf-16": "utf-16-le"}


@dataclass(slots=True, order=True, unsafe_hash=True, init=False)
class Span:
    """A half-open range ``[start, end)`` of code points in a post's text.

    Frozen by its types alone: a frozen dataclass takes twice as long to make, and
    each word of a text is one.
    """

    start: Final[int]
    end: Final[int]

    def __init__(self, start: int, end: int) -> None:
        """Refuse a range that runs backwards; ``ValueError`` is our own bug."""
        if not 0 <= start <= end:
            msg = f"not a span: {start}..{end}"
            raise ValueError(msg)
        self.start = start
        self.end = end

    def of(self, text: str) -> str:
        """Return the characters of ``text`` that the span covers."""
        return text[self.start : self.end]

    def overlaps(self, other: Span) -> bool:
        """Tell whether the two share at least one code point."""
        return self.start < other.end and other.start < self.end

    def covers(self, other: Span) -> bool:
        """Tell whether ``other`` lies within this span."""
        return self.start <= other.start and other.end <= self.end


class Position(NamedTuple):
    """A place for people: 1-based line and column, the column in code points."""

    line: int
    column: int


class Anchor(NamedTuple):
    """From ``offset`` in the text, characters stand one for one from ``line``:``column`` on."""

    offset: int
    line: int
    column: int


_OFFSET: Final = attrgetter("offset")


class SourceMap:
    """Where each character of a text stands in the file it was read from.

    A reader makes one anchor for each place where the text and its file stop
    running in step: a new line, an escape, an indentation that was taken away.
    """

    __slots__ = ("_file", "anchors")

    def __init__(self, anchors: Sequence[Anchor]) -> None:
        """Take anchors in rising order of offset; the first must stand at offset 0."""
        self.anchors = tuple(anchors)
        self._file: ByteIndex | None = None
        if not self.anchors or self.anchors[0].offset != 0:
            msg = "a source map starts at offset 0"
            raise ValueError(msg)

    @classmethod
    def plain(cls, text: str, line: int = 1, column: int = 1) -> SourceMap:
        """Map a text that stands in its file as it is, from ``line``:``column`` on."""
        anchors = [Anchor(0, line, column)]
        start = text.find("\n")
        while start != -1:
            line += 1
            anchors.append(Anchor(start + 1, line, 1))
            start = text.find("\n", start + 1)
        return cls(anchors)

    def position(self, offset: int) -> Position:
        """Return the place of the character at ``offset`` (code points of the text)."""
        anchor = self.anchors[bisect_right(self.anchors, offset, key=_OFFSET) - 1]
        return Position(anchor.line, anchor.column + offset - anchor.offset)

    def stand_in(self, file: ByteIndex) -> None:
        """Hear what else stands in its file, from whoever opened that."""
        self._file = file

    def in_bytes(self, offset: int) -> Position | None:
        """Return the place with the column in bytes; None where the file is not known."""
        if self._file is None:
            return None
        place = self.position(offset)
        return Position(place.line, self._file.column(place))

    def __eq__(self, other: object) -> bool:
        """Two maps are equal when their anchors are."""
        return isinstance(other, SourceMap) and self.anchors == other.anchors

    def __hash__(self) -> int:
        """Hash like the anchors."""
        return hash(self.anchors)


class LineIndex:
    """The lines of a file as editors count them, and their columns in the units of a protocol.

    Lines end with a line feed, a carriage return, or both; no other character ends
    one. ``unit`` is ``utf-16`` (what the editor protocol counts in, unless
    agreed otherwise), ``utf-8`` or ``utf-32``, which is code points.
    """

    __slots__ = ("_ends", "_starts", "_unit", "text")

    def __init__(self, text: str, unit: str = "utf-16") -> None:
        """Find the lines of ``text``; raises ``ValueError`` for an unknown unit."""
        if unit not in _BYTES:
            msg = f"not a unit of columns: {unit}"
            raise ValueError(msg)
        self.text = text
        self._unit = unit
        breaks = [match.span() for match in re.finditer(r"\r\n?|\n", text)]
        self._starts = [0, *(end for _, end in breaks)]
        self._ends = [*(start for start, _ in breaks), len(text)]

    def __len__(self) -> int:
        """Count the lines; the empty one after a last newline counts."""
        return len(self._starts)

    def line(self, number: int) -> str:
        """Return the line of a number, from 1, without what ends it."""
        return self.text[self._starts[number - 1] : self._ends[number - 1]]

    def index(self, position: Position) -> int:
        """Return the index of the character at a place; one beyond a line means its end."""
        number = min(max(position.line, 1), len(self))
        start = self._starts[number - 1]
        return min(start + max(position.column, 1) - 1, self._ends[number - 1])

    def position(self, index: int) -> Position:
        """Return the place of the character at an index; within a newline, that of its start."""
        number = bisect_right(self._starts, index)
        return Position(number, min(index, self._ends[number - 1]) - self._starts[number - 1] + 1)

    def in_units(self, position: Position) -> tuple[int, int]:
        """Return line and column from 0, the column in units."""
        number = min(max(position.line, 1), len(self))
        start = self._starts[number - 1]
        return number - 1, self._size(self.text[start : self.index(position)])

    def from_units(self, line: int, units: int) -> Position:
        """Return the place for a line and column from 0; within a character, that of its start."""
        number = min(line + 1, len(self))
        words = self.line(number)
        if self._unit == "utf-32" or words.isascii():
            return Position(number, min(units, len(words)) + 1)
        column = 0
        for char in words:
            units -= self._size(char)
            if units < 0:
                break
            column += 1
        return Position(number, column + 1)

    def _size(self, words: str) -> int:
        if self._unit == "utf-32" or words.isascii():
            return len(words)
        return len(words.encode(_CODECS[self._unit], "surrogatepass")) // _BYTES[self._unit]


class ByteIndex:
    """The columns of a file in bytes of UTF-8, whatever its encoding is.

    ``mark`` is how many bytes stand before its first character. It remembers
    the last place that it was asked for: in a file of one long line, going
    from place to place takes linear time.
    """

    __slots__ = ("_last", "_lines", "_mark", "_text")

    def __init__(self, text: str, mark: int = 0) -> None:
        """Take the text of a file; nothing is counted yet."""
        self._text = text
        self._mark = mark
        self._lines: LineIndex | None = None
        self._last = (-1, 0, 0)

    def column(self, place: Position) -> int:
        """Return the column from 1 for a place whose column counts code points."""
        if self._lines is None:
            self._lines = LineIndex(self._text, "utf-32")
        start, index = self._lines.index(Position(place.line, 1)), self._lines.index(place)
        first, last, size = self._last
        if first != start or last > index:
            last, size = start, self._mark if start == 0 else 0
        size += len(self._text[last:index].encode("utf-8", "surrogatepass"))
        self._last = (start, index, size)
        return size + 1
