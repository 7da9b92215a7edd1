"""The server where there are Unix sockets: a child by fork for each command.

The parent never runs a command. It waits, asks of every request whether it is
the user's own and whether the files are still those that it loaded, and hands it
to a child; that has rules and grammar in memory, takes over the client's files,
folder and environment, and is the command line itself.
"""

from __future__ import annotations

import os
import selectors
import signal
import socket
import sys
import time
from contextlib import suppress
from typing import TYPE_CHECKING, Final

from postlint.server import wire
from postlint.server.caller import peer
from postlint.server.spare import Spare

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from postlint.server.state import State

HURRY: Final = 5.0
"""Seconds that a client has to say what it wants."""
LOOK: Final = 30.0
"""Seconds between two looks at the files while nobody asks."""
MOST_FILES: Final = 3
SPARES: Final = 2
"""Children that wait: while one works and the next is being made, another is ready."""
_CLOSE_ON_EXEC: Final = getattr(socket, "MSG_CMSG_CLOEXEC", 0)


class _Visit:
    """One connection: what it said so far, its three files, and the child that serves it."""

    def __init__(self, line: socket.socket) -> None:
        self.line = line
        self.frames = wire.Frames()
        self.files: list[int] = []
        self.request = b""
        self.child = 0
        self.since = time.monotonic()

    def read(self) -> bytes:
        """Return what came, and keep the files that came with it; empty at the end."""
        space = socket.CMSG_SPACE(MOST_FILES * 4)
        data, extra, flags, _ = self.line.recvmsg(1 << 16, space, _CLOSE_ON_EXEC)
        for level, kind, raw in extra:
            if (level, kind) == (socket.SOL_SOCKET, socket.SCM_RIGHTS):
                whole = len(raw) - len(raw) % 4
                numbers = (raw[at : at + 4] for at in range(0, whole, 4))
                self.files += [int.from_bytes(each, sys.byteorder) for each in numbers]
        if flags & socket.MSG_CTRUNC or len(self.files) > MOST_FILES:
            raise wire.Garbled("too many files")
        return data

    def say(self, letter: bytes, content: bytes = b"") -> None:
        """Answer; who has gone in between hears nothing."""
        with suppress(OSError):
            self.line.sendall(wire.frame(letter, content))

    def close_files(self) -> None:
        """Let go of the files; the child has its own."""
        for each in self.files:
            with suppress(OSError):
                os.close(each)
        self.files = []

    def close(self) -> None:
        """Let go of the connection and the files."""
        self.close_files()
        self.line.close()


