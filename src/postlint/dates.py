"""Dates as people write them, in English and French: day, month, year and weekday, as written.

Reads only; which year an unwritten one means, and whether a date is right, is
for those who know the post's schedule.
"""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from postlint.spans import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

_WEEKDAYS: Final = (
    ("monday", "lundi"), ("tuesday", "mardi"), ("wednesday", "mercredi"), ("thursday", "jeudi"),
    ("friday", "vendredi"), ("saturday", "samedi"), ("sunday", "dimanche"),
)  # fmt: skip
_SHORT_WEEKDAYS: Final = (
    "Mon Lun", "Tue Tues Mar", "Wed Weds Mer", "Thu Thur Thurs Jeu", "Fri Ven", "Sat Sam",
    "Sun Dim",
)  # fmt: skip
_MONTHS: Final = (
    ("january", "janvier"), ("february", "février"), ("march", "mars"), ("april", "avril"),
    ("may", "mai"), ("june", "juin"), ("july", "juillet"), ("august", "août"),
    ("september", "septembre"), ("october", "octobre"), ("november", "novembre"),
    ("december", "décembre"),
)  # fmt: skip
_SHORT_MONTHS: Final = (
    "Jan Janv janv", "Feb Févr févr", "Mar", "Apr Avr avr", "May", "Jun", "Jul Juil juil",
    "Aug", "Sep Sept sept", "Oct oct", "Nov nov", "Dec Déc déc",
)  # fmt: skip
MONTH_NAMES: Final = tuple(english.title() for english, _ in _MONTHS)
WEEKDAY_NAMES: Final = tuple(english.title() for english, _ in _WEEKDAYS)
_ALSO_WORDS: Final = frozenset({"may", "march"})
"""Months that are common words: they count with a capital only."""

_DIGIT: Final = re.compile(r"\d")
_HINT: Final = re.compile(
    r"\d[/.-]\d|jan|f[eé]v|feb|mar|a[pv]r|ma[yi]|ju[nil]|aug|ao[uû]|sep|oct|nov|d[eé]c",
    re.IGNORECASE,
)
"""What every date holds, in one cheap look: the patterns themselves are slow to build."""
_GAP: Final = r"[^\S\n]"
_COUNTED: Final = re.compile(r"[^\S\n]+[a-zà-ÿ][a-zà-ÿ'’-]*")
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
    return 1 <= month <= len(_MONTHS) and 1 <= day <= calendar.monthrange(year, month)[1]


def longest_month(month: int) -> int:
    """Return how many days a month can have, 29 for February."""
    return calendar.monthrange(2024, month)[1]


def _spellings(full: tuple[str, str], short: str) -> Iterator[str]:
    for name in full:
        yield from (name.title(), name.upper())
        if name not in _ALSO_WORDS:
            yield name
    for name in short.split():
        yield from (name, f"{name}.", name.upper(), f"{name.upper()}.")


@lru_cache(maxsize=1)
def weekdays() -> dict[str, int]:
    """Return every spelling of a weekday with its number, Monday 0."""
    pairs = enumerate(zip(_WEEKDAYS, _SHORT_WEEKDAYS, strict=True))
    found = {word: number for number, (full, short) in pairs for word in _spellings(full, short)}
    return {word: number for word, number in found.items() if word not in ("Mar", "Mar.", "MAR")}


@lru_cache(maxsize=1)
def months() -> dict[str, int]:
    """Return every spelling of a month with its number, January 1."""
    pairs = enumerate(zip(_MONTHS, _SHORT_MONTHS, strict=True), 1)
    return {word: number for number, (full, short) in pairs for word in _spellings(full, short)}


def names() -> frozenset[str]:
    """Return every month and weekday, folded, without their dots."""
    return frozenset(word.lower().rstrip(".") for word in (*weekdays(), *months()))


def one_of(words: dict[str, int]) -> str:
    """Return a pattern for any of the spellings, the longest first."""
    return "(?:" + "|".join(re.escape(w) for w in sorted(words, key=len, reverse=True)) + ")(?!\\w)"


