"""Begin a server: one for each place, behind the process that asks for it or in its stead."""

from __future__ import annotations

import os
import sys
import time

from postlint.server import place

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

WAIT = 2.0
"""Seconds that a new server waits for an old one to leave."""
_FIRST = 3
"""The first file number that is no standard stream."""


class Taken(Exception):
    """Another server is there already, or about to be."""


def lock(wait: float = WAIT) -> int:
    """Return an open file that no other server has while this one lives; raises ``Taken``."""
    where = os.path.join(place.folder(make=True), place.name(place.identity()) + ".lock")
    held = os.open(where, os.O_RDWR | os.O_CREAT | getattr(os, "O_NOFOLLOW", 0), 0o600)
    until = time.monotonic() + wait
    while not _try(held):
        if time.monotonic() >= until:
            os.close(held)
            raise Taken
        time.sleep(0.05)
    return held


def _try(held: int) -> bool:
    try:
        if sys.platform == "win32":
            import msvcrt

            msvcrt.locking(held, msvcrt.LK_NBLCK, 1)
        else:
            import fcntl

            fcntl.flock(held, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return False
    return True


def in_background(serve: Callable[[], None]) -> int:
    """Serve in a process behind this one, without its terminal and files.

    Returns a file to read what ``serve`` prints until it is ready, to its end.
    """
    if os.name == "nt":
        return _detached()
    told, tell = os.pipe()
    if os.fork():
        os.close(tell)
        return told
    status = 1
    try:
        os.setsid()
        _let_go_of_everything(tell)
        serve()
        status = 0
    finally:
        os._exit(status)


def _let_go_of_everything(tell: int) -> None:
    """Keep standard output, which is ``tell`` now, and nothing else that was open."""
    os.chdir("/")
    nothing = os.open(os.devnull, os.O_RDWR)
    os.dup2(nothing, 0)
    os.dup2(nothing, 2)
    os.dup2(tell, 1)
    os.closerange(_FIRST, os.sysconf("SC_OPEN_MAX"))


def _detached() -> int:
    """Start another Python, where no process can be doubled."""
    words = ["-P", "-m", "postlint", "server", "start", "--foreground"]
    quoted = f'"{sys.executable}"'
    os.spawnv(os.P_DETACH, sys.executable, [quoted, *words])  # type: ignore[attr-defined] # noqa: S606
    return os.open(os.devnull, os.O_RDONLY)
