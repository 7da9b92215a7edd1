"""A queue in JSON: a list of entries, by itself or under ``posts``."""

from __future__ import annotations

from typing import TYPE_CHECKING

from postlint.lazily import Pattern
from postlint.posts import jsontree, queue
from postlint.posts.spelling import Lines

if TYPE_CHECKING:
    from collections.abc import Iterator

    from postlint.model import Post, Unreadable

legacy: str | None = None

_QUEUE = Pattern(r"\s*(?:\[\s*\{|\{\s*\"posts\"\s*:)")
_ENTRY = Pattern(r"\"text\"\s*:")


def is_queue(head: str) -> bool:
    """Tell whether a file that begins so is a queue, not some other JSON."""
    return _QUEUE.match(head) is not None and _ENTRY.search(head) is not None


def read(
    text: str,
    source: str,
    date_order: str | None = None,  # noqa: ARG001 - days are written one way here
) -> Iterator[Post | Unreadable]:
    """Yield the posts of a queue; raises PostError.

    ``text`` has line feeds as its only newlines.
    """
    lines = Lines(text)
    root = jsontree.parse(text, source, lines)
    yield from queue.posts(text, root, source, jsontree.locate, lines)
