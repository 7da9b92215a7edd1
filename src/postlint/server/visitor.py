"""The client of the loopback server: carries its own streams over the connection.

Only where none of them is a terminal: a terminal's width, colours and keys do
not travel, so its user's command runs by itself.
"""

from __future__ import annotations

import os
import signal
import socket
import sys
from contextlib import suppress
from typing import TYPE_CHECKING, Final

from postlint.server import place, proof, wire
from postlint.server.loopback import ADDRESS, Line
from postlint.server.request import of_this_process

if TYPE_CHECKING:
    from collections.abc import Sequence

PATIENCE: Final = 1.0
LOST: Final = 3
CHUNK: Final = 1 << 16


def path() -> str:
    """Return the file with the port and the secret; raises ``NoPlace``."""
    return os.path.join(place.folder(), place.name(place.identity()) + ".port")


def connect(where: str) -> Line | None:
    """Return a connection to a server that has proved itself, None where there is none."""
    try:
        with open(where, encoding="ascii") as file:
            port, secret_ = file.read().split()
        secret = bytes.fromhex(secret_)
        line = Line(socket.create_connection((ADDRESS, int(port)), timeout=PATIENCE))
    except (OSError, ValueError):
        return None
    try:
        own, other = proof.challenge(), line.exactly(proof.SIZE)
        line.raw(own + proof.prove(secret, b"client", own, other))
        if proof.holds(line.exactly(proof.SIZE), secret, b"server", other, own):
            return line
    except OSError:
        pass
    line.close()
    return None


def visit(argv: Sequence[str], where: str | None = None) -> int | None:
    """Have the server run the command; None where it cannot, and nothing was touched."""
    if any(each.isatty() for each in (sys.stdin, sys.stdout, sys.stderr)):
        return None
    line = connect(where or path())
    if line is None:
        return None
    try:
        line.say(wire.RUN, wire.pack([place.identity(), of_this_process(argv).encode()]))
        if line.hear()[0] != wire.READY:
            return None
        line.patience(None)
        line.say(wire.GO)
    except OSError:
        return None
    try:
        return _Visit(line).attend()
    finally:
        line.close()


class _Visit:
    """One command under way. Ctrl-C is handed on between messages, never within one."""

    def __init__(self, line: Line) -> None:
        self._line = line
        self._giving = self._interrupted = False

    def attend(self) -> int | None:
        """Write what comes, read what is wanted, and return the exit status."""
        signal.signal(signal.SIGINT, lambda *_: self._interrupt())
        touched = False
        while True:
            try:
                letter, content = self._line.hear()
            except (OSError, wire.Garbled):
                return _lost() if touched else None
            if letter == wire.ENDED:
                return content[0]
            if letter == wire.REFUSED:
                return None
            touched = True
            if letter == wire.WANTED:
                self._give()
            elif letter in _STREAMS:
                _write(_STREAMS[letter], content)

    def _interrupt(self) -> None:
        self._interrupted = True
        if not self._giving:
            with suppress(OSError):
                self._line.say(wire.INTERRUPT)

    def _give(self) -> None:
        self._giving = True
        while not self._interrupted and (data := os.read(0, CHUNK)):
            self._line.say(wire.INPUT, data)
        self._line.say(wire.INPUT)
        self._giving = False
        if self._interrupted:
            self._interrupt()


_STREAMS: Final = {wire.OUT: 1, wire.ERR: 2}


def _write(number: int, content: bytes) -> None:
    while content:
        content = content[os.write(number, content) :]


def _lost() -> int:
    print(  # noqa: T201 - the command line speaks
        "postlint: the server ended before its answer was complete; "
        "run the command again, or set POSTLINT_SERVER=off",
        file=sys.stderr,
    )
    return LOST
