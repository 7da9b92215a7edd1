"""``quotation``: a quoted passage that names nobody as its speaker."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from postlint.model import Hit, Layer
from postlint.options import Option

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from postlint.document import Document
    from postlint.lexicon import Spot
    from postlint.options import Options

OPTIONS: Final[Mapping[str, Option]] = {
    "words": Option("number", "Shorter quotations are left alone.", default=6),
}
PLACEHOLDERS: Final = frozenset[str]()


@dataclass(frozen=True, slots=True)
class QuotationFinder:
    """Yields each long quotation without a speaker, its marks included."""

    words: int
    literals: frozenset[str] | None = None
    layers: frozenset[Layer] = frozenset()

    def find(self, document: Document, spots: Sequence[Spot]) -> Iterator[Hit]:  # noqa: ARG002
        """Yield one hit a quotation."""
        for quotation in document.quotations:
            inside = sum(quotation.inner.covers(word) for word in document.words)
            if inside >= self.words and not quotation.attributed:
                yield Hit(quotation.span)


def compile(options: Options) -> QuotationFinder:  # noqa: A001 - the protocol's name
    """Make the finder."""
    return QuotationFinder(int(options["words"]))
