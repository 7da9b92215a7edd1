"""The line of a post in which a finding stands, cut to fit around it.

Not for gutters, numbers or colours: only what fits under what.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from rich.cells import cell_len, split_text

from postlint.reporters.visible import visible

if TYPE_CHECKING:
    from postlint.spans import Span

SNAP = 14
"""How many characters a cut may move to fall between two words."""

REACH = 500
"""How many code points on either side are looked at: a line may hold 60,000 of them."""


class Excerpt(NamedTuple):
    """A line as shown: what precedes the match, the match, the rest; how many lines follow."""

    before: str
    match: str
    after: str
    more: int

    @property
    def indent(self) -> int:
        """How many cells precede the match."""
        return cell_len(self.before)

    @property
    def mark(self) -> int:
        """How many cells to mark under the match, at least one."""
        return max(1, cell_len(self.before + self.match) - self.indent)


def excerpt(text: str, span: Span, width: int, ellipsis: str = "…") -> Excerpt:
    """Show the line of ``text`` where ``span`` begins, in at most ``width`` cells.

    A line that does not fit is cut between words around the span. An empty span is
    marked by one ``^`` at its place, after the last character if need be.
    """
    begin = span.start
    while span.start == span.end and begin and text[begin - 1] in "\r\n":
        begin -= 1
    start = max(text.rfind("\n", 0, begin) + 1, begin - REACH)
    line = text[start : max(begin, span.end) + REACH].split("\n", 1)[0].rstrip("\r")
    first, last = begin - start, max(span.end - start, begin - start)
    before, match, after = map(visible, (line[:first], line[first:last], line[last:]))
    more = text.count("\n", begin, max(begin, span.end - 1))
    mark = cell_len(match) or int(not after)
    if cell_len(before) + mark + cell_len(after) <= width:
        return Excerpt(before, match, after, more)
    budget = width - 2 * len(ellipsis)
    room = max(0, budget - mark)
    tail = _tail(before, max(room // 2, room - cell_len(after)))
    head = _head(match + after, len(match), budget - cell_len(tail))
    left = ellipsis if len(tail) < len(before) else ""
    right = ellipsis if len(head) < len(match + after) else ""
    return Excerpt(left + tail, head[: len(match)], head[len(match) :] + right, more)


def _tail(text: str, room: int) -> str:
    """Return the end of ``text`` that fits, from a blank on if one is near."""
    size = cell_len(text)
    if size <= room:
        return text
    cut = split_text(text, size - room - 1)[1]
    blank = cut.find(" ", 0, SNAP)
    return cut[blank + 1 :] if blank >= 0 else split_text(text, size - room)[1].lstrip(" ")


def _head(text: str, keep: int, room: int) -> str:
    """Return the start of ``text`` that fits, up to a blank if one is near, after ``keep``."""
    if cell_len(text) <= room:
        return text
    cut = split_text(text, room + 1)[0]
    blank = cut.rfind(" ", max(keep, len(cut) - SNAP))
    return cut[:blank] if blank >= 0 else split_text(text, room)[0].rstrip(" ")
