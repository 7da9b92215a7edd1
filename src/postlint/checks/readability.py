"""``readability``: a score of the whole post beyond a bound; short posts are never scored."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from postlint import marks
from postlint.model import Hit, Layer
from postlint.options import Option
from postlint.spans import Span
from postlint.values import dataclass

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from postlint.document import Document
    from postlint.lexicon import Spot
    from postlint.model import Way
    from postlint.options import Options

METRICS: Final = (
    "flesch_reading_ease",
    "flesch_kincaid_grade",
    "gunning_fog",
    "coleman_liau_index",
    "kandel_moles",
)
OPTIONS: Final[Mapping[str, Option]] = {
    "metric": Option("choice", "Which score.", required=True, choices=METRICS),
    "above": Option("number", "Flag a higher score."),
    "below": Option("number", "Flag a lower score."),
}
PLACEHOLDERS: Final = frozenset({"score"})


@dataclass(frozen=True, slots=True)
class ReadabilityFinder:
    """Yields the whole text where its score is out of bounds."""

    metric: str
    above: float | None
    below: float | None
    literals: frozenset[str] | None = None
    layers: frozenset[Layer] = frozenset()
    required: tuple[Way, ...] = ((frozenset({marks.MANY_WORDS}),),)

    def find(self, document: Document, spots: Sequence[Spot]) -> Iterator[Hit]:  # noqa: ARG002
        """Yield at most one hit."""
        score = document.readability.get(self.metric)
        if score is None:
            return
        high = self.above is not None and score > self.above
        low = self.below is not None and score < self.below
        if high or low:
            span = Span(document.words[0].start, document.words[-1].end)
            yield Hit(span, {"score": f"{score:.0f}"})


def compile(options: Options) -> ReadabilityFinder:  # noqa: A001 - the protocol's name
    """Make the finder; without a bound there is nothing to find."""
    if options["above"] is None and options["below"] is None:
        msg = "say “above” or “below”"
        raise ValueError(msg)
    return ReadabilityFinder(options["metric"], options["above"], options["below"])
