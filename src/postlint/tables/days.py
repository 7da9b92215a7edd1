"""Days with a name: the solemn ones, on which nobody wishes a happy anything, and the others.

Fixed days, days that move with Easter or a weekday, and those that follow
another calendar (Yom Kippur, Eid), of which only the listed years are known.
"""

from __future__ import annotations

from dataclasses import field
from datetime import date, timedelta
from functools import cache
from typing import TYPE_CHECKING

from postlint.lazily import Pattern
from postlint.tables.table import Row, load
from postlint.values import dataclass

if TYPE_CHECKING:
    import re

_FIXED = Pattern(r"(\d\d)-(\d\d)")
_EASTER = Pattern(r"easter ?([+-]\d{1,2})?")
_WEEKDAY = Pattern(r"(\d|last|before) (mon|tue|wed|thu|fri|sat|sun) (\d\d)(?:-(\d\d))?")
_WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_LEAP_YEAR = 2024


@dataclass(frozen=True, slots=True)
class Day:
    """One row of ``observances`` or ``solemn-days``.

    ``names`` are English, ``french`` French, the usual one first. ``when`` is
    as in the table: ``11-11``, ``easter -2``, ``2 mon 10`` (the second Monday
    of October), ``last mon 05``, ``before mon 05-25`` (the Monday before 25
    May), or empty where another calendar decides: then ``dates`` holds the
    years that are known. ``happy`` tells a day that may be wished happy,
    ``where`` the countries that keep it, none for all or many.
    """

    names: tuple[str, ...]
    french: tuple[str, ...]
    when: str
    dates: tuple[date, ...]
    solemn: bool
    happy: bool
    where: tuple[str, ...]
    row: Row = field(repr=False, compare=False)

    def falls_on(self, year: int) -> date | None:
        """Return the day's date in a year, None where it is not known or there is none."""
        if self.when:
            return _date(self.when, year)
        return next((day for day in self.dates if day.year == year), None)


@cache
def days(table: str | None = None) -> tuple[Day, ...]:
    """Return the days of ``solemn-days`` or of ``observances``, None: of both."""
    if table is None:
        return (*days("solemn-days"), *days("observances"))
    return tuple(_day(row, solemn=table == "solemn-days") for row in load(table).rows)


def easter(year: int) -> date:
    """Return Easter Sunday of a year of the Gregorian calendar.

    The anonymous Gregorian algorithm, as in J. Meeus, “Astronomical
    Algorithms”, chapter 8.
    """
    cycle = year % 19
    century, rest = divmod(year, 100)
    leaps, odd = divmod(century, 4)
    lag = (century - (century + 8) // 25 + 1) // 3
    epact = (19 * cycle + century - leaps - lag + 15) % 30
    quarter, single = divmod(rest, 4)
    shift = (32 + 2 * odd + 2 * quarter - epact - single) % 7
    late = (cycle + 11 * epact + 22 * shift) // 451
    month, day = divmod(epact + shift - 7 * late + 114, 31)
    return date(year, month, day + 1)


def _day(row: Row, *, solemn: bool) -> Day:
    when = row.text("when", "")
    if when:
        try:
            _date(when, _LEAP_YEAR)
        except ValueError as fault:
            problem = f"when: {fault}"
            raise row.fault(problem) from None
    return Day(
        names=row.texts("name"),
        french=row.texts("fr"),
        when=when,
        dates=tuple(_known(row, text) for text in row.texts("dates")),
        solemn=solemn,
        happy=row.flag("happy"),
        where=row.texts("where"),
        row=row,
    )


def _known(row: Row, text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        problem = f"dates: “{text}” is not a day such as 2026-09-21"
        raise row.fault(problem) from None


def _date(when: str, year: int) -> date | None:
    if fixed := _FIXED.fullmatch(when):
        month, day = (int(part) for part in fixed.groups())
        return None if (month, day) == (2, 29) and year % 4 else date(year, month, day)
    if moved := _EASTER.fullmatch(when):
        return easter(year) + timedelta(days=int(moved.group(1) or 0))
    if weekday := _WEEKDAY.fullmatch(when):
        return _weekday(weekday, year)
    msg = f"“{when}” is not a day such as 11-11, easter -2, 2 mon 10 or before mon 05-25"
    raise ValueError(msg)


def _weekday(rule: re.Match[str], year: int) -> date:
    """Return “2 mon 10”, “last mon 05” or “before mon 05-25” of a year."""
    which, name, month, day = rule.groups()
    wanted = _WEEKDAYS.index(name)
    if which == "before":
        end = date(year, int(month), int(day or 1)) - timedelta(days=1)
    elif which == "last":
        end = date(year + int(month) // 12, int(month) % 12 + 1, 1) - timedelta(days=1)
    else:
        end = date(year, int(month), 7 * int(which))
    return end - timedelta(days=(end.weekday() - wanted) % 7)
