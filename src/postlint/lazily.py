"""Patterns of our own, and modules of a list, made at first use: who needs none pays for none.

For Python's own engine; patterns that come from data are `postlint.patterns`' affair.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from importlib import import_module
from typing import TYPE_CHECKING, TypeVar, cast

if TYPE_CHECKING:
    from collections.abc import Callable

Plan = TypeVar("Plan")


class Modules(Mapping[str, Plan]):
    """Modules of one package by their names; each is imported when it is asked for."""

    def __init__(self, package: str, *names: str) -> None:
        """Take the names, in the order in which they are to be listed."""
        self._package = package
        self._names = dict.fromkeys(names)

    def __getitem__(self, name: str) -> Plan:
        """Return the module; ``KeyError`` for one that is not listed."""
        if name not in self._names:
            raise KeyError(name)
        return cast("Plan", import_module(f"{self._package}.{name}"))

    def __contains__(self, name: object) -> bool:
        """Tell whether the name is listed."""
        return name in self._names

    def __iter__(self) -> Iterator[str]:
        """Yield the names."""
        return iter(self._names)

    def __len__(self) -> int:
        """Return how many there are."""
        return len(self._names)


class Pattern:
    """A regular expression with the methods of ``re.Pattern`` that are used here."""

    __slots__ = ("_compiled", "_flags", "_text")

    def __init__(self, text: str, flags: int = 0) -> None:
        """Keep the pattern; whether it is one shows when it is used."""
        self._text = text
        self._flags = flags
        self._compiled: re.Pattern[str] | None = None

    @property
    def ready(self) -> re.Pattern[str]:
        """The compiled pattern."""
        if self._compiled is None:
            self._compiled = re.compile(self._text, self._flags)
        return self._compiled

    @property
    def pattern(self) -> str:
        """The pattern as written."""
        return self._text

    def search(self, text: str, start: int = 0, end: int | None = None) -> re.Match[str] | None:
        """Return the first match in ``text[start:end]``."""
        return self.ready.search(text, start, len(text) if end is None else end)

    def match(self, text: str, start: int = 0, end: int | None = None) -> re.Match[str] | None:
        """Return the match that begins at ``start``."""
        return self.ready.match(text, start, len(text) if end is None else end)

    def fullmatch(self, text: str, start: int = 0, end: int | None = None) -> re.Match[str] | None:
        """Return the match that is all of ``text[start:end]``."""
        return self.ready.fullmatch(text, start, len(text) if end is None else end)

    def finditer(
        self, text: str, start: int = 0, end: int | None = None
    ) -> Iterator[re.Match[str]]:
        """Yield the matches in ``text[start:end]``."""
        return self.ready.finditer(text, start, len(text) if end is None else end)

    def findall(self, text: str) -> list[str]:
        """Return what the pattern's only group, or the whole of it, matched."""
        return self.ready.findall(text)

    def split(self, text: str, maxsplit: int = 0) -> list[str]:
        """Return the pieces between the matches."""
        return self.ready.split(text, maxsplit)

    def sub(self, new: str | Callable[[re.Match[str]], str], text: str) -> str:
        """Return ``text`` with every match replaced."""
        return self.ready.sub(new, text)
