"""``length``: a post that is longer than its platform takes, counted as the platform counts."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from postlint import marks, platforms
from postlint.lazily import Pattern
from postlint.model import Hit, Layer
from postlint.options import Option
from postlint.spans import Span
from postlint.values import dataclass

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from postlint.document import Document
    from postlint.lexicon import Spot
    from postlint.model import Length, Way
    from postlint.options import Options

OPTIONS: Final[Mapping[str, Option]] = {
    "share": Option("number", "Flag above this share of the limit; 1 is the limit.", default=1),
}
_ATTACHED: Final = Pattern(r"(?:\s+https?://t\.co/\w+)+\s*$")
PLACEHOLDERS: Final = frozenset({"used", "limit", "over"})


def _without_attachments(document: Document) -> Length:
    """Return the length as the platform judges it.

    X puts a t.co link behind a text for each attached picture or quoted post,
    and does not count it (docs.x.com/fundamentals/counting-characters); a text
    that was copied from X still carries them.
    """
    if document.platform != "x" or document.length.used <= document.length.limit:
        return document.length
    return platforms.length("x", _ATTACHED.sub("", document.text))


@dataclass(frozen=True, slots=True)
class LengthFinder:
    """Yields the end of the text where it is too long."""

    share: float
    literals: frozenset[str] | None = None
    layers: frozenset[Layer] = frozenset()

    @property
    def required(self) -> tuple[Way, ...]:
        """A text beyond the limit, unless part of the limit is flagged."""
        return ((frozenset({marks.OVER_LIMIT}),),) if self.share >= 1 else ()

    def find(self, document: Document, spots: Sequence[Spot]) -> Iterator[Hit]:  # noqa: ARG002
        """Yield at most one hit: the last word, for the whole text would hide the rest."""
        if document.length.used <= document.length.limit * self.share:
            return
        used, limit = _without_attachments(document)
        if used <= limit * self.share:
            return
        start = document.words[-1].start if document.words else 0
        over = str(used - limit)
        span = Span(start, len(document.text.rstrip()))
        yield Hit(span, {"used": str(used), "limit": str(limit), "over": over})


def compile(options: Options) -> LengthFinder:  # noqa: A001 - the protocol's name
    """Make the finder."""
    return LengthFinder(options["share"])
