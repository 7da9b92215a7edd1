"""Compare days and moments of which some have a time zone and some have none.

Not for reading them; front matter and tables do that.
"""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from datetime import tzinfo

FARTHEST: Final = timedelta(hours=14)
"""No place on earth is farther from UTC: Kiritimati, UTC+14."""


def placed(when: date, zone: tzinfo | None, *, end: bool = False) -> datetime:
    """Return a day's first moment (or, with ``end``, its last), in ``zone`` if it has none."""
    if not isinstance(when, datetime):
        when = datetime.combine(when, time.max if end else time.min)
    return when.replace(tzinfo=zone) if when.tzinfo is None else when


def is_before(one: datetime, other: datetime) -> bool:
    """Tell whether one moment is surely before the other.

    Where one of them has no zone, only if it is so in every zone.
    """
    if (one.tzinfo is None) == (other.tzinfo is None):
        return one < other
    return _utc(other) - _utc(one) > FARTHEST


def apart(one: datetime, other: datetime) -> timedelta:
    """Return how long after ``one`` the ``other`` is; a moment without a zone is taken for UTC."""
    return _utc(other) - _utc(one)


def _utc(moment: datetime) -> datetime:
    return moment.replace(tzinfo=UTC) if moment.tzinfo is None else moment
