"""What an unquoted word of a file means: text, unless it plainly is something else.

Not YAML 1.1, where ``no`` is false, ``14:30`` is 870 and ``010`` is 8.
"""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, timedelta, timezone
from typing import TypeAlias

from postlint.lazily import Pattern

Scalar: TypeAlias = str | int | float | bool | date | datetime | None

_WORDS: dict[str, bool | None] = {
    "": None,
    "~": None,
    "null": None,
    "Null": None,
    "NULL": None,
    "true": True,
    "True": True,
    "TRUE": True,
    "false": False,
    "False": False,
    "FALSE": False,
}
_MAYBE_NUMBER = frozenset("+-.0123456789")
_LONGEST = 40

_INTEGER = Pattern(r"[-+]?(?:0|[1-9][0-9]{0,17})")
_DECIMAL = Pattern(r"[-+]?(?:0|[1-9][0-9]{0,17})?\.[0-9]{1,20}(?:[eE][-+]?[0-9]{1,2})?")
_MOMENT = Pattern(
    r"(\d{4})-(\d\d)-(\d\d)"
    r"(?:(?:[Tt]|[ ]{1,3})(\d\d):(\d\d)(?::(\d\d)(?:\.(\d{1,6})\d{0,6})?)?"
    r"[ ]?(?:([Zz])|([-+])(\d\d)(?::?(\d\d))?)?)?",
    re.ASCII,
)


def resolve(spelling: str) -> Scalar:
    """Return the value of an unquoted scalar.

    A number with a leading zero, too many digits or an exponent without a
    point stays text, like every word but ``true``, ``false`` and ``null``.
    """
    if spelling in _WORDS:
        return _WORDS[spelling]
    if spelling[0] not in _MAYBE_NUMBER or len(spelling) > _LONGEST:
        return spelling
    if _INTEGER.fullmatch(spelling):
        return int(spelling)
    if _DECIMAL.fullmatch(spelling):
        return float(spelling)
    moment = moment_of(spelling)
    return spelling if moment is None else moment


def moment_of(spelling: str) -> date | datetime | None:
    """Return the day or moment that a text spells, None where it spells neither.

    Takes ``2026-11-24``, ``2026-11-24T14:30-05:00``, ``2026-11-24 14:30:00Z``;
    without an offset the moment is naive. A day that no calendar has is None.
    """
    match = _MOMENT.fullmatch(spelling)
    if match is None:
        return None
    year, month, day, hour, minute, second, fraction, zulu, sign, east, past = match.groups()
    try:
        if hour is None:
            return date(int(year), int(month), int(day))
        zone = _zone(zulu, sign, east, past)
        micro = int((fraction or "0").ljust(6, "0"))
        clock = (int(hour), int(minute), int(second or 0), micro)
        return datetime(int(year), int(month), int(day), *clock, tzinfo=zone)
    except ValueError:
        return None


def _zone(
    zulu: str | None, sign: str | None, hours: str | None, minutes: str | None
) -> timezone | None:
    if zulu:
        return UTC
    if sign is None or hours is None:
        return None
    offset = timedelta(hours=int(hours), minutes=int(minutes or 0))
    return timezone(-offset if sign == "-" else offset)
