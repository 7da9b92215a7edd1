"""A tree of nodes to the posts of a queue, whatever format the tree came from.

One bad entry does not spoil the others: it becomes an Unreadable.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from postlint.errors import PostError
from postlint.model import Post, Unreadable
from postlint.posts import entry
from postlint.posts.spelling import Lines, Spelling
from postlint.yamlfile import Fields, Node

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from postlint.spans import SourceMap

Locate: TypeAlias = "Callable[[str, Node, Lines], tuple[str, SourceMap]]"


def entries(root: Node, source: str) -> tuple[Node, ...]:
    """Return the entries: the items of a list or of ``posts:``, or one entry by itself."""
    if isinstance(root.value, tuple):
        found = root.value
    elif isinstance(root.value, dict) and "posts" in root.value:
        fields = Fields(root, source, PostError, "queue")
        found = fields.items("posts")
        fields.done()
    elif isinstance(root.value, dict) and "text" in root.value:
        return (root,)
    elif root.value is None:
        problem = "nothing to check: the queue is empty"
        raise PostError(problem, source)
    else:
        problem = "a queue is a list of posts, or a mapping with the list under “posts”"
        raise PostError(problem, source, root.line, root.column)
    if not found:
        problem = "nothing to check: the queue has no posts"
        raise PostError(problem, source, root.line, root.column)
    return found


def posts(
    file: str, root: Node, source: str, locate: Locate, lines: Lines
) -> Iterator[Post | Unreadable]:
    """Yield each entry as a Post, or as an Unreadable that says why not."""
    nodes = entries(root, source)
    for number, node in enumerate(nodes, 1):
        name = f"post {number}" if node is not root else None
        yield attempt(file, node, source, name, locate, lines)


def attempt(  # noqa: PLR0913, PLR0917 - one call for each format
    file: str, node: Node, source: str, name: str | None, locate: Locate, lines: Lines
) -> Post | Unreadable:
    """Return the Post of one entry, or the Unreadable that says why not."""
    try:
        fields = Fields(node, source, PostError, "post")
        words = entry.text_node(fields)
        if words is None:
            text, positions = Spelling().finish(lines, node.start)
        else:
            text, positions = locate(file, words, lines)
        return entry.make(fields, text, positions, name)
    except PostError as fault:
        return unreadable(fault)


def unreadable(fault: PostError) -> Unreadable:
    """Turn an error into a value, so that the other posts are still checked."""
    return Unreadable(fault.path, fault.problem, fault.line, fault.column)
