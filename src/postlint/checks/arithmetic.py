"""``arithmetic``: sums, shares and measures of a sentence that cannot be right together."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from postlint import marks, reckoning
from postlint.lazily import Pattern
from postlint.options import Option
from postlint.values import dataclass

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from postlint.document import Document
    from postlint.lexicon import Spot
    from postlint.model import Hit, Layer, Way
    from postlint.options import Options

_DIGIT: Final = Pattern(r"\d")


def _all(*finders: Callable[[Document], Iterator[Hit]]) -> Callable[[Document], Iterator[Hit]]:
    def find(document: Document) -> Iterator[Hit]:
        for finder in finders:
            yield from finder(document)

    return find


FAULTS: Final[Mapping[str, Callable[[Document], Iterator[Hit]]]] = {
    "change": reckoning.changes,
    "direction": reckoning.directions,
    "multiple": reckoning.multiples,
    "fall": reckoning.falls,
    "ratio": _all(reckoning.ratios, reckoning.counted),
    "shares": _all(reckoning.shares, reckoning.over, reckoning.outnumbered),
    "sum": _all(reckoning.sums, reckoning.parts, reckoning.totals),
    "units": reckoning.units,
    "malformed": _all(reckoning.malformed, reckoning.commas),
    "double-scale": reckoning.double_scales,
    "restated": _all(reckoning.restated, reckoning.retold),
    "average": reckoning.averages,
}
OPTIONS: Final[Mapping[str, Option]] = {
    "faults": Option(
        "choices",
        "change: from A to B is another percentage; direction: a rise from more to less; multiple: "
        "“doubled” is not; fall: by more than all; ratio: “3 of 4 (60 %)”; shares: they add up to "
        "over 100; sum: parts do not make the whole; units: two measures differ; malformed: no "
        "number is grouped so; double-scale: “billion million”; restated: “1.5 million (1,500)”; "
        "average: no such sum a year.",
        required=True,
        choices=tuple(FAULTS),
    ),
}
PLACEHOLDERS: Final = frozenset({"truth", "right"})


@dataclass(frozen=True, slots=True)
class ArithmeticFinder:
    """Yields what does not add up, each with its reckoning."""

    faults: tuple[str, ...]
    literals: frozenset[str] | None = None
    layers: frozenset[Layer] = frozenset()
    required: tuple[Way, ...] = ((marks.DIGIT,),)

    def find(self, document: Document, spots: Sequence[Spot]) -> Iterator[Hit]:  # noqa: ARG002
        """Yield one hit a contradiction; a text without a digit has none."""
        if not _DIGIT.search(document.masked):
            return
        for fault in self.faults:
            yield from FAULTS[fault](document)


def compile(options: Options) -> ArithmeticFinder:  # noqa: A001 - the protocol's name
    """Make the finder."""
    faults = options["faults"]
    return ArithmeticFinder((faults,) if isinstance(faults, str) else tuple(faults))
