"""Named word lists: ``${insults}`` stands for the list that a pack, or all packs, call so."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from postlint import tables
from postlint.errors import PackError, did_you_mean
from postlint.lazily import Pattern
from postlint.options import expand

if TYPE_CHECKING:
    import re
    from collections.abc import Iterable, Mapping

    from postlint.yamlfile import Node

_NAME: Final = Pattern(r"^\$\{([\w.-]+)\}$")
_INSIDE: Final = Pattern(r"\$\{([\w.-]+)\}")
_SIGN: Final = Pattern(r"([\\.+*?()|\[\]{}^$])")
TABLES: Final = frozenset(
    {
        "table.countries",
        "table.adjectives",
        "table.peoples",
        "table.capitals",
        "table.solemn-days",
        "table.exhortations",
    }
)


def from_table(name: str) -> tuple[str, ...]:
    """Return a list that comes from the dated tables."""
    if name == "table.solemn-days":
        return tuple(n for day in tables.days("solemn-days") for n in day.names)
    if name == "table.exhortations":
        return tuple(say for row in tables.load("exhortations").rows for say in row.texts("say"))
    found: list[str] = []
    for country in tables.countries():
        found += {
            "table.countries": (country.name, *country.aliases),
            "table.adjectives": country.adjectives,
            "table.peoples": country.people,
            "table.capitals": country.capitals,
        }[name]
    return tuple(found)


class WordLists:
    """The lists that the rules of one pack may name."""

    def __init__(self, lists: Mapping[str, tuple[Node, ...]], path: str) -> None:
        """Take lists as written; they may name one another, but not in a circle."""
        self._lists = dict(lists)
        self._path = path
        self._groups: dict[str, str] = {}

    def spell(self, nodes: Iterable[Node], seen: tuple[str, ...] = ()) -> tuple[str, ...]:
        """Return the words, with every named list in its place."""
        words: list[str] = []
        for node in nodes:
            text = node.value if isinstance(node.value, str) else node.spelling
            named = _NAME.match(text)
            if named is None:
                words.append(text)
                continue
            words += self._named(named.group(1), node, seen)
        return tuple(words)

    def weave(self, pattern: str, node: Node) -> str:
        """Return a pattern in which every ``${list}`` is a group of that list's words."""

        def group(named: re.Match[str]) -> str:
            name = named.group(1)
            if name not in self._groups:
                words = {w for entry in self._named(name, node, ()) for w in expand(entry)}
                longest_first = sorted(words, key=lambda word: (-len(word), word))
                escaped = [_SIGN.sub(r"\\\1", word) for word in longest_first]
                self._groups[name] = f"(?:{'|'.join(escaped)})"
            return self._groups[name]

        return _INSIDE.sub(group, pattern)

    def _named(self, name: str, node: Node, seen: tuple[str, ...]) -> tuple[str, ...]:
        if name in TABLES:
            return from_table(name)
        if name in seen:
            problem = f"the list ${{{name}}} contains itself"
            raise PackError(problem, self._path, node.line, node.column)
        if name not in self._lists:
            hint = did_you_mean(name, {*self._lists, *TABLES})
            problem = f"no word list is called “{name}”; {hint}"
            raise PackError(problem, self._path, node.line, node.column)
        return self.spell(self._lists[name], (*seen, name))
