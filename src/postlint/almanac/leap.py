"""Leap years: “2026 is a leap year”, “the next leap year is 2030”."""

from __future__ import annotations

import calendar
from typing import TYPE_CHECKING, Final

from postlint.lazily import Pattern
from postlint.model import Fix, Hit
from postlint.spans import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from postlint.document import Document

_IS: Final = Pattern(
    r"\b(?P<year>1[89]\d\d|2[01]\d\d)\s(?:is|was|will\sbe)\s(?:also\s|indeed\s)?"
    r"(?P<no>not\s|no\s)?(?:an?\s)?leap\syear"
)
_NEXT: Final = Pattern(
    r"\bnext\sleap\s(?:year|day)\s?(?:is|will\sbe|comes|:|,|\(|–|—)?\s?(?:in\s)?"
    r"(?P<year>20\d\d|21\d\d)\b"
)


_LAST: Final = Pattern(r"\blast\sleap\syear\swas\s(?:in\s)?(?P<year>20\d\d)\b")
_NAMED: Final = Pattern(r"\b(?:in|of)\s(?:the\s)?leap\syear\s(?P<year>(?:19|20|21)\d\d)\b")
_THIS: Final = Pattern(
    r"\b(?P<said>(?:this|this year|it|\d{4})(?: is|'s) (?P<no>not |no )?(?:an? )?leap year(?! of)"
    r"|february has 29 days this year)"
)


def leap_years(document: Document) -> Iterator[Hit]:
    """Yield years that are said to be leap years and are not, and the other way round."""
    for match in _IS.finditer(document.folded):
        year = int(match.group("year"))
        leap = calendar.isleap(year)
        if leap == bool(match.group("no")):
            span = Span(*match.span("year"))
            yield Hit(span, {"truth": f"{year} is {'a' if leap else 'no'} leap year"})
    yield from _named(document)
    if document.is_dated:
        yield from _this(document)
    for match in _NEXT.finditer(document.folded):
        right = next(y for y in range(document.today.year, 2200) if _to_come(y, document))
        if int(match.group("year")) != right:
            span = Span(*match.span("year"))
            yield Hit(span, {"truth": f"The next leap year is {right}"}, (Fix(span, str(right)),))


def _named(document: Document) -> Iterator[Hit]:
    """Yield “in leap year 2027” and “the last leap year was 2023”."""
    for match in _NAMED.finditer(document.folded):
        year = int(match.group("year"))
        if not calendar.isleap(year):
            yield Hit(Span(*match.span("year")), {"truth": f"{year} is no leap year"})
    for match in _LAST.finditer(document.folded):
        latest = document.today.year - (not _is_begun(document))
        right = next(y for y in range(latest, 0, -1) if calendar.isleap(y))
        if int(match.group("year")) != right:
            span = Span(*match.span("year"))
            yield Hit(span, {"truth": f"The last leap year was {right}"}, (Fix(span, str(right)),))


def _is_begun(document: Document) -> bool:
    """Tell whether this year's 29 February, if there is one, is behind us."""
    return (document.today.month, document.today.day) >= (2, 29)


def _this(document: Document) -> Iterator[Hit]:
    """Yield “this is a leap year” of a year that is none, and the other way round."""
    year = document.today.year
    for match in _THIS.finditer(document.folded):
        leap = calendar.isleap(year)
        if leap == bool(match.group("no")) and not match.group("said")[0].isdigit():
            truth = f"{year} is {'a' if leap else 'no'} leap year"
            yield Hit(Span(*match.span("said")), {"truth": truth})


def _to_come(year: int, document: Document) -> bool:
    """Tell a leap year whose 29 February is still to come."""
    today = document.today
    return calendar.isleap(year) and (year > today.year or (today.month, today.day) < (2, 29))
