"""What a server knows of itself: since when, how often, how long idle, and whether still true."""

from __future__ import annotations

import os
import sys
import time
from pathlib import Path
from typing import Final

from postlint.server import wire
from postlint.shipped import files_in
from postlint.version import VERSION

IDLE: Final = 15.0
"""Minutes without a command after which a server goes, if nobody says otherwise."""


class State:
    """Counts and clocks of one server; ``idle`` in minutes, ``folders`` hold what it loaded."""

    def __init__(self, folders: tuple[Path, ...], idle: float = IDLE) -> None:
        """Begin now, with the files as they are."""
        self._folders = folders
        self._files = stamp(folders)
        self._idle = idle * 60
        self._begun = time.time()
        self._used = time.monotonic()
        self._count = 0

    def begin(self) -> None:
        """Count idleness from now: all is loaded."""
        self._begun, self._used = time.time(), time.monotonic()

    def served(self) -> None:
        """Count one command, from now."""
        self._count += 1
        self._used = time.monotonic()

    def is_idle(self) -> bool:
        """Tell whether nobody has asked for long enough."""
        return time.monotonic() - self._used >= self._idle

    def wait(self, most: float) -> float:
        """Return the seconds until it may be idle, at most ``most``."""
        return max(0.0, min(most, self._used + self._idle - time.monotonic()))

    def is_stale(self) -> bool:
        """Tell whether the files are others than those that were loaded."""
        return stamp(self._folders) != self._files

    def told(self, running: int) -> bytes:
        """Return what ``postlint server status`` shows."""
        idle = time.monotonic() - self._used
        fields = [VERSION, os.getpid(), self._begun, self._count, running, idle, self._idle]
        return wire.pack([str(each).encode() for each in (*fields, _memory())])


def stamp(folders: tuple[Path, ...]) -> int:
    """Return a number that is another when a file came, went or was written.

    Of the folders that packages are installed in, only what lies in them directly.
    """
    installed = {Path(each) for each in sys.path if each.endswith("site-packages")}
    whole = [each for folder in folders for each in files_in(str(folder))]
    return hash((tuple(whole), tuple(_changed(each) for each in sorted(installed))))


def _changed(folder: Path) -> int:
    try:
        return folder.stat().st_mtime_ns
    except OSError:
        return 0


def _memory() -> int:
    """Return the bytes of memory that are in use, 0 where the system does not tell."""
    try:
        pages = Path("/proc/self/statm").read_text(encoding="ascii").split()[1]
        return int(pages) * os.sysconf("SC_PAGE_SIZE")
    except (OSError, ValueError, IndexError, AttributeError):
        return 0
