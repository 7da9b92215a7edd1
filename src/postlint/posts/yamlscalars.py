"""Where each character of a YAML scalar stands in its file.

The parser says what a scalar means but not where its characters came from, so
the raw text is read once more by the rules of libyaml's scanner (``scanner.c``:
``scan_flow_scalar``, ``scan_plain_scalar``, ``scan_block_scalar``). Not a
parser: what it reads is known to be a scalar, and its result is compared with
the parser's.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from postlint.posts.spelling import Spelling

if TYPE_CHECKING:
    from postlint.posts.spelling import Lines
    from postlint.spans import SourceMap
    from postlint.yamlfile import Node

_BREAKS = "\n\x85\u2028\u2029"
_TO_BREAK = re.compile(f"[^{_BREAKS}]*")
_SPACES = re.compile(" *")
_FOLD = re.compile(f"[ \t]*[{_BREAKS}][ \t{_BREAKS}]*")
_ESCAPED_BREAK = re.compile(f"\\\\[{_BREAKS}][ \t{_BREAKS}]*")
_ESCAPE = re.compile(r"\\(?:x(..)|u(....)|U(........)|(.))", re.DOTALL)
_FLOW_PARTS = {
    "": re.compile(f"[ \t]*[{_BREAKS}]"),
    "'": re.compile(f"''|[ \t]*[{_BREAKS}]"),
    '"': re.compile(f"\\\\|[ \t]*[{_BREAKS}]"),
}
_HEADER = re.compile(f"[|>]([-+1-9]*)[^{_BREAKS}]*[{_BREAKS}]?")
_KEEPS_NEWLINES = re.compile(r"[|>]\d?\+")
_ESCAPES = {
    "0": "\0",
    "a": "\a",
    "b": "\b",
    "t": "\t",
    "\t": "\t",
    "n": "\n",
    "v": "\v",
    "f": "\f",
    "r": "\r",
    "e": "\x1b",
    "N": "\x85",
    "_": "\xa0",
    "L": "\u2028",
    "P": "\u2029",
}


def locate(file: str, node: Node, lines: Lines) -> tuple[str, SourceMap]:
    """Return a scalar node's text and where its characters stand in ``file``.

    A block without a chomping mark loses its last newline: YAML adds it, the
    writer did not mean it. Should the parser ever disagree with what is read
    here, its word counts and the whole text stands at the scalar's beginning.
    """
    block = node.style in {"|", ">"}
    spelling, end = _block(file, node) if block else _line(file, node)
    if spelling.text != node.spelling:
        return _bluntly(node, lines)
    if block and not _KEEPS_NEWLINES.match(file, node.start):
        spelling.drop_newline()
    return spelling.finish(lines, end)


def _bluntly(node: Node, lines: Lines) -> tuple[str, SourceMap]:
    spelling = Spelling()
    for character in node.spelling:
        spelling.spelled(character, node.start)
    return spelling.finish(lines, node.end)


# ---------------------------------------------------------------- quoted and plain


def _line(file: str, node: Node) -> tuple[Spelling, int]:
    quotes = 1 if node.style else 0
    start, end = node.start + quotes, node.end - quotes
    return _flow(file, start, end, node.style), end


def _flow(file: str, index: int, end: int, style: str) -> Spelling:
    found = Spelling()
    special = _FLOW_PARTS[style]
    while index < end:
        match = special.search(file, index, end)
        stop = match.start() if match else end
        found.stretch(file[index:stop], index)
        if match is None:
            break
        if match.group() == "''":
            found.spelled("'", stop)
            index = stop + 2
        elif match.group() == "\\":
            index = _escape(found, file, stop, end)
        else:
            index = _fold(found, file, stop, end)
    return found


def _escape(found: Spelling, file: str, index: int, end: int) -> int:
    swallowed = _ESCAPED_BREAK.match(file, index, end)
    if swallowed:
        _add_breaks(found, file, index + 2, swallowed.end())
        return swallowed.end()
    match = _ESCAPE.match(file, index, end)
    if match is None:
        return end
    *codes, simple = match.groups()
    code = next(filter(None, codes), None)
    character = _ESCAPES.get(simple, simple) if code is None else chr(int(code, 16))
    found.spelled(character, index)
    return match.end()


def _fold(found: Spelling, file: str, index: int, end: int) -> int:
    """Take a line break with the blanks around it: one newline is a space, more stay."""
    match = _FOLD.match(file, index, end)
    if match is None:
        return end
    first = index
    while file[first] not in _BREAKS:
        first += 1
    newline = _newline(file[first])
    if newline == "\n" and not any(mark in file[first + 1 : match.end()] for mark in _BREAKS):
        found.spelled(" ", first)
    elif newline != "\n":
        found.spelled(newline, first)
    _add_breaks(found, file, first + 1, match.end())
    return match.end()


def _add_breaks(found: Spelling, file: str, index: int, end: int) -> None:
    for place in range(index, end):
        if file[place] in _BREAKS:
            found.spelled(_newline(file[place]), place)


def _newline(mark: str) -> str:
    return "\n" if mark == "\x85" else mark


# ---------------------------------------------------------------- blocks


def _block(file: str, node: Node) -> tuple[Spelling, int]:
    header = _HEADER.match(file, node.start, node.end)
    if header is None:
        return Spelling(), node.end
    lines = _block_lines(file, header.end(), node.end)
    chomp = "-" if "-" in header[1] else "+" if "+" in header[1] else ""
    return _Block(file, node.style == "|", _indent(lines, node.spelling)).read(lines, chomp)


def _indent(lines: list[tuple[int, int, int]], text: str) -> int:
    """Return how deep a block stands: the spaces of its first line that the text lacks.

    The header may say so only relative to what the block stands in, which the
    scalar itself does not show.
    """
    for spaces, start, stop in lines:
        if start + spaces < stop:
            before = text[: len(text) - len(text.lstrip(" " + _BREAKS))]
            return max(0, spaces - len(before) + len(before.rstrip(" ")))
    deepest = max((spaces for spaces, _, _ in lines), default=0)
    return max(0, deepest - max(map(len, re.split(f"[{_BREAKS}]", text))))


def _block_lines(file: str, index: int, end: int) -> list[tuple[int, int, int]]:
    """Return (leading spaces, start, index of the line break or the end) for each line."""
    lines = []
    while index < end:
        stop = _line_end(file, index, end)
        spaces = _SPACES.match(file, index, stop)
        lines.append((len(spaces.group()) if spaces else 0, index, stop))
        index = stop + 1
    return lines


def _line_end(file: str, index: int, end: int) -> int:
    match = _TO_BREAK.match(file, index, end)
    return match.end() if match else end


class _Block:
    """One reading of a block, for one indentation; ``waiting`` are breaks not yet decided."""

    def __init__(self, file: str, literal: bool, indent: int) -> None:
        self.file = file
        self.literal = literal
        self.indent = indent
        self.found = Spelling()
        self.last: int | None = None
        self.waiting: list[int] = []
        self.was_blank = False
        self.end = 0

    def read(self, lines: list[tuple[int, int, int]], chomp: str) -> tuple[Spelling, int]:
        self.end = lines[0][1] if lines else 0
        for spaces, start, stop in lines:
            if start + min(spaces, self.indent) >= stop:
                if stop < len(self.file):
                    self.waiting.append(stop)
            else:
                self.line(start + self.indent, stop)
        if chomp != "-" and self.last is not None:
            self.add_break(self.last)
        if chomp == "+":
            for index in self.waiting:
                self.add_break(index)
                self.end = index + 1
        return self.found, self.end

    def line(self, start: int, stop: int) -> None:
        blank = self.file.startswith((" ", "\t"), start)
        if self.last is not None:
            simple = self.file[self.last] in "\n\x85"
            if self.literal or self.was_blank or blank or not simple:
                self.add_break(self.last)
            elif not self.waiting:
                self.found.spelled(" ", self.last)
        for index in self.waiting:
            self.add_break(index)
        self.waiting = []
        self.was_blank = blank
        self.found.stretch(self.file[start:stop], start)
        self.end = stop
        self.last = stop if stop < len(self.file) else None

    def add_break(self, index: int) -> None:
        self.found.spelled(_newline(self.file[index]), index)
