"""The client of the loopback server: carries its own streams over the connection.

Only where none of them is a terminal: a terminal's width, colours and keys do
not travel, so its user's command runs by itself.
"""

from __future__ import annotations

import os
import socket
import sys
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
        return _attend(line)
    except KeyboardInterrupt:
        line.say(wire.INTERRUPT)
        return _attend(line)
    finally:
        line.close()


def _attend(line: Line) -> int | None:
    """Write what comes, read what is wanted, and return the exit status."""
    touched = False
    while True:
        try:
            letter, content = line.hear()
        except (OSError, wire.Garbled):
            return _lost() if touched else None
        if letter == wire.ENDED:
            sys.stdout.flush()
            return content[0]
        touched = True
        if letter == wire.WANTED:
            _give(line)
        elif letter in (wire.OUT, wire.ERR):
            stream = sys.stdout if letter == wire.OUT else sys.stderr
            stream.buffer.write(content)
            stream.buffer.flush()


def _give(line: Line) -> None:
    while data := sys.stdin.buffer.read(CHUNK):
        line.say(wire.INPUT, data)
    line.say(wire.INPUT)


def _lost() -> int:
    print(  # noqa: T201 - the command line speaks
        "postlint: the server ended before its answer was complete; "
        "run the command again, or set POSTLINT_SERVER=off",
        file=sys.stderr,
    )
    return LOST
