"""Where each character of a YAML block (``|`` or ``>``) stands in its file.

By the rules of libyaml's ``scan_block_scalar``. Not for other scalars.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from postlint.lazily import Pattern
from postlint.posts.spelling import Spelling

if TYPE_CHECKING:
    from postlint.yamlfile import Node

BREAKS = "\n\x85\u2028\u2029"
"""What ends a line inside a YAML scalar; carriage returns are gone by now."""

_TO_BREAK = Pattern(f"[^{BREAKS}]*")
_SPACES = Pattern(" *")
_HEADER = Pattern(f"[|>]([-+1-9]*)[^{BREAKS}]*[{BREAKS}]?")


def newline(mark: str) -> str:
    """Return what a line break of the file is in the text."""
    return "\n" if mark == "\x85" else mark


def read_block(file: str, node: Node) -> tuple[Spelling, int]:
    """Return the text of a block and the index behind its last character."""
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
            before = text[: len(text) - len(text.lstrip(" " + BREAKS))]
            return max(0, spaces - len(before) + len(before.rstrip(" ")))
    deepest = max((spaces for spaces, _, _ in lines), default=0)
    return max(0, deepest - max(map(len, re.split(f"[{BREAKS}]", text))))


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
        self.found.spelled(newline(self.file[index]), index)
