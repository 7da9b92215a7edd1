"""What goes over a socket: messages of one letter, a length and as many bytes.

Nothing is evaluated, and nothing is longer than `MOST`: what does not fit is
``Garbled``, and its sender is not heard any more.
"""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

MOST = 1 << 26
"""Bytes of one message: far more than a system lets a command line and environment have."""

HEAD = 5
"""Bytes before the content: the letter and the length."""

# From a client:
RUN, STATUS, STOP = b"r", b"s", b"q"
GO, INTERRUPT, PAUSE, RESUME = b"g", b"i", b"z", b"c"
INPUT = b"d"
# From a server:
READY, REFUSED, TOUCHED, ENDED = b"A", b"N", b"W", b"X"
OUT, ERR, WANTED, TOLD = b"O", b"E", b"R", b"T"

LETTERS = frozenset(b"rsqgizcdANWXOERT")


class Garbled(ValueError):
    """These bytes are no message of ours."""


def frame(letter: bytes, content: bytes = b"") -> bytes:
    """Return one message."""
    return letter + len(content).to_bytes(4, "big") + content


class Frames:
    """Cuts a stream of bytes into messages."""

    __slots__ = ("_held",)

    def __init__(self) -> None:
        """Begin with nothing."""
        self._held = bytearray()

    def feed(self, data: bytes) -> Iterator[tuple[bytes, bytes]]:
        """Yield (letter, content) of each message that is whole now; raises ``Garbled``."""
        held = self._held
        held += data
        while held:
            if held[0] not in LETTERS:
                raise Garbled("no such message")
            size = int.from_bytes(held[1:HEAD], "big") if len(held) >= HEAD else 0
            if size > MOST:
                raise Garbled("too long a message")
            if len(held) < HEAD + size:
                return
            letter, content = bytes(held[:1]), bytes(held[HEAD : HEAD + size])
            del held[: HEAD + size]
            yield letter, content


def pack(fields: Sequence[bytes]) -> bytes:
    """Return several values as one."""
    return b"".join([len(field).to_bytes(4, "big") + field for field in fields])


def unpack(content: bytes) -> list[bytes]:
    """Return the values again; raises ``Garbled``."""
    fields, at = [], 0
    while at < len(content):
        start = at + 4
        at = start + int.from_bytes(content[at:start], "big")
        if at > len(content):
            raise Garbled("a value that is cut off")
        fields.append(content[start:at])
    return fields
