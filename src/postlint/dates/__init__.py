"""Dates as people write them, in English and French: day, month, year and weekday, as written.

Reads only; which year an unwritten one means, and whether a date is right, is
for those who know the post's schedule.
"""

from __future__ import annotations

import calendar
import re
from datetime import date
from functools import lru_cache
from typing import Final

from postlint.dates.words import (
    MONTH_NAMES,
    WEEKDAY_NAMES,
    months,
    names,
    one_of,
    ordinals,
    weekdays,
)
from postlint.lazily import Pattern
from postlint.spans import Span
from postlint.values import dataclass

__all__ = [
    "MONTH_NAMES",
    "WEEKDAY_NAMES",
    "Written",
    "exists",
    "find",
    "longest_month",
    "months",
    "names",
    "one_of",
    "weekdays",
]
_DIGIT: Final = Pattern(r"\d")
_CENTURY: Final = 100
_GAP: Final = r"[^\S\n]"
_MONTH: Final = r"(?:jan|f[eé]v|feb|mar|a[pv]r|ma[yi]|ju[nil]|aug|ao[uû]|sep|oct|nov|d[eé]c)"
_HINTS: Final = {
    "date_first": rf"\d(?:st|nd|rd|th|er)?{_GAP}+(?:of{_GAP}+)?{_MONTH}",
    "month_first": rf"\b{_MONTH}\w{{0,8}}\.?{_GAP}+(?:the{_GAP}+)?\d",
    "iso": r"\d[-/]\d\d[-/]\d",
    "slashed": r"\d[/.]\d{1,2}[/.]\d",
    "dashed": rf"\d-{_MONTH}",
    "worded": rf"(?:st|nd|rd|th){_GAP}(?:day{_GAP})?of{_GAP}{_MONTH}",
}
"""What every date of each form holds, cheap to look for: the forms themselves are slow to make."""
_HINT: Final = Pattern("|".join(_HINTS.values()), re.IGNORECASE)
_IN_DIGITS: Final = Pattern(f"{_HINTS['iso']}|{_HINTS['slashed']}")
_NAMED: Final = Pattern(
    "jan|fév|fev|feb|mar|apr|avr|may|mai|jun|jui|jul|aug|aou|aoû|sep|oct|nov|dec|déc"
)
"""How the name of a month begins in a text in lower case; Python's engine skips to such letters."""
_WORDED: Final = Pattern(r"(?:st|nd|rd|th) (?:day )?of [A-Z]")
_COUNTED: Final = Pattern(r"[^\S\n]+[a-zà-ÿ][a-zà-ÿ'’-]*")
_NOT_COUNTED: Final = frozenset(
    "a an and are as at b before between but by c for from has have he i if in is it la le noon of"
    " on or our she so starting that the then there these they this through till to until was we"
    " were when where which while who will with you your midnight à au aux de du des en et où par"
    " pour sur with without into during after because also only just inclusive onwards onward"
    " deadline being falls fell marks marked".split()
)


@dataclass(frozen=True, slots=True)
class Written:
    """A date as written; ``span`` holds day, month and year, without the weekday.

    ``last`` is the last day of a range within the month, ``weekday`` (Monday
    is 0) belongs to ``day`` and ``last_weekday`` to ``last``; ``swapped``
    tells 3/12/2026, of which ``day`` and ``month`` may be the other way round.
    """

    span: Span
    day: int
    month: int
    year: int | None = None
    last: int | None = None
    weekday: int | None = None
    weekday_span: Span | None = None
    last_weekday: int | None = None
    swapped: bool = False

    def readings(self, year: int) -> tuple[date, ...]:
        """Return the days that it can mean in that year, none where there is no such day."""
        pairs = [(self.month, self.day)]
        if self.swapped:
            pairs.append((self.day, self.month))
        return tuple(date(year, *pair) for pair in pairs if exists(year, *pair))


def exists(year: int, month: int, day: int) -> bool:
    """Tell whether there is such a day."""
    return 1 <= month <= len(MONTH_NAMES) and 1 <= day <= calendar.monthrange(year, month)[1]


def longest_month(month: int) -> int:
    """Return how many days a month can have, 29 for February."""
    return calendar.monthrange(2024, month)[1]


