"""``clash``: two things that do not go together: a party emoji beside deaths."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from postlint.lexicon import Lexicon, Spot, longest
from postlint.listed import lexicon, listed
from postlint.model import Hit, Layer
from postlint.options import Option, spell_out
from postlint.spans import Span
from postlint.values import dataclass

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from postlint.document import Document
    from postlint.options import Options

OPTIONS: Final[Mapping[str, Option]] = {
    "words": Option("words", "What is marked.", required=True),
    "beside": Option("words", "What it must not stand beside.", required=True),
    "forms": Option(
        "choice",
        "Whether plurals and verb forms count too (English).",
        default="exact",
        choices=("exact", "lemma"),
    ),
    "within": Option(
        "choice",
        "How close: the same sentence, the sentence or its neighbours, or the post.",
        default="sentence",
        choices=("sentence", "neighbours", "post"),
    ),
    "gap": Option("number", "At most so many words between the two."),
    "order": Option(
        "choice",
        "Which comes first: any, words, or beside.",
        default="any",
        choices=("any", "words", "beside"),
    ),
    "case": Option("flag", "Match capitals of “beside” exactly.", default=False),
    "once": Option("flag", "Mark only the first in a post.", default=False),
}
PLACEHOLDERS: Final = frozenset({"beside"})


@dataclass(frozen=True, slots=True)
class ClashFinder:
    """Yields the first of the words that stands close to one of the others."""

    words: tuple[str, ...]
    forms: str
    beside: Lexicon
    spelled: frozenset[str] | None
    reach: int | None
    gap: int | None
    order: str
    once: bool = False
    layers: frozenset[Layer] = frozenset()

    @property
    def literals(self) -> frozenset[str]:
        """The words, folded."""
        return listed(self.words, self.forms)

    def find(self, document: Document, spots: Sequence[Spot]) -> Iterator[Hit]:
        """Yield one hit for each word that clashes, with the nearest thing it clashes with."""
        others = longest(self.beside.find(document.folded))
        if self.spelled is not None:
            others = [o for o in others if document.cased[o.start : o.end] in self.spelled]
        if not others:
            return
        for spot in longest(spots):
            close = [other for other in others if self._close(document, spot, other)]
            if close:
                nearest = min(close, key=lambda other: abs(other.start - spot.start))
                text = document.text[nearest.start : nearest.end]
                yield Hit(Span(spot.start, spot.end), {"beside": text})
                if self.once:
                    return

    def _close(self, document: Document, spot: Spot, other: Spot) -> bool:
        if other.start < spot.end and spot.start < other.end:
            return False
        first = "words" if spot.start < other.start else "beside"
        if self.order not in ("any", first):
            return False
        if self.reach is not None:
            here, there = (document.sentence_index(s.start) for s in (spot, other))
            if abs(here - there) > self.reach:
                return False
        if self.gap is None:
            return True
        low, high = min(spot.end, other.end), max(spot.start, other.start)
        return sum(low <= word.start < high for word in document.words) <= self.gap


def compile(options: Options) -> ClashFinder:  # noqa: A001 - the protocol's name
    """Make the finder."""
    beside, forms, gap = options["beside"], options["forms"], options["gap"]
    return ClashFinder(
        words=tuple(options["words"]),
        forms=forms,
        beside=lexicon(beside, forms),
        spelled=spell_out(beside, forms) if options["case"] else None,
        reach={"sentence": 0, "neighbours": 1, "post": None}[options["within"]],
        gap=None if gap is None else int(gap),
        order=options["order"],
        once=options["once"],
    )
