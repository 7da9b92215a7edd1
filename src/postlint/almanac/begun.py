"""Invitations to an hour of today that is gone when the post goes out."""

from __future__ import annotations

from datetime import UTC, datetime, time, timedelta
from typing import TYPE_CHECKING, Final

from postlint import dates
from postlint.almanac.clocks import minutes, times
from postlint.almanac.invitation import is_invitation
from postlint.almanac.years import possible
from postlint.lazily import Pattern
from postlint.model import Hit
from postlint.spans import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from postlint.document import Document

_TODAY: Final = Pattern(r"\b(?:today|tonight|this (?:morning|afternoon|evening))\b")
_LASTING: Final = timedelta(hours=3)
"""So long an event may still be going on."""


def gone_hours(document: Document) -> Iterator[Hit]:
    """Yield an hour of the post's own day, with its zone, long before the post goes out.

    Nothing is said where the schedule has no hour or no zone, nor of an hour without a zone.
    """
    when = document.post.publish_at
    if not isinstance(when, datetime) or when.tzinfo is None:
        return
    for match in times(document):
        sentence = document.sentence_at(match.start())
        text = sentence.of(document.folded)
        later = any(match.end() < other.start() < sentence.end for other in times(document))
        if later or not is_invitation(text) or not _is_today(document, sentence):
            continue
        at = minutes(match, document.today)
        if at is None:
            continue
        start = datetime.combine(document.today, time(), UTC) + timedelta(minutes=at)
        if start + _LASTING < when < start + timedelta(days=1):
            gone = round((when - start) / timedelta(hours=1))
            truth = f"“{match.group().strip(' (')}” is {gone} hours before this post goes out"
            yield Hit(Span(match.start(), match.end()), {"truth": truth})


def _is_today(document: Document, sentence: Span) -> bool:
    """Tell a sentence of today: by the word, or by its only date."""
    found = [one for one in dates.find(document.masked) if sentence.covers(one.span)]
    if found:
        return len(found) == 1 and possible(found[0], document.today)[:1] == (document.today,)
    return bool(_TODAY.search(sentence.of(document.folded)))
