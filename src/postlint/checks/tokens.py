"""``tokens``: spaCy Matcher patterns over the grammar of the text."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from postlint import language
from postlint.lexicon import fold
from postlint.model import Hit, Layer
from postlint.options import Option, spell_out

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from postlint.document import Document
    from postlint.lexicon import Spot
    from postlint.model import Parse
    from postlint.options import Options
    from postlint.spans import Span

OPTIONS: Final[Mapping[str, Option]] = {
    "patterns": Option(
        "token-patterns",
        "Lists of token descriptions, as spaCy's Matcher takes them; POS and DEP are Universal.",
        required=True,
    ),
    "triggers": Option(
        "words", "Words of which every match contains one, in all their forms.", required=True
    ),
    "forms": Option(
        "choice",
        "Whether plurals and verb forms of the triggers count too (English).",
        default="lemma",
        choices=("exact", "lemma"),
    ),
}
PLACEHOLDERS: Final = frozenset[str]()


@dataclass(slots=True)
class TokensFinder:
    """Yields the runs of words that the patterns describe."""

    matches: Callable[[Parse], list[Span]]
    literals: frozenset[str]
    layers: frozenset[Layer]

    def find(self, document: Document, spots: Sequence[Spot]) -> Iterator[Hit]:  # noqa: ARG002
        """Yield the longest matches from left to right."""
        for span in self.matches(document.parse):
            yield Hit(span)


def compile(options: Options) -> TokensFinder:  # noqa: A001 - the protocol's name
    """Make the finder; its layers follow from the attributes that the patterns use."""
    matches = language.matcher(options["patterns"])
    layers = {layer for pattern in options["patterns"] for layer in language.layers_of(pattern)}
    return TokensFinder(
        matches=matches,
        literals=frozenset(map(fold, spell_out(options["triggers"], options["forms"]))),
        layers=frozenset(layers | {Layer.TAGS}),
    )