class Server:
    """A server that listens already; ``serve`` returns when it has nothing more to do."""

    def __init__(
        self,
        path: Path,
        main: Callable[[list[str]], int],
        state: State,
        identity: bytes,
        rehearse: Callable[[], None] = lambda: None,
    ) -> None:
        """Bind a socket that nobody else can open; raises ``OSError``.

        ``rehearse`` is run by each child before it is needed.
        """
        self._path, self._main, self._state, self._identity = path, main, state, identity
        self._rehearse = rehearse
        self._spares: list[Spare] = []
        self._visits: dict[int, _Visit] = {}
        self._stopping = False
        path.unlink(missing_ok=True)
        self._door = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
        before = os.umask(0o177)
        try:
            self._door.bind(str(path))
        finally:
            os.umask(before)
        self._door.listen(64)
        self._door.setblocking(False)
        self._selector = selectors.DefaultSelector()
        self._selector.register(self._door, selectors.EVENT_READ, self._accept)
        self._bell, ring = socket.socketpair()
        self._bell.setblocking(False)
        ring.setblocking(False)
        self._ring = ring
        self._selector.register(self._bell, selectors.EVENT_READ, self._rung)

    def serve(self) -> None:
        """Answer until told to stop, until idle for long, or until the files are others."""
        signal.signal(signal.SIGCHLD, lambda *_: None)
        signal.signal(signal.SIGTERM, lambda *_: self._stop())
        signal.signal(signal.SIGINT, lambda *_: self._stop())
        signal.signal(signal.SIGHUP, signal.SIG_IGN)
        signal.set_wakeup_fd(self._ring.fileno(), warn_on_full_buffer=False)
        self._spares.append(self._new_spare())
        try:
            while not (self._stopping and not self._visits):
                for key, _ in self._selector.select(self._wait()):
                    key.data()
                self._tidy()
        finally:
            signal.set_wakeup_fd(-1)
            self._stop()
            for spare in self._spares:
                spare.close()

    def _wait(self) -> float:
        """Return the seconds to wait for somebody before it is time to tidy."""
        wanting = len(self._spares) < SPARES and not self._visits and not self._stopping
        return 0.0 if wanting else self._state.wait(LOOK)

    def _stop(self) -> None:
        """Take no more calls; the name is free for the next server from now on."""
        if self._stopping:
            return
        self._stopping = True
        self._path.unlink(missing_ok=True)
        self._selector.unregister(self._door)
        self._door.close()

    def _tidy(self) -> None:
        now = time.monotonic()
        for visit in list(self._visits.values()):
            if not visit.child and now - visit.since > HURRY:
                self._leave(visit)
        if self._visits:
            return
        if self._state.is_idle() or self._state.is_stale():
            self._stop()
        elif len(self._spares) < SPARES:
            self._spares.append(self._new_spare())  # now, for nobody waits for the processor

    def _rung(self) -> None:
        """Look which children have ended, and let their clients go."""
        with suppress(BlockingIOError):
            self._bell.recv(4096)
        for pid in _ended():
            for spare in [each for each in self._spares if each.pid == pid]:
                spare.close()
                self._spares.remove(spare)
            for visit in [each for each in self._visits.values() if each.child == pid]:
                visit.child = 0
                self._leave(visit)

    def _accept(self) -> None:
        try:
            line, _ = self._door.accept()
        except OSError:
            return
        if peer(line) not in (None, os.getuid()):
            line.close()
            return
        line.settimeout(HURRY)
        visit = _Visit(line)
        self._visits[line.fileno()] = visit
        self._selector.register(line, selectors.EVENT_READ, lambda: self._read(visit))

    def _read(self, visit: _Visit) -> None:
        try:
            data = visit.read()
            for letter, content in visit.frames.feed(data):
                self._hear(visit, letter, content)
        except (OSError, wire.Garbled):
            data = b""
        if not data and visit.line.fileno() >= 0:
            self._leave(visit)

    def _leave(self, visit: _Visit) -> None:
        """Part from a client; a child that still works for it goes the way the client went."""
        if visit.child:
            with suppress(OSError):
                os.killpg(visit.child, signal.SIGCONT)
                os.killpg(visit.child, signal.SIGTERM)
        self._selector.unregister(visit.line)
        self._visits.pop(visit.line.fileno(), None)
        visit.close()

    def _hear(self, visit: _Visit, letter: bytes, content: bytes) -> None:
        if letter == wire.RUN and not visit.request:
            self._consider(visit, content)
        elif letter == wire.GO and visit.request and len(visit.files) == MOST_FILES:
            self._give(visit, visit.request)
        elif letter in _SIGNALS and visit.child:
            with suppress(OSError):
                os.killpg(visit.child, _SIGNALS[letter])
        elif letter == wire.STATUS:
            visit.say(wire.TOLD, self._state.told(len(self._visits) - 1))
        elif letter == wire.STOP:
            self._stop()
            visit.say(wire.TOLD, self._state.told(len(self._visits) - 1))
        else:
            raise wire.Garbled("not now")

    def _consider(self, visit: _Visit, content: bytes) -> None:
        parts = wire.unpack(content)
        if len(parts) != 2 or parts[0] != self._identity:  # noqa: PLR2004 - identity, request
            visit.say(wire.REFUSED)
        elif self._state.is_stale():
            visit.say(wire.REFUSED)
            self._stop()
        else:
            visit.request = parts[1]
            visit.say(wire.READY)

    def _give(self, visit: _Visit, request: bytes) -> None:
        """Have a child run the command."""
        self._state.served()
        spare = self._spares.pop(0) if self._spares else self._new_spare()
        if not spare.give(request, visit.line, visit.files):
            spare = self._new_spare()
            spare.give(request, visit.line, visit.files)
        visit.child = spare.pid
        visit.close_files()

    def _new_spare(self) -> Spare:
        lines = [each.line for each in self._visits.values()]
        lines += [each.line for each in self._spares]
        return Spare(self._main, self._rehearse, (*lines, self._door, self._bell, self._ring))


_SIGNALS: Final = {
    wire.INTERRUPT: signal.SIGINT,
    wire.PAUSE: signal.SIGSTOP,
    wire.RESUME: signal.SIGCONT,
}


def _ended() -> Iterator[int]:
    """Reap the children that have ended; what a killed one leaves of its group goes too."""
    with suppress(ChildProcessError):
        while True:
            pid, status = os.waitpid(-1, os.WNOHANG)
            if not pid:
                return
            if os.WIFSIGNALED(status):
                with suppress(OSError):
                    os.killpg(pid, signal.SIGKILL)
            yield pid
