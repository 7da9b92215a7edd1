"""YAML text to a tree of nodes, in one pass over the parser's events.

Not through yaml's own composer: it takes four times as long, recurses, and
expands aliases without bound.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from postlint.errors import InputError
from postlint.yamlfile.nodes import Key, Node
from postlint.yamlfile.scalars import resolve

if TYPE_CHECKING:
    from collections.abc import Callable

MAX_SIZE = 8 * 1024 * 1024
"""Code points of a file, unless the caller says otherwise."""

MAX_DEPTH = 64
"""Lists and mappings within one another, unless the caller says otherwise."""

_FORBIDDEN = re.compile("[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_ODD_BREAKS = re.compile("[\x85\u2028\u2029]")

_PLAINER = (
    (
        "mapping values are not allowed",
        "a colon and a space cannot stand here: put the text in quotes, or mend the indentation",
    ),
    (
        "could not find expected ':'",
        "this is neither “key: value” nor part of a text: check the indentation, or add quotes",
    ),
    (
        "character that cannot start any token",
        "a value cannot begin with this character (a tab, @, ` or %): put the text in quotes",
    ),
    ("unexpected end of stream", "the closing quotation mark is missing"),
    (
        "did not find expected key",
        "the indentation changes here, or a quotation mark ends the text too early",
    ),
    (
        "did not find expected '-' indicator",
        "this stands in a list but does not begin with “-” in the list's own column",
    ),
    ("did not find expected ',' or ']'", "a comma or “]” is missing before this"),
    ("did not find expected ',' or '}'", "a comma or “}” is missing before this"),
    ("unknown escape character", "no such escape: write \\\\ for a backslash, or use '…' quotes"),
)
_NO_REFERENCES = (
    "anchors (&) and aliases (*) are not understood: repeat the value, "
    "or put quotes around a text that begins with & or *"
)
_NO_TAGS = "tags (!) are not understood: put quotes around a text that begins with !"


def read(  # noqa: PLR0913 - limits are keywords
    text: str,
    path: str,
    *,
    error: type[InputError] = InputError,
    first_line: int = 1,
    max_size: int = MAX_SIZE,
    max_depth: int = MAX_DEPTH,
) -> Node:
    """Return the tree of one YAML document; an empty one is a Node of None.

    ``path`` is for messages. ``first_line`` is the line of the file on which
    ``text`` begins. ``start`` and ``end`` of a node count from the start of
    ``text``. Raises ``error`` with line and column.
    """
    if len(text) > max_size:
        problem = f"too long: {len(text):,} characters, at most {max_size:,} are read"
        raise error(problem, path)
    builder = _Builder(text, path, error, first_line - 1, max_depth)
    forbidden = _FORBIDDEN.search(text)
    if forbidden:
        line, column = _place_by_index(text, forbidden.start())
        problem = f"the character U+{ord(forbidden.group()):04X} cannot stand in YAML"
        raise error(problem, path, line + builder.shift, column)
    return builder.build()


class _Open:
    """A list or mapping that has begun and not yet ended."""

    __slots__ = ("fields", "items", "key", "mark")

    def __init__(self, mark: Any, *, mapping: bool) -> None:
        self.mark = mark
        self.items: list[Node] = []
        self.fields: dict[Key, Node] | None = {} if mapping else None
        self.key: Key | None = None


class _Builder:
    """Turns events into nodes; the stack is explicit, so that depth is ours to bound."""

    def __init__(
        self, text: str, path: str, error: type[InputError], shift: int, max_depth: int
    ) -> None:
        self.text = text
        self.path = path
        self.error = error
        self.shift = shift
        self.max_depth = max_depth
        self.stack: list[_Open] = []
        self.root: Node | None = None
        self.documents = 0
        self.odd = _ODD_BREAKS.search(text) is not None

    def build(self) -> Node:
        import yaml

        loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)(self.text)
        handlers: dict[type, Callable[[Any], None]] = {
            yaml.ScalarEvent: self.scalar,
            yaml.SequenceStartEvent: self.begin_list,
            yaml.SequenceEndEvent: self.finish,
            yaml.MappingStartEvent: self.begin_mapping,
            yaml.MappingEndEvent: self.finish,
            yaml.AliasEvent: self.alias,
            yaml.DocumentStartEvent: self.document,
        }
        try:
            while (event := loader.get_event()) is not None:
                handler = handlers.get(type(event))
                if handler is not None:
                    handler(event)
        except yaml.MarkedYAMLError as fault:
            raise self.translated(fault) from None
        finally:
            loader.dispose()
        return self.root or Node(None, 1 + self.shift, 1)

    def scalar(self, event: Any) -> None:
        mark = event.start_mark
        if event.tag is not None or event.anchor is not None:
            raise self.fault(_NO_TAGS if event.anchor is None else _NO_REFERENCES, mark)
        line, column = self.place(mark) if self.odd else (mark.line + 1, mark.column + 1)
        spelling = event.value
        line += self.shift
        if self.stack:
            top = self.stack[-1]
            if top.fields is not None and top.key is None:
                self.take_key(top, Key.at(spelling, line, column))
                return
        style = event.style or ""
        value = spelling if style else resolve(spelling)
        end = event.end_mark.index
        self.add(Node(value, line, column, spelling, style, mark.index, end))

    def take_key(self, top: _Open, key: Key) -> None:
        if top.fields is not None and key in top.fields:
            first = next(other for other in top.fields if other == key)
            problem = f"the key “{key}” stands here twice: it is already on line {first.line}"
            raise self.error(problem, self.path, key.line, key.column)
        top.key = key

    def begin_list(self, event: Any) -> None:
        self.begin(event, mapping=False)

    def begin_mapping(self, event: Any) -> None:
        self.begin(event, mapping=True)

    def begin(self, event: Any, *, mapping: bool) -> None:
        mark = event.start_mark
        if event.tag is not None or event.anchor is not None:
            raise self.fault(_NO_TAGS if event.anchor is None else _NO_REFERENCES, mark)
        if len(self.stack) >= self.max_depth:
            problem = f"lists and mappings may nest {self.max_depth} deep; this is deeper"
            raise self.fault(problem, mark)
        if self.stack:
            top = self.stack[-1]
            if top.fields is not None and top.key is None:
                problem = "a key must be text; put quotes around one that begins with [ or {"
                raise self.fault(problem, mark)
        self.stack.append(_Open(mark, mapping=mapping))

    def finish(self, event: Any) -> None:
        done = self.stack.pop()
        line, column = self.place(done.mark)
        value = tuple(done.items) if done.fields is None else done.fields
        end = event.end_mark.index
        self.add(Node(value, line + self.shift, column, "", "", done.mark.index, end))

    def add(self, node: Node) -> None:
        if not self.stack:
            self.root = node
            return
        top = self.stack[-1]
        if top.fields is None:
            top.items.append(node)
        elif top.key is not None:
            top.fields[top.key] = node
            top.key = None

    def alias(self, event: Any) -> None:
        raise self.fault(_NO_REFERENCES, event.start_mark)

    def document(self, event: Any) -> None:
        self.documents += 1
        if self.documents > 1:
            problem = "a second document begins here: remove this “---” line"
            raise self.fault(problem, event.start_mark)

    def place(self, mark: Any) -> tuple[int, int]:
        if self.odd:
            return _place_by_index(self.text, mark.index)
        return mark.line + 1, mark.column + 1

    def fault(self, problem: str, mark: Any) -> InputError:
        line, column = self.place(mark)
        return self.error(problem, self.path, line + self.shift, column)

    def translated(self, fault: Any) -> InputError:
        said = str(fault.problem or fault.context or "this is not YAML")
        mark = fault.problem_mark or fault.context_mark
        if "end of stream" in said and fault.context_mark is not None:
            mark = fault.context_mark
        problem = next((better for worse, better in _PLAINER if worse in said), said)
        return self.error(problem, self.path) if mark is None else self.fault(problem, mark)


def _place_by_index(text: str, index: int) -> tuple[int, int]:
    """Return line and column as editors count them: U+0085, U+2028 and U+2029 end no line."""
    before = text[:index]
    line = before.count("\n") + before.count("\r") - before.count("\r\n") + 1
    return line, index - max(before.rfind("\n"), before.rfind("\r"))
