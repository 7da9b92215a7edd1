"""YAML text to a tree of nodes, in one pass over the parser's events.

Not through yaml's own composer: it takes four times as long, recurses, and
expands aliases without bound.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from postlint.errors import InputError
from postlint.lazily import Pattern
from postlint.yamlfile.nodes import Key, Node, Value
from postlint.yamlfile.scalars import resolve

if TYPE_CHECKING:
    from collections.abc import Callable

MAX_SIZE = 8 * 1024 * 1024
"""Code points of a file, unless the caller says otherwise."""

MAX_DEPTH = 64
"""Lists and mappings within one another, unless the caller says otherwise."""

_FORBIDDEN = Pattern("[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_ODD_BREAKS = Pattern("[\x85\u2028\u2029]")

_NO_REFERENCES = (
    "anchors (&) and aliases (*) are not understood: repeat the value, "
    "or put quotes around a text that begins with & or *"
)
_PLAINER = (
    ("expected alphabetic or numeric", _NO_REFERENCES),
    (
        "mapping values are not allowed",
        "a colon and a space cannot stand here: put the text in quotes, or mend the indentation",
    ),
    (
        "could not find expected ':'",
        "this is neither “key: value” nor part of a text: check the indentation, or add quotes",
    ),
    (
        "cannot start any token",
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
    (
        "invalid Unicode character",
        "half of a character: write it in one piece, as it is or as \\U0001F600",
    ),
    ("space is expected", "a tab cannot indent: use spaces"),
    ("unknown escape character", "no such escape: write \\\\ for a backslash, or use '…' quotes"),
)
_BLAME_THE_START = ("end of stream", "alphabetic or numeric")
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


class _Builder:
    """Descends from event to event; the depth is bounded before Python's own stack is."""

    def __init__(
        self, text: str, path: str, error: type[InputError], shift: int, max_depth: int
    ) -> None:
        import yaml

        self.yaml: Any = yaml
        self.scalar_event: Any = yaml.ScalarEvent
        self.text = text
        self.path = path
        self.error = error
        self.shift = shift
        self.left = max_depth
        self.max_depth = max_depth
        self.odd = _ODD_BREAKS.search(text) is not None
        self.next: Callable[[], Any] = lambda: None

    def build(self) -> Node:
        loader = getattr(self.yaml, "CSafeLoader", self.yaml.SafeLoader)(self.text)
        self.next = loader.get_event
        try:
            return self.document()
        except self.yaml.MarkedYAMLError as fault:
            raise self.translated(fault) from None
        finally:
            loader.dispose()

    def document(self) -> Node:
        self.next()
        if type(self.next()) is self.yaml.StreamEndEvent:
            return Node(None, 1 + self.shift, 1)
        root = self.value(self.next())
        self.next()
        after = self.next()
        if type(after) is not self.yaml.StreamEndEvent:
            problem = "a second document begins here: remove this “---” line"
            raise self.fault(problem, after.start_mark)
        return root

    def value(self, event: Any) -> Node:
        if type(event) is not self.scalar_event:
            return self.collection(event)
        if event.anchor is not None or event.tag is not None:
            raise self.reference(event)
        mark = event.start_mark
        line, column = self.place(mark) if self.odd else (mark.line + 1, mark.column + 1)
        spelling = event.value
        style = event.style or ""
        value = spelling if style else resolve(spelling)
        end = event.end_mark.index
        return Node(value, line + self.shift, column, spelling, style, mark.index, end)

    def collection(self, event: Any) -> Node:
        mark = event.start_mark
        if type(event) is self.yaml.AliasEvent or event.anchor is not None or event.tag is not None:
            raise self.reference(event)
        if not self.left:
            problem = f"lists and mappings may nest {self.max_depth} deep; this is deeper"
            raise self.fault(problem, mark)
        self.left -= 1
        if type(event) is self.yaml.MappingStartEvent:
            value, end = self.mapping()
        else:
            value, end = self.listing()
        self.left += 1
        line, column = self.place(mark)
        return Node(value, line + self.shift, column, "", "", mark.index, end)

    def listing(self) -> tuple[Value, int]:
        items = []
        following = self.next
        end = self.yaml.SequenceEndEvent
        while type(event := following()) is not end:
            items.append(self.value(event))
        return tuple(items), event.end_mark.index

    def mapping(self) -> tuple[Value, int]:
        fields: dict[Key, Node] = {}
        following = self.next
        end = self.yaml.MappingEndEvent
        while type(event := following()) is not end:
            key = self.key(event)
            if key in fields:
                first = next(other for other in fields if other == key)
                problem = f"the key “{key}” stands here twice: it is already on line {first.line}"
                raise self.error(problem, self.path, key.line, key.column)
            fields[key] = self.value(following())
        return fields, event.end_mark.index

    def key(self, event: Any) -> Key:
        if type(event) is not self.scalar_event or event.tag is not None or event.anchor:
            problem = "a key must be text; put quotes around one that begins with [ { & * or !"
            raise self.fault(problem, event.start_mark)
        mark = event.start_mark
        line, column = self.place(mark) if self.odd else (mark.line + 1, mark.column + 1)
        return Key.at(event.value, line + self.shift, column)

    def reference(self, event: Any) -> InputError:
        tagged = type(event) is not self.yaml.AliasEvent and event.anchor is None
        return self.fault(_NO_TAGS if tagged else _NO_REFERENCES, event.start_mark)

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
        if any(words in said for words in _BLAME_THE_START) and fault.context_mark is not None:
            mark = fault.context_mark
        problem = next((better for worse, better in _PLAINER if worse in said), said)
        return self.error(problem, self.path) if mark is None else self.fault(problem, mark)


def _place_by_index(text: str, index: int) -> tuple[int, int]:
    """Return line and column as editors count them: U+0085, U+2028 and U+2029 end no line."""
    before = text[:index]
    line = before.count("\n") + before.count("\r") - before.count("\r\n") + 1
    return line, index - max(before.rfind("\n"), before.rfind("\r"))
