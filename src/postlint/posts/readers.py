"""The formats that postlint reads: one module each, listed here."""

from __future__ import annotations

from pathlib import PurePath
from typing import TYPE_CHECKING, Protocol

from postlint.lazily import Modules

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from postlint.model import Post, Unreadable


class Reader(Protocol):
    """What the module of a format offers."""

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


ENDINGS: Mapping[str, tuple[str, ...]] = {
    "text": (".md", ".markdown", ".txt", ".text"),
    "yaml": (".yaml", ".yml"),
    "json": (".json",),
    "jsonl": (".jsonl", ".ndjson"),
    "csv": (".csv", ".tsv"),
}
"""How the names of each format's files end, in lower case."""

READERS: Mapping[str, Reader] = Modules(__package__, *ENDINGS)


def format_of(source: str) -> str | None:
    """Return the format that a file's name ends in, None where no reader claims it."""
    ending = PurePath(source).suffix.lower()
    return next((name for name, endings in ENDINGS.items() if ending in endings), None)
