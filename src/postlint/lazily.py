"""Patterns of our own, and modules of a list, made at first use: who needs none pays for none.

For Python's own engine; patterns that come from data are `postlint.patterns`' affair.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from importlib import import_module
from typing import TYPE_CHECKING, Any, Final, TypeVar, cast

if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Protocol

    class _Find(Protocol):
        def __call__(
            self, text: str, start: int = 0, end: int = ..., /
        ) -> re.Match[str] | None: ...

    class _FindAll(Protocol):
        def __call__(
            self, text: str, start: int = 0, end: int = ..., /
        ) -> Iterator[re.Match[str]]: ...

    class _Replace(Protocol):
        def __call__(self, new: str | Callable[[re.Match[str]], str], text: str, /) -> str: ...


Plan = TypeVar("Plan")

_METHODS: Final = ("findall", "finditer", "fullmatch", "match", "search", "split", "sub")


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
    """A regular expression with the methods of ``re.Pattern`` that are used here.

    It is compiled when the first of them is asked for; from then on they are the
    compiled pattern's own, with nothing in between: a queue asks some of them a
    hundred thousand times.
    """

    __slots__ = ("_flags", "pattern", *_METHODS)

    search: _Find
    match: _Find
    fullmatch: _Find
    finditer: _FindAll
    findall: Callable[[str], list[str]]
    split: Callable[[str], list[str]]
    sub: _Replace

    def __init__(self, text: str, flags: int = 0) -> None:
        """Keep the pattern as written; whether it is one shows when it is used."""
        self.pattern: Final = text
        self._flags = flags

    if not TYPE_CHECKING:

        def __getattr__(self, name: str) -> Any:
            """Return a method that is not there yet, for the pattern is not compiled."""
            if name not in _METHODS:
                raise AttributeError(name)
            compiled = re.compile(self.pattern, self._flags)
            for method in _METHODS:
                setattr(self, method, getattr(compiled, method))
            return getattr(self, name)

    def build(self) -> None:
        """Compile it now, for a process that will look through many texts."""
        _ = self.search
