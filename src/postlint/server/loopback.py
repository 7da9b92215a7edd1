"""The server where there are no Unix sockets: a port of the loopback address, and no fork.

Who connects must know the secret in a file of the user's. Commands run in this
very process, one after another; what they read and write goes over the connection.
"""

from __future__ import annotations

import io
import os
import socket
import sys
import time
import traceback
from contextlib import contextmanager, suppress
from queue import Empty, SimpleQueue
from threading import Thread
from typing import TYPE_CHECKING, Final

from postlint.server import proof, wire
from postlint.server.request import Request, decode, place_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path
    from typing import TextIO

    from _typeshed import ReadableBuffer, WriteableBuffer

    from postlint.server.state import State

ADDRESS: Final = "127.0.0.1"
HURRY: Final = 5.0
"""Seconds that a client has for each message before its command begins."""
LOOK: Final = 30.0
CHUNK: Final = 1 << 20
"""Bytes of one message of output."""


class Line:
    """A connection that speaks in messages."""

    def __init__(self, line: socket.socket) -> None:
        """Take a connection."""
        self._line = line
        self._frames = wire.Frames()
        self._heard: list[tuple[bytes, bytes]] = []

    def exactly(self, size: int) -> bytes:
        """Return so many bytes, before any message; raises ``ConnectionError`` at the end."""
        data = b""
        while len(data) < size:
            more = self._line.recv(size - len(data))
            if not more:
                raise ConnectionAbortedError
            data += more
        return data

    def raw(self, data: bytes) -> None:
        """Send bytes that are no message."""
        self._line.sendall(data)

    def say(self, letter: bytes, content: bytes = b"") -> None:
        """Send a message."""
        self._line.sendall(wire.frame(letter, content))

    def hear(self) -> tuple[bytes, bytes]:
        """Return the next message; ``ConnectionError`` at the end, ``Garbled`` for nonsense."""
        while not self._heard:
            data = self._line.recv(1 << 16)
            if not data:
                raise ConnectionAbortedError
            self._heard += self._frames.feed(data)
        return self._heard.pop(0)

    def patience(self, seconds: float | None) -> None:
        """Wait so long for a message, None for ever."""
        self._line.settimeout(seconds)

    def close(self) -> None:
        """End the connection, for a thread that still listens too."""
        with suppress(OSError):
            self._line.shutdown(socket.SHUT_RDWR)
        self._line.close()


class Server:
    """A server that listens already; ``serve`` returns when it has nothing more to do."""

    def __init__(
        self, path: Path, main: Callable[[list[str]], int], state: State, identity: bytes
    ) -> None:
        """Open a port, and write it with a new secret to ``path``; raises ``OSError``."""
        self._path, self._main, self._state, self._identity = path, main, state, identity
        self._secret = proof.challenge()
        self._stopping = False
        self._door = socket.create_server((ADDRESS, 0))
        port = self._door.getsockname()[1]
        path.unlink(missing_ok=True)
        held = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(held, "w", encoding="ascii") as file:
            file.write(f"{port} {self._secret.hex()}\n")

    def serve(self) -> None:
        """Answer until told to stop, until idle for long, or until the files are others."""
        try:
            while not self._stopping:
                self._door.settimeout(max(0.01, self._state.wait(LOOK)))
                with suppress(TimeoutError, KeyboardInterrupt):
                    line, _ = self._door.accept()
                    self._meet(line)
                if self._state.is_idle() or self._state.is_stale():
                    self._stopping = True
        finally:
            self._door.close()
            self._path.unlink(missing_ok=True)

    def _meet(self, connection: socket.socket) -> None:
        connection.settimeout(HURRY)
        line = Line(connection)
        try:
            if self._knows(line):
                self._hear(line, *line.hear())
        except (OSError, wire.Garbled):
            pass
        finally:
            line.close()

    def _knows(self, line: Line) -> bool:
        """Tell whether the client has shown that it knows the secret; show it too."""
        own = proof.challenge()
        line.raw(own)
        other, shown = line.exactly(proof.SIZE), line.exactly(proof.SIZE)
        if not proof.holds(shown, self._secret, b"client", other, own):
            return False
        line.raw(proof.prove(self._secret, b"server", own, other))
        return True

    def _hear(self, line: Line, letter: bytes, content: bytes) -> None:
        if letter == wire.RUN:
            self._consider(line, content)
        elif letter in (wire.STATUS, wire.STOP):
            self._stopping = letter == wire.STOP
            line.say(wire.TOLD, self._state.told(0))

    def _consider(self, line: Line, content: bytes) -> None:
        parts = wire.unpack(content)
        self._stopping = self._state.is_stale()
        if self._stopping or len(parts) != 2 or parts[0] != self._identity:  # noqa: PLR2004
            line.say(wire.REFUSED)
            return
        request = decode(parts[1])
        line.say(wire.READY)
        if line.hear()[0] != wire.GO:
            return
        line.patience(None)
        self._state.served()
        line.say(*run_for(request, line, self._main))


