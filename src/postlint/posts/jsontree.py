"""JSON text to the same tree of nodes as YAML, every value with its place.

Not the standard library's parser: that one forgets where a value stood and
keeps the last of two equal keys. Its string scanner is used.
"""

from __future__ import annotations

import re
from json.decoder import JSONDecodeError, scanstring  # type: ignore[attr-defined]
from typing import TYPE_CHECKING

from postlint.errors import PostError
from postlint.lazily import Pattern
from postlint.posts.spelling import Lines, Spelling
from postlint.yamlfile import MAX_DEPTH, Key, Node

if TYPE_CHECKING:
    from postlint.spans import SourceMap

_SPACE = Pattern(r"[ \t\n]*")
_NUMBER = Pattern(r"-?(?:0|[1-9]\d*)(\.\d+)?([eE][-+]?\d+)?", re.ASCII)
_WORD = Pattern(r"[\w'.+-]+")
_SURROGATE = Pattern("[\ud800-\udfff]")
_LONGEST_NUMBER = 40
_WORDS = {"true": True, "false": False, "null": None}
_SIMPLE = {
    '\\"': '"',
    "\\\\": "\\",
    "\\/": "/",
    "\\b": "\b",
    "\\f": "\f",
    "\\n": "\n",
    "\\r": "\r",
    "\\t": "\t",
}
_ESCAPE = Pattern(
    r"\\u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2}|\\u[0-9a-fA-F]{4}|\\."
)


def parse(text: str, source: str, lines: Lines, start: int = 0, end: int | None = None) -> Node:
    """Return the tree of the JSON value that fills ``text[start:end]``; raises PostError."""
    stop = len(text) if end is None else end
    scanner = _Scanner(text, source, lines, stop)
    node, index = scanner.value(scanner.skip(start))
    index = scanner.skip(index)
    if index < stop:
        problem = "the value has ended, but something follows"
        raise scanner.fault(problem, index)
    return node


def locate(text: str, node: Node, lines: Lines) -> tuple[str, SourceMap]:
    """Return the text of a string node and where its characters stand in the file."""
    quoted = 1 if node.style else 0
    index, end = node.start + quoted, node.end - quoted
    found = Spelling()
    for match in _ESCAPE.finditer(text, index, end):
        found.stretch(text[index : match.start()], index)
        found.spelled(_SIMPLE.get(match.group()) or _code_point(match.group()), match.start())
        index = match.end()
    found.stretch(text[index:end], index)
    return found.finish(lines, end)


def _code_point(escape: str) -> str:
    """Return the character that an escape of a code, or of two halves, stands for."""
    code = int(escape[2:6], 16)
    if len(escape) > len("\\u1234"):
        code = 0x10000 + (code - 0xD800 << 10) + int(escape[8:12], 16) - 0xDC00
    return chr(code)


