"""“Today is …” against the day on which the post goes out."""

from __future__ import annotations

import re
from datetime import timedelta
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from postlint import dates, tables
from postlint.almanac.years import possible, spelled
from postlint.lazily import Pattern
from postlint.lexicon import Lexicon, fold, longest
from postlint.model import Fix, Hit, Severity
from postlint.spans import Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from datetime import date

    from postlint.document import Document
    from postlint.tables import Day

_SHARED: Final = frozenset(
    "independence day|republic day|national day|liberation day|memorial day|constitution day"
    "|victory day|mother's day|father's day|labour day|emancipation day|family day|day of mourning"
    "|thanksgiving|thanksgiving day|civic holiday|fête du travail|fête nationale|children's day"
    "|heroes' day|youth day|women's day|teachers' day|unity day|flag day".split("|")
)
"""Names that several countries give to days of their own."""
_TODAY: Final = Pattern(
    r"\b(?P<when>today|tomorrow|aujourd'hui|demain)(?:,?\s(?:we|on|let's|let us|nous"
    r"|the world|canada|canadians|people around the world|countries around the world|all of us))?"
    r"(?:\s(?:is|marks|we (?:mark|celebrate|observe|honour|honor|commemorate)|mark|celebrate"
    r"|observe|honour|c'est|est))?"
    r"(?:\s(?:also|officially|not only|the|le|la|l'|#|canada's|world|our|c'est|another|on))*\s?#?$"
)
_WISH: Final = Pattern(r"\b(?:happy|merry|joyeuse|joyeux|bonne|on this|en cette)\s(?:the\s)?#?$")
_AFTER: Final = Pattern(
    r"\s(?:is\s(?:already\s|finally\s|here,?\s)?)?(?P<when>today|tomorrow)(?=[.!,;:]|$|\s?[–—-]\s)"
)
_ITS: Final = Pattern(r"\b(?:it's|it\sis|c'est)\s(?:also\s|finally\s|officially\s)?(?:the\s)?#?$")
_LOOSE: Final = Pattern(
    r"\b(?:belated|late|early|advance|soon|weekend|week|month|eve|before|after|ahead|yesterday"
    r"|until"
    r"|days to|coming|upcoming|almost|nearly|countdown|practise|practice|rehearsal|next|last"
    r"|every day|not)\b"
)
_WEEK_DAYS: Final = "|".join(name.lower() for name in dates.WEEKDAY_NAMES)
_LATEST: Final = 2
_WEEK: Final = 7
_SOON: Final = 2
"""“This Friday” said on a Thursday means the next one to some."""
_EARLIEST: Final = 10
_DATED: Final = Pattern(
    r"\b(?P<when>today|tonight|tomorrow|yesterday|aujourd'hui|demain|hier)(?:,|\sis|'s\sdate\sis"
    r"|:|,\s?on)?(?:\s\(|\s)(?:the\s)?(?:(?P<weekday>[a-zà-ÿ]+day),?\s)?(?:the\s)?$"
)
_WEEKDAY: Final = Pattern(
    r"\b(?:(?P<when>today|tomorrow)\sis\s(?:a\s)?|(?P<wish>happy\s))"
    rf"(?P<weekday>{_WEEK_DAYS})\b(?!\s(?:night|the))"
)
_SAID: Final = Pattern(
    rf"\b(?P<when>today|tonight|tomorrow|yesterday)(?:,\s(?P<weekday>{_WEEK_DAYS}),"
    rf"(?!\s?(?:{_WEEK_DAYS}|and|or|&|\d|[a-z]+\s\d))|\s\((?P<bracketed>{_WEEK_DAYS})\))"
)


@lru_cache(maxsize=1)
def _named() -> tuple[Mapping[str, tuple[Day, ...]], Lexicon]:
    found: dict[str, tuple[Day, ...]] = {}
    for day in tables.days():
        for name in (*day.names, *day.french):
            key = fold(name)
            if key not in _SHARED:
                for spelling in {key, re.sub(r"[ '’-]", "", key)}:
                    found[spelling] = (*found.get(spelling, ()), day)
    return found, Lexicon(found)


def _meant(document: Document, word: str) -> date:
    days = {"tomorrow": 1, "demain": 1, "yesterday": -1, "hier": -1}.get(word, 0)
    return document.today + timedelta(days=days)


def observances(document: Document) -> Iterator[Hit]:
    """Yield days, dates and weekdays that are not the one on which the post goes out.

    Nothing is said of a post that does not say when it goes out.
    """
    if document.is_dated:
        yield from _days(document)
        yield from _dates(document)
        yield from _weekdays(document)
        yield from _this_week(document)


