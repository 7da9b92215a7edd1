"""Lines of a terminal page: two ends of a line, labelled and wrapped prose.

Not for deciding what to say.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from postlint.reporters.cells import cells, wrapped
from postlint.reporters.ink import BOLD, Ink

if TYPE_CHECKING:
    from collections.abc import Iterator

    from postlint.reporters.style import Style

GAP = 2
"""Cells between the two ends of a line, at least."""


LABEL = 13
"""Cells before labelled text: a margin, the label, a gap."""


class Page:
    """Lays out lines for one style; every method returns finished lines."""

    def __init__(self, style: Style) -> None:
        """Take the width and the ink from the style."""
        self.width = style.page
        self.ink = Ink(style)

    def ends(
        self, left: str, right: str, *, tag: str = "", color: str = "", weight: str = BOLD
    ) -> Iterator[str]:
        """Wrap ``tag`` and ``left`` from the margin and set ``right`` against the other one.

        Further lines of ``left`` hang under its first one. ``right`` is never
        broken: where it does not fit on the last line, it gets one of its own.
        """
        ink = self.ink
        hang = cells(tag) + GAP if tag else 0
        lines = wrapped(ink.sign(left), self.width - hang)
        size = cells(right)
        room = self.width - hang - cells(lines[-1]) - size
        for index, line in enumerate(lines):
            first = tag if line else tag.rstrip()
            head = ink.paint(color, first) + " " * GAP if tag and not index else " " * hang
            fits = right and index == len(lines) - 1 and room >= GAP
            tail = " " * room + ink.paint("", right) if fits else ""
            yield (head + ink.paint(weight, line) + tail).rstrip()
        if right and room < GAP:
            yield self.unbroken(right, hang)

    def indented(self, text: str, indent: int, color: str = "") -> Iterator[str]:
        """Wrap ``text`` with every line moved in by ``indent`` cells; nothing for no text."""
        if text.strip():
            for line in wrapped(self.ink.sign(text), self.width - indent):
                yield " " * indent + self.ink.paint(color, line)

    def unbroken(self, text: str, indent: int) -> str:
        """Move ``text`` in by ``indent`` cells, or less where it would not fit (an address)."""
        return " " * max(0, min(indent, self.width - cells(text))) + self.ink.paint("", text)

    def labelled(self, label: str, text: str, indent: int = LABEL) -> Iterator[str]:
        """Wrap ``text`` beside its label, with a hanging indent; nothing for no text."""
        for index, line in enumerate(self.indented(text, indent)):
            yield line if index else f"  {label:<{indent - 2}}" + line[indent:]
