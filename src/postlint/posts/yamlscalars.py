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

from postlint.lazily import Pattern
from postlint.posts.spelling import Spelling
from postlint.posts.yamlblocks import BREAKS, newline, read_block

if TYPE_CHECKING:
    from postlint.posts.spelling import Lines
    from postlint.spans import SourceMap
    from postlint.yamlfile import Node

_FOLD = Pattern(f"[{BREAKS}][ \t{BREAKS}]*")
_ESCAPED_BREAK = Pattern(f"\\\\[{BREAKS}][ \t{BREAKS}]*")
_ESCAPE = Pattern(r"\\(?:x(..)|u(....)|U(........)|(.))", re.DOTALL)
_SPECIAL = {
    "": re.compile(f"[{BREAKS}]"),
    "'": re.compile(f"''|[{BREAKS}]"),
    '"': re.compile(f"[\\\\{BREAKS}]"),
}
_KEEPS_NEWLINES = Pattern(r"[|>]\d?\+")
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
    spelling, end = read_block(file, node) if block else _line(file, node)
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


def _line(file: str, node: Node) -> tuple[Spelling, int]:
    quotes = 1 if node.style else 0
    start, end = node.start + quotes, node.end - quotes
    return _flow(file, start, end, node.style), end


def _flow(file: str, index: int, end: int, style: str) -> Spelling:
    found = Spelling()
    special = _SPECIAL[style]
    while (match := special.search(file, index, end)) is not None:
        stop = match.start()
        before = file[index:stop]
        if match.group() == "''":
            found.stretch(before, index)
            found.spelled("'", stop)
            index = stop + 2
        elif match.group() == "\\":
            found.stretch(before, index)
            index = _escape(found, file, stop, end)
        else:
            found.stretch(before.rstrip(" \t"), index)
            index = _fold(found, file, stop, end)
    found.stretch(file[index:end], index)
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
    """Take a line break and the blanks after it: one newline is a space, more stay."""
    match = _FOLD.match(file, index, end)
    if match is None:
        return end
    mark = newline(file[index])
    alone = not any(other in match.group()[1:] for other in BREAKS)
    if mark != "\n":
        found.spelled(mark, index)
    elif alone:
        found.spelled(" ", index)
    _add_breaks(found, file, index + 1, match.end())
    return match.end()


def _add_breaks(found: Spelling, file: str, index: int, end: int) -> None:
    for place in range(index, end):
        if file[place] in BREAKS:
            found.spelled(newline(file[place]), place)
