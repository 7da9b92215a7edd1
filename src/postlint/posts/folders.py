"""Which files to read: those that are named, and the drafts and queues in named folders.

Not for reading them.
"""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

from postlint.errors import MissingFile
from postlint.posts.readers import READERS, format_of
from postlint.posts.sidecar import ENDING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

STDIN = "-"
_HEAD = 64 * 1024


def find(paths: Sequence[str]) -> Iterator[str]:
    """Yield the files to read, each once: named files as they are, folders walked in order.

    In a folder, hidden files and folders, unknown extensions, linked folders
    and tables, YAML or JSON files that are no queues are passed over. ``-`` stands for
    the standard input. Raises MissingFile at once, before the first file.
    """
    for path in paths:
        if path != STDIN and not Path(path).exists():
            problem = f"{path}: no such file or folder"
            raise MissingFile(problem)
    return _each_once(path for given in paths for path in _under(given))


def _under(path: str) -> Iterator[str]:
    if path == STDIN or not Path(path).is_dir():
        yield path
        return
    for folder, subfolders, files in os.walk(path):
        subfolders[:] = sorted(name for name in subfolders if not name.startswith("."))
        for name in sorted(files):
            found = os.path.join(folder, name)  # noqa: PTH118 - keeps a leading “./”
            if not name.startswith(".") and _is_queue(found):
                yield found


def _each_once(paths: Iterator[str]) -> Iterator[str]:
    seen = set()
    for path in paths:
        real = path if path == STDIN else os.path.realpath(path)
        if real not in seen:
            seen.add(real)
            yield path


def _is_queue(path: str) -> bool:
    name = format_of(path)
    if name is None or path.endswith(ENDING):
        return False
    try:
        with Path(path).open("rb") as file:
            head = file.read(_HEAD)
    except OSError:
        return True  # whoever reads the file says why it cannot be read
    wide = head.startswith((b"\xff\xfe", b"\xfe\xff"))
    text = head.decode("utf-16" if wide else "utf-8-sig", errors="replace")
    return READERS[name].is_queue(text.replace("\r\n", "\n").replace("\r", "\n"))
