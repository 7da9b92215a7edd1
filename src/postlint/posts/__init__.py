"""Files to posts: drafts and queues, every character with its line and column.

Not for judging them, and not for which platform or language applies by default.
"""

from __future__ import annotations

import codecs
from pathlib import Path
from typing import TYPE_CHECKING

from postlint import yamlfile
from postlint.errors import PostError, UsageError, did_you_mean
from postlint.model import Unreadable
from postlint.posts import sidecar
from postlint.posts.dates import ORDERS
from postlint.posts.encoding import MAX_BYTES, decode
from postlint.posts.entry import ACCOUNTS, MAX_TEXT, PLATFORMS, make
from postlint.posts.folders import STDIN, find
from postlint.posts.queue import unreadable
from postlint.posts.readers import ENDINGS, READERS, Reader, format_of
from postlint.spans import ByteIndex, SourceMap
from postlint.yamlfile import Fields

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from postlint.model import Post

__all__ = [
    "ACCOUNTS",
    "ENDINGS",
    "MAX_BYTES",
    "MAX_TEXT",
    "ORDERS",
    "PLATFORMS",
    "READERS",
    "STDIN",
    "Reader",
    "alt_texts_of",
    "find",
    "format_of",
    "from_values",
    "read",
    "read_file",
    "with_alt_texts",
]


def read(
    raw: bytes,
    source: str,
    format: str | None = None,  # noqa: A002 - the word that people use
    *,
    date_order: str | None = None,
) -> Iterator[Post | Unreadable]:
    """Yield the posts of a file's bytes; what cannot be read becomes an Unreadable.

    ``format`` is a name of READERS; without one the end of ``source`` decides,
    and a name that says nothing means text. ``date_order`` (``dmy`` or ``mdy``)
    is for tables with days such as 03/04/2026, where no day of the column
    settles it. Raises UsageError for an unknown format or order, and nothing else.
    """
    name = format or format_of(source) or "text"
    if name not in READERS:
        problem = f"“{name}” is not a format; {did_you_mean(name, READERS)}"
        raise UsageError(problem)
    if date_order is not None and date_order not in ORDERS:
        problem = f"“{date_order}” is not an order of dates; {did_you_mean(date_order, ORDERS)}"
        raise UsageError(problem)
    return _attempt(raw, source, READERS[name], date_order)


def read_file(
    path: str,
    format: str | None = None,  # noqa: A002 - the word that people use
    *,
    date_order: str | None = None,
) -> Iterator[Post | Unreadable]:
    """Yield the posts of a file, as ``read`` does; one that cannot be opened is Unreadable.

    Alt texts may stand in a file beside it: see ``with_alt_texts``.
    """
    try:
        with Path(path).open("rb") as file:
            raw = file.read(MAX_BYTES + 1)
    except OSError as fault:
        return iter((Unreadable(path, f"cannot be opened: {fault.strerror}"),))
    return with_alt_texts(read(raw, path, format, date_order=date_order), path)


def with_alt_texts(found: Iterator[Post | Unreadable], queue: str) -> Iterator[Post | Unreadable]:
    """Yield the same posts with the alt texts of the file beside ``queue``, if there is one.

    ``week.alt.yaml`` beside ``week.csv`` maps ids, or numbers of rows, to alt texts.
    """
    return sidecar.fill(found, queue)


def alt_texts_of(queue: str) -> Path:
    """Return where the alt texts of a queue stand, if it has any."""
    return sidecar.path_for(queue)


def _attempt(
    raw: bytes, source: str, reader: Reader, date_order: str | None
) -> Iterator[Post | Unreadable]:
    try:
        text = decode(raw, source, reader.legacy)
        mark = codecs.BOM_UTF8 if raw.startswith(codecs.BOM_UTF8) else b""
        file = ByteIndex(text, len(mark))
        for item in reader.read(text, source, date_order):
            if not isinstance(item, Unreadable):
                item.positions.stand_in(file)
            yield item
    except PostError as fault:
        yield unreadable(fault)


def from_values(text: str, values: Mapping[str, object], source: str, line: int = 1) -> Post:
    """Return a post made in memory: its text, and front-matter keys as plain values.

    Raises PostError for a key or value that front matter would not take either.
    """
    fields = Fields(yamlfile.of(values, line), source, PostError, "post")
    return make(fields, text, SourceMap.plain(text, line), None)
