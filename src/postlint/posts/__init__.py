"""Files to posts: drafts and queues, every character with its line and column.

Not for judging them, and not for which platform or language applies by default.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from postlint import yamlfile
from postlint.errors import PostError, UsageError, did_you_mean
from postlint.model import Unreadable
from postlint.posts.encoding import MAX_BYTES, decode
from postlint.posts.entry import ACCOUNTS, MAX_TEXT, PLATFORMS, make
from postlint.posts.folders import STDIN, find
from postlint.posts.queue import unreadable
from postlint.posts.readers import READERS, Reader, format_of
from postlint.spans import SourceMap
from postlint.yamlfile import Fields

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from postlint.model import Post

__all__ = [
    "ACCOUNTS",
    "MAX_BYTES",
    "MAX_TEXT",
    "PLATFORMS",
    "READERS",
    "STDIN",
    "Reader",
    "find",
    "format_of",
    "from_values",
    "read",
    "read_file",
]


def read(
    raw: bytes,
    source: str,
    format: str | None = None,  # noqa: A002 - the word that people use
) -> Iterator[Post | Unreadable]:
    """Yield the posts of a file's bytes; what cannot be read becomes an Unreadable.

    ``format`` is a name of READERS; without one the end of ``source`` decides,
    and a name that says nothing means text. Raises UsageError for an unknown
    format, and nothing else.
    """
    name = format or format_of(source) or "text"
    if name not in READERS:
        problem = f"“{name}” is not a format; {did_you_mean(name, READERS)}"
        raise UsageError(problem)
    return _attempt(raw, source, READERS[name])


def read_file(
    path: str,
    format: str | None = None,  # noqa: A002 - the word that people use
) -> Iterator[Post | Unreadable]:
    """Yield the posts of a file, as ``read`` does; one that cannot be opened is Unreadable."""
    try:
        with Path(path).open("rb") as file:
            raw = file.read(MAX_BYTES + 1)
    except OSError as fault:
        return iter((Unreadable(path, f"cannot be opened: {fault.strerror}"),))
    return read(raw, path, format)


def _attempt(raw: bytes, source: str, reader: Reader) -> Iterator[Post | Unreadable]:
    try:
        yield from reader.read(decode(raw, source), source)
    except PostError as fault:
        yield unreadable(fault)


def from_values(text: str, values: Mapping[str, object], source: str, line: int = 1) -> Post:
    """Return a post made in memory: its text, and front-matter keys as plain values.

    Raises PostError for a key or value that front matter would not take either.
    """
    fields = Fields(yamlfile.of(values, line), source, PostError, "post")
    return make(fields, text, SourceMap.plain(text, line), None)
