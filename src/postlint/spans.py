"""Positions: one kind only, a span of code points; line and column are views of it.

Not for searching text: whoever finds something keeps its span.
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Sequence


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A half-open range ``[start, end)`` of code points in a post's text."""

    start: int
    end: int

    def __post_init__(self) -> None:
        """Refuse a range that runs backwards; ``ValueError`` is our own bug."""
        if not 0 <= self.start <= self.end:
            msg = f"not a span: {self.start}..{self.end}"
            raise ValueError(msg)

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


class SourceMap:
    """Where each character of a text stands in the file it was read from.

    A reader makes one anchor for each place where the text and its file stop
    running in step: a new line, an escape, an indentation that was taken away.
    """

    __slots__ = ("_offsets", "anchors")

    def __init__(self, anchors: Sequence[Anchor]) -> None:
        """Take anchors in rising order of offset; the first must stand at offset 0."""
        self.anchors = tuple(anchors)
        self._offsets = [anchor.offset for anchor in self.anchors]
        if not self.anchors or self._offsets[0] != 0:
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
        anchor = self.anchors[bisect_right(self._offsets, offset) - 1]
        return Position(anchor.line, anchor.column + offset - anchor.offset)

    def __eq__(self, other: object) -> bool:
        """Two maps are equal when their anchors are."""
        return isinstance(other, SourceMap) and self.anchors == other.anchors

    def __hash__(self) -> int:
        """Hash like the anchors."""
        return hash(self.anchors)
