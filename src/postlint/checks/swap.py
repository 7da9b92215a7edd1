"""``swap``: words that have a better one; each hit carries the replacement as a fix."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from postlint.lexicon import Spot, fold, longest
from postlint.model import Fix, Hit, Layer
from postlint.options import Option, expand
from postlint.spans import Span
from postlint.values import dataclass

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from postlint.document import Document
    from postlint.options import Options

OPTIONS: Final[Mapping[str, Option]] = {
    "swaps": Option(
        "swaps",
        "From the word to its replacement; a replacement in parentheses is advice, not a fix.",
        required=True,
    ),
    "case": Option("flag", "Match capitals exactly.", default=False),
    "safe": Option("flag", "The replacement never changes what the post says.", default=False),
}
PLACEHOLDERS: Final = frozenset({"replacement"})


def like(original: str, replacement: str) -> str:
    """Give a replacement the capitals of the words that it replaces."""
    if original.isupper() and len(original) > 1:
        return replacement.upper()
    if original[:1].isupper():
        return replacement[:1].upper() + replacement[1:]
    return replacement


@dataclass(frozen=True, slots=True)
class SwapFinder:
    """Yields every word that has a replacement."""

    literals: frozenset[str]
    replacements: Mapping[str, str]
    spelled: frozenset[str] | None
    safe: bool
    layers: frozenset[Layer] = frozenset()

    def find(self, document: Document, spots: Sequence[Spot]) -> Iterator[Hit]:
        """Yield the longest of overlapping words, each with its replacement."""
        for spot in longest(spots):
            span = Span(spot.start, spot.end)
            original = span.of(document.text)
            if self.spelled is not None and span.of(document.cased) not in self.spelled:
                continue
            replacement = self.replacements[spot.literal]
            if replacement.startswith("("):
                yield Hit(span, {"replacement": replacement.strip("()")})
                continue
            new = replacement if self.spelled is not None else like(original, replacement)
            yield Hit(span, {"replacement": new}, (Fix(span, new, self.safe),))


def compile(options: Options) -> SwapFinder:  # noqa: A001 - the protocol's name
    """Make the finder."""
    pairs = [(word, new) for old, new in options["swaps"].items() for word in expand(old)]
    return SwapFinder(
        literals=frozenset(fold(old) for old, _ in pairs),
        replacements={fold(old): new for old, new in pairs},
        spelled=frozenset(old for old, _ in pairs) if options["case"] else None,
        safe=options["safe"],
    )