def run_for(request: Request, line: Line, main: Callable[[list[str]], int]) -> tuple[bytes, bytes]:
    """Run the command as if this process were the client's; return what to tell it at the end."""
    given: SimpleQueue[bytes] = SimpleQueue()
    running = [True]
    status = 3
    try:
        with _as_if(request, line, given):
            Thread(target=_listen, args=(line, given, running), daemon=True).start()
            status = main(request.argv[1:])
            running.clear()
            sys.stdout.flush()
            sys.stderr.flush()
    except _Elsewhere:
        return wire.REFUSED, b""
    except KeyboardInterrupt:
        status = 130
    except Exception:  # noqa: BLE001 - one command's bug must not end the server
        traceback.print_exc()
    finally:
        running.clear()
    return wire.ENDED, bytes([status & 255])


class _Elsewhere(Exception):
    """The client's folder cannot be entered from here."""


def _listen(line: Line, given: SimpleQueue[bytes], running: list[bool]) -> None:
    """Hand on the client's input, and its wish to stop."""
    import _thread

    try:
        while True:
            letter, content = line.hear()
            if letter == wire.INPUT:
                given.put(content)
            elif letter == wire.INTERRUPT and running:
                _thread.interrupt_main()
    except (OSError, wire.Garbled):
        if running:
            _thread.interrupt_main()


@contextmanager
def _as_if(request: Request, line: Line, given: SimpleQueue[bytes]) -> Iterator[None]:
    """Stand in the client's folder with its environment and streams; step back at the end."""
    cwd, environ, path, argv = os.getcwd(), dict(os.environ), list(sys.path), list(sys.argv)
    streams = sys.stdin, sys.stdout, sys.stderr
    umask = os.umask(request.umask)
    try:
        _enter(request)
        _put(request.environ, request.path, request.argv)
        sys.stdin, sys.stdout, sys.stderr = _streams(request, line, given)
        yield
    finally:
        sys.stdin, sys.stdout, sys.stderr = streams
        _put(environ, path, argv)
        os.umask(umask)
        os.chdir(cwd)


def _enter(request: Request) -> None:
    try:
        os.chdir(request.cwd)
        same = place_of(".") == request.place
    except OSError:
        raise _Elsewhere from None
    if not same:
        raise _Elsewhere


def _put(environ: dict[str, str], path: list[str], argv: list[str]) -> None:
    os.environ.clear()
    os.environ.update(environ)
    sys.path[:], sys.argv[:] = path, argv
    if hasattr(time, "tzset"):
        time.tzset()


def _streams(
    request: Request, line: Line, given: SimpleQueue[bytes]
) -> tuple[TextIO, TextIO, TextIO]:
    (enc_in, err_in), (enc_out, err_out), (enc_err, err_err) = (
        way.split()[:2] for way in request.streams
    )
    heard = io.BufferedReader(_Input(line, given))
    told, warned = (_Output(line, each) for each in (wire.OUT, wire.ERR))
    return (
        io.TextIOWrapper(heard, enc_in, err_in),
        io.TextIOWrapper(told, enc_out, err_out),  # type: ignore[type-var]
        io.TextIOWrapper(warned, enc_err, err_err, line_buffering=True),  # type: ignore[type-var]
    )


class _Input(io.RawIOBase):
    """The client's standard input, asked for when somebody reads it."""

    def __init__(self, line: Line, given: SimpleQueue[bytes]) -> None:
        self._line, self._given = line, given
        self._held: bytes | None = None
        self._ended = False

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: WriteableBuffer, /) -> int:
        view = memoryview(buffer).cast("B")
        if self._held is None:
            self._line.say(wire.WANTED)
            self._held = b""
        while not (self._held or self._ended):
            # A wait without end could not be interrupted on every system.
            with suppress(Empty):
                self._held = self._given.get(timeout=0.2)
                self._ended = not self._held
        part, self._held = self._held[: len(view)], self._held[len(view) :]
        view[: len(part)] = part
        return len(part)


class _Output(io.BufferedIOBase):
    """The client's standard output or error; an interruption may cut it, never repeat it."""

    def __init__(self, line: Line, letter: bytes) -> None:
        self._line, self._letter = line, letter
        self._held = bytearray()

    def writable(self) -> bool:
        return True

    def write(self, data: ReadableBuffer, /) -> int:
        size = len(self._held)
        self._held += data
        added = len(self._held) - size
        if len(self._held) >= CHUNK:
            self.flush()
        return added

    def flush(self) -> None:
        while self._held:
            part = bytes(self._held[:CHUNK])
            del self._held[: len(part)]
            self._line.say(self._letter, part)