class _Scanner:
    """Reads values from an index on; each method returns the index behind what it read."""

    def __init__(self, text: str, source: str, lines: Lines, end: int) -> None:
        self.text = text
        self.source = source
        self.lines = lines
        self.end = end
        self.left = MAX_DEPTH

    def fault(self, problem: str, index: int) -> PostError:
        return PostError(problem, self.source, *self.lines.position(min(index, self.end)))

    def skip(self, index: int) -> int:
        if index < self.end and self.text[index] not in " \t\n":
            return index
        match = _SPACE.match(self.text, index, self.end)
        return match.end() if match else index

    def at(self, index: int) -> str:
        return self.text[index] if index < self.end else ""

    def value(self, index: int) -> tuple[Node, int]:
        first = self.at(index)
        if first == '"':
            return self.string(index)
        if first in {"{", "["} and first:
            return self.collection(index, first)
        return self.bare(index)

    def string(self, index: int) -> tuple[Node, int]:
        value, end = self.characters(index)
        return Node(value, *self.lines.position(index), value, '"', index, end), end

    def characters(self, index: int) -> tuple[str, int]:
        try:
            value, end = scanstring(self.text, index + 1, True)
        except JSONDecodeError as fault:
            if fault.pos >= self.end or fault.msg.startswith("Unterminated"):
                problem = "the closing quotation mark is missing"
                raise self.fault(problem, index) from None
            raise self.fault(_plainer(fault.msg), fault.pos) from None
        half = None if value.isascii() else _SURROGATE.search(value)
        if half:
            problem = (
                f"\\u{ord(half.group()):04x} is half of a character: its other half is missing"
            )
            raise self.fault(problem, index)
        return value, end

    def bare(self, index: int) -> tuple[Node, int]:
        place = self.lines.position(index)
        match = _NUMBER.match(self.text, index, self.end)
        word = _WORD.match(self.text, index, self.end)
        if word is None:
            shown = f"“{self.at(index)}”" if index < self.end else "the end"
            problem = f"a value is missing here, before {shown}"
            raise self.fault(problem, index)
        spelling, end = word.group(), word.end()
        if spelling in _WORDS:
            return Node(_WORDS[spelling], *place, spelling, "", index, end), end
        if match is None or match.end() != end:
            problem = f"“{spelling}” is not JSON: put text in double quotation marks"
            raise self.fault(problem, index)
        number: str | float = spelling
        if len(spelling) <= _LONGEST_NUMBER:
            number = float(spelling) if match[1] or match[2] else int(spelling)
        return Node(number, *place, spelling, "", index, end), end

    def collection(self, index: int, first: str) -> tuple[Node, int]:
        if not self.left:
            problem = f"lists and mappings may nest {MAX_DEPTH} deep; this is deeper"
            raise self.fault(problem, index)
        self.left -= 1
        value, end = self.mapping(index + 1) if first == "{" else self.listing(index + 1)
        self.left += 1
        return Node(value, *self.lines.position(index), "", "", index, end), end

    def listing(self, index: int) -> tuple[tuple[Node, ...], int]:
        items: list[Node] = []
        index = self.skip(index)
        if self.at(index) == "]":
            return (), index + 1
        while True:
            item, index = self.value(index)
            items.append(item)
            index, more = self.separator(index, "]")
            if not more:
                return tuple(items), index

    def mapping(self, index: int) -> tuple[dict[Key, Node], int]:
        fields: dict[Key, Node] = {}
        index = self.skip(index)
        if self.at(index) == "}":
            return fields, index + 1
        while True:
            key, index = self.key(index, fields)
            fields[key], index = self.value(index)
            index, more = self.separator(index, "}")
            if not more:
                return fields, index

    def key(self, index: int, fields: dict[Key, Node]) -> tuple[Key, int]:
        if self.at(index) != '"':
            problem = "a key in double quotation marks is missing here"
            raise self.fault(problem, index)
        name, end = self.characters(index)
        key = Key.at(name, *self.lines.position(index))
        if key in fields:
            first = next(other for other in fields if other == key)
            problem = f"the key “{key}” stands here twice: it is already on line {first.line}"
            raise self.fault(problem, index)
        end = self.skip(end)
        if self.at(end) != ":":
            problem = "a colon is missing here"
            raise self.fault(problem, end)
        return key, self.skip(end + 1)

    def separator(self, index: int, closing: str) -> tuple[int, bool]:
        index = self.skip(index)
        if self.at(index) == closing:
            return index + 1, False
        if self.at(index) != ",":
            problem = f"a comma or “{closing}” is missing here"
            raise self.fault(problem, index)
        following = self.skip(index + 1)
        if self.at(following) == closing:
            problem = "remove this comma: nothing follows it"
            raise self.fault(problem, index)
        return following, True


def _plainer(said: str) -> str:
    if said.startswith("Invalid control"):
        return "a newline or tab inside a text is written \\n or \\t"
    return "no such escape: write \\\\ for a backslash"
