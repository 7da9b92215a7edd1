"""The client of the Unix socket: hands its own files to the server, and waits.

The server's child reads and writes them itself; over the socket come single
letters only: ready, touched, ended.
"""

from __future__ import annotations

import _socket
import os
import sys
from _socket import AF_UNIX, SCM_RIGHTS, SOCK_STREAM, SOL_SOCKET, socket

from postlint.server import place, wire
from postlint.server.request import of_this_process

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

PATIENCE = 1.0
"""Seconds for a server to say that it is ready: a stopped one must hold up nobody."""

LOST = 3


def path() -> str:
    """Return where the socket of this Python's server is; raises ``NoPlace``."""
    return f"{place.folder()}/{place.name(place.identity())}.sock"


def connect() -> socket | None:
    """Return a connection to the user's own server, None where there is none."""
    where = path()
    if not place.is_own_socket(where):
        return None
    line = socket(AF_UNIX, SOCK_STREAM)
    line.settimeout(PATIENCE)
    try:
        line.connect(where)
    except OSError:
        line.close()
        return None
    if peer(line) not in (None, os.getuid()):
        line.close()
        return None
    return line


def peer(line: socket) -> int | None:
    """Return the user at the other end, None where the system does not tell."""
    if not hasattr(_socket, "SO_PEERCRED"):
        return None
    found = line.getsockopt(SOL_SOCKET, _socket.SO_PEERCRED, 12)
    return int.from_bytes(found[4:8], sys.byteorder)


def call(argv: Sequence[str]) -> int | None:
    """Have the server run the command; None where it cannot, and nothing was touched."""
    line = connect()
    if line is None:
        return None
    wanted = wire.pack([place.identity(), of_this_process(argv).encode()])
    line.sendall(wire.frame(wire.RUN, wanted))
    return _Call(line).wait()


class _Call:
    """One command under way."""

    def __init__(self, line: socket) -> None:
        self._line = line
        self._frames = wire.Frames()
        self._going = self._touched = self._interrupted = False

    def wait(self) -> int | None:
        """Return the exit status; None where the command never began."""
        while True:
            try:
                data = self._line.recv(4096)
                for letter, content in self._frames.feed(data):
                    if letter == wire.ENDED:
                        return content[0]
                    if letter == wire.REFUSED:
                        return None
                    self._hear(letter)
            except KeyboardInterrupt:
                if not self._going:
                    raise
                self._interrupted = True
                self._line.sendall(wire.frame(wire.INTERRUPT))
                continue
            except OSError:
                data = b""
            if not data:
                return self._lost()

    def _hear(self, letter: bytes) -> None:
        if letter == wire.READY:
            self._line.settimeout(None)
            self._going = True
            self._pausing()
            # Not before: a server that hangs would keep them open.
            files = b"".join([fd.to_bytes(4, sys.byteorder) for fd in (0, 1, 2)])
            self._line.sendmsg([wire.frame(wire.GO)], [(SOL_SOCKET, SCM_RIGHTS, files)])
        elif letter == wire.TOUCHED:
            self._touched = True

    def _pausing(self) -> None:
        """Let Ctrl-Z stop the server's child too."""
        import _signal  # type: ignore[import-not-found] # "signal" costs an enum or two

        def pause(*_: object) -> None:
            self._line.sendall(wire.frame(wire.PAUSE))
            os.kill(os.getpid(), _signal.SIGSTOP)
            self._line.sendall(wire.frame(wire.RESUME))

        if _signal.getsignal(_signal.SIGTSTP) == _signal.SIG_DFL:
            _signal.signal(_signal.SIGTSTP, pause)

    def _lost(self) -> int | None:
        if self._interrupted:
            raise KeyboardInterrupt
        if not self._touched:
            return None
        os.write(
            2,
            b"postlint: the server ended before its answer was complete; "
            b"run the command again, or set POSTLINT_SERVER=off\n",
        )
        return LOST
