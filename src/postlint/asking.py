"""Which rules to ask about a text, told from outside by the signs of all rules at once.

What a rule then finds is its own affair; what language and platform it is for, the linter's.
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, NamedTuple

from postlint.lexicon import Lexicon, Spot
from postlint.prefilter import Prefilter

if TYPE_CHECKING:
    from collections.abc import Sequence

    from postlint.packs import CompiledRule


class Clues(NamedTuple):
    """Why a rule is asked about a post: places of its words, and its ways that are open."""

    spots: Sequence[Spot] = ()
    ways: Sequence[int] | None = None


class WaysOf:
    """The ways to a hit of all rules that look at one view of a text."""

    def __init__(self, rules: Sequence[CompiledRule], *, as_written: bool) -> None:
        """Take the rules, and which view it is: the text as written, or masked."""
        self._owners = [
            (index, way)
            for index, rule in enumerate(rules)
            if rule.sign.as_written is as_written
            for way in range(len(rule.sign.ways))
        ]
        self._prefilter = Prefilter([rules[index].sign.ways[way] for index, way in self._owners])

    def open(self, edged: str) -> dict[int, list[int]]:
        """Return the rules that may find something in an edged text, each with its ways."""
        found: dict[int, list[int]] = {}
        for number in self._prefilter.awake(edged):
            index, way = self._owners[number]
            found.setdefault(index, []).append(way)
        return found


class Signs:
    """All that tells from outside which rules may find something in a text."""

    def __init__(self, rules: Sequence[CompiledRule]) -> None:
        """Gather all literal words of the rules into one lexicon, and all their ways."""
        self.askers: dict[str, list[int]] = defaultdict(list)
        for index, rule in enumerate(rules):
            for literal in rule.sign.literals or ():
                self.askers[literal].append(index)
        self.lexicon = Lexicon(self.askers, folded=True)
        self.masked = WaysOf(rules, as_written=False)
        self.written = WaysOf(rules, as_written=True)
        self.asked_anyway = [
            index
            for index, rule in enumerate(rules)
            if rule.sign.literals is None and not rule.sign.ways
        ]
