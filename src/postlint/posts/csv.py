"""A queue as a table: comma, semicolon or tab separated, from a tool or a spreadsheet.

Columns are recognised by their names, or by a date at the beginning of each
row (Hootsuite). Positions are those of the file, quotation marks included.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from postlint.errors import PostError
from postlint.lazily import Pattern
from postlint.posts import cells, columns, dates, rows
from postlint.posts.sheet import Row, Sheet
from postlint.posts.spelling import Lines

if TYPE_CHECKING:
    from collections.abc import Iterator

    from postlint.model import Post, Unreadable
    from postlint.posts.cells import Record
    from postlint.posts.columns import Columns

legacy: str | None = "windows-1252"

_BLANK = Pattern(r'[\s,;"]*\Z')
_SEPARATOR_LINE = Pattern(r"sep=([,;\t])\n", re.IGNORECASE)


def is_queue(head: str) -> bool:
    """Tell whether a table that begins so holds posts: words, and something of a queue's own."""
    try:
        layout = _layout(head, "", Lines(head))
    except PostError:
        return False
    return len(layout.columns.roles) > 1


def read(text: str, source: str, date_order: str | None = None) -> Iterator[Post | Unreadable]:
    """Yield the posts of a table, row by row; a row that makes no sense is an Unreadable.

    ``text`` has line feeds as its only newlines. ``date_order`` (``dmy`` or
    ``mdy``) says how days such as 03/04/2026 read; without it the column's
    name or any value of the column decides. Raises PostError.
    """
    lines = Lines(text)
    layout = _layout(text, source, lines)
    order = date_order or layout.columns.order or _order(text, lines, layout)
    sheet = Sheet(text, source, lines, layout.columns, order)
    empty = True
    for record in _records(text, source, lines, layout):
        for found in rows.posts(Row(sheet, record)):
            empty = False
            yield found
    if empty:
        raise _nothing(source)


class _Layout(NamedTuple):
    """How a file is to be read, from index ``start`` on."""

    separator: str
    start: int
    columns: Columns


class _Header(NamedTuple):
    """What the first row would be with one separator, ``score`` of its names known."""

    separator: str
    first: Record
    names: list[str]
    score: int


def _layout(text: str, source: str, lines: Lines) -> _Layout:
    """Find out separator and columns; raises PostError."""
    said = _SEPARATOR_LINE.match(text)
    start = said.end() if said else 0
    if _BLANK.match(text, start):
        raise _nothing(source)
    tried = said[1] if said else columns.SEPARATORS
    headers: list[_Header] = []
    fault: PostError | None = None
    for separator in tried:
        try:
            headers.append(_header(text, separator, source, lines, start))
        except PostError as problem:
            fault = problem
    best = max(headers, key=lambda header: (header.score, len(header.names)), default=None)
    if best is None or not best.score:
        for header in headers:
            if len(header.names) > 1 and _is_date(header.names[0]):
                return _Layout(header.separator, start, columns.WITHOUT_HEADER)
    if best is None or (fault and not best.score):
        raise fault or _nothing(source)
    line = lines.position(best.first.cells[0].start).line
    return _Layout(best.separator, start, columns.recognise(best.names, source, line))


def _header(text: str, separator: str, source: str, lines: Lines, start: int) -> _Header:
    for first in cells.records(text, separator, source, lines, start):
        names = [cells.value(text, cell).strip() for cell in first.cells]
        if any(names):
            return _Header(separator, first, names, columns.score(names))
    raise _nothing(source)


def _records(text: str, source: str, lines: Lines, layout: _Layout) -> Iterator[Record]:
    """Yield the rows behind the header."""
    waiting = layout.columns.header
    for record in cells.records(text, layout.separator, source, lines, layout.start):
        if waiting:
            waiting = not any(cells.value(text, cell).strip() for cell in record.cells)
        else:
            yield record


def _order(text: str, lines: Lines, layout: _Layout) -> str | None:
    """Return the order of day and month that the dates of the whole table settle."""
    roles = layout.columns.roles
    indexes = roles.get("date", ()) + roles.get("embargo_until", ())
    values = []
    try:
        for record in _records(text, "", lines, layout):
            found = [record.cells[index] for index in indexes if index < len(record.cells)]
            values += [cells.value(text, cell) for cell in found]
    except PostError:
        pass  # reading the rows for their posts says so in its turn
    return dates.order_of(values)


def _is_date(value: str) -> bool:
    try:
        return dates.read(value, None) is not None
    except dates.Ambiguous:
        return True


def _nothing(source: str) -> PostError:
    return PostError("nothing to check: the table has no posts", source)
