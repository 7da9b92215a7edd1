"""A draft as plain text or Markdown, with optional YAML front matter between ``---`` lines.

Not a Markdown parser: the text is what would be pasted into the platform, as it is.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from postlint import yamlfile
from postlint.errors import PostError
from postlint.lazily import Pattern
from postlint.posts import comments, entry
from postlint.posts.spelling import Lines
from postlint.spans import SourceMap
from postlint.yamlfile import Fields, Node

if TYPE_CHECKING:
    from collections.abc import Iterator

    from postlint.model import Acceptance, Post

legacy: str | None = None

_OPENING = Pattern(r"(?:[ \t]*\n)*---[ \t]*(?:\n|\Z)")
_RULE = Pattern(r"^---[ \t]*(?:\n|\Z)", re.MULTILINE)
_BLANK_LINES = Pattern(r"(?:[ \t]*\n)*")
_MAX_FRONT_MATTER = 256 * 1024


def is_queue(head: str) -> bool:  # noqa: ARG001 - any text may be a draft
    """Every text file of a folder is a draft."""
    return True


def read(
    text: str,
    source: str,
    date_order: str | None = None,  # noqa: ARG001 - days are written one way here
) -> Iterator[Post]:
    """Yield the post of a draft, or with ``thread: true`` the posts of its thread.

    ``text`` has line feeds as its only newlines. Raises PostError.
    """
    fields, start = _front_matter(text, source)
    lines = Lines(text)
    if not fields.flag("thread", default=False):
        body, positions, accept = _body(text, source, lines, start, len(text))
        post = entry.make(fields, body, positions, None)
        yield replace(post, accept=post.accept + accept)
        return
    first: Post | None = None
    for number, (begin, end) in enumerate(_parts(text, start), 1):
        body, positions, accept = _body(text, source, lines, begin, end)
        if not body:
            problem = f"part {number} of the thread is empty"
            raise PostError(problem, source, *positions.position(0))
        if first is None:
            first = entry.make(fields, body, positions, None)
        part = _part(first, number, body, positions)
        yield replace(part, accept=part.accept + accept)


def _part(first: Post, number: int, body: str, positions: SourceMap) -> Post:
    name = f"part {number}" if first.id is None else f"{first.id}, part {number}"
    media = first.media if number == 1 else ()
    return replace(first, id=name, text=body, positions=positions, media=media)


def _front_matter(text: str, source: str) -> tuple[Fields, int]:
    """Return the keys and the index at which the body begins."""
    opening = _OPENING.match(text)
    if opening is None:
        return Fields(Node({}), source, PostError, "draft"), 0
    line = text.count("\n", 0, opening.start() + opening.group().index("-")) + 1
    closing = _RULE.search(text, opening.end())
    if closing is None:
        problem = "front matter begins here, but no line “---” ends it"
        raise PostError(problem, source, line, 1)
    root = yamlfile.read(
        text[opening.end() : closing.start()],
        source,
        error=PostError,
        first_line=line + 1,
        max_size=_MAX_FRONT_MATTER,
    )
    if root.value is None:
        root = Node({}, line, 1)
    return Fields(root, source, PostError, "draft"), closing.end()


def _parts(text: str, start: int) -> Iterator[tuple[int, int]]:
    for rule in _RULE.finditer(text, start):
        yield start, rule.start()
        start = rule.end()
    yield start, len(text)


def _body(
    text: str, source: str, lines: Lines, start: int, end: int
) -> tuple[str, SourceMap, tuple[Acceptance, ...]]:
    """Return the text between two indexes, its places, and the risks that its comments accept.

    Blank lines around it, and the comments themselves, are no part of it.
    """
    blank = _BLANK_LINES.match(text, start, end)
    begin = blank.end() if blank else start
    found = comments.find(text, source, lines, begin, end)
    body = text[begin:end].rstrip("\n")
    positions: SourceMap | None = None
    if found:
        body, positions = comments.without(text, lines, found, begin, end)
    if not body.strip():
        body, begin, positions = "", min(start, begin), None
    line = lines.position(begin).line
    entry.check_length(body, source, line, 1)
    accept = tuple(comment.acceptance for comment in found)
    return body, positions or SourceMap.plain(body, line), accept
