"""A terminal page: rich lays out and paints its blocks, here they get the project's shapes.

Not for deciding what to say.
"""

from __future__ import annotations

import re
from io import StringIO
from typing import TYPE_CHECKING, TypeAlias

from rich.cells import cell_len
from rich.console import Console, Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from postlint.lazily import Pattern
from postlint.reporters.terminal import ink
from postlint.reporters.visible import visible

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from postlint.reporters.style import Style

Block: TypeAlias = RenderableType

MARGIN = 2
GAP = 2
"""Cells between two columns."""

LABEL = 9
"""Cells of the widest label of a finding, so that all texts begin in one column."""

BLANKS = Pattern(r"[ \t\r\n]+")
TRAILING = Pattern(r"(?<! ) ++(?:(\x1b\[0m) *+)?$", re.MULTILINE)

NO_BREAK = str.maketrans(dict.fromkeys("\u00a0\u202f\u2007", "\u00ad"))
"""rich breaks lines at no-break spaces (github.com/Textualize/rich/issues/4196).

While it wraps, soft hyphens stand for them: `visible` leaves none in a text.
"""


class Page:
    """Makes blocks for one style, and prints them."""

    def __init__(self, style: Style) -> None:
        """Take width, colour and signs from the style."""
        self.style = style
        self.width = style.page

    def printed(self, blocks: Iterable[Block]) -> str:
        """Return the blocks one below the other, as the style's terminal is to show them."""
        screen = StringIO()
        console = Console(
            file=screen,
            width=self.width,
            height=1,
            color_system="standard" if self.style.color else None,
            no_color=not self.style.color,
            force_terminal=self.style.color,
            force_jupyter=False,
            legacy_windows=False,
            markup=False,
            highlight=False,
            emoji=False,
        )
        console.print(Group(*blocks), crop=False)
        lines = TRAILING.sub(r"\1", screen.getvalue()).replace("\u00ad", "\u00a0")
        return lines.strip("\n") + "\n"

    def sign(self, text: str) -> str:
        """Return words of ours with plain signs where the style asks for them."""
        return text if self.style.unicode else text.translate(ink.PLAIN_SIGNS)

    def prose(self, text: str, color: str = ink.NONE) -> Text:
        """Return harmless words that will be wrapped; blanks are folded, markup is no markup."""
        words = visible(BLANKS.sub(" ", self.sign(text)).strip())
        return Text().append(words.translate(NO_BREAK), color)

    def line(self, *pieces: str | tuple[str, str], indent: int = 0) -> Text:
        """Return pieces, each perhaps with its colour, as a line that is never broken or cut."""
        shown = [(piece, ink.NONE) if isinstance(piece, str) else piece for piece in pieces]
        text = Text(" " * indent, no_wrap=True, overflow="ignore")
        for piece, color in shown:
            text.append(visible(piece), color)
        return text

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
        fits = bool(right) and hang + words.cell_len + GAP + far.cell_len <= self.width
        grid = Table.grid(padding=(0, GAP), expand=True)
        if tag:
            grid.add_column(width=hang - GAP, no_wrap=True)
        grid.add_column(ratio=1)
        if fits:
            grid.add_column(width=far.cell_len, no_wrap=True)
        head = [self.line((tag, color))] if tag else []
        grid.add_row(*head, words, *([far] if fits else []))
        yield grid
        if right and not fits:
            yield self.unbroken(right, hang)

    def indented(self, text: str, indent: int = 0) -> Iterator[Block]:
        """Wrap ``text`` with every line moved in by ``indent`` cells; nothing for no text."""
        if words := self.prose(text):
            yield Padding.indent(words, indent)

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
        grid = Table.grid(padding=(0, GAP))
        grid.add_column(no_wrap=True, min_width=MARGIN + first)
        for _ in rows[0][2:]:
            grid.add_column(no_wrap=True)
        for head, *others in rows:
            grid.add_row(Text(" " * MARGIN).append_text(head), *others)
        return grid
