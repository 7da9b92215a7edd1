"""``phrase``: listed words and phrases, as whole tokens."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from postlint.lexicon import Spot, longest
from postlint.listed import listed
from postlint.model import Hit, Layer
from postlint.options import Option, spell_out
from postlint.spans import Span
from postlint.values import dataclass

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from postlint.document import Document
    from postlint.options import Options

OPTIONS: Final[Mapping[str, Option]] = {
    "words": Option("words", "Words and phrases to find; (a|b) spells out.", required=True),
    "forms": Option(
        "choice",
        "Whether plurals and verb forms count too (English).",
        default="exact",
        choices=("exact", "lemma"),
    ),
    "case": Option("flag", "Match capitals exactly.", default=False),
    "where": Option(
        "choice",
        "anywhere, opening (it begins within the post's first words), start (it is the first "
        "word), end (nothing but tags, links and emoji follows), sentence-start, or alone (it is "
        "the whole post but for tags, links and emoji).",
        default="anywhere",
        choices=("anywhere", "opening", "start", "end", "sentence-start", "alone"),
    ),
    "within": Option("number", "How many words the opening has.", default=12),
}
PLACEHOLDERS: Final = frozenset[str]()


def stands(document: Document, spot: Spot, where: str, within: int) -> bool:
    """Tell whether a spot stands where the rule looks."""
    if where == "anywhere":
        return True
    if where == "opening":
        words = [word for word in document.words if word.start >= document.opening][:within]
        return bool(words) and words[0].start <= spot.start < words[-1].end
    before = document.words and any(
        document.opening <= word.start < spot.start for word in document.words
    )
    after = any(
        word.start >= spot.end and not _in_hashtag(document, word) for word in document.words
    )
    if where == "sentence-start":
        sentence = document.sentence_at(spot.start)
        return not document.words_in(sentence.start, spot.start)
    return {"start": not before, "end": not after, "alone": not before and not after}[where]


def _in_hashtag(document: Document, word: Span) -> bool:
    return any(tag.span.covers(word) for tag in document.social.hashtags)


@dataclass(frozen=True, slots=True)
class PhraseFinder:
    """Yields every listed phrase that stands where it is looked for."""

    words: tuple[str, ...]
    forms: str
    spelled: frozenset[str] | None
    where: str
    within: int
    layers: frozenset[Layer] = frozenset()

    @property
    def literals(self) -> frozenset[str]:
        """The phrases, folded."""
        return listed(self.words, self.forms)

    def find(self, document: Document, spots: Sequence[Spot]) -> Iterator[Hit]:
        """Yield the longest of overlapping phrases."""
        for spot in longest(spots):
            span = Span(spot.start, spot.end)
            if self.spelled is not None and span.of(document.cased) not in self.spelled:
                continue
            if stands(document, spot, self.where, self.within):
                yield Hit(span)


def compile(options: Options) -> PhraseFinder:  # noqa: A001 - the protocol's name
    """Make the finder."""
    words, forms = tuple(options["words"]), options["forms"]
    return PhraseFinder(
        words=words,
        forms=forms,
        spelled=spell_out(words, forms) if options["case"] else None,
        where=options["where"],
        within=int(options["within"]),
    )
