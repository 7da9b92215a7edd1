"""Years counted from a year: “150 years since 1867”, “founded in 1966, our club turns 60”."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from postlint.model import Fix, Hit, Severity
from postlint.spans import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from postlint.document import Document

_ABOUT: Final = (
    r"(?:(?P<about>about|around|some|roughly|nearly|almost|over|more than|at least|just under"
    r"|just over|approximately|close to|well over|up to|plus de|près de|environ|presque)\s)?"
)
_N: Final = r"(?P<count>\d{1,3})"
_YEAR: Final = r"(?P<year>1[4-9]\d\d|20\d\d)(?![\d/]|[–—-]\d|s\b|\s?%|[.,]\d)"
_GAP: Final = r"(?:[^.!?;\n\d]|\b\d{1,2}\b(?=\s(?:of\s)?[a-z])){0,70}?"
_SHAPES: Final = (
    (
        r"\bABOUT N (?:\s|-)years?\b(?!\s(?:old|later|after|before|until"
        r"|to))GAP\bsince\s(?:[\w'-]+\s){0,5}?YEAR"
    ),
    (
        r"\bABOUT N \syears\sago,?\s(?:today,?\s|this\s\w+,?\s)?(?:\(|in\s"
        r"|on\s)(?:\w+\s(?:\d{1,2},?\s)?)?YEAR"
    ),
    (
        r"\bsince\s(?:\w+\s)?YEAR,?\s(?:that(?:'s|\sis)\s|for\s|:\s|–\s"
        r"|—\s)?(?:\w+\s){0,3}ABOUT N \syears\b(?!\s(?:old|later|ago|before))"
    ),
    (
        r"\b(?:founded|established|created|opened|built|born|launched|signed|begun|began|started"
        r"|inaugurated|formed)\s(?:back\s)?in\s(?:\w+\s)?YEARGAP\b(?:turns?|turned|is\sturning"
        r"|celebrates?(?:\sits)?|marks?(?:\sits)?|is\snow|is)\sN (?:th|st|nd|rd)?(?!\s(?:km|%"
        r"|percent|days|months|people|members|m\b|per|dollars|million|minutes|hours|\$))(?:\syears"
        r"|\sbirthday|\sanniversary|[.!,\s]|$)"
    ),
    (
        r"\bN (?:th|st|nd|rd)\s(?:anniversary|birthday)\b(?:\sof\s)?GAP(?:\(|\bin\s|\bof\s"
        r"|\bsince\s|\bfounded\sin\s)(?:\w+\s(?:\d{1,2},?\s)?)?YEAR"
    ),
    r"\b(?:in|of|since)\sYEAR\b,?\sGAP\bN (?:th|st|nd|rd)\s(?:anniversary|birthday)",
    (
        r"\bABOUT N \syears\sof\sGAP(?:,\s(?:established|founded|begun|started|launched"
        r"|signed)\sin\s|\bsince|\(|,\sfrom)\s?YEAR\b(?!\s(?:to|until))"
    ),
    r"\bil\sy\sa\sABOUT N \sans,?\s(?:en|le\s\d{1,2}(?:er)?\s\w+)\sYEAR",
    r"\bABOUT N \sans\b(?!\splus\stard)GAP\bdepuis\sYEAR",
)


def _spelled(shape: str) -> str:
    """Return a shape with its words in capitals spelled out as patterns."""
    for word, meant in (("YEAR", _YEAR), ("ABOUT ", _ABOUT), ("N ", _N), ("GAP", _GAP)):
        shape = shape.replace(word, meant)
    return shape


@lru_cache(maxsize=1)
def _patterns() -> tuple[re.Pattern[str], ...]:
    return tuple(re.compile(_spelled(shape)) for shape in _SHAPES)


_YEARS: Final = re.compile(r"\b(?:1[4-9]\d\d|20\d\d)\b")
_SUFFIX: Final = re.compile(r"(?:st|nd|rd|th)\b")
_ENDINGS: Final = {1: "st", 2: "nd", 3: "rd"}
_MORE: Final = ("over", "more than", "at least", "just over", "well over", "plus de")
_LESS: Final = ("nearly", "almost", "just under", "close to", "up to", "près de", "presque")


def anniversaries(document: Document) -> Iterator[Hit]:
    """Yield each count of years that does not fit its year and the day of the post.

    Where the post does not say when it goes out, a hit is a warning.
    """
    text = document.folded
    taken: list[Span] = []
    for pattern in _patterns() if _YEARS.search(text) else ():
        for match in pattern.finditer(text):
            count, year = int(match.group("count")), int(match.group("year"))
            groups = match.groupdict()
            suffix = _SUFFIX.match(text, match.end("count"))
            span = Span(match.start("count"), suffix.end() if suffix else match.end("count"))
            if any(span.overlaps(other) for other in taken):
                continue
            taken.append(span)
            sentence = document.sentence_at(match.start()).of(text)
            others = {int(found) for found in _YEARS.findall(sentence)} - {year}
            now = document.today.year
            if any(_fits(count, other - year, groups.get("about")) for other in {now, *others}):
                continue
            truth = f"{now} − {year} = {now - year}"
            right = _ordinal(now - year) if suffix else str(now - year)
            fixes = () if groups.get("about") else (Fix(span, right),)
            least = None if document.is_dated else Severity.WARNING
            yield Hit(span, {"truth": truth, "right": right}, fixes, least)


def _ordinal(number: int) -> str:
    tens = number % 100 // 10 == 1
    return f"{number}{'th' if tens else _ENDINGS.get(number % 10, 'th')}"


def _fits(count: int, years: int, about: str | None) -> bool:
    """Tell whether somebody honest may say ``count`` of so many years."""
    if count in (years, years - 1):
        return True
    slack = max(2, round(years * 0.12))
    if about in _MORE:
        return 0 <= years - count <= max(10, slack)
    if about in _LESS:
        return 0 <= count - years <= slack
    return about is not None and abs(count - years) <= slack
