"""``quotation``: a quoted passage that names nobody as its speaker."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from postlint.model import Hit, Layer
from postlint.options import Option
from postlint.values import dataclass

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from postlint.document import Document
    from postlint.lexicon import Spot
    from postlint.model import Way
    from postlint.options import Options

OPTIONS: Final[Mapping[str, Option]] = {
    "words": Option("number", "Shorter quotations are left alone.", default=6),
}
PLACEHOLDERS: Final = frozenset[str]()
_SMALL: Final = 3
_MOST: Final = 0.7


@dataclass(frozen=True, slots=True)
class QuotationFinder:
    """Yields each long quotation without a speaker, its marks included."""

    words: int
    literals: frozenset[str] | None = None
    layers: frozenset[Layer] = frozenset()
    required: tuple[Way, ...] = ((frozenset("“”„«»\"'‹›"),),)

    def find(self, document: Document, spots: Sequence[Spot]) -> Iterator[Hit]:  # noqa: ARG002
        """Yield one hit a quotation."""
        for quotation in document.quotations:
            inside = len(document.words_in(quotation.inner.start, quotation.inner.end))
            if inside < self.words or quotation.attributed:
                continue
            if not _is_title(quotation.inner.of(document.text)):
                yield Hit(quotation.span)


def _is_title(text: str) -> bool:
    """Tell a headline or title by its capitals, and a shared post by the handle before it."""
    if text.lstrip(" .").startswith("@"):
        return True
    long = [word for word in text.split() if len(word) > _SMALL]
    capital = sum(word[0].isupper() for word in long)
    return capital >= _MOST * len(long) and not text.isupper()


def compile(options: Options) -> QuotationFinder:  # noqa: A001 - the protocol's name
    """Make the finder."""
    return QuotationFinder(int(options["words"]))
