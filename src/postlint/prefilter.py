"""Tell in one pass over a text which ways to a hit are open in it, and which need not be tried.

A way is a few sets of strings (`postlint.patterns.required`); it is open where
one string of each set stands. Knows nothing of rules: a way is a number.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ahocorasick import Automaton

    from postlint.model import Way

_FEW: Final = 6
"""Texts that are looked through string by string, before an automaton pays."""


class Prefilter:
    """Ways, ready to be looked for in edged texts."""

    def __init__(self, ways: Sequence[Way]) -> None:
        """Take the ways, which are numbered in this order."""
        self._always = tuple(number for number, way in enumerate(ways) if not way)
        self._wanted: list[tuple[int, ...]] = []
        self._sets: dict[frozenset[str], int] = {}
        self._first: dict[int, list[tuple[int, tuple[int, ...]]]] = {}
        for number, way in enumerate(ways):
            if way:
                first, *others = (self._sets.setdefault(each, len(self._sets)) for each in way)
                self._first.setdefault(first, []).append((number, tuple(others)))
        self._automaton: Automaton | None = None
        self._looks = 0

    def awake(self, text: str) -> list[int]:
        """Return the numbers of the ways that are open in an edged text, in order."""
        found = list(self._always)
        present = self._present(text)
        for first in self._first.keys() & present:
            for number, others in self._first[first]:
                if present.issuperset(others):
                    found.append(number)
        return sorted(found)

    def _present(self, text: str) -> set[int]:
        """Return the numbers of the sets of which a string stands in the text."""
        if not self._sets:
            return set()
        self._looks += 1
        if self._automaton is None and self._looks <= _FEW:
            return {
                number
                for strings, number in self._sets.items()
                if any(string in text for string in strings)
            }
        return set().union(*(numbers for _, numbers in self._built().iter(text)))

    def build(self) -> None:
        """Build the automaton now, for a process that will look through many texts."""
        if self._sets:
            self._built()

    def _built(self) -> Automaton:
        if self._automaton is None:
            from ahocorasick import Automaton

            numbers: dict[str, list[int]] = {}
            for strings, number in self._sets.items():
                for string in strings:
                    numbers.setdefault(string, []).append(number)
            self._automaton = Automaton()
            for string, of in numbers.items():
                self._automaton.add_word(string, tuple(of))
            self._automaton.make_automaton()
        return self._automaton
