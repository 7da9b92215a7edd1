"""A queue in YAML: a list of entries, by itself or under ``posts:``."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from postlint import yamlfile
from postlint.errors import PostError
from postlint.lazily import Pattern
from postlint.posts import queue, yamlscalars
from postlint.posts.encoding import MAX_BYTES
from postlint.posts.spelling import Lines

if TYPE_CHECKING:
    from collections.abc import Iterator

    from postlint.model import Post, Unreadable
    from postlint.spans import SourceMap
    from postlint.yamlfile import Node

legacy: str | None = None

_ENTRY = Pattern(r"(?<![\w-])text[\"']?[ ]*:")
_LIST = Pattern(r"^(?:-[ ]|[\"']?posts[\"']?[ ]*:)", re.MULTILINE)
_COMMENT = Pattern(r"[ \t]+#\S")


def is_queue(head: str) -> bool:
    """Tell whether a file that begins so is a queue, not some other YAML."""
    return _LIST.search(head) is not None and _ENTRY.search(head) is not None


def read(
    text: str,
    source: str,
    date_order: str | None = None,  # noqa: ARG001 - days are written one way here
) -> Iterator[Post | Unreadable]:
    """Yield the posts of a queue; raises PostError.

    ``text`` has line feeds as its only newlines.
    """
    root = yamlfile.read(text, source, error=PostError, max_size=MAX_BYTES)

    def locate(file: str, node: Node, lines: Lines) -> tuple[str, SourceMap]:
        if not node.style and _COMMENT.match(file, node.end):
            place = lines.position(node.end)
            problem = "YAML takes the rest of this line for a comment: put the text in quotes"
            raise PostError(problem, source, *place)
        return yamlscalars.locate(file, node, lines)

    yield from queue.posts(text, root, source, locate, Lines(text))
