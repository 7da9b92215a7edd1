"""``missing``: something that a reader would need is not there: a date, a place, a question."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from postlint.lazily import Pattern
from postlint.lexicon import Lexicon, longest
from postlint.listed import lexicon, listed
from postlint.model import Hit, Layer
from postlint.options import Option
from postlint.spans import Span
from postlint.values import dataclass

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from postlint.document import Document
    from postlint.lexicon import Spot
    from postlint.options import Options

_PERSONAL: Final = Lexicon(
    "i we you your yours our ours us me my mine let's nous vous votre notre je".split()
)
_DAY: Final = Lexicon(
    "monday tuesday wednesday thursday friday saturday sunday today tonight tomorrow now "
    "january february march april may june july august september october november december "
    "jan feb mar apr jun jul aug sept sep oct nov dec mon tue wed thu fri sat sun weekend noon "
    "midnight morning afternoon evening daily weekly yesterday".split()
)
_NUMBER: Final = Pattern(r"\d")
_TIME: Final = Pattern(r"\b\d{1,2}(?::\d{2}|h\d{0,2}| h \d{2}|\s?[ap]\.?m\b)", re.IGNORECASE)
_NAME: Final = Pattern(r"(?<=[a-z,;:&] )[A-ZÀ-Þ][\w’'-]+")


PRESENT: Final[Mapping[str, Callable[[Document], bool]]] = {
    "media": lambda document: bool(document.post.media),
    "link": lambda document: bool(document.social.links),
    "mention": lambda document: bool(document.social.mentions),
    "hashtag": lambda document: bool(document.social.hashtags),
    "emoji": lambda document: bool(document.social.emoji),
    "question": lambda document: "?" in document.masked,
    "exclamation": lambda document: "!" in document.masked,
    "quotation": lambda document: bool(document.quotations),
    "number": lambda document: bool(_NUMBER.search(document.masked)),
    "day": lambda document: _DAY.any(document.folded) or bool(_NUMBER.search(document.masked)),
    "time": lambda document: bool(_TIME.search(document.masked)),
    "name": lambda document: bool(_NAME.search(document.masked)),
    "first-or-second-person": lambda document: _PERSONAL.any(document.folded),
}
OPTIONS: Final[Mapping[str, Option]] = {
    "any-of": Option(
        "choices",
        "Things of which one is enough.",
        default=(),
        choices=tuple(PRESENT),
    ),
    "words": Option("words", "Words of which one is enough.", default=()),
    "given": Option("words", "Only where one of these words stands; it is what is marked."),
    "at-least": Option("number", "Only in posts of at least so many words.", default=0),
}
PLACEHOLDERS: Final = frozenset[str]()


@dataclass(frozen=True, slots=True)
class MissingFinder:
    """Yields the cue, or the whole text, where nothing of what is wanted is there."""

    any_of: tuple[str, ...]
    words: Lexicon
    at_least: int
    literals: frozenset[str] | None
    layers: frozenset[Layer] = frozenset()

    def find(self, document: Document, spots: Sequence[Spot]) -> Iterator[Hit]:
        """Yield at most one hit."""
        if len(document.words) < self.at_least or self.words.any(document.folded):
            return
        if any(PRESENT[thing](document) for thing in self.any_of):
            return
        if self.literals is None:
            yield Hit(Span(0, len(document.text.rstrip())))
        elif spots:
            cue = longest(spots)[0]
            yield Hit(Span(cue.start, cue.end))


def compile(options: Options) -> MissingFinder:  # noqa: A001 - the protocol's name
    """Make the finder; it needs something to miss."""
    if not (options["any-of"] or options["words"]):
        msg = "say what may be missing: “any-of” or “words”"
        raise ValueError(msg)
    given = options["given"]
    return MissingFinder(
        any_of=tuple(options["any-of"]),
        words=lexicon(options["words"]),
        at_least=int(options["at-least"]),
        literals=listed(given) if given else None,
    )
