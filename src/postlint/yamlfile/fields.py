"""Take a mapping apart, key by key, with errors that say what is allowed and where.

Not a schema language: whoever reads a file asks for the keys it knows, then
calls ``done``, which refuses the others.
"""

from __future__ import annotations

from datetime import date, datetime
from typing import TYPE_CHECKING, Any, Final, TypeVar, cast

from postlint.errors import InputError, did_you_mean
from postlint.yamlfile.nodes import Key, Node, describe, plain
from postlint.yamlfile.scalars import moment_of

if TYPE_CHECKING:
    from collections.abc import Collection

Default = TypeVar("Default")

REQUIRED: Final[Any] = object()
"""The default of a key that must be there."""


class Fields:
    """A mapping of a file, being taken apart.

    Each method takes a key and returns its value checked, or ``default`` where
    the key is absent or empty; without a default the key must be there. All
    raise ``error`` with path, line and column. ``what`` names the mapping in
    messages: “rule”, “post”.
    """

    __slots__ = ("_asked", "_fields", "_whole", "error", "path", "what")

    def __init__(
        self, node: Node, path: str, error: type[InputError] = InputError, what: str = "entry"
    ) -> None:
        """Take a node, which must be a mapping."""
        self._whole = node
        self.path = path
        self.error = error
        self.what = what
        self._asked: dict[str, None] = {}
        if not isinstance(node.value, dict):
            problem = f"{_a(what)} is a mapping of keys to values, not {describe(node)}"
            raise self.fault(problem, node)
        self._fields = node.value

    def fault(self, problem: str, at: Node | Key | None = None) -> InputError:
        """Return the error to raise for a problem at a node or key (default: the mapping)."""
        place = self._whole if at is None else at
        return self.error(problem, self.path, place.line, place.column)

    @property
    def line(self) -> int:
        """The line on which the mapping begins."""
        return self._whole.line

    def keys(self) -> tuple[Key, ...]:
        """Return the keys in the order of the file."""
        return tuple(self._fields)

    def has(self, key: str) -> bool:
        """Tell whether the key is there, even if empty; this does not count as asking for it."""
        return key in self._fields

    def node(self, key: str) -> Node | None:
        """Return the node as it is, None where the key is absent."""
        self._asked[key] = None
        return self._fields.get(cast("Key", key))

    def plain(self, key: str, default: Any = None) -> Any:
        """Return the bare value, whatever it is: lists, dictionaries, scalars."""
        node = self.node(key)
        return default if node is None else plain(node)

    def text(self, key: str, default: str | Default = REQUIRED) -> str | Default:
        """Return a text; a number, flag or day counts as it is spelled. Never empty if required."""
        node = self._given(key, default)
        if node is None:
            return default
        text = self._spelled(key, node, "text")
        if default is REQUIRED and not text.strip():
            raise self._empty(key, node)
        return text

    def texts(self, key: str, *, required: bool = False) -> tuple[str, ...]:
        """Return a list of texts; a single text is a list of one, an absent key is ``()``."""
        node = self._given(key, REQUIRED if required else None)
        if node is None:
            return ()
        if not isinstance(node.value, tuple):
            return (self._spelled(key, node, "text, or a list of texts"),)
        found = tuple(self._spelled(key, item, "a list of texts") for item in node.value)
        if required and not found:
            raise self._empty(key, node)
        return found

    def number(self, key: str, default: float | Default = REQUIRED) -> float | Default:
        """Return a number, whole or not."""
        node = self._given(key, default)
        if node is None:
            return default
        if isinstance(node.value, bool) or not isinstance(node.value, int | float):
            raise self._wrong(key, node, "a number")
        return node.value

    def integer(self, key: str, default: int | Default = REQUIRED) -> int | Default:
        """Return a whole number."""
        node = self._given(key, default)
        if node is None:
            return default
        if isinstance(node.value, bool) or not isinstance(node.value, int):
            raise self._wrong(key, node, "a whole number")
        return node.value

    def flag(self, key: str, default: bool | Default = REQUIRED) -> bool | Default:
        """Return ``true`` or ``false``."""
        node = self._given(key, default)
        if node is None:
            return default
        if not isinstance(node.value, bool):
            raise self._wrong(key, node, "true or false")
        return node.value

    def choice(
        self,
        key: str,
        allowed: Collection[str],
        default: str | Default = REQUIRED,
        noun: str | None = None,
    ) -> str | Default:
        """Return one of the allowed words; ``noun`` names what they are (default: the key)."""
        node = self._given(key, default)
        if node is None:
            return default
        return self._one_of(key, node, allowed, noun)

    def choices(
        self, key: str, allowed: Collection[str], noun: str | None = None
    ) -> tuple[str, ...]:
        """Return a list of allowed words; a single word is a list of one, absent is ``()``."""
        node = self._given(key, None)
        if node is None:
            return ()
        items = node.value if isinstance(node.value, tuple) else (node,)
        return tuple(self._one_of(key, item, allowed, noun) for item in items)

    def moment(self, key: str, default: date | Default = REQUIRED) -> date | datetime | Default:
        """Return a day or a moment, quoted or not."""
        node = self._given(key, default)
        if node is None:
            return default
        value = moment_of(node.value.strip()) if isinstance(node.value, str) else node.value
        if not isinstance(value, date):
            raise self._wrong(key, node, "a day or moment such as 2026-11-24T14:30-05:00")
        return value

    def day(self, key: str, default: date | Default = REQUIRED) -> date | Default:
        """Return a day without a time, quoted or not."""
        node = self._given(key, default)
        if node is None:
            return default
        value = moment_of(node.value.strip()) if isinstance(node.value, str) else node.value
        if isinstance(value, datetime) or not isinstance(value, date):
            raise self._wrong(key, node, "a day such as 2026-12-31")
        return value

    def mapping(
        self, key: str, what: str | None = None, *, required: bool = False
    ) -> Fields | None:
        """Return the mapping under the key, to be taken apart in turn; None where absent."""
        node = self._given(key, REQUIRED if required else None)
        return None if node is None else Fields(node, self.path, self.error, what or key)

    def items(self, key: str, *, required: bool = False) -> tuple[Node, ...]:
        """Return the nodes of a list; an absent key is ``()``."""
        node = self._given(key, REQUIRED if required else None)
        if node is None:
            return ()
        if not isinstance(node.value, tuple):
            raise self._wrong(key, node, "a list")
        if required and not node.value:
            raise self._empty(key, node)
        return node.value

    def rest(self) -> dict[Key, Node]:
        """Return the keys that nobody has asked for yet; they count as asked from now on."""
        left = {key: node for key, node in self._fields.items() if key not in self._asked}
        self._asked.update(dict.fromkeys(left))
        return left

    def done(self) -> None:
        """Refuse the first key that nobody has asked for."""
        for key in self._fields:
            if key not in self._asked:
                hint = did_you_mean(key, self._asked)
                problem = f"unknown key “{key}” in {_a(self.what)}; {hint}"
                raise self.fault(problem, key)

    def _given(self, key: str, default: object) -> Node | None:
        """Return the node, None where it is absent or empty and may be."""
        node = self.node(key)
        if node is not None and node.value is not None:
            return node
        if default is not REQUIRED:
            return None
        if node is None:
            problem = f"{_a(self.what)} needs the key “{key}”"
            raise self.fault(problem)
        raise self._empty(key, node)

    def _spelled(self, key: str, node: Node, wanted: str) -> str:
        value = node.value
        if isinstance(value, str):
            return value
        if isinstance(value, dict | tuple):
            raise self._wrong(key, node, wanted)
        if value is None and not node.spelling:
            raise self._empty(key, node)
        return node.spelling

    def _one_of(self, key: str, node: Node, allowed: Collection[str], noun: str | None) -> str:
        text = self._spelled(key, node, "one of " + ", ".join(sorted(allowed)))
        if text not in allowed:
            named = _a(noun or key.replace("_", " "))
            problem = f"{key}: “{text}” is not {named}; {did_you_mean(text, allowed)}"
            raise self.fault(problem, node)
        return text

    def _wrong(self, key: str, node: Node, wanted: str) -> InputError:
        return self.fault(f"{key}: {describe(node)} is not {wanted}", node)

    def _empty(self, key: str, node: Node) -> InputError:
        return self.fault(f"{key}: is empty; a text that begins with # needs quotes", node)


def _a(noun: str) -> str:
    return f"{'an' if noun[:1] in 'aeiou' else 'a'} {noun}"
