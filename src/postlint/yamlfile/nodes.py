"""The tree that a file becomes: nodes and keys that know their line and column.

Not for any one format: YAML and JSON both become this.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any, Final, TypeAlias

Value: TypeAlias = (
    "str | int | float | bool | date | datetime | tuple[Node, ...] | dict[Key, Node] | None"
)


class Key(str):
    """The key of a mapping, always text, spelled as in the file; it knows its place."""

    __slots__ = ("column", "line")

    line: int
    column: int

    @staticmethod
    def at(text: str, line: int, column: int) -> Key:
        """Make the key that stands at ``line``:``column`` (1-based, in code points)."""
        key = Key(text)
        key.line = line
        key.column = column
        return key


class Node:
    """One value of a file and where it stands.

    ``line`` and ``column`` are 1-based, columns in code points. A scalar also
    keeps its ``spelling`` in the file (after quotes and escapes are undone),
    its ``style`` (``'`` ``"`` ``|`` ``>``, or empty for plain) and the code
    points ``start`` to ``end`` of the file that spell it.
    """

    # Frozen by its types alone: a frozen dataclass takes three times as long
    # to make, and the packs make thousands of nodes at each start.
    __slots__ = ("column", "end", "line", "spelling", "start", "style", "value")

    def __init__(  # noqa: PLR0913, PLR0917 - made by readers only
        self,
        value: Value,
        line: int = 1,
        column: int = 1,
        spelling: str = "",
        style: str = "",
        start: int = 0,
        end: int = 0,
    ) -> None:
        """Take the parts as they are."""
        self.value: Final = value
        self.line: Final = line
        self.column: Final = column
        self.spelling: Final = spelling
        self.style: Final = style
        self.start: Final = start
        self.end: Final = end

    def __repr__(self) -> str:
        """Show the value and its place."""
        return f"Node({self.value!r}, {self.line}, {self.column})"


def plain(node: Node) -> Any:
    """Return the bare value: lists, dictionaries with text keys, and scalars."""
    value = node.value
    if isinstance(value, dict):
        return {str(key): plain(child) for key, child in value.items()}
    if isinstance(value, tuple):
        return [plain(child) for child in value]
    return value


def describe(node: Node) -> str:
    """Say what a node is, for an error message: “a list”, “the number 3”."""
    value = node.value
    if value is None:
        return "nothing"
    if isinstance(value, str):
        return f"“{_short(value)}”"
    noun = next(noun for kind, noun in _NOUNS if isinstance(value, kind))
    return f"{noun}{node.spelling}".rstrip()


_NOUNS: tuple[tuple[type, str], ...] = (
    (dict, "a mapping"),
    (tuple, "a list"),
    (bool, "the flag "),
    (int, "the number "),
    (float, "the number "),
    (datetime, "the moment "),
    (date, "the day "),
)


def _short(text: str, limit: int = 60) -> str:
    return text if len(text) <= limit else text[: limit - 1] + "…"


def of(value: Any, line: int = 1) -> Node:
    """Return a tree for a plain value that stands in no file; every node is on ``line``."""
    if isinstance(value, Mapping):
        return Node(
            {Key.at(str(key), line, 1): of(child, line) for key, child in value.items()}, line
        )
    if isinstance(value, list | tuple):
        return Node(tuple(of(child, line) for child in value), line)
    spelling = value if isinstance(value, str) else "" if value is None else str(value)
    return Node(value, line, spelling=spelling)
