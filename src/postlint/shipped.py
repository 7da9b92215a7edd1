"""What comes with postlint: packs, tables and profiles, and the files of the program itself."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

_LEFT_OUT = frozenset({"__pycache__", "kept"})
"""Folders of what is made of the others."""


class File(NamedTuple):
    """A file as it is: where, and when it was last changed (ns), and its size."""

    path: str
    changed: int
    size: int


def rules_folder() -> Path:
    """Return the folder of the shipped packs and tables: the wheel's, else the checkout's."""
    shipped = Path(__file__).parent / "rules"
    return shipped if shipped.is_dir() else Path(__file__).parents[2] / "rules"


def kept_folder() -> Path:
    """Return where a wheel has what a first run would make; a checkout has no such folder."""
    return Path(__file__).parent / "kept"


def program() -> dict[str, File]:
    """Return all files of the program and of its rules by names that are the same everywhere."""
    own, rules = str(Path(__file__).parent), str(rules_folder())
    found = {each.path[len(own) :]: each for each in files_in(own)}
    if not rules.startswith(own):
        found |= {f"/rules{each.path[len(rules) :]}": each for each in files_in(rules)}
    return {name[1:].replace(os.sep, "/"): each for name, each in found.items()}


def files_in(folder: str) -> Iterator[File]:
    """Yield all files of a folder and of those below it, in order.

    What Python has compiled is left out, what was kept of the others, and names
    behind which there is nothing, such as editors make for files that are open.
    """
    with os.scandir(folder) as entries:
        for entry in sorted(entries, key=lambda entry: entry.name):
            if entry.is_dir():
                if entry.name not in _LEFT_OUT:
                    yield from files_in(entry.path)
            else:
                try:
                    found = entry.stat()
                except FileNotFoundError:
                    continue
                yield File(entry.path, found.st_mtime_ns, found.st_size)
