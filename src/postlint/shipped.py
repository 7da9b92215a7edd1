"""Where the packs, tables and profiles that come with postlint stand."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator


def rules_folder() -> Path:
    """Return the folder of the shipped packs and tables: the wheel's, else the checkout's."""
    shipped = Path(__file__).parent / "rules"
    return shipped if shipped.is_dir() else Path(__file__).parents[2] / "rules"


def files_in(folder: str) -> Iterator[tuple[str, int, int]]:
    """Yield path, time of the last change (ns) and size of all files of a folder, in order.

    Those of folders below it too; what Python has compiled is left out.
    """
    with os.scandir(folder) as entries:
        for entry in sorted(entries, key=lambda entry: entry.name):
            if entry.is_dir():
                if entry.name != "__pycache__":
                    yield from files_in(entry.path)
            else:
                found = entry.stat()
                yield entry.path, found.st_mtime_ns, found.st_size
