"""Weekdays that do not fit their date, and dates that do not exist."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from postlint import dates
from postlint.almanac.years import OLDEST, possible, spelled
from postlint.model import Fix, Hit, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from postlint.dates import Written
    from postlint.document import Document


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
        if worst > most:
            yield Hit(written.span, {"truth": f"{month} has {most} days"})
        elif min(written.day, last) < 1:
            yield Hit(written.span, {"truth": f"{month} begins with day 1"})
