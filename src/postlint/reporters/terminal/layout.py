"""Words in cells: coloured text that wraps, margins, columns; how wide a sign is, rich knows.

rich's own layout would take as long to import as judging a post takes. Not for
what a page says, and not for signs that a terminal must not see.
"""

from __future__ import annotations

from itertools import zip_longest
from typing import TYPE_CHECKING, Protocol, TypeAlias

from rich.cells import cell_len, chop_cells

from postlint.lazily import Pattern

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

Run: TypeAlias = tuple[str, str]
"""Words and their colour."""

Line: TypeAlias = list[Run]

CODES = {"bold": "1", "red": "31", "green": "32", "magenta": "35", "cyan": "36"}
"""What a terminal calls them (ECMA-48, SGR)."""

WORDS = Pattern(r"[^ ]+ *")
"""Only blanks part words: a no-break space does not."""


class Block(Protocol):
    """Anything that can be laid out."""

    def lines(self, width: int) -> Iterator[Line]:
        """Yield lines, of at most ``width`` cells where that can be."""


class Text:
    """Coloured words, wrapped between words unless they are never to be broken."""

    def __init__(self, *runs: Run, wraps: bool = True) -> None:
        """Take runs, of which empty ones do not count."""
        self.runs = [run for run in runs if run[0]]
        self._wraps = wraps

    @property
    def plain(self) -> str:
        """The words without colours."""
        return "".join(words for words, _ in self.runs)

    @property
    def cells(self) -> int:
        """How many cells it takes on one line."""
        return cell_len(self.plain)

    def __bool__(self) -> bool:
        """Tell whether there are any words."""
        return bool(self.runs)

    def lines(self, width: int) -> Iterator[Line]:
        """Yield the lines; a word that fits on none is cut."""
        if not self._wraps or self.cells <= width:
            yield self.runs
            return
        rest = list(self.runs)
        for piece in _wrapped(self.plain, max(1, width)):
            line, rest = _cut(rest, len(piece))
            yield line


class Stack:
    """Blocks one below the other."""

    def __init__(self, blocks: Sequence[Block]) -> None:
        """Take the blocks."""
        self._blocks = blocks

    def lines(self, width: int) -> Iterator[Line]:
        """Yield the lines of each."""
        for block in self._blocks:
            yield from block.lines(width)


class Indented:
    """A block moved in from the left margin."""

    def __init__(self, block: Block, by: int) -> None:
        """Take the block, and by how many cells to move it."""
        self._block = block
        self._by = by

    def lines(self, width: int) -> Iterator[Line]:
        """Yield the lines, each behind blanks."""
        for line in self._block.lines(width - self._by):
            yield [(" " * self._by, ""), *line]


class Row:
    """Blocks side by side: one takes the width that the others leave.

    ``widths`` are in cells, None for the one; ``low`` sets the last block at the bottom.
    """

    def __init__(
        self, blocks: Sequence[Block], widths: Sequence[int | None], gap: int, *, low: bool = False
    ) -> None:
        """Take the blocks, their widths, and how many cells part them."""
        self._blocks = blocks
        self._widths = widths
        self._gap = gap
        self._low = low

    def lines(self, width: int) -> Iterator[Line]:
        """Yield the lines, of which each block fills its part."""
        taken = sum(each or 0 for each in self._widths) + self._gap * (len(self._widths) - 1)
        widths = [max(1, width - taken) if each is None else each for each in self._widths]
        parts = [list(block.lines(each)) for block, each in zip(self._blocks, widths, strict=True)]
        if self._low:
            parts[-1][:0] = [[] for _ in range(max(map(len, parts)) - len(parts[-1]))]
        for pieces in zip_longest(*parts, fillvalue=()):
            line: Line = []
            for piece, each in zip(pieces, widths, strict=True):
                line += [*piece, (" " * (each - _size(piece) + self._gap), "")]
            yield line


def printed(line: Line, *, color: bool) -> str:
    """Return a line as a terminal is to get it, without blanks at its end."""
    text = "".join(words for words, _ in line)
    kept, _ = _cut(line, len(text.rstrip(" ")))
    return "".join(_painted(*run) if color else run[0] for run in kept)


def _painted(words: str, color: str) -> str:
    codes = ";".join(CODES[each] for each in color.split())
    return f"\x1b[{codes}m{words}\x1b[0m" if codes else words


def _size(line: Sequence[Run]) -> int:
    return cell_len("".join(words for words, _ in line))


def _cut(runs: Sequence[Run], at: int) -> tuple[Line, Line]:
    """Return the first ``at`` characters, and the others."""
    head: Line = []
    tail: Line = []
    for words, color in runs:
        for piece, side in ((words[: max(0, at)], head), (words[max(0, at) :], tail)):
            if piece:
                side.append((piece, color))
        at -= len(words)
    return head, tail


def _wrapped(text: str, width: int) -> Iterator[str]:
    """Yield the pieces of a text that stand on one line each, blanks at their ends included."""
    line = ""
    for match in WORDS.finditer(text):
        word = match[0]
        if line and cell_len(line + word.rstrip(" ")) > width:
            yield line
            line = ""
        if not line and cell_len(word.rstrip(" ")) > width:
            *full, word = chop_cells(word, width)
            yield from full
        line += word
    if line:
        yield line
