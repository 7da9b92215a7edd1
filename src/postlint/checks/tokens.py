"""``tokens``: spaCy Matcher patterns over the grammar of the text."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

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
    """Yields what spaCy's Matcher finds."""

    patterns: Sequence[Sequence[Mapping[str, Any]]]
    literals: frozenset[str]
    layers: frozenset[Layer]
    matchers: dict[int, Callable[[Parse], list[Span]]]

    def find(self, document: Document, spots: Sequence[Spot]) -> Iterator[Hit]:  # noqa: ARG002
        """Yield the longest matches from left to right."""
        parse = document.parse
        vocab = parse.native.vocab
        if id(vocab) not in self.matchers:
            self.matchers[id(vocab)] = language.matcher(vocab, self.patterns)
        end = 0
        for span in self.matchers[id(vocab)](parse):
            if span.start >= end:
                end = span.end
                yield Hit(span)


def compile(options: Options) -> TokensFinder:  # noqa: A001 - the protocol's name
    """Make the finder; its layers follow from the attributes that the patterns use."""
    for pattern in options["patterns"]:
        language.check_pattern(pattern)
    layers = {layer for pattern in options["patterns"] for layer in language.layers_of(pattern)}
    return TokensFinder(
        patterns=options["patterns"],
        literals=frozenset(map(fold, spell_out(options["triggers"], options["forms"]))),
        layers=frozenset(layers | {Layer.TAGS}),
        matchers={},
    )
