"""Where a command's posts come from: files, folders, standard input or an option."""

from __future__ import annotations

import re
import sys
from typing import TYPE_CHECKING, Final

import click

from postlint import posts
from postlint.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from postlint.model import Post, Unreadable

STDIN: Final = "-"
TEXT: Final = "<text>"

date_order = click.option(
    "--date-order",
    type=click.Choice(posts.ORDERS),
    help="Days such as 03/04/2026 in tables: day first (dmy) or month first (mdy).",
)
"""The option of every command that reads queues."""

_LANGUAGE: Final = re.compile(r"[a-z]{2,3}(?:-[a-z0-9]{1,8})*", re.IGNORECASE)


def language(code: str | None) -> str | None:
    """Return the code as it is; raises ``UsageError`` for what is no language code at all."""
    if code is not None and not _LANGUAGE.fullmatch(code):
        problem = f"--lang “{code}”: write a language code such as en, fr or pt-BR"
        raise UsageError(problem)
    return code


def read(
    paths: Sequence[str],
    text: str | None,
    stdin_filename: str | None,
    date_order: str | None = None,
) -> Iterator[Post | Unreadable]:
    """Yield posts in the order asked for; raises ``MissingFile`` before the first of them."""
    if text is not None and paths:
        problem = "give paths or --text, not both"
        raise UsageError(problem)
    if text is not None:
        return posts.read(text.encode("utf-8", "surrogateescape"), TEXT, "text")
    if not paths and stdin_filename:
        paths = [STDIN]
    if not paths:
        problem = "nothing to check: give a file, a folder, - for standard input, or --text"
        raise UsageError(problem)
    found = list(posts.find(paths))
    return _each(found, stdin_filename, date_order)


def _each(
    found: Sequence[str], stdin_filename: str | None, date_order: str | None
) -> Iterator[Post | Unreadable]:
    for path in found:
        if path == STDIN:
            name = stdin_filename or STDIN
            queue = posts.read(sys.stdin.buffer.read(), name, date_order=date_order)
            yield from posts.with_alt_texts(queue, name)
        else:
            yield from posts.read_file(path, date_order=date_order)
