"""A file's bytes as text that can be changed in places and turned back into bytes.

Encoding, byte order mark and newlines are kept; ``posts`` reads the same text
with line feeds only, so lines and columns mean the same in both.
"""

from __future__ import annotations

import codecs
import re
from dataclasses import replace
from typing import TYPE_CHECKING, Final, NamedTuple

from postlint.values import dataclass

if TYPE_CHECKING:
    from collections.abc import Iterable

    from postlint.spans import Position

_NEWLINE: Final = re.compile(r"\r\n|\r|\n")
_MARKS: Final = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)


class Edit(NamedTuple):
    """Put ``text`` in the place of the code points ``start`` to ``end`` of a file."""

    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class RawFile:
    """The text of a file without its byte order mark, and how it is written."""

    text: str
    mark: bytes
    codec: str
    starts: tuple[int, ...]

    @classmethod
    def of(cls, raw: bytes, legacy: str | None = None) -> RawFile:
        """Take the bytes of a file; raises ``UnicodeDecodeError`` where they are no text.

        ``legacy`` is the encoding to try where they are not UTF-8.
        """
        mark, codec = next((pair for pair in _MARKS if raw.startswith(pair[0])), (b"", "utf-8"))
        try:
            text = raw[len(mark) :].decode(codec)
        except UnicodeDecodeError:
            if legacy is None or codec != "utf-8":
                raise
            codec, text = legacy, raw[len(mark) :].decode(legacy)
        if codec.startswith("utf-16") and text.startswith("\ufeff"):
            mark, text = mark + mark, text[1:]
        return cls(text, mark, codec, _starts(text))

    @property
    def raw(self) -> bytes:
        """The bytes again; raises ``UnicodeEncodeError`` for what the encoding cannot say."""
        return self.mark + self.text.encode(self.codec)

    @property
    def newline(self) -> str:
        """The newline that the file uses first."""
        first = _NEWLINE.search(self.text)
        return first.group() if first else "\n"

    def index(self, position: Position) -> int:
        """Return the index of the character at a line and column of the file."""
        line = min(position.line, len(self.starts)) - 1
        return min(self.starts[line] + position.column - 1, len(self.text))

    def changed(self, edits: Iterable[Edit]) -> RawFile:
        """Return the file with edits made; raises ``ValueError`` where two overlap."""
        pieces, done = [], 0
        for edit in sorted(edits):
            if not done <= edit.start <= edit.end:
                msg = f"edits overlap at {edit.start}"
                raise ValueError(msg)
            pieces += [self.text[done : edit.start], edit.text]
            done = edit.end
        text = "".join([*pieces, self.text[done:]])
        return replace(self, text=text, starts=_starts(text))


def _starts(text: str) -> tuple[int, ...]:
    return (0, *(match.end() for match in _NEWLINE.finditer(text)))
