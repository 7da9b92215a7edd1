"""Places of a post's file as the protocol counts them, and back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lsprotocol import types

from postlint.reporters import places

if TYPE_CHECKING:
    from postlint.model import Post
    from postlint.spans import LineIndex, Position, Span


def point(lines: LineIndex, position: Position) -> types.Position:
    """Return a place as the protocol counts it."""
    return types.Position(*lines.in_units(position))


def extent(lines: LineIndex, start: int, end: int) -> types.Range:
    """Return the range between two indexes of the file's text."""
    return types.Range(point(lines, lines.position(start)), point(lines, lines.position(end)))


def of_span(lines: LineIndex, post: Post, span: Span) -> types.Range:
    """Return the range in the file of a span of a post's text."""
    found = places.characters(post, span)
    return types.Range(point(lines, found.start), point(lines, found.end))


def of_line(lines: LineIndex, number: int, column: int = 1) -> types.Range:
    """Return the range from a column to the end of its line; a line that is none means the last."""
    number = min(max(number, 1), len(lines))
    size = len(lines.line(number))
    start = lines.index(lines.position(0)._replace(line=number, column=min(column, size or 1)))
    return extent(lines, start, start - min(column - 1, size) + size)


def touch(one: types.Range, other: types.Range) -> bool:
    """Tell whether two ranges share a place, their ends included."""
    return _key(one.start) <= _key(other.end) and _key(other.start) <= _key(one.end)


def _key(place: types.Position) -> tuple[int, int]:
    return place.line, place.character
