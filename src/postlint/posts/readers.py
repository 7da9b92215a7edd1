"""The formats that postlint reads: one module each, listed here."""

from __future__ import annotations

from pathlib import PurePath
from typing import TYPE_CHECKING, Protocol

from postlint.posts import csv, json, jsonl, text, yaml

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from postlint.model import Post, Unreadable


class Reader(Protocol):
    """What the module of a format offers."""

    @property
    def extensions(self) -> tuple[str, ...]:
        """The file names' ends, with the dot, in lower case."""

    @property
    def legacy(self) -> str | None:
        """The encoding of files that are not Unicode, None where such files are refused."""

    def is_queue(self, head: str) -> bool:
        """Tell by its beginning whether a file met in a folder is meant for postlint."""

    def read(
        self, text: str, source: str, date_order: str | None = None
    ) -> Iterator[Post | Unreadable]:
        """Yield the posts of a text whose newlines are line feeds; may raise PostError.

        ``date_order``, ``dmy`` or ``mdy``, is for formats that leave it open.
        """


READERS: Mapping[str, Reader] = {
    "text": text,
    "yaml": yaml,
    "json": json,
    "jsonl": jsonl,
    "csv": csv,
}


def format_of(source: str) -> str | None:
    """Return the format that a file's name ends in, None where no reader claims it."""
    ending = PurePath(source).suffix.lower()
    return next((name for name, reader in READERS.items() if ending in reader.extensions), None)