@lru_cache(maxsize=1)
def _forms() -> tuple[tuple[Pattern, Pattern], ...]:
    """Return the pattern of each form of dates, behind the hint to it."""
    weekday, month = one_of(weekdays()), one_of(months())
    time = rf"(?:{_GAP}(?:at{_GAP})?\d{{1,2}}(?:[:h]\d\d)?{_GAP}?(?:[ap]\.?m\.?|h)?,)"
    lead = (
        rf"(?:(?<!\w)(?:(?P<first>{weekday}){_GAP}?(?:,|and|or|to|-|–|&|et|au|/){_GAP}?)?"
        rf"(?P<weekday>{weekday})(?:{_GAP}(?:morning|afternoon|evening|night|noon|soir|matin))?"
        rf"(?:,?{time})?,?{_GAP}*(?:[(|–—-]{_GAP}*)?(?:(?:the|le|on){_GAP}+)?)?"
    )
    ordinal = "(?:st|nd|rd|th|er|ST|ND|RD|TH)?"
    span = rf"(?:{_GAP}*(?:-|–|—|to|and|&|et|au){_GAP}*(?P<last>\d{{1,2}}){ordinal})?"
    year = rf"(?:,?{_GAP}+(?P<year>[12]\d{{3}}|['’]\d\d)(?![\w%]|[.,:]\d))?"
    trail = (
        rf"(?:(?:,?{_GAP}?\(|,{_GAP}(?:an?{_GAP})?|{_GAP}(?:is|was|falls{_GAP}on"
        rf"|fell{_GAP}on){_GAP}"
        rf"an?{_GAP}|{_GAP}[–—-]{_GAP})(?P<after>{weekday})"
        rf"(?!['’]|{_GAP}?(?:to|and|or|-|–|&|,){_GAP}?{weekday}))?"
    )
    day = r"(?<![\w/.,:$€£-])(?P<day>\d{1,2})"
    date_first = rf"{day}{ordinal}{span}{_GAP}+(?:of{_GAP}+)?(?P<month>{month}){year}"
    end = r"(?![\w%/]|[.,:]\d|\s?[ap]\.?m\b|\s?(?:million|billion|thousand|per cent|percent|%))"
    month_first = (
        rf"(?<!\w)(?P<month>{month}){_GAP}+(?:the{_GAP}+)?(?P<day>\d{{1,2}}){ordinal}"
        rf"{span}{end}{year}"
    )
    iso = (
        r"(?<![\w/.-])(?P<year>\d{4})(?P<dash>[-/])(?P<month>\d\d)(?P=dash)(?P<day>\d\d)(?![\w/-])"
    )
    dashed = rf"(?<![\w/.-])(?P<day>\d{{1,2}})-(?P<month>{month})-(?P<year>\d{{4}})(?![\w-])"
    worded = (
        rf"\b(?P<day>{'|'.join(sorted(ordinals(), key=len, reverse=True))}){_GAP}(?:day{_GAP})?"
        rf"of{_GAP}(?P<month>{month}){year}"
    )
    slashed = (
        r"(?<![\w/.-])(?P<day>\d{1,2})(?P<mark>[/.])(?P<month>\d{1,2})(?P=mark)"
        r"(?P<year>\d{4}|\d{2})(?![\w/]|\.\d)"
    )
    forms = {
        "date_first": date_first,
        "month_first": month_first,
        "iso": iso,
        "slashed": slashed,
        "dashed": dashed,
        "worded": worded,
    }
    return tuple(
        (Pattern(_HINTS[name], re.IGNORECASE), Pattern(f"{lead}(?P<date>{form}){trail}"))
        for name, form in forms.items()
    )


def _is_count(text: str, match: re.Match[str]) -> bool:
    """Tell “in March 12 people came” from a date: a noun follows a bare number."""
    if match.group("year") or not match.group("date")[-1].isdigit():
        return False
    after = _COUNTED.match(text, match.end("date"))
    return bool(after) and after.group().strip() not in _NOT_COUNTED  # type: ignore[union-attr]


def _year(written: str | None) -> int | None:
    """Return the year of “2026”, “26” or “’26”."""
    if not written:
        return None
    year = int(written.lstrip("'’"))
    return year if year >= _CENTURY else 20 * _CENTURY + year


def _is_bare(match: re.Match[str]) -> bool:
    """Tell “24.11.26” that no weekday makes a date."""
    groups = match.groupdict()
    short = len(groups["year"] or "") == 2 and "mark" in groups  # noqa: PLR2004 - a year of two digits
    return short and not (groups["weekday"] or groups["after"])


def _read(match: re.Match[str]) -> Written:
    groups = match.groupdict()
    month = groups["month"]
    before, after, first = groups.get("weekday"), groups.get("after"), groups.get("first")
    last = int(groups["last"]) if groups.get("last") else None
    if before == "Sun" and match.string[: match.start("weekday")].endswith(("The ", "the ")):
        before = None  # “The Sun, Mar 12, 2026” is a newspaper
    group = "weekday" if before else "after"
    said = before or after
    if first:
        group, said = "first", first if last is not None else None
    return Written(
        span=Span(*match.span("date")),
        day=int(groups["day"]) if groups["day"].isdigit() else ordinals()[groups["day"]],
        month=int(month) if month.isdigit() else months()[month],
        year=_year(groups["year"]),
        last=last,
        weekday=weekdays()[said] if said else None,
        weekday_span=Span(*match.span(group)) if said else None,
        last_weekday=weekdays()[before] if first and before and last is not None else None,
        swapped="mark" in groups,
    )


def may_hold(text: str) -> bool:
    """Tell whether a text, in its own or in lower case, may hold a date: a cheap look."""
    if _NAMED.search(text.lower()):
        return _HINT.search(text) is not None
    return _IN_DIGITS.search(text) is not None


@lru_cache(maxsize=256)
def find(text: str) -> tuple[Written, ...]:
    """Return the dates of a text in order; each needs a day and a month."""
    if not (_DIGIT.search(text) or _WORDED.search(text)) or not may_hold(text):
        return ()
    found: list[Written] = []
    for hint, form in _forms():
        for match in form.finditer(text) if hint.search(text) else ():
            if not (_is_count(text, match) or _is_bare(match)):
                written = _read(match)
                if not any(written.span.overlaps(other.span) for other in found):
                    found.append(written)
    return tuple(sorted(found, key=lambda one: one.span.start))