def named_at(document: Document) -> Iterator[tuple[Span, tuple[date, ...]]]:
    """Yield each day's name in a text, and where it falls next; moving feasts not known are out."""
    named, lexicon = _named()
    for spot in longest(lexicon.find(document.folded)):
        if any(one.dates for one in named[spot.literal]):
            continue
        near = [d for one in named[spot.literal] for d in _around(one, document.today)]
        ahead = sorted(d for d in near if d >= document.today)
        if ahead:
            yield Span(spot.start, spot.end), (ahead[0],)


def _days(document: Document) -> Iterator[Hit]:
    named, lexicon = _named()
    for spot in longest(lexicon.find(document.folded)):
        span = Span(spot.start, spot.end)
        sentence = document.sentence_at(spot.start)
        before = document.folded[max(sentence.start, spot.start - 60) : spot.start]
        today, wish = _TODAY.search(before), _WISH.search(before)
        today = today or _after(document, spot.end, its=bool(_ITS.search(before)))
        if not (today or wish) or _LOOSE.search(sentence.of(document.folded)):
            continue
        day = _meant(document, today.group("when") if today else "today")
        falls = [d for one in named[spot.literal] for d in _around(one, day)]
        if not falls:
            continue
        nearest = min(falls, key=lambda d: abs(d - day))
        off = (nearest - day).days
        loose = any(one.dates for one in named[spot.literal])
        if off == 0 or (loose and abs(off) == 1):
            continue
        if not today and (-_LATEST <= off <= _EARLIEST or document.post.publish_at is None):
            continue
        name = span.of(document.text)
        truth = f"{name} is on {spelled(nearest)}; the post goes out on {spelled(document.today)}"
        yield Hit(span, {"truth": truth}, severity=None if today else Severity.WARNING)


def _after(document: Document, end: int, *, its: bool) -> re.Match[str] | None:
    """Return “today” behind a day's name: “X is today”, “it is X today”."""
    found = _AFTER.match(document.folded, end)
    return found if found and (its or " is" in found.group()) else None


def _around(day: Day, when: date) -> list[date]:
    """Return the day's dates near ``when``, none where its year is not known."""
    if day.falls_on(when.year) is None:
        return []
    return [d for year in (when.year - 1, when.year, when.year + 1) if (d := day.falls_on(year))]


def _dates(document: Document) -> Iterator[Hit]:
    for written in dates.find(document.masked):
        sentence = document.sentence_at(written.span.start)
        before = document.folded[max(sentence.start, written.span.start - 40) : written.span.start]
        said = _DATED.search(before)
        if not said or written.last is not None:
            continue
        day = _meant(document, said.group("when"))
        days = possible(written, document.today)
        if days and day not in days:
            truth = f"{said.group('when').capitalize()} is {spelled(day)} when the post goes out"
            yield Hit(written.span, {"truth": truth})


def _weekdays(document: Document) -> Iterator[Hit]:
    text = document.folded
    for match in (*_WEEKDAY.finditer(text), *_SAID.finditer(text)):
        groups = match.groupdict()
        day = _meant(document, groups["when"] or "today")
        right = dates.WEEKDAY_NAMES[day.weekday()]
        group = "weekday" if groups["weekday"] else "bracketed"
        if groups[group] == right.lower():
            continue
        span = Span(*match.span(group))
        truth = f"{spelled(day)} is a {right}"
        severity = Severity.WARNING if groups.get("wish") else None
        yield Hit(span, {"truth": truth}, (Fix(span, right),), severity)


def _this_week(document: Document) -> Iterator[Hit]:
    """Yield “this Friday, 27 November” where this Friday is another day."""
    for written in dates.find(document.masked):
        if written.weekday is None or written.weekday_span is None or written.last is not None:
            continue
        before = document.folded[: written.weekday_span.start]
        days = possible(written, document.today)
        fits = [day for day in days if day.weekday() == written.weekday]
        if not before.endswith((" this ", " coming ")) and before != "this ":
            continue
        ahead = timedelta(days=(written.weekday - document.today.weekday()) % 7)
        this = document.today + ahead
        if fits and not any(
            day in (this, document.today) or ((day - this).days == _WEEK and ahead.days <= _SOON)
            for day in fits
        ):
            name = dates.WEEKDAY_NAMES[written.weekday]
            truth = f"This {name} is {spelled(this)} when the post goes out"
            yield Hit(written.span, {"truth": truth})
