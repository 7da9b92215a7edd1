"""How a text is spelled in its file: which stretches stand there as they are, and where.

A reader that undoes escapes, folds or indentation reports here what each
character came from; out comes the text with its SourceMap.
"""

from __future__ import annotations

from bisect import bisect_right

from postlint.spans import Anchor, Position, SourceMap


class Lines:
    """Where the lines of a file begin; its only newline is the line feed."""

    def __init__(self, text: str) -> None:
        """Find every line of the file's text."""
        starts = [0]
        found = text.find("\n")
        while found != -1:
            starts.append(found + 1)
            found = text.find("\n", found + 1)
        self._starts = starts

    def position(self, index: int) -> Position:
        """Return the 1-based line and column of the file's code point at ``index``."""
        line = bisect_right(self._starts, index)
        return Position(line, index - self._starts[line - 1] + 1)


class Spelling:
    """A text under construction; indexes count code points of the file."""

    __slots__ = ("_expected", "_indexes", "_length", "_offsets", "_parts")

    def __init__(self) -> None:
        """Begin with nothing."""
        self._parts: list[str] = []
        self._offsets: list[int] = []
        self._indexes: list[int] = []
        self._length = 0
        self._expected = -1

    @property
    def text(self) -> str:
        """The text so far."""
        return "".join(self._parts)

    def stretch(self, characters: str, index: int) -> None:
        """Add characters that stand in the file as they are, from ``index`` on."""
        if not characters:
            return
        if index != self._expected:
            self._offsets.append(self._length)
            self._indexes.append(index)
        self._parts.append(characters)
        self._length += len(characters)
        self._expected = index + len(characters)

    def spelled(self, character: str, index: int) -> None:
        """Add one character that the file spells otherwise (an escape, a fold, a newline)."""
        self.stretch(character, index)
        self._expected = -1

    def drop_newline(self) -> None:
        """Take back the newline that was added last."""
        if self._parts and self._parts[-1] == "\n":
            self._parts.pop()
            self._length -= 1
            if self._offsets[-1] == self._length:
                self._offsets.pop()
                self._indexes.pop()
            self._expected = -1

    def finish(self, lines: Lines, end: int) -> tuple[str, SourceMap]:
        """Return the text and its map; ``end`` is the index behind the text's last character."""
        text = self.text
        if "\r" in text:
            return self._with_one_newline(text).finish(lines, end)
        anchors = [
            Anchor(offset, *lines.position(index))
            for offset, index in zip(self._offsets, self._indexes, strict=True)
        ]
        if self._expected != end or not anchors:
            anchors.append(Anchor(self._length, *lines.position(end)))
        return text, SourceMap(anchors)

    def _with_one_newline(self, text: str) -> Spelling:
        """Make every newline a line feed; a pair stands where its carriage return does."""
        unix = Spelling()
        for offset, character in enumerate(text):
            run = bisect_right(self._offsets, offset) - 1
            index = self._indexes[run] + offset - self._offsets[run]
            if character == "\r":
                unix.spelled("\n", index)
            elif character != "\n" or not text.startswith("\r\n", max(offset - 1, 0)):
                unix.stretch(character, index)
        return unix
