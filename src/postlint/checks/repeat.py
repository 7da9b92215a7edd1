"""``repeat``: the same word twice running (“the the”)."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, Final

from postlint.lazily import Pattern
from postlint.listed import listed
from postlint.model import Fix, Hit, Layer
from postlint.options import Option
from postlint.spans import Span
from postlint.values import dataclass

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from postlint.document import Document
    from postlint.lexicon import Spot
    from postlint.options import Options

OPTIONS: Final[Mapping[str, Option]] = {
    "words": Option("words", "Only these words count; without it, every word does."),
    "allow": Option("words", "Words that may stand twice.", default=()),
}
PLACEHOLDERS: Final = frozenset({"word"})
_TWICE: Final = Pattern(r"(?<![^\W_])([^\W\d_]++) ++\1(?![^\W_])")
"""What every pair holds, cheap to look for."""


@dataclass(frozen=True, slots=True)
class RepeatFinder:
    """Yields pairs of equal words with nothing but spaces between them."""

    only: frozenset[str] | None
    allow: frozenset[str]
    literals: frozenset[str] | None = None
    layers: frozenset[Layer] = frozenset()

    def find(self, document: Document, spots: Sequence[Spot]) -> Iterator[Hit]:  # noqa: ARG002
        """Yield both words as one span; the fix takes the second away."""
        if not _TWICE.search(document.folded):
            return
        for first, second in pairwise(document.words):
            word = first.of(document.folded)
            if word != second.of(document.folded) or word in self.allow:
                continue
            between = document.text[first.end : second.start]
            counts = self.only is None or word in self.only
            if counts and between.strip(" \u00a0") == "" and word.isalpha():
                cut = Fix(Span(first.end, second.end), "", safe=self.only is not None)
                yield Hit(Span(first.start, second.end), {"word": word}, (cut,))


def compile(options: Options) -> RepeatFinder:  # noqa: A001 - the protocol's name
    """Make the finder."""
    only = options["words"]
    return RepeatFinder(
        only=listed(only) if only else None,
        allow=listed(options["allow"]),
    )
