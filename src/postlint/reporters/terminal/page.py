"""A terminal page: its blocks in the project's shapes, one below the other.

Not for deciding what to say.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.cells import cell_len

from postlint.lazily import Pattern
from postlint.reporters.terminal import ink
from postlint.reporters.terminal.layout import Block, Indented, Row, Stack, Text, printed
from postlint.reporters.visible import visible

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from postlint.reporters.style import Style

__all__ = ["GAP", "LABEL", "MARGIN", "Block", "Page"]

MARGIN = 2
GAP = 2
"""Cells between two columns."""

LABEL = 9
"""Cells of the widest label of a finding, so that all texts begin in one column."""

BLANKS = Pattern(r"[ \t\r\n]+")


class Page:
    """Makes blocks for one style, and prints them."""

    def __init__(self, style: Style) -> None:
        """Take width, colour and signs from the style."""
        self.style = style
        self.width = style.page

    def printed(self, blocks: Iterable[Block]) -> str:
        """Return the blocks one below the other, as the style's terminal is to show them."""
        color = self.style.color
        lines = [printed(line, color=color) for block in blocks for line in block.lines(self.width)]
        return "\n".join(lines).strip("\n") + "\n"

    def sign(self, text: str) -> str:
        """Return words of ours with plain signs where the style asks for them."""
        return text if self.style.unicode else text.translate(ink.PLAIN_SIGNS)

    def prose(self, text: str, color: str = ink.NONE) -> Text:
        """Return harmless words that will be wrapped; blanks are folded, markup is no markup."""
        return Text((visible(BLANKS.sub(" ", self.sign(text)).strip()), color))

    def gap(self) -> Text:
        """Return an empty line."""
        return Text()

    def line(self, *pieces: str | tuple[str, str], indent: int = 0) -> Text:
        """Return pieces, each perhaps with its colour, as a line that is never broken or cut."""
        shown = [(piece, ink.NONE) if isinstance(piece, str) else piece for piece in pieces]
        runs = [(visible(piece), color) for piece, color in shown]
        return Text((" " * indent, ink.NONE), *runs, wraps=False)

    def rule(self) -> Text:
        """Return a line from margin to margin."""
        return self.line(self.sign("─") * self.width)

    def ends(
        self, left: str, right: str, *, tag: str = "", color: str = "", weight: str = ink.BOLD
    ) -> Iterator[Block]:
        """Set ``tag`` and ``left`` at one margin and ``right`` at the other one.

        Where they do not fit on one line, ``left`` is wrapped, with a hanging indent,
        and ``right``, which is never broken, gets a line of its own.
        """
        words, far = self.prose(left, weight), self.line(right)
        hang = cell_len(visible(tag)) + GAP if tag else 0
        fits = bool(right) and hang + words.cells + GAP + far.cells <= self.width
        blocks: list[Block] = [words]
        widths: list[int | None] = [None]
        if tag:
            blocks, widths = [self.line((tag, color)), *blocks], [hang - GAP, *widths]
        if fits:
            blocks, widths = [*blocks, far], [*widths, far.cells]
        yield Row(blocks, widths, GAP)
        if right and not fits:
            yield self.unbroken(right, hang)

    def indented(self, text: str, indent: int = 0) -> Iterator[Block]:
        """Wrap ``text`` with every line moved in by ``indent`` cells; nothing for no text."""
        if words := self.prose(text):
            yield Indented(words, indent)

    def unbroken(self, text: str, indent: int) -> Text:
        """Move ``text`` in by ``indent`` cells, or less where it would not fit (an address)."""
        room = self.width - cell_len(visible(text))
        return self.line(text, indent=max(0, min(indent, room)))

    def labelled(self, rows: Iterable[tuple[str, str]], label: int = LABEL) -> Iterator[Block]:
        """Wrap texts beside their labels, with a hanging indent; no row for no text."""
        shown = [(self.prose(name), words) for name, text in rows if (words := self.prose(text))]
        if shown:
            yield self.grid(shown, label)

    def grid(self, rows: Sequence[Sequence[Text]], first: int = 0) -> Block:
        """Set rows in columns, indented; the first column has at least ``first`` cells."""
        last = len(rows[0]) - 1
        widths = [max(row[at].cells for row in rows) for at in range(last)]
        widths[0] = max(first, widths[0])
        made = [Row(row, [*widths, None], GAP) for row in rows]
        return Indented(Stack(made), MARGIN)
