"""Rows and cells of comma-separated text, each with its place in the file (RFC 4180).

The standard library's reader gives the same values but forgets where a cell
stood. Not for what the columns mean.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from postlint.errors import PostError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from postlint.posts.spelling import Lines, Spelling

MAX_ROWS = 1_048_576
MAX_CELLS = 16_384
"""The sheet of a spreadsheet program is no larger than this."""

_UNUSUAL = re.compile('""|\n')


class Cell(NamedTuple):
    """One cell: the code points ``start`` to ``end`` of the file, without its own quotes.

    ``stray`` is the index of what follows a closing quotation mark, -1 where
    nothing does: the value of such a cell cannot be trusted.
    """

    start: int
    end: int
    quoted: bool = False
    stray: int = -1


class Record(NamedTuple):
    """One row; ``row`` counts from 1 as a spreadsheet does, blank lines included."""

    row: int
    cells: tuple[Cell, ...]


def value(text: str, cell: Cell) -> str:
    """Return what a cell says."""
    inside = text[cell.start : cell.end]
    return inside.replace('""', '"') if cell.quoted else inside


def spell(found: Spelling, text: str, cell: Cell, start: int, end: int) -> None:
    """Add the part of a cell between two indexes of the file to a text under construction."""
    if not cell.quoted:
        found.stretch(text[start:end], start)
        return
    for match in _UNUSUAL.finditer(text, start, end):
        found.stretch(text[start : match.start()], start)
        found.spelled(match.group()[0], match.start())
        start = match.end()
    found.stretch(text[start:end], start)


def records(
    text: str, separator: str, source: str, lines: Lines, start: int = 0
) -> Iterator[Record]:
    """Yield the rows of ``text`` from index ``start`` on, whose only newline is the line feed.

    A line without characters is a row with one empty cell. Raises PostError at
    a quotation mark that never closes, and for more rows or cells than a
    sheet can have.
    """
    unquoted = re.compile(f"[^{re.escape(separator)}\n]*")
    row, index = 0, start
    while index < len(text):
        row += 1
        if row > MAX_ROWS:
            problem = f"too long: at most {MAX_ROWS:,} rows are read"
            raise PostError(problem, source, *lines.position(index))
        cells = []
        while True:
            cell, index = _cell(text, index, unquoted)
            if index < 0:
                raise _open(source, row, lines, cell.start - 1)
            cells.append(cell)
            if index >= len(text) or text[index] == "\n":
                break
            index += 1
            if len(cells) == MAX_CELLS:
                problem = f"row {row} is too long: at most {MAX_CELLS:,} cells are read"
                raise PostError(problem, source, *lines.position(index))
        index += 1
        yield Record(row, tuple(cells))


def _cell(text: str, index: int, unquoted: re.Pattern[str]) -> tuple[Cell, int]:
    """Return the cell that begins at ``index``, and the index behind it: -1 if it never ends."""
    if not text.startswith('"', index):
        end = _end(unquoted, text, index)
        return Cell(index, end), end
    start = quote = index + 1
    while True:
        quote = text.find('"', quote)
        if quote < 0:
            return Cell(start, start, quoted=True), -1
        if not text.startswith('"', quote + 1):
            break
        quote += 2
    end = _end(unquoted, text, quote + 1)
    stray = quote + 1 if end > quote + 1 else -1
    return Cell(start, quote, quoted=True, stray=stray), end


def _end(unquoted: re.Pattern[str], text: str, index: int) -> int:
    match = unquoted.match(text, index)
    return match.end() if match else index


def _open(source: str, row: int, lines: Lines, quote: int) -> PostError:
    line, column = lines.position(quote)
    problem = (
        f"row {row}: the quotation mark that begins a cell here, on line {line}, never closes; "
        "a quotation mark within a text is written twice"
    )
    return PostError(problem, source, line, column)
