"""``calendar``: what a post says of days and hours that the calendar contradicts."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from postlint import almanac, marks
from postlint.options import Option
from postlint.values import dataclass

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

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


def _both(*finders: Callable[[Document], Iterator[Hit]]) -> Callable[[Document], Iterator[Hit]]:
    def find(document: Document) -> Iterator[Hit]:
        for finder in finders:
            yield from finder(document)

    return find


FAULTS: Final[Mapping[str, tuple[Callable[[Document], Iterator[Hit]], frozenset[str] | None]]] = {
    "weekday": (almanac.weekdays, None),
    "no-such-date": (_both(almanac.impossible_dates, almanac.impossible_periods), None),
    "leap-year": (almanac.leap_years, frozenset({"leap year", "leap day", "29 days"})),
    "no-such-hour": (_both(almanac.impossible_hours, almanac.doubled_hours), None),
    "over": (_both(almanac.invitations, almanac.gone_hours), None),
    "not-today": (almanac.observances, _DAY),
    "countdown": (almanac.countdowns, _COUNTED),
    "anniversary": (almanac.anniversaries, _YEARS),
    "backward-hours": (almanac.backward_hours, None),
    "zone": (almanac.zones, None),
    "clocks": (almanac.clocks, None),
    "embargo": (almanac.broken_embargoes, None),
    "recycled-year": (almanac.recycled_years, None),
}
WAYS: Final[Mapping[str, tuple[Way, ...]]] = {
    "weekday": ((marks.NUMBER, marks.WEEKDAY),),
    "no-such-date": ((marks.NUMBER,),),
    "no-such-hour": ((marks.DIGIT,),),
    "backward-hours": ((marks.DIGIT,),),
    "clocks": ((marks.NUMBER,),),
    "embargo": ((frozenset({marks.EMBARGO}),),),
    "recycled-year": ((marks.DIGIT,),),
}
"""What a fault requires of a post (see `postlint.prefilter`)."""
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

    fault: str
    literals: frozenset[str] | None
    layers: frozenset[Layer] = frozenset()
    required: tuple[Way, ...] = ()

    def find(self, document: Document, spots: Sequence[Spot]) -> Iterator[Hit]:  # noqa: ARG002
        """Yield one hit a contradiction."""
        yield from FAULTS[self.fault][0](document)


def compile(options: Options) -> CalendarFinder:  # noqa: A001 - the protocol's name
    """Make the finder."""
    fault = options["fault"]
    return CalendarFinder(fault, FAULTS[fault][1], required=WAYS.get(fault, ()))
