"""Become the process that a client would have been, run its command, and end.

The client's files take the places 0, 1 and 2, so that terminals, colours and
pipes are the client's own; the first byte read or written is told, for until
then the client may still do the work itself.
"""

from __future__ import annotations

import gc
import io
import os
import sys
import time
import traceback
from contextlib import suppress
from types import ModuleType
from typing import TYPE_CHECKING, Final

from postlint.server import wire
from postlint.server.request import place_of

if TYPE_CHECKING:
    import socket
    from collections.abc import Callable, Sequence
    from typing import NoReturn

    from _typeshed import ReadableBuffer, WriteableBuffer

    from postlint.server.request import Request

LOST_OUTPUT: Final = 120
"""The status of a Python that could not write the last of its output."""
_NAMES: Final = ("<stdin>", "<stdout>", "<stderr>")


class Telling(io.FileIO):
    """A file that tells of its first use."""

    tell_of: Callable[[], None]

    def readinto(self, buffer: WriteableBuffer, /) -> int:
        """Tell, then read."""
        self.tell_of()
        return super().readinto(buffer)

    def read(self, size: int | None = -1, /) -> bytes:
        """Tell, then read."""
        self.tell_of()
        return super().read(-1 if size is None else size)

    def readall(self) -> bytes:
        """Tell, then read."""
        self.tell_of()
        return super().readall()

    def write(self, data: ReadableBuffer, /) -> int:
        """Tell, then write."""
        self.tell_of()
        return super().write(data)


def run_as(
    request: Request,
    files: Sequence[int],
    line: socket.socket,
    main: Callable[[list[str]], int],
) -> NoReturn:
    """Run the request in this process, tell its status over ``line``, and end the process."""
    try:
        _take_over(request, files, line)
    except (OSError, ValueError, LookupError):
        _end(line, wire.frame(wire.REFUSED), 0)
    try:
        status = main(request.argv[1:])
    except BaseException:  # noqa: BLE001 - the client must be told, whatever it was
        traceback.print_exc()
        status = 3
    status = _flushed(status)
    _end(line, wire.frame(wire.ENDED, bytes([status & 255])), status)


def _end(line: socket.socket, message: bytes, status: int) -> NoReturn:
    with suppress(OSError):
        line.sendall(message)
    os._exit(status)


def _take_over(request: Request, files: Sequence[int], line: socket.socket) -> None:
    """Take the client's folder, environment, files and names; raises where one cannot be had."""
    os.chdir(request.cwd)
    if place_of(".") != request.place:
        problem = "the folder is another from here"
        raise OSError(problem)
    os.umask(request.umask)
    line.settimeout(None)
    os.environ.clear()
    os.environ.update(request.environ)
    time.tzset()
    sys.argv[:] = request.argv
    sys.path[:] = request.path
    sys.modules["__main__"] = _main_of(request)
    ways = [way.split() for way in request.streams]
    for number, fd in enumerate(files):
        os.dup2(fd, number)
        os.close(fd)
    told: list[bool] = []

    def tell() -> None:
        if not told:
            told.append(True)
            with suppress(OSError):
                line.sendall(wire.frame(wire.TOUCHED))

    streams = [_stream(number, way, tell) for number, way in enumerate(ways)]
    sys.stdin, sys.stdout, sys.stderr = streams
    sys.__stdin__, sys.__stdout__, sys.__stderr__ = streams  # type: ignore[misc]
    gc.enable()


def _main_of(request: Request) -> ModuleType:
    """Return a stand-in by which the program's name is found, as it is in a direct run."""
    module = ModuleType("__main__")
    module.__package__ = request.package or None
    module.__file__ = request.argv[0]
    return module


def _stream(number: int, way: Sequence[str], tell: Callable[[], None]) -> io.TextIOWrapper:
    """Return a standard stream as Python makes it."""
    encoding, errors, by_line, at_once = way
    raw = Telling(number, "wb" if number else "rb", closefd=False)
    raw.name = _NAMES[number]
    raw.tell_of = tell
    buffer = io.BufferedWriter(raw) if number else io.BufferedReader(raw)
    return io.TextIOWrapper(
        buffer,
        encoding=encoding,
        errors=errors,
        newline="\n",
        line_buffering=by_line == "1",
        write_through=at_once == "1",
    )


def _flushed(status: int) -> int:
    """Write what is still held; return the status that Python then ends with."""
    with suppress(OSError, ValueError):
        sys.stderr.flush()
    try:
        sys.stdout.flush()
    except (OSError, ValueError):
        return LOST_OUTPUT
    return status
