"""A child made before it is needed: a fork, and the first touch of each page, take time.

It has run a command of its own for practice, and waits for one that counts.
"""

from __future__ import annotations

import os
import signal
import socket
from contextlib import suppress
from typing import TYPE_CHECKING, Final

from postlint.server import wire
from postlint.server.adopting import run_as
from postlint.server.request import decode

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence
    from typing import NoReturn

FILES: Final = 4
"""What comes with a command: the client's connection, and its three files."""
_HEARD: Final = frozenset({signal.SIGINT, signal.SIGTERM, signal.SIGCHLD, signal.SIGHUP})
"""What the parent hears in its own way."""


class Spare:
    """One child that waits."""

    def __init__(
        self,
        main: Callable[[list[str]], int],
        rehearse: Callable[[], None],
        open_here: Iterable[socket.socket],
    ) -> None:
        """Fork; ``open_here`` are connections of the parent's that are none of the child's."""
        self.line, other = socket.socketpair()
        before = signal.pthread_sigmask(signal.SIG_BLOCK, _HEARD)
        self.pid = os.fork()
        if self.pid:
            signal.pthread_sigmask(signal.SIG_SETMASK, before)
            other.close()
            with suppress(OSError):
                os.setpgid(self.pid, 0)
            return
        try:
            os.setpgid(0, 0)
            _quiet()
            signal.pthread_sigmask(signal.SIG_SETMASK, before)
            for each in (*open_here, self.line):
                each.close()
            rehearse()
            _wait(other, main)
        finally:
            os._exit(1)

    def give(self, request: bytes, line: socket.socket, files: Sequence[int]) -> bool:
        """Hand over a command; False where the child is no more, and can never run it."""
        message = len(request).to_bytes(4, "big") + request
        given = False
        try:
            sent = socket.send_fds(self.line, [message], [line.fileno(), *files])
            given = True
            if sent < len(message):
                self.line.sendall(message[sent:])
        except OSError:
            return given
        finally:
            self.line.close()
        return True

    def close(self) -> None:
        """Let it go."""
        self.line.close()


def _quiet() -> None:
    """Hear signals as any program does, and not as the parent."""
    signal.set_wakeup_fd(-1)
    signal.signal(signal.SIGINT, signal.default_int_handler)
    for each in _HEARD - {signal.SIGINT}:
        signal.signal(each, signal.SIG_DFL)


def _wait(line: socket.socket, main: Callable[[list[str]], int]) -> NoReturn:
    """Wait for a command, become its process, and end; end too when the parent does."""
    data, files, _, _ = socket.recv_fds(line, 1 << 16, FILES)
    if len(files) != FILES:
        os._exit(0)
    while len(data) < 4 or len(data) < 4 + int.from_bytes(data[:4], "big"):  # noqa: PLR2004 - its head
        more = line.recv(1 << 16)
        if not more:
            os._exit(0)
        data += more
    line.close()
    client = socket.socket(fileno=files[0])
    try:
        request = decode(data[4:])
    except wire.Garbled:
        client.sendall(wire.frame(wire.REFUSED))
        os._exit(0)
    run_as(request, files[1:], client, main)
