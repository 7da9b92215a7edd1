"""Where a command's posts come from: files, folders, standard input or an option."""

from __future__ import annotations

import re
import sys
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Final

import click

from postlint import posts
from postlint.errors import UsageError
from postlint.lazily import Pattern
from postlint.model import Unreadable
from postlint.values import dataclass

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from postlint.model import Post

STDIN: Final = "-"
TEXT: Final = "<text>"

date_order = click.option(
    "--date-order",
    type=click.Choice(posts.ORDERS),
    help="Days such as 03/04/2026 in tables: day first (dmy) or month first (mdy).",
)
"""The option of every command that reads queues."""

_LANGUAGE: Final = Pattern(r"[a-z]{2,3}(?:-[a-z0-9]{1,8})*", re.IGNORECASE)


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
    return find(paths, text, stdin_filename, date_order).posts()


@dataclass(frozen=True, slots=True)
class Sources:
    """What a command reads, in order; ``held`` are bytes that stand in no file.

    ``paths`` name files, and ``-`` and ``<text>`` what is held; ``platforms``
    are for posts that name none.
    """

    paths: tuple[str, ...]
    held: Mapping[str, bytes]
    stdin_filename: str | None = None
    date_order: str | None = None
    platforms: tuple[str, ...] = ()

    def on(self, platforms: Sequence[str]) -> Sources:
        """Return the same sources, for these platforms where a post names none."""
        return replace(self, platforms=tuple(dict.fromkeys(platforms)))

    def without(self, excluded: Callable[[str], bool]) -> Sources:
        """Leave out what is excluded; standard input goes by the name that it was given."""
        kept = tuple(path for path in self.paths if not excluded(self.name(path)))
        return replace(self, paths=kept)

    def posts(self) -> Iterator[Post | Unreadable]:
        """Yield the posts of everything."""
        for path in self.paths:
            if path in self.held:
                yield from self.parse(path, self.held[path])
            else:
                found = posts.read_file(path, date_order=self.date_order)
                yield from map(self._on_platforms, found)

    def parse(self, path: str, raw: bytes) -> Iterator[Post | Unreadable]:
        """Yield the posts of bytes that stand, or would stand, under a path."""
        name = self.name(path)
        reader = posts.format_of(name) if path != TEXT else "text"
        found = posts.read(raw, name, reader, date_order=self.date_order)
        return map(self._on_platforms, posts.with_alt_texts(found, name))

    def _on_platforms(self, item: Post | Unreadable) -> Post | Unreadable:
        if isinstance(item, Unreadable) or item.platforms or not self.platforms:
            return item
        return replace(item, platforms=self.platforms)

    def name(self, path: str) -> str:
        """Return what a source is called in reports."""
        return self.stdin_filename or path if path == STDIN else path

    def raw(self, path: str) -> bytes | None:
        """Return the bytes of a source, None where it cannot be opened."""
        if path in self.held:
            return self.held[path]
        try:
            return Path(path).read_bytes()
        except OSError:
            return None

    def holding(self, path: str, raw: bytes) -> Sources:
        """Return the same sources with other bytes for one of them."""
        return replace(self, held={**self.held, path: raw})


def find(
    paths: Sequence[str],
    text: str | None,
    stdin_filename: str | None,
    date_order: str | None = None,
) -> Sources:
    """Return what there is to read; raises ``UsageError`` or ``MissingFile``."""
    if text is not None and paths:
        problem = "give paths or --text, not both"
        raise UsageError(problem)
    if text is not None:
        return Sources((TEXT,), {TEXT: text.encode("utf-8", "surrogateescape")})
    if not paths and stdin_filename:
        paths = [STDIN]
    if not paths:
        problem = "nothing to check: give a file, a folder, - for standard input, or --text"
        raise UsageError(problem)
    found = tuple(posts.find(paths))
    held = {STDIN: sys.stdin.buffer.read()} if STDIN in found else {}
    return Sources(found, held, stdin_filename, date_order)
