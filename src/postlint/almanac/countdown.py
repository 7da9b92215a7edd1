"""Days counted to or from a date: “in 5 days, on 28 November”, “10 days until Christmas”."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Final

from postlint import dates, figures
from postlint.almanac.observance import named_at
from postlint.almanac.years import possible, spelled
from postlint.lazily import Pattern
from postlint.model import Fix, Hit, Severity
from postlint.spans import Span

if TYPE_CHECKING:
    import re
    from collections.abc import Iterator
    from datetime import date

    from postlint.document import Document

_N: Final = (
    r"(?P<count>\d{1,4}|an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen"
    r"|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|twenty|thirty|forty|fifty|sixty)"
)
_TIME: Final = rf"(?<![\w.,-]){_N}[ -](?P<unit>days?|weeks?|months?)"
_ON: Final = r" ?(?:(?:that is|namely),? )?(?:on )?(?:the )?(?:[a-z]+day,? )?(?:the )?$"
_LEAD: Final = rf"(?:,|:| \(| -| –| —)?{_ON}"
_AHEAD: Final = Pattern(rf"\bin (?:just |only |exactly )?{_TIME}(?:'? time)?{_LEAD}")
_AGO: Final = Pattern(rf"{_TIME} ago(?: today)?{_LEAD}")
_UNTIL: Final = Pattern(
    r"(?:^|[^\w\s,;'-] ?|\b(?:only|just|still|are|is|it's|that's|there's|exactly"
    rf"|now|with|have|we're|remain) ){_TIME} (?:to go |left |remaining |away )?(?:until|till|to"
    r"|before|from|left before|ahead of)(?: our| the(?: deadline of| opening on)?)?(?: next)? #?$"
)
_TO_GO: Final = Pattern(rf"{_TIME} (?:to go|left|remaining)(?::|,| –| —| -){_ON}")
_SINCE: Final = Pattern(rf"{_TIME}(?: [a-z']+){{0,3}}? since (?:the )?(?:[a-z]+day,? )?$")
_BEHIND: Final = Pattern(
    rf"[ ,–—(-]{{1,3}}(?:that is,? |i\.e\.,? |just |only |is )?(?:in )?(?:just |only )?{_TIME}"
    r"(?: away|'? time| from (?:now|today)| to go)?(?= ?(?:[.,!?;:)–—-]|$))"
)
_SHAPES: Final = ((_AHEAD, 1), (_AGO, -1), (_UNTIL, 1), (_TO_GO, 1), (_SINCE, -1))
_NEAR: Final = Pattern(
    r"\b(?P<which>next|last|this) (?P<unit>week|month)(?:,| \(|:)? ?(?:on )?(?:the )?"
    r"(?:[a-z]+day,? )?(?:the )?$"
)
_LOOSE: Final = Pattern(
    r"\b(?:about|around|over|more than|nearly|almost|less than|under|roughly|some|within|working"
    r"|business|last|past|first|another|every|sleeps|at least|up to|only about) $"
)
_LENGTH: Final = {"day": (1, 0), "week": (7, 4), "month": (30.4, 17)}
"""Days of each unit, and how far off an honest count may be."""
_REACH: Final = 60
_FAR: Final = 4000


def countdowns(document: Document) -> Iterator[Hit]:
    """Yield counts of days, weeks or months that do not lead from the post's day to the date.

    Nothing is said of a post that does not say when it goes out. A count that
    is one day off is a warning: some count the first day and some do not.
    """
    if not document.is_dated:
        return
    for span, days in _goals(document):
        sentence = document.sentence_at(span.start)
        begin = max(sentence.start, span.start - _REACH)
        before = document.folded[begin : span.start]
        for shape, sign in _SHAPES:
            if found := shape.search(before):
                yield from _counted(document, found, begin, sign, days)
        if (found := _BEHIND.match(document.folded, span.end)) and "in " in found.group():
            yield from _counted(document, found, 0, 1, days)
        if near := _NEAR.search(before):
            yield from _named_week(document, near, begin, days)


def _goals(document: Document) -> Iterator[tuple[Span, tuple[date, ...]]]:
    """Yield the dates and the named days of a text, each with the days that it can mean."""
    for written in dates.find(document.masked):
        days = possible(written, document.today)
        if written.last is None and days:
            start = written.span
            yield start, days
    for span, days in named_at(document):
        yield span, days


def _counted(
    document: Document, found: re.Match[str], begin: int, sign: int, days: tuple[date, ...]
) -> Iterator[Hit]:
    said = found.group("count")
    count = int(said) if said.isdigit() else figures.words().get(said, 1)
    start = begin + found.start("count")
    if _LOOSE.search(document.folded[max(0, start - 20) : start]) or count > _FAR:
        return
    unit = found.group("unit").rstrip("s")
    length, slack = _LENGTH[unit]
    true = [sign * (day - document.today).days for day in days]
    off = min(abs(one - count * length) for one in true)
    if off <= slack or max(true) < 0:
        return
    exact = unit == "day"
    if exact and off == 1 and (sign < 0 or "until" in found.group() or "to" in found.group()):
        return
    right = min(true, key=lambda one: abs(one - count * length))
    day = document.today + timedelta(days=sign * right)
    span = Span(start, begin + found.end("unit"))
    shown = f"{right} day{'' if right == 1 else 's'}"
    way = f"to {spelled(day)}" if sign > 0 else f"since {spelled(day)}"
    truth = f"From {spelled(document.today)} {way} it is {shown}"
    if sign < 0:
        truth = f"From {spelled(day)} to {spelled(document.today)} it is {shown}"
    fixes = (Fix(span, shown),) if exact and right > 0 else ()
    yield Hit(span, {"truth": truth, "right": shown}, fixes, Severity.WARNING if off == 1 else None)


def _named_week(
    document: Document, near: re.Match[str], begin: int, days: tuple[date, ...]
) -> Iterator[Hit]:
    """Yield “next week, on 10 December” where that is another week."""
    today = document.today
    which = ("last", "this", "next").index(near.group("which")) - 1
    if near.group("unit") == "week":
        fits = any(7 * which - 6 <= (day - today).days <= 7 * which + 7 for day in days)
    else:
        month = today.year * 12 + today.month + which
        fits = any(day.year * 12 + day.month == month for day in days)
    if not fits:
        span = Span(begin + near.start("which"), begin + near.end("unit"))
        truth = f"{spelled(days[0])} is not {near.group('which')} {near.group('unit')}"
        yield Hit(span, {"truth": f"{truth} on {spelled(today)}, when the post goes out"})
