"""The words of a post around a finding, for formats that wrap lines themselves.

Not for terminals, which measure cells: see ``terminal/excerpt.py``.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from postlint.reporters.visible import visible

if TYPE_CHECKING:
    from postlint.spans import Span

REACH = 120
"""How many code points of the line are shown on either side."""

SNAP = 20
"""How many code points a cut may move to fall between two words."""


class Quote(NamedTuple):
    """A line as shown, all three parts harmless; ``more`` counts further lines of the match."""

    before: str
    match: str
    after: str
    more: int


def quote(text: str, span: Span) -> Quote:
    """Return the line of ``text`` where ``span`` begins, cut between words around the span."""
    begin = span.start
    while span.start == span.end and begin and text[begin - 1] in "\r\n":
        begin -= 1
    end = max(begin, span.end)
    line = text.rfind("\n", 0, begin) + 1
    before = _tail(text[max(line, begin - REACH) : begin], cut=begin - REACH > line)
    match, _, _ = text[begin:end].partition("\n")
    more = text.count("\n", begin, max(begin, end - 1))
    rest = "" if "\n" in text[begin:end] else text[end : end + REACH + 1].partition("\n")[0]
    return Quote(visible(before), visible(match.rstrip("\r")), visible(_head(rest)), more)


def _tail(text: str, *, cut: bool) -> str:
    if not cut:
        return text
    blank = text.find(" ", 0, SNAP)
    return "…" + text[blank + 1 :]


def _head(text: str) -> str:
    if len(text) <= REACH:
        return text.rstrip("\r")
    blank = text.rfind(" ", REACH - SNAP, REACH)
    return text[: blank if blank > 0 else REACH] + "…"
