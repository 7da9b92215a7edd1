"""Invitations to what is over when the post goes out."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Final

from postlint import dates
from postlint.almanac.years import possible, spelled
from postlint.lazily import Pattern
from postlint.model import Hit

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from postlint.dates import Written
    from postlint.document import Document
    from postlint.spans import Span

_CUE: Final = Pattern(
    r"\b(?:join (?:us|me|our|the|in)|register (?:by|before|now|here|today|at|until|for|on|online)"
    r"|registration (?:closes|ends|is open|deadline|until|open until)|rsvp|deadline|apply (?:by"
    r"|before|now|here|until|online)"
    r"|applications? (?:close|closes|are due|due|are open|must|end|deadline)|sign up"
    r"|submit (?:your|by|before)|submissions? (?:close|due|are due)"
    r"|come (?:and|to|along|see|join|meet|say)|save the date|see you (?:on|there|at|in)|don't miss"
    r"|do not miss"
    r"|mark your calendars?|will (?:be held|take place|host|be hosting|open|begin|start|happen"
    r"|be there|celebrate|launch)"
    r"|tune in|live (?:today|tonight|at|on)|get your tickets?|tickets (?:are|still|on sale|here"
    r"|available)|still available"
    r"|places left|seats left|spots left|book (?:your|by|now)|enrol|enroll|you(?:'re| are) invited"
    r"|we invite you|invites you"
    r"|vote (?:by|before|until|for|now)|look(?:ing)? forward to (?:seeing|welcoming|meeting) you"
    r"|hope to see you|celebrate with us|drop by|stop by|nominate|nominations (?:close|are open"
    r"|due|end)"
    r"|last chance|(?:still )?have until|days left|open until|closes on|is coming|coming up"
    r"|upcoming"
    r"|rendez-vous|inscrivez-vous|joignez-vous|date limite|venez|avant le|postulez)\b"
)
_PAST: Final = Pattern(
    r"\b(?:joined|came|were|was|attended|photos? below|thanks for|thank you for|thank you to"
    r"|recording|recap|missed|looking back"
    r"|hosted|held on|took place|gathered|celebrated|recorded|replay|watch again|last (?:year"
    r"|month|week)|throwback"
    r"|postponed|cancelled|canceled|moved|rescheduled|originally|est terminée|merci d'être)\b"
)
_BEGUN: Final = Pattern(
    r"\b(?:since|after|following|from|starting|as of|in our|on our|of our|of the|(?<!for )the"
    r"|(?<!for )our|depuis|après|dès|à partir du|du)\s"
    r"(?:the\s|le\s|our\s|\w+day,?\s)?$"
)
_WILL: Final = Pattern(
    r"\b(?:will|'ll) (?:[\w'-]+ ){1,8}?(?:on|until) (?:the )?(?:[a-z]+day,? )?(?:the )?$"
)
_DUE: Final = Pattern(r"\b(?:close|closes|closing|due)(?: on| by)? (?:[a-z]+day,? )?$")
_MADE: Final = Pattern(
    r"\b(?:[a-z]{2,}(?<!invit)(?<!delight)(?<!schedul)ed|held|given|signed|made|begun|sent|found|seen"
    r"|taken|shown|since|after|of|from|build|based|comment|report|reflect) "
)
_DONE: Final = Pattern(
    r"\b(?!scheduled|planned|slated|expected|fixed|held|invited|needed|required)"
    r"(?:[a-z]{2,}ed|began|begun|held|born|made|sent|given|went|took|met|won)"
    r" (?:on|in|at|of)? ?(?:the )?(?:[a-z]+day,? )?(?:the )?$"
)
_MOST: Final = 50
_MOST_DAYS: Final = 120
_EVER: Final = 10_000
"""How far back a date without a year still means the day just gone, not the one to come."""


def invitations(document: Document) -> Iterator[Hit]:
    """Yield each date of an invitation that lies before the day of the post.

    Nothing is said of a post that does not say when it goes out.
    """
    if not document.is_dated:
        return
    for written in dates.find(document.masked)[:_MOST]:
        sentence = document.sentence_at(written.span.start)
        text = sentence.of(document.folded)
        before = document.folded[max(sentence.start, written.span.start - 25) : written.span.start]
        if not (
            _CUE.search(text) or _DUE.search(before) or _is_promise(document, sentence, written)
        ):
            continue
        if _PAST.search(text) or _starts(before, written) or _DONE.search(before):
            continue
        day = _end(written, document.today)
        gone = 0 if day is None else (document.today - day).days
        if day is not None and 0 < gone <= (_EVER if document.post.publish_at else _MOST_DAYS):
            ago = "the day" if gone == 1 else f"{gone} days"
            truth = f"{spelled(day)} is {ago} before this post goes out ({spelled(document.today)})"
            yield Hit(written.span, {"truth": truth})


def is_invitation(sentence: str) -> bool:
    """Tell a folded sentence that asks people to come, to register or to send something."""
    return bool(_CUE.search(sentence)) and not _PAST.search(sentence)


def _is_promise(document: Document, sentence: Span, written: Written) -> bool:
    """Tell “our ambassador will speak at the university on 23 November”."""
    start = written.span.start if written.weekday_span is None else written.weekday_span.start
    before = document.folded[sentence.start : start]
    told = _WILL.search(before)
    return bool(told) and not _MADE.search(told.group())  # type: ignore[union-attr]


def _starts(before: str, written: Written) -> bool:
    """Tell “since 5 June” and “from 5 June”, where something goes on."""
    begun = _BEGUN.search(before)
    return bool(begun) and not (
        written.last is not None and begun and begun.group().startswith(("from", "du"))
    )


def _end(written: Written, today: date) -> date | None:
    """Return the last day that the date can mean, None where that is in doubt."""
    days = possible(written, today)
    if not days:
        return None
    day = max(days) if written.year is not None else days[0]
    if written.year is None and (len(days) > 1 or (today - day).days > _MOST_DAYS):
        return None
    return day + timedelta(days=(written.last or written.day) - written.day)
