"""A post scheduled for before its embargo ends."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Final

from postlint import moments
from postlint.model import Hit, Severity
from postlint.spans import Span

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from postlint.document import Document

_HOUR: Final = timedelta(hours=1)
_DAY: Final = timedelta(days=1)


def broken_embargoes(document: Document) -> Iterator[Hit]:
    """Yield the post's first sentence where it goes out before ``embargo_until``.

    Moments without a zone are the mission's own time. A day without an hour,
    on which the embargo ends, makes a warning.
    """
    until = document.post.embargo_until
    when = document.post.publish_at
    if when is None and document.is_dated:
        when = document.today
    if until is None or when is None:
        return
    from zoneinfo import ZoneInfo

    name = document.facts.time_zone if document.facts else None
    zone = ZoneInfo(name) if name else None
    end = moments.placed(until, zone)
    first, last = moments.placed(when, zone), moments.placed(when, zone, end=True)
    if not moments.is_before(first, end):
        return
    sure = moments.is_before(last, end)
    span = document.sentences[0] if document.sentences else Span(0, len(document.text))
    early = f", {_long(moments.apart(first, end))} too early" if isinstance(when, datetime) else ""
    truth = f"The post goes out on {_spelled(when)}, the embargo ends on {_spelled(until)}{early}"
    yield Hit(span, {"truth": truth}, severity=None if sure else Severity.WARNING)


def _spelled(when: date) -> str:
    return when.isoformat(" ", "minutes") if isinstance(when, datetime) else when.isoformat()


def _long(time: timedelta) -> str:
    """Return a span of time in the largest unit that fits: 3 days, 2 hours, 15 minutes."""
    for unit, name in ((_DAY, "day"), (_HOUR, "hour"), (timedelta(minutes=1), "minute")):
        count = round(time / unit)
        if time >= unit:
            return f"{count} {name}{'s' if count > 1 else ''}"
    return "less than a minute"
