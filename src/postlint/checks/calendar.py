"""``calendar``: what a post says of days and hours that the calendar contradicts."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from postlint import almanac, marks
from postlint.checks.searches import Search, awake, ways_of
from postlint.options import Option
from postlint.patterns.edges import EDGE
from postlint.values import dataclass

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from postlint.document import Document
    from postlint.lexicon import Spot
    from postlint.model import Hit, Layer, Way
    from postlint.options import Options

_DAY: Final = frozenset(
    "today tonight tomorrow yesterday happy merry this coming aujourd'hui demain hier bonne joyeuse"
    " joyeux".split()
)
_COUNTED: Final = frozenset("day days week weeks month months".split())
_YEARS: Final = frozenset(
    {"years", "year", "anniversary", "birthday", "turns", "turned", "turning", "ans", "celebrates",
     "marks", "celebrate", "is", "decade", "decades", "century", "centuries"}
)  # fmt: skip


_WRITTEN_DATE: Final = (
    marks.begun("jan fév feb mar apr avr mai may jun jui jul aug aoû sep oct nov déc dec"),
    frozenset(f"{end}{EDGE} {EDGE}of{EDGE}" for end in ("st", "nd", "rd", "th", "day")),
)
"""“the first day of March”."""
_DATES: Final = ((frozenset({marks.DATE}),), _WRITTEN_DATE)
_WEEKDAY: Final = (marks.WEEKDAY,)
_DATED: Final = (frozenset({marks.DATED}),)
_CLOCK: Final = (frozenset({marks.CLOCK}),)
_YEAR: Final = frozenset({*(f"{EDGE}{tens}" for tens in range(140, 210)), marks.NUMERAL})
_PERIODS: Final = (
    (frozenset(f"q{number}" for number in "056789"), marks.DIGIT),
    (marks.whole("quarter"), marks.whole("fifth sixth 5th 6th")),
    (marks.whole("month"), marks.whole("13th 14th thirteenth")),
    (frozenset({*(f"{EDGE}week{EDGE} {EDGE}{digit}" for digit in range(10)), marks.NUMERAL}),),
)
"""What `almanac.impossible_periods` looks for."""
_OPEN: Final = (marks.whole("hours open"), marks.DIGIT)
_ZONES: Final = frozenset(
    name.lower() + EDGE for zone in almanac.ZONES for name in (zone.standard, zone.summer)
) | {"bst" + EDGE, "gmt"}
FAULTS: Final[Mapping[str, tuple[Search, ...]]] = {
    "weekday": (Search(almanac.weekdays, tuple((*way, *_WEEKDAY) for way in _DATES)),),
    "no-such-date": (
        Search(almanac.impossible_dates, _DATES),
        Search(almanac.impossible_periods, _PERIODS),
    ),
    "leap-year": (Search(almanac.leap_years, ((),)),),
    "no-such-hour": (
        Search(almanac.impossible_hours, (_CLOCK,)),
        Search(almanac.doubled_hours, (_CLOCK,)),
    ),
    "over": (
        Search(almanac.invitations, tuple((*way, *_DATED) for way in _DATES)),
        Search(almanac.gone_hours, ((*_CLOCK, *_DATED),)),
    ),
    "not-today": (Search(almanac.observances, (_DATED,)),),
    "countdown": (Search(almanac.countdowns, (_DATED,)),),
    "anniversary": (Search(almanac.anniversaries, ((_YEAR,),)),),
    "backward-hours": (Search(almanac.backward_hours, (_CLOCK, _OPEN)),),
    "zone": (Search(almanac.zones, ((_ZONES, marks.DIGIT, frozenset({marks.CAPITALS})),)),),
    "clocks": (Search(almanac.clocks, (_CLOCK,)),),
    "embargo": (Search(almanac.broken_embargoes, ((frozenset({marks.EMBARGO}),),)),),
    "recycled-year": (Search(almanac.recycled_years, ((frozenset({"20"}), *_DATED),)),),
}
_WORDS: Final[Mapping[str, frozenset[str]]] = {
    "leap-year": frozenset({"leap year", "leap day", "29 days"}),
    "not-today": _DAY,
    "countdown": _COUNTED,
    "anniversary": _YEARS,
}
"""Words of which a text with such a fault holds one."""
OPTIONS: Final[Mapping[str, Option]] = {
    "fault": Option(
        "choice",
        "weekday: not that of its date; no-such-date, no-such-hour, leap-year; over: an "
        "invitation to what is past; not-today: “today is …” on another day; countdown: “in 5 "
        "days” to another date; anniversary: years "
        "that do not add up; backward-hours: they end before they begin; zone: EST in July; "
        "clocks: two zones that disagree; embargo: the post goes out before it ends; "
        "recycled-year: last year's year in a festive post.",
        required=True,
        choices=tuple(FAULTS),
    ),
}
PLACEHOLDERS: Final = frozenset({"truth", "right", "said"})


@dataclass(frozen=True, slots=True)
class CalendarFinder:
    """Yields the contradictions of one sort, each with its reckoning."""

    searches: tuple[Search, ...]
    literals: frozenset[str] | None
    layers: frozenset[Layer] = frozenset()

    @property
    def required(self) -> tuple[Way, ...]:
        """What each search requires of a text."""
        return ways_of(self.searches)

    def find(self, document: Document, spots: Sequence[Spot]) -> Iterator[Hit]:  # noqa: ARG002
        """Yield one hit a contradiction."""
        for search in self.searches:
            yield from search.find(document)

    def find_by(self, document: Document, ways: Sequence[int]) -> Iterator[Hit]:
        """Do so by the searches alone that may find something."""
        for search in awake(self.searches, ways):
            yield from search.find(document)


def compile(options: Options) -> CalendarFinder:  # noqa: A001 - the protocol's name
    """Make the finder."""
    fault = options["fault"]
    return CalendarFinder(FAULTS[fault], _WORDS.get(fault))
