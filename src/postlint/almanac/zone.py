"""Time zones: EST in July, and GMT in a British summer.

Daylight-saving rules as in force since 2007, by arithmetic: a laptop may have
no zone database.
"""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import TYPE_CHECKING, Final

from postlint import dates
from postlint.almanac.years import possible, spelled
from postlint.lazily import Pattern
from postlint.model import Fix, Hit
from postlint.spans import Span
from postlint.values import dataclass

if TYPE_CHECKING:
    from collections.abc import Iterator

    from postlint.document import Document

_MARCH, _APRIL, _SEPTEMBER, _OCTOBER, _NOVEMBER = 3, 4, 9, 10, 11


@dataclass(frozen=True, slots=True)
class Zone:
    """A zone that changes its clocks: both abbreviations, the standard offset, and the rule."""

    standard: str
    summer: str
    minutes: int
    rule: str
    region: str


ZONES: Final = (
    Zone("NST", "NDT", -210, "america", "Newfoundland"),
    Zone("AST", "ADT", -240, "america", "Atlantic Canada"),
    Zone("EST", "EDT", -300, "america", "eastern North America"),
    Zone("CST", "CDT", -360, "america", "central North America"),
    Zone("MST", "MDT", -420, "america", "the Rockies"),
    Zone("PST", "PDT", -480, "america", "the Pacific coast"),
    Zone("HNE", "HAE", -300, "america", "l'Est"),
    Zone("HNA", "HAA", -240, "america", "l'Atlantique"),
    Zone("HNP", "HAP", -480, "america", "le Pacifique"),
    Zone("CET", "CEST", 60, "europe", "central Europe"),
    Zone("EET", "EEST", 120, "europe", "eastern Europe"),
    Zone("AEST", "AEDT", 600, "australia", "south-eastern Australia"),
    Zone("NZST", "NZDT", 720, "new-zealand", "New Zealand"),
)
_SUMMER_ONLY: Final = {"BST": ("europe", "GMT", 60, "the United Kingdom")}
_NAMES: Final = sorted(
    {name for zone in ZONES for name in (zone.standard, zone.summer)} | {"BST"}, key=len
)
_ZONED: Final = Pattern(
    r"(?P<time>\d{1,2}(?:[:h.]\d\d)?\s?(?:[ap]\.?m\.?|[AP]\.?M\.?|h)?)\s?\(?(?P<zone>"
    + "|".join(reversed(_NAMES))
    + r")\b"
)
_UNCHANGING: Final = Pattern(
    r"\b(?:arizona|phoenix|regina|saskatoon|saskatchewan|jamaica|kingston|panama|canc[uú]n|cayman"
    r"|costa rica"
    r"|mexico|guatemala|honduras|el salvador|belize|nicaragua|puerto rico|barbados|trinidad"
    r"|dominican|bermuda"
    r"|china|beijing|shanghai|taipei|brisbane|queensland|yukon|whitehorse|hawaii|manitoba hydro"
    r"|guyana|bridgetown"
    r"|port of spain|san juan|bangladesh|dhaka|santo domingo|haiti|ecuador|colombia|peru|lima"
    r"|bogot[aá])\b"
)


def _sunday(year: int, month: int, nth: int) -> date:
    """Return the nth Sunday of a month, 0 for the last."""
    if nth == 0:
        end = date(year + month // 12, month % 12 + 1, 1) - timedelta(days=1)
    else:
        end = date(year, month, 7 * nth)
    return end - timedelta(days=(end.weekday() + 1) % 7)


def is_summer(rule: str, day: date) -> bool | None:
    """Tell whether clocks are ahead on that day; None on the day of the change itself."""
    year = day.year
    begin, end = {
        "america": (_sunday(year, _MARCH, 2), _sunday(year, _NOVEMBER, 1)),
        "europe": (_sunday(year, _MARCH, 0), _sunday(year, _OCTOBER, 0)),
        "australia": (_sunday(year, _OCTOBER, 1), _sunday(year, _APRIL, 1)),
        "new-zealand": (_sunday(year, _SEPTEMBER, 0), _sunday(year, _APRIL, 1)),
    }[rule]
    if day in (begin, end):
        return None
    return begin < day < end if begin < end else not end < day < begin


def day_of(document: Document, at: int) -> date | None:
    """Return the day that a time is said of: its sentence's date, else a day that today fixes."""
    here = document.sentence_index(at)
    found = [
        written
        for written in dates.find(document.masked)
        if abs(document.sentence_index(written.span.start) - here) <= 1
    ]
    if found:
        nearest = min(found, key=lambda one: abs(one.span.start - at))
        return next(iter(possible(nearest, document.today)), None)
    text = document.sentence_at(at).of(document.folded)
    if document.is_dated and re.search(r"\b(?:today|tonight|tomorrow|this \w+)\b", text):
        return document.today
    return None


def zones(document: Document) -> Iterator[Hit]:
    """Yield each zone whose clocks do not show that time on that day."""
    if _UNCHANGING.search(document.folded):
        return
    yield from _british(document)
    for match in _ZONED.finditer(document.masked):
        day = day_of(document, match.start())
        if day is None:
            continue
        right = _right(match.group("zone"), day)
        if right is not None:
            name, region = right
            span = Span(*match.span("zone"))
            truth = f"On {spelled(day)} clocks in {region} show {name}"
            yield Hit(span, {"truth": truth, "right": name}, (Fix(span, name),))


def _right(name: str, day: date) -> tuple[str, str] | None:
    """Return the abbreviation that is right on that day and its region, None where it is."""
    if name in _SUMMER_ONLY:
        rule, winter, _, region = _SUMMER_ONLY[name]
        return (winter, region) if is_summer(rule, day) is False else None
    zone = next(z for z in ZONES if name in (z.standard, z.summer))
    summer = is_summer(zone.rule, day)
    if summer is None:
        return None
    right = zone.summer if summer else zone.standard
    return None if right == name else (right, zone.region)


_GREENWICH: Final = Pattern(
    r"\d ?(?:[ap]\.?m\.? )?(?P<zone>GMT)(?: time)?,? ?[(|]?(?:in |at )?"
    r"(?:London|Edinburgh|Cardiff|Belfast"
    r"|Glasgow|Manchester|Birmingham|Trafalgar)\b"
)


def _british(document: Document) -> Iterator[Hit]:
    """Yield “18:00 GMT, London” on a summer's day."""
    for match in _GREENWICH.finditer(document.masked):
        day = day_of(document, match.start())
        if day is not None and is_summer("europe", day):
            span = Span(*match.span("zone"))
            truth = f"On {spelled(day)} clocks in the United Kingdom show BST"
            yield Hit(span, {"truth": truth, "right": "BST"}, (Fix(span, "BST"),))
