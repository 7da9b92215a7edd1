"""The words of a row with their places: the post's own, its link, and its comments.

A link from its own column belongs to what is published. Where the platform
takes it as text (X, Mastodon, or no platform named) it follows the words
behind one space, each character mapped to the link's cell, so that its length
counts and findings point there; where all platforms of the row attach it as a
card it counts as a source of the post.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from postlint.lazily import Pattern
from postlint.posts import cells, entry
from postlint.posts.spelling import Spelling

if TYPE_CHECKING:
    from collections.abc import Iterator

    from postlint.posts.cells import Cell
    from postlint.posts.sheet import Row, Sheet
    from postlint.spans import SourceMap

IN_TEXT: Final = frozenset({"x", "mastodon"})
"""Here a link always stands in the text (Publer, Oktopost and Ayrshare say so alike)."""

_PARTS: Final = "||"
_PIECE = Pattern(r"[^\s|]+")
_SHOWN = 40


class Part(NamedTuple):
    """The code points ``start`` to ``end`` of the file, within a cell."""

    cell: Cell
    start: int
    end: int


def links(row: Row) -> list[tuple[Part, str]]:
    """Return the links of a row's own columns for them; raises PostError for other words."""
    found = []
    for cell in row.filled("link"):
        for match in _PIECE.finditer(row.sheet.text, cell.start, cell.end):
            url = match.group().rstrip(",;")
            if "." not in url:
                problem = f"“{url[:_SHOWN]}” is not a link"
                raise row.sheet.fault(problem, match.start())
            found.append((Part(cell, match.start(), match.start() + len(url)), url))
    return found


def texts(row: Row, joined: list[tuple[Part, str]]) -> list[tuple[str, SourceMap]]:
    """Return the post's text with the links that join it, then the texts of its comments.

    Publer puts comments behind “||” in the post's own cell.
    """
    own = [part for cell in row.filled("text") for part in _parts(row.sheet, cell)]
    if not own:
        first = row.record.cells[0]
        own = [Part(first, first.start, first.start)]
    comments = [part for cell in row.filled("comment") for part in _parts(row.sheet, cell)]
    rest = [_spelled(row.sheet, part, []) for part in own[1:] + comments]
    return [_spelled(row.sheet, own[0], joined), *rest]


def _parts(sheet: Sheet, cell: Cell) -> Iterator[Part]:
    """Yield what stands between the “||” of a cell, without blanks; else the cell as it is."""
    if sheet.text.find(_PARTS, cell.start, cell.end) < 0:
        yield Part(cell, cell.start, cell.end)
        return
    index = cell.start
    while index <= cell.end:
        stop = sheet.text.find(_PARTS, index, cell.end)
        stop = cell.end if stop < 0 else stop
        words = sheet.text[index:stop]
        begin = index + len(words) - len(words.lstrip())
        if words.strip() or index == cell.start:
            yield Part(cell, begin, max(begin, index + len(words.rstrip())))
        index = stop + len(_PARTS)


def _spelled(sheet: Sheet, part: Part, joined: list[tuple[Part, str]]) -> tuple[str, SourceMap]:
    found = Spelling()
    cells.spell(found, sheet.text, *part)
    words, end = found.text, part.end
    for place, url in joined:
        if url in words:
            continue
        if words and not words[-1].isspace():
            found.spelled(" ", end)
        cells.spell(found, sheet.text, *place)
        words, end = words + " " + url, place.end
    entry.check_length(words, sheet.source, *sheet.lines.position(part.start))
    return found.finish(sheet.lines, end)
