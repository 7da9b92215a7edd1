"""Weekdays that do not fit their date, and dates that do not exist."""

from __future__ import annotations

import calendar
from datetime import timedelta
from typing import TYPE_CHECKING, Final

from postlint import dates
from postlint.almanac.invitation import is_invitation
from postlint.almanac.years import OLDEST, possible, spelled
from postlint.lazily import Pattern
from postlint.model import Fix, Hit, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from postlint.dates import Written
    from postlint.document import Document


_YEARS: Final = Pattern(r"(?<![\d.,])(?:19|20)\d\d(?![\d%]|[.,]\d)")
_FEBRUARY: Final = 2
_SHORT: Final = 28
_NEAR: Final = 30
"""A year named in a text may be that of its dates, when it is no farther away than this."""
_RECENT: Final = 45
"""A text that does not say when it goes out, and tells a day longer gone, may be old itself."""


def weekdays(document: Document) -> Iterator[Hit]:
    """Yield each weekday that its date contradicts, with the right one as a fix.

    A year that had to be guessed from the clock of the machine makes a warning.
    """
    for written in dates.find(document.masked):
        if written.weekday is None or written.weekday_span is None:
            continue
        days = possible(written, document.today)
        if not days or min(days).year < OLDEST or any(_fits(written, day) for day in days):
            continue
        if written.year is None and _is_elsewhere(document, written, days):
            continue
        right = dates.WEEKDAY_NAMES[days[0].weekday()]
        said = dates.WEEKDAY_NAMES[written.weekday]
        values = {
            "truth": f"{spelled(days[0])} is a {right}",
            "right": right,
            "said": said,
        }
        fix = Fix(written.weekday_span, _like(document, written, days[0]))
        sure = written.year is not None or document.is_dated
        yield Hit(written.weekday_span, values, (fix,), None if sure else Severity.WARNING)


def _is_elsewhere(document: Document, written: Written, days: tuple[date, ...]) -> bool:
    """Tell a date whose year is in doubt: an undated text's past, or a year that the text names."""
    if not document.is_dated and (document.today - days[0]).days > _RECENT:
        return True
    named = {int(year) for year in _YEARS.findall(document.masked)}
    return any(
        _fits(written, day)
        for year in named
        if abs(year - document.today.year) <= _NEAR
        for day in written.readings(year)
    )


def _fits(written: Written, day: date) -> bool:
    if day.weekday() != written.weekday:
        return False
    if written.last_weekday is None or written.last is None:
        return True
    return (day + timedelta(days=written.last - written.day)).weekday() == written.last_weekday


def _like(document: Document, written: Written, day: date) -> str:
    """Return the right weekday, as long or as short as the one written."""
    text = written.weekday_span.of(document.text) if written.weekday_span else ""
    right = dates.WEEKDAY_NAMES[day.weekday()]
    plain = text.rstrip(".")
    if len(plain) <= len("Thurs"):
        right = right[:3] + text[len(plain) :]
    return right.upper() if text.isupper() else right


def impossible_dates(document: Document) -> Iterator[Hit]:
    """Yield each date that no calendar has: 31 September, 29 February 2026."""
    for written in dates.find(document.masked):
        last = written.last if written.last is not None else written.day
        if written.swapped and written.year and written.readings(written.year):
            continue
        if not 1 <= written.month <= len(dates.MONTH_NAMES):
            yield Hit(written.span, {"truth": f"There is no month {written.month}"})
            continue
        month = dates.MONTH_NAMES[written.month - 1]
        most = dates.longest_month(written.month)
        if written.year is not None and not dates.exists(written.year, written.month, most):
            most -= 1
            month = f"{month} {written.year}"
        worst = max(written.day, last)
        if (written.year, written.month, worst) == (None, _FEBRUARY, most):
            yield from _no_leap_day(document, written)
        if worst > most:
            yield Hit(written.span, {"truth": f"{month} has {most} days"})
        elif min(written.day, last) < 1:
            yield Hit(written.span, {"truth": f"{month} begins with day 1"})


def _no_leap_day(document: Document, written: Written) -> Iterator[Hit]:
    """Yield 29 February without a year where what is to come has none."""
    sentence = document.sentence_at(written.span.start)
    if not document.is_dated or not is_invitation(sentence.of(document.folded)):
        return
    today = document.today
    year = today.year + ((today.month, today.day) > (_FEBRUARY, _SHORT))
    if not calendar.isleap(year):
        yield Hit(written.span, {"truth": f"February {year} has {_SHORT} days"})
