"""``remark``: a judgement that, by grammar, concerns somebody: “President X is a jerk”.

A listed word alone is nothing. It counts when the sentence says it *of* a
target: as predicate, apposition, attribute, address, simile, exclamation or
name-calling. What somebody else is reported to have said does not count.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from postlint import constructions
from postlint.lexicon import Lexicon, fold, longest
from postlint.model import Hit, Layer, Severity
from postlint.options import Option, spell_out
from postlint.spans import Span

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

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
    "verbs": Option("words", "Verbs that judge whoever is their subject."),
    "forms": Option(
        "choice",
        "Whether plurals and verb forms count too (English).",
        default="lemma",
        choices=("exact", "lemma"),
    ),
    "about": Option("choices", "Whom the remark must concern.", required=True, choices=ABOUT),
}
PLACEHOLDERS: Final = frozenset({"target"})


@dataclass(frozen=True, slots=True)
class RemarkFinder:
    """Yields each judging word that concerns one of the targets."""

    words: Lexicon
    verbs: Lexicon
    about: frozenset[str]
    literals: frozenset[str]
    layers: frozenset[Layer] = frozenset({Layer.TAGS, Layer.TREE, Layer.NAMES})

    def find(self, document: Document, spots: Sequence[Spot]) -> Iterator[Hit]:  # noqa: ARG002
        """Yield the word, with the target's own words as ``target``."""
        scene = constructions.Scene(document, self.about)
        found = [(spot, constructions.TARGET_OF_WORD) for spot in self.words.find(document.folded)]
        found += [(spot, constructions.TARGET_OF_VERB) for spot in self.verbs.find(document.folded)]
        ways = {(spot.start, spot.end): way for spot, way in found}
        for spot in longest(spot for spot, _ in found):
            yield from self._judge(scene, spot, ways[spot.start, spot.end])

    def _judge(
        self,
        scene: constructions.Scene,
        spot: Spot,
        ways: Sequence[Callable[..., constructions.Aim | None]],
    ) -> Iterator[Hit]:
        """Try each construction; the first that names a target wins."""
        word = Span(spot.start, spot.end)
        for way in ways:
            aim = way(scene, word)
            if aim is not None:
                cap = None if aim.certain else Severity.WARNING
                yield Hit(word, {"target": aim.text}, severity=cap)
                return


def compile(options: Options) -> RemarkFinder:  # noqa: A001 - the protocol's name
    """Make the finder; it needs words or verbs."""
    if not (options["words"] or options["verbs"]):
        msg = "say “words” or “verbs”"
        raise ValueError(msg)
    words = spell_out(options["words"] or (), options["forms"])
    verbs = spell_out(options["verbs"] or (), options["forms"])
    return RemarkFinder(
        words=Lexicon(words),
        verbs=Lexicon(verbs),
        about=frozenset(options["about"]),
        literals=frozenset(map(fold, words | verbs)),
    )
