"""The line of a post in which a finding stands, and the marker to print under it.

Not for gutters, numbers or colours: only what fits under what.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from postlint.reporters.cells import glyphs

if TYPE_CHECKING:
    from collections.abc import Sequence

    from postlint.reporters.cells import Glyph
    from postlint.spans import Span

SNAP = 14
"""How many characters a cut may move to fall between two words."""

REACH = 500
"""How many code points on either side are looked at: a line may hold 60,000 of them."""


class Excerpt(NamedTuple):
    """A line as shown, its marker, and how many further lines the span covers."""

    line: str
    marker: str
    more: int


def excerpt(text: str, span: Span, width: int, ellipsis: str = "…") -> Excerpt:
    """Show the line of ``text`` where ``span`` begins, in at most ``width`` cells.

    A line that does not fit is cut between words around the span. An empty span is
    marked by one ``^`` at its place, after the last character if need be.
    """
    begin = span.start
    while span.start == span.end and begin and text[begin - 1] in "\r\n":
        begin -= 1
    start = max(text.rfind("\n", 0, begin) + 1, begin - REACH)
    row = glyphs(text[start : max(begin, span.end) + REACH].split("\n", 1)[0].rstrip("\r"))
    first = min(begin - start, len(row))
    last = min(max(span.end - start, first), len(row))
    low, high = _window(row, first, last, width, len(ellipsis))
    left = ellipsis if low else ""
    right = ellipsis if high < len(row) else ""
    indent = len(left) + _cells(row[low:first])
    mark = max(1, _cells(row[first : min(last, high)]))
    shown = left + "".join(glyph.shown for glyph in row[low:high]) + right
    more = text.count("\n", begin, max(begin, span.end - 1))
    return Excerpt(shown, " " * indent + "^" * mark, more)


def _cells(row: Sequence[Glyph]) -> int:
    return sum(glyph.cells for glyph in row)


def _window(
    row: Sequence[Glyph], first: int, last: int, width: int, ellipsis: int
) -> tuple[int, int]:
    """Return which glyphs to show: all, or as many as fit around ``first:last``."""
    if _cells(row) + (first == len(row)) <= width:
        return 0, len(row)
    budget = width - 2 * ellipsis
    room = budget - min(budget, max(1, _cells(row[first:last])))
    before = max(room // 2, room - _cells(row[last:]))
    low = first
    while low and _cells(row[low - 1 : first]) <= before:
        low -= 1
    high = low
    used = 0
    while high < len(row) and used + row[high].cells <= budget - (first == len(row)):
        used += row[high].cells
        high += 1
    return _snapped(row, low, high, first, last)


def _snapped(row: Sequence[Glyph], low: int, high: int, first: int, last: int) -> tuple[int, int]:
    """Move the cuts inwards to a blank nearby, and never into a joined character."""
    if low:
        near = range(low - 1, min(first, low + SNAP))
        low = next((index + 1 for index in near if row[index].shown == " "), low)
        while low < first and row[low].joined:
            low += 1
    if high < len(row):
        near = range(high, max(last, high - SNAP) - 1, -1)
        high = next((index for index in near if row[index].shown == " "), high)
        while high > last and row[high].joined:
            high -= 1
    return low, high
