"""Patterns of our own, compiled at first use: a command pays only for those that it needs.

For Python's own engine; patterns that come from data are `postlint.patterns`' affair.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator


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
