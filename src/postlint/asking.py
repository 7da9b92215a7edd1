"""Which rules to ask about a text, told from outside by the signs of all rules at once.

What a rule then finds is its own affair.
"""

from __future__ import annotations

from collections import defaultdict
from functools import cached_property
from typing import TYPE_CHECKING, Final, NamedTuple, Protocol

from postlint.lexicon import Lexicon, Spot
from postlint.packs.signs import KeptSign
from postlint.prefilter import Prefilter

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from postlint.document import Document
    from postlint.model import Rule
    from postlint.packs import CompiledRule
    from postlint.packs.signs import Index

SHORT: Final = 2_000
"""Characters of texts for which it does not pay to build anything."""


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

    def build(self) -> None:
        """Build what looks through many texts."""
        self._prefilter.build()

    def open(self, edged: str) -> dict[int, list[int]]:
        """Return the rules that may find something in an edged text, and their ways in order."""
        found: dict[int, list[int]] = {}
        for number in self._prefilter.awake(edged):
            index, way = self._owners[number]
            found.setdefault(index, []).append(way)
        return found


class Signs(Protocol):
    """What tells from outside which rules may find something in a text."""

    def clues(self, documents: Sequence[Document]) -> list[dict[int, Clues]]:
        """Return for each document the rules that may find something in it, with their clues."""


class Asking:
    """The signs of a run's rules, in the form that costs least for the texts at hand."""

    def __init__(self, rules: Sequence[CompiledRule]) -> None:
        """Take the rules, of which nothing is asked yet."""
        self._rules = rules

    def of(self, characters: int) -> Signs:
        """Return the signs for texts of so many characters together."""
        if characters > SHORT:
            self.built.build()
            return self.built
        is_built = "built" in vars(self)
        kept = None if is_built else self._kept
        return kept or self.built

    @cached_property
    def built(self) -> BuiltSigns:
        """For many texts."""
        return BuiltSigns(self._rules)

    @cached_property
    def _kept(self) -> KeptSigns | None:
        return KeptSigns.of(self._rules)


class BuiltSigns:
    """Signs for many texts: all literals of all rules are looked for at once, and so their ways."""

    def __init__(self, rules: Sequence[CompiledRule]) -> None:
        """Gather all literal words of the rules into one lexicon, and all their ways."""
        self._askers: dict[str, list[int]] = defaultdict(list)
        for index, rule in enumerate(rules):
            for literal in rule.sign.literals or ():
                self._askers[literal].append(index)
        self._lexicon = Lexicon(self._askers, folded=True)
        self._masked = WaysOf(rules, as_written=False)
        self._written = WaysOf(rules, as_written=True)
        self._promises = Promises(
            len(rules),
            frozenset(n for n, rule in enumerate(rules) if rule.sign.literals is not None),
            frozenset(n for n, rule in enumerate(rules) if rule.sign.ways),
        )

    def build(self) -> None:
        """Build what looks through many texts."""
        self._lexicon.build()
        self._masked.build()
        self._written.build()

    def spots(self, documents: Sequence[Document]) -> list[Mapping[int, Sequence[Spot]]]:
        """Return for each document the rules that have literal words in it, with their places."""
        return [_by_asker(self._lexicon, self._askers, document) for document in documents]

    def clues(self, documents: Sequence[Document]) -> list[dict[int, Clues]]:
        """Return for each document the rules that may find something in it, with their clues.

        One automaton after the other: none of them then puts another out of the cache.
        """
        spots = self.spots(documents)
        masked = [self._masked.open(document.edged) for document in documents]
        written = [self._written.open(document.edged_text) for document in documents]
        return [
            self._promises.clues(places, ways | others)
            for places, ways, others in zip(spots, masked, written, strict=True)
        ]


class KeptSigns:
    """The same for a few short texts, out of an index of signs that an earlier run kept.

    Nothing is built: what is read of the index is what the texts ask for.
    """

    def __init__(self, index: Index, rules: Sequence[CompiledRule]) -> None:
        """Take the index, and rules that are all in it."""
        self._index = index
        self._places = {
            rule.sign.number: place
            for place, rule in enumerate(rules)
            if isinstance(rule.sign, KeptSign)
        }
        self._promises = Promises(
            len(rules), self._of_run(index.with_literals), self._of_run(index.with_ways)
        )

    @classmethod
    def of(cls, rules: Sequence[CompiledRule]) -> KeptSigns | None:
        """Return the signs of rules that were kept together; None where they were not."""
        signs = [rule.sign for rule in rules]
        indexes = {sign.index if isinstance(sign, KeptSign) else None for sign in signs}
        index = indexes.pop() if len(indexes) == 1 else None
        return None if index is None else cls(index, rules)

    def clues(self, documents: Sequence[Document]) -> list[dict[int, Clues]]:
        """Return for each document the rules that may find something in it, with their clues."""
        return [self._clues(document) for document in documents]

    def _clues(self, document: Document) -> dict[int, Clues]:
        askers = {
            literal: self._of_run(numbers)
            for literal, numbers in self._index.askers(document.folded).items()
        }
        spots = _by_asker(Lexicon(askers, folded=True), askers, document)
        masked = self._index.open(document.edged, as_written=False)
        written = self._index.open(document.edged_text, as_written=True)
        places = self._places
        ways = {places[n]: ways for n, ways in (masked | written).items() if n in places}
        return self._promises.clues(spots, ways)

    def _of_run(self, numbers: Iterable[int]) -> frozenset[int]:
        """Return where in this run the rules are that have these numbers in the index."""
        return frozenset(self._places[number] for number in numbers if number in self._places)


class Promises:
    """Which of a run's rules promise literals and which ways, told by their places."""

    def __init__(
        self, count: int, with_literals: frozenset[int], with_ways: frozenset[int]
    ) -> None:
        """Take how many rules there are, and those that promise something."""
        self._with_literals = with_literals
        self._with_ways = with_ways
        promising = with_literals | with_ways
        nothing = Clues()
        self._anyway = {place: nothing for place in range(count) if place not in promising}

    def clues(
        self, spots: Mapping[int, Sequence[Spot]], ways: Mapping[int, Sequence[int]]
    ) -> dict[int, Clues]:
        """Return the rules to ask: all that they promise has come true, or they promise nothing."""
        clues = dict(self._anyway)
        for place, found in spots.items():
            if place not in self._with_ways:
                clues[place] = Clues(found)
        for place, open_ways in ways.items():
            if place not in self._with_literals:
                clues[place] = Clues((), open_ways)
            elif place in spots:
                clues[place] = Clues(spots[place], open_ways)
        return clues


def _by_asker(
    lexicon: Lexicon, askers: Mapping[str, Iterable[int]], document: Document
) -> Mapping[int, Sequence[Spot]]:
    spots: dict[int, list[Spot]] = {}
    for spot in lexicon.find(document.folded):
        for place in askers[spot.literal]:
            spots.setdefault(place, []).append(spot)
    return spots


def knows(rule: Rule, document: Document) -> bool:
    """Tell whether a rule knows the language of the post, or of a sentence in it."""
    return rule.language in ("any", document.language) or rule.language in document.languages


def applies(rule: Rule, document: Document) -> bool:
    """Tell whether a rule is for such a post: its language, and the rule's ``when``."""
    if not knows(rule, document):
        return False
    when, post = rule.when, document.post
    if not when:
        return True
    if "platforms" in when and document.platform not in when["platforms"]:
        return False
    if "accounts" in when and (post.account or "institutional") not in when["accounts"]:
        return False
    return "reply" not in when or when["reply"] == (post.reply_to is not None)
