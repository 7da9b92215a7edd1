"""``arithmetic``: sums, shares and measures of a sentence that cannot be right together."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from postlint import marks, reckoning
from postlint.checks.searches import Search, awake, ways_of
from postlint.lazily import Pattern
from postlint.options import Option
from postlint.patterns.edges import EDGE
from postlint.values import dataclass

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from postlint.document import Document
    from postlint.lexicon import Spot
    from postlint.model import Hit, Layer, Way
    from postlint.options import Options

_DIGIT: Final = Pattern(r"\d")


_PERCENT: Final = frozenset({"%", "cent" + EDGE})
_SHARES: Final = ((_PERCENT, marks.DIGIT),)
_POINTS: Final = _PERCENT | marks.begun("point pp")
_MOVES: Final = marks.whole(
    "rose risen increased grew grown jumped climbed surged soared rising growing up raised fell"
    " fallen decreased dropped declined shrank plunged reduced lowered falling down slashed sank"
    " increase rise growth gain jump decrease decline drop reduction fall cut"
)
_TIMES: Final = (
    marks.begun("doubl tripl trebl quadrupl quintupl halv twice")
    | marks.whole("times factor")
    | {"fold" + EDGE}
)
_FRACTIONS: Final = marks.begun("half third quarter fifth tenth")
_SCALES: Final = frozenset({"thousand", "million", "billion", "trillion"})
_GROUPED: Final = frozenset({marks.GROUPED})
_OPENED: Final = frozenset("(")


def _changing(said: frozenset[str]) -> tuple[Way, ...]:
    """Return the ways to say “from A to B”, or “A last year, B now”, with something said of it."""
    return (
        (said, marks.whole("from de"), marks.DIGIT),
        (said, marks.whole("last in"), marks.whole("this now today in"), marks.DIGIT),
    )


FAULTS: Final[Mapping[str, tuple[Search, ...]]] = {
    "change": (Search(reckoning.changes, _changing(_POINTS)),),
    "direction": (Search(reckoning.directions, _changing(_MOVES)),),
    "multiple": (Search(reckoning.multiples, _changing(_TIMES)),),
    "fall": (Search(reckoning.falls, _SHARES),),
    "ratio": (
        Search(reckoning.ratios, _SHARES),
        Search(reckoning.counted, ((_PERCENT | _FRACTIONS, marks.whole("of"), marks.DIGIT),)),
    ),
    "shares": (
        Search(reckoning.shares, _SHARES),
        Search(reckoning.over, _SHARES),
        Search(reckoning.outnumbered, ((frozenset({marks.TWO_NUMBERS}), marks.whole("of")),)),
    ),
    "sum": (
        Search(reckoning.sums, ((frozenset("="), frozenset("+×*"), marks.DIGIT),)),
        Search(reckoning.parts, ((frozenset({marks.THREE_NUMBERS}),),)),
        Search(
            reckoning.totals,
            (
                (frozenset("$€£"), frozenset({"total", "altogether"}), marks.DIGIT),
                (frozenset("$€£"), marks.whole("all"), marks.DIGIT),
            ),
        ),
    ),
    "units": (
        Search(
            reckoning.units,
            ((frozenset("(/=–—-") | marks.whole("or"), marks.DIGIT),),
        ),
    ),
    "malformed": (
        Search(reckoning.malformed, ((_GROUPED,),)),
        Search(reckoning.commas, ((_GROUPED, frozenset("$€£")),)),
    ),
    "double-scale": (
        Search(
            reckoning.double_scales, ((_GROUPED,), (_SCALES | marks.whole("bn mn"), marks.DIGIT))
        ),
    ),
    "restated": (
        Search(reckoning.restated, ((_OPENED, _SCALES, marks.DIGIT),)),
        Search(reckoning.retold, ((_OPENED, marks.DIGIT),)),
    ),
    "average": (
        Search(
            reckoning.averages,
            (
                (
                    marks.whole("years months weeks days"),
                    marks.whole("year month week day annually yearly monthly"),
                    marks.whole("over in within during across"),
                    marks.DIGIT,
                ),
            ),
        ),
    ),
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

    searches: tuple[Search, ...]
    literals: frozenset[str] | None = None
    layers: frozenset[Layer] = frozenset()

    @property
    def required(self) -> tuple[Way, ...]:
        """What each search requires of a text; a digit, in any case."""
        return ways_of(self.searches)

    def find(self, document: Document, spots: Sequence[Spot]) -> Iterator[Hit]:  # noqa: ARG002
        """Yield one hit a contradiction; a text without a digit has none."""
        if _DIGIT.search(document.masked):
            for search in self.searches:
                yield from search.find(document)

    def find_by(self, document: Document, ways: Sequence[int]) -> Iterator[Hit]:
        """Do so by the searches alone that may find something."""
        for search in awake(self.searches, ways):
            yield from search.find(document)


def compile(options: Options) -> ArithmeticFinder:  # noqa: A001 - the protocol's name
    """Make the finder."""
    faults = options["faults"]
    named = (faults,) if isinstance(faults, str) else tuple(faults)
    return ArithmeticFinder(tuple(search for fault in named for search in FAULTS[fault]))
