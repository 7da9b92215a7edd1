"""Which day a date without its year means, from the day the post goes out."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, Final

from postlint.dates import MONTH_NAMES

if TYPE_CHECKING:
    from postlint.dates import Written

_EITHER: Final = timedelta(days=120)
"""Beyond so many days from the post a date may mean the year before or the year after."""
OLDEST: Final = 1800
"""Before that, calendars differ from country to country."""


def possible(written: Written, today: date) -> tuple[date, ...]:
    """Return the days that the date can mean, the likeliest first; none where there are none."""
    if written.year is not None:
        return written.readings(written.year)
    near = [day for year in _around(today) for day in written.readings(year)]
    near.sort(key=lambda day: abs(day - today))
    close = [day for day in near if abs(day - today) <= _EITHER]
    return tuple(close[:1] or near[:2])


def _around(today: date) -> tuple[int, ...]:
    return (today.year, today.year + 1, today.year - 1)


def spelled(day: date) -> str:
    """Return “24 November 2026”."""
    return f"{day.day} {MONTH_NAMES[day.month - 1]} {day.year}"
