"""Days and moments as people and tools write them in tables: 24/11/2026 2:30 PM, 24 nov. 2026.

Not for time zones that are not written: such a moment stays naive.
"""

from __future__ import annotations

import re
import unicodedata
from datetime import UTC, date, datetime, time, timedelta, timezone
from typing import TYPE_CHECKING, Final

from postlint.lazily import Pattern

if TYPE_CHECKING:
    from collections.abc import Iterable

ORDERS: Final = ("dmy", "mdy")
"""Day first (Europe, Africa, Canada's French), or month first (the United States)."""

_LONGEST = 60
_MONTHS: Final = {
    name: number
    for number, names in enumerate(
        (
            "jan january janv janvier",
            "feb february fev fevr fevrier",
            "mar march mars",
            "apr april avr avril",
            "may mai",
            "jun june juin",
            "jul july juil juillet",
            "aug august aou aout",
            "sep sept september septembre",
            "oct october octobre",
            "nov november novembre",
            "dec december decembre",
        ),
        1,
    )
    for name in names.split()
}
_YEAR_FIRST = Pattern(r"(\d{4})([-/.])(\d{1,2})\2(\d{1,2})(?!\d)", re.ASCII)
_YEAR_LAST = Pattern(r"(\d{1,2})([-/.])(\d{1,2})\2(\d{4})(?!\d)", re.ASCII)
_DAY_MONTH = Pattern(
    r"(\d{1,2})(?:st|nd|rd|th|er)?[ -]([a-z]{3,9})\.?,?[ -](\d{4})(?!\d)", re.ASCII
)
_MONTH_DAY = Pattern(r"([a-z]{3,9})\.? (\d{1,2})(?:st|nd|rd|th)?,? (\d{4})(?!\d)", re.ASCII)
_CLOCK = Pattern(
    r"(\d{1,2})(?:(?::| ?h ?)(\d\d))?(?::(\d\d)(?:\.\d{1,9})?)? ?(?:([ap])\.?m\.?)?"
    r" ?(?:(z|utc|gmt)|([-+])(\d\d):?(\d\d)?)?",
    re.ASCII,
)
_BETWEEN = Pattern(r"t(?=\d)|,? (?:at |a )?")
_HALF_A_DAY = 12
_NOON = {"a": 0, "p": 12}


class Ambiguous(ValueError):
    """A day such as 03/04/2026, which is two days until the order is known."""


def order_of(values: Iterable[str]) -> str | None:
    """Return the order that the values of one column settle: ``dmy`` or ``mdy``.

    None where no value does, or where two values contradict one another.
    """
    found = {order for value in values if (order := _vote(_plain(value)))}
    return found.pop() if len(found) == 1 else None


def read(value: str, order: str | None) -> date | datetime | None:
    """Return the day or moment that a cell says, None where it says neither.

    The year comes first, or last in four digits; a month may be an English or
    French word; days with points (24.11.2026) put the day first. For other
    days ``order`` decides, unless only one reading is a day. Raises Ambiguous.
    """
    text = _plain(value)
    match = _YEAR_FIRST.match(text)
    if match:
        return _moment((match[1], match[3], match[4]), text[match.end() :])
    match = _YEAR_LAST.match(text)
    if match:
        one, mark, other, year = match.groups()
        day, month = _sorted(one, other, "dmy" if mark == "." else order)
        return _moment((year, month, day), text[match.end() :])
    match = _DAY_MONTH.match(text)
    if match:
        return _moment((match[3], _MONTHS.get(match[2], 0), match[1]), text[match.end() :])
    match = _MONTH_DAY.match(text)
    if match:
        return _moment((match[3], _MONTHS.get(match[1], 0), match[2]), text[match.end() :])
    return None


def read_time(value: str) -> time | None:
    """Return the time that a cell says, None where it says none: 14:30, 14 h 30, 2:30 PM."""
    return _clock(_plain(value))


def _plain(value: str) -> str:
    if len(value) > _LONGEST:
        return ""
    text = unicodedata.normalize("NFKD", value.casefold())
    text = "".join(letter for letter in text if not unicodedata.combining(letter))
    return " ".join(text.split())


def _vote(text: str) -> str | None:
    match = _YEAR_LAST.match(text)
    if match is None or match[2] == ".":
        return None
    one, other = int(match[1]) > _HALF_A_DAY, int(match[3]) > _HALF_A_DAY
    return None if one == other else "dmy" if one else "mdy"


def _sorted(one: str, other: str, order: str | None) -> tuple[str, str]:
    """Return day and month."""
    if order is None and int(one) != int(other):
        if max(int(one), int(other)) <= _HALF_A_DAY:
            raise Ambiguous
        order = "dmy" if int(one) > _HALF_A_DAY else "mdy"
    return (other, one) if order == "mdy" else (one, other)


def _moment(day: tuple[str | int, str | int, str | int], rest: str) -> date | datetime | None:
    try:
        found = date(int(day[0]), int(day[1]), int(day[2]))
    except ValueError:
        return None
    if not rest:
        return found
    between = _BETWEEN.match(rest)
    clock = _clock(rest[between.end() :]) if between and between.end() else None
    return None if clock is None else datetime.combine(found, clock)


def _clock(text: str) -> time | None:
    match = _CLOCK.fullmatch(text)
    if match is None or (match[2] is None and match[4] is None):
        return None
    hour, minute, second, half, zulu, sign, east, past = match.groups()
    hours = int(hour)
    if half:
        if not 1 <= hours <= _HALF_A_DAY:
            return None
        hours = hours % _HALF_A_DAY + _NOON[half]
    zone = UTC if zulu else None
    if sign:
        offset = timedelta(hours=int(east), minutes=int(past or 0))
        if offset >= timedelta(days=1):
            return None
        zone = timezone(-offset if sign == "-" else offset)
    try:
        return time(hours, int(minute or 0), int(second or 0), tzinfo=zone)
    except ValueError:
        return None
