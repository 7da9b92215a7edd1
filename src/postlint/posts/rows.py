"""One row of a table to its posts. A row that makes no sense does not spoil the others."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from postlint.errors import PostError
from postlint.model import Post, Unreadable
from postlint.posts import entry, rowkeys, rowtexts
from postlint.yamlfile import Fields, Key, Node

if TYPE_CHECKING:
    from postlint.posts.sheet import Row
    from postlint.spans import SourceMap


def posts(row: Row) -> list[Post | Unreadable]:
    """Return the post of a row and its comments, nothing for an empty row."""
    if row.blank:
        return []
    try:
        return [*_read(row)]
    except PostError as fault:
        problem = f"row {row.record.row}: {fault.problem}"
        return [Unreadable(fault.path, problem, fault.line, fault.column)]


def _read(row: Row) -> list[Post]:
    _check_shape(row)
    keys = rowkeys.keys(row)
    links = rowtexts.links(row)
    platforms = keys.get(Key("platform"))
    named = Fields(Node(keys), row.sheet.source).texts("platform") if platforms else ()
    attached = bool(links and named) and rowtexts.IN_TEXT.isdisjoint(named)
    if attached:
        _add_sources(row, keys, links)
    first, *comments = rowtexts.texts(row, [] if attached else links)
    fields = Fields(Node(keys, *row.place), row.sheet.source, PostError, "post")
    post = entry.make(fields, *first, f"row {row.record.row}")
    return [post, *(_comment(post, number, *text) for number, text in enumerate(comments, 1))]


def _add_sources(row: Row, keys: dict[Key, Node], links: list[tuple[rowtexts.Part, str]]) -> None:
    urls = [row.node(url, part.cell) for part, url in links]
    key = Key.at("sources", urls[0].line, urls[0].column)
    given = keys.get(key)
    before = given.value if given is not None and isinstance(given.value, tuple) else ()
    keys[key] = Node((*before, *urls), key.line, key.column)


def _comment(post: Post, number: int, text: str, positions: SourceMap) -> Post:
    """Return a comment, which goes out below its post."""
    return replace(
        post,
        id=f"{post.id}, comment {number}",
        text=text,
        positions=positions,
        media=(),
        sources=(),
        accept=(),
        reply_to=post.id,
    )


def _check_shape(row: Row) -> None:
    """Refuse a row whose cells cannot be told apart, with PostError."""
    sheet, cells = row.sheet, row.record.cells
    for cell in cells:
        if cell.stray >= 0:
            line, _ = sheet.place(cell)
            problem = (
                f"the cell that begins on line {line} ends here, but something follows: "
                "write a quotation mark within a text twice"
            )
            raise sheet.fault(problem, cell.stray)
    width, needed = sheet.columns.width, sheet.columns.needed
    for cell in cells[width:]:
        if sheet.value(cell).strip():
            problem = f"{len(cells)} cells, but there are {width} columns"
            hint = "a text with a comma or semicolon in it needs quotes"
            raise sheet.fault(f"{problem}: {hint}", cell.start)
    if len(cells) < needed:
        problem = f"{len(cells)} cells, but at least {needed} are needed"
        hint = "a text with a newline in it needs quotes"
        raise sheet.fault(f"{problem}: {hint}", cells[-1].end)