@lru_cache(maxsize=1)
def _patterns() -> tuple[re.Pattern[str], ...]:
    weekday, month = one_of(weekdays()), one_of(months())
    time = rf"(?:{_GAP}(?:at{_GAP})?\d{{1,2}}(?:[:h]\d\d)?{_GAP}?(?:[ap]\.?m\.?|h)?,)"
    lead = (
        rf"(?:(?<!\w)(?:(?P<first>{weekday}){_GAP}?(?:,|and|or|to|-|–|&|et|au|/){_GAP}?)?"
        rf"(?P<weekday>{weekday})(?:{_GAP}(?:morning|afternoon|evening|night|noon|soir|matin))?"
        rf"(?:,?{time})?,?{_GAP}*(?:[(|–—-]{_GAP}*)?(?:(?:the|le|on){_GAP}+)?)?"
    )
    ordinal = "(?:st|nd|rd|th|er|ST|ND|RD|TH)?"
    span = rf"(?:{_GAP}*(?:-|–|—|to|and|&|et|au){_GAP}*(?P<last>\d{{1,2}}){ordinal})?"
    year = rf"(?:,?{_GAP}+(?P<year>[12]\d{{3}})(?![\w%]|[.,:]\d))?"
    trail = (
        rf"(?:(?:,?{_GAP}?\(|,{_GAP}(?:an?{_GAP})?|{_GAP}(?:is|was|falls{_GAP}on"
        rf"|fell{_GAP}on){_GAP}"
        rf"an?{_GAP}|{_GAP}[–—-]{_GAP})(?P<after>{weekday})"
        rf"(?!['’]|{_GAP}?(?:to|and|or|-|–|&|,){_GAP}?{weekday}))?"
    )
    day = r"(?<![\w/.,:$€£-])(?P<day>\d{1,2})"
    date_first = rf"{day}{ordinal}{span}{_GAP}+(?:of{_GAP}+)?(?P<month>{month}){year}"
    end = r"(?![\w:%/]|[.,]\d|\s?[ap]\.?m\b|\s?(?:million|billion|thousand|per cent|percent|%))"
    month_first = (
        rf"(?<!\w)(?P<month>{month}){_GAP}+(?:the{_GAP}+)?(?P<day>\d{{1,2}}){ordinal}"
        rf"{span}{end}{year}"
    )
    iso = r"(?<![\w/.-])(?P<year>\d{4})-(?P<month>\d\d)-(?P<day>\d\d)(?![\w-])"
    slashed = (
        r"(?<![\w/.-])(?P<day>\d{1,2})(?P<mark>[/.])(?P<month>\d{1,2})(?P=mark)(?P<year>\d{4})"
        r"(?![\w/]|\.\d)"
    )
    return tuple(
        re.compile(lead + core + trail)
        for core in (
            f"(?P<date>{date_first})",
            f"(?P<date>{month_first})",
            f"(?P<date>{iso})",
            f"(?P<date>{slashed})",
        )
    )


def _is_count(text: str, match: re.Match[str]) -> bool:
    """Tell “in March 12 people came” from a date: a noun follows a bare number."""
    if match.group("year") or not match.group("date")[-1].isdigit():
        return False
    after = _COUNTED.match(text, match.end("date"))
    return bool(after) and after.group().strip() not in _NOT_COUNTED  # type: ignore[union-attr]


def _read(match: re.Match[str]) -> Written:
    groups = match.groupdict()
    month = groups["month"]
    before, after, first = groups.get("weekday"), groups.get("after"), groups.get("first")
    last = int(groups["last"]) if groups.get("last") else None
    group = "weekday" if before else "after"
    said = before or after
    if first:
        group, said = "first", first if last is not None else None
    return Written(
        span=Span(*match.span("date")),
        day=int(groups["day"]),
        month=int(month) if month.isdigit() else months()[month],
        year=int(groups["year"]) if groups["year"] else None,
        last=last,
        weekday=weekdays()[said] if said else None,
        weekday_span=Span(*match.span(group)) if said else None,
        last_weekday=weekdays()[before] if first and before and last is not None else None,
        swapped="mark" in groups,
    )


@lru_cache(maxsize=16)
def find(text: str) -> tuple[Written, ...]:
    """Return the dates of a text in order; each needs a day and a month."""
    if not (_DIGIT.search(text) and _HINT.search(text)):
        return ()
    found: list[Written] = []
    for pattern in _patterns():
        for match in pattern.finditer(text):
            if not _is_count(text, match):
                written = _read(match)
                if not any(written.span.overlaps(other.span) for other in found):
                    found.append(written)
    return tuple(sorted(found, key=lambda one: one.span.start))
