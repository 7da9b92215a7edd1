"""A queue in JSON Lines: one entry on each line; a bad line does not spoil the others."""

from __future__ import annotations

from typing import TYPE_CHECKING

from postlint.errors import PostError
from postlint.lazily import Pattern
from postlint.posts import jsontree, queue
from postlint.posts.spelling import Lines

if TYPE_CHECKING:
    from collections.abc import Iterator

    from postlint.model import Post, Unreadable

legacy: str | None = None

_LINE = Pattern(r"[^\n]+")
_ENTRY = Pattern(r"\"text\"\s*:")


def is_queue(head: str) -> bool:
    """Tell whether a file that begins so is a queue, not some other JSON Lines."""
    return _ENTRY.search(head) is not None


def read(
    text: str,
    source: str,
    date_order: str | None = None,  # noqa: ARG001 - days are written one way here
) -> Iterator[Post | Unreadable]:
    """Yield a Post or an Unreadable for each line that is not blank.

    ``text`` has line feeds as its only newlines. Raises PostError where all are.
    """
    lines = Lines(text)
    empty = True
    for match in _LINE.finditer(text):
        if not match.group().isspace():
            empty = False
            yield _line(text, source, match.start(), match.end(), lines)
    if empty:
        problem = "nothing to check: the queue is empty"
        raise PostError(problem, source)


def _line(text: str, source: str, start: int, end: int, lines: Lines) -> Post | Unreadable:
    try:
        node = jsontree.parse(text, source, lines, start, end)
    except PostError as fault:
        return queue.unreadable(fault)
    name = f"line {lines.position(start).line}"
    return queue.attempt(text, node, source, name, jsontree.locate, lines)
