"""``remark``: a judgement that, by grammar, concerns somebody: “President X is a jerk”.

A listed word alone is nothing. It counts when the sentence says it *of* a
target: as predicate, apposition, attribute, address, simile, exclamation or
name-calling. What somebody else is reported to have said does not count.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from postlint import constructions
from postlint.lexicon import longest
from postlint.listed import listed
from postlint.model import Hit, Layer, Severity
from postlint.options import Option
from postlint.spans import Span
from postlint.values import dataclass

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from postlint.document import Document
    from postlint.lexicon import Spot
    from postlint.options import Options

ABOUT: Final = (
    "leader",
    "official",
    "state",
    "people",
    "institution",
    "journalist",
    "citizens",
    "person",
    "handle",
    "you",
)
OPTIONS: Final[Mapping[str, Option]] = {
    "words": Option("words", "Nouns and adjectives that judge."),
    "predicates": Option(
        "words", "Words that judge only when said of somebody: “is a joke”, “What a joke.”."
    ),
    "verbs": Option("words", "Verbs that judge whoever is their subject."),
    "faults": Option(
        "words", "Failings that judge whoever shows them: “his lies”, “incompetence from X”."
    ),
    "forms": Option(
        "choice",
        "Whether plurals and verb forms count too (English).",
        default="lemma",
        choices=("exact", "lemma"),
    ),
    "about": Option("choices", "Whom the remark must concern.", required=True, choices=ABOUT),
}
PLACEHOLDERS: Final = frozenset({"target"})
_UNNAMED: Final = frozenset({"person", "handle", "you"})
"""Whom a construction may find although nobody is named: the others are targets, or nothing."""


@dataclass(frozen=True, slots=True)
class RemarkFinder:
    """Yields each judging word that concerns one of the targets."""

    lists: Sequence[tuple[frozenset[str], Sequence[constructions.Way]]]
    """Words, and the ways in which they may be said of somebody."""
    about: frozenset[str]
    layers: frozenset[Layer] = frozenset({Layer.TAGS, Layer.TREE, Layer.NAMES})

    @property
    def literals(self) -> frozenset[str]:
        """All the words."""
        return frozenset().union(*(words for words, _ in self.lists))

    def find(self, document: Document, spots: Sequence[Spot]) -> Iterator[Hit]:
        """Yield the word, with the target's own words as ``target``."""
        scene = constructions.Scene(document, self.about)
        if not (scene.aims or self.about & _UNNAMED):
            return
        for spot in longest(spots):
            word = Span(spot.start, spot.end)
            for way in (way for words, ways in self.lists if spot.literal in words for way in ways):
                aim = way(scene, word)
                if aim is not None:
                    cap = None if aim.certain else Severity.WARNING
                    yield Hit(word, {"target": aim.text}, severity=cap)
                    break


def compile(options: Options) -> RemarkFinder:  # noqa: A001 - the protocol's name
    """Make the finder; it needs words, predicates, faults or verbs."""
    kinds = {
        "words": constructions.TARGET_OF_WORD,
        "predicates": constructions.SAID_OF,
        "faults": constructions.TARGET_OF_FAULT,
        "verbs": constructions.TARGET_OF_VERB,
    }
    if not any(options[kind] for kind in kinds):
        msg = "say “words”, “predicates”, “faults” or “verbs”"
        raise ValueError(msg)
    lists = tuple(
        (listed(options[kind], options["forms"]), ways)
        for kind, ways in kinds.items()
        if options[kind]
    )
    return RemarkFinder(lists, frozenset(options["about"]))
