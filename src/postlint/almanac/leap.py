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


def leap_years(document: Document) -> Iterator[Hit]:
    """Yield years that are said to be leap years and are not, and the other way round."""
    if "leap" not in document.folded:
        return
    for match in _IS.finditer(document.folded):
        year = int(match.group("year"))
        leap = calendar.isleap(year)
        if leap == bool(match.group("no")):
            span = Span(*match.span("year"))
            yield Hit(span, {"truth": f"{year} is {'a' if leap else 'no'} leap year"})
    for match in _NEXT.finditer(document.folded):
        right = next(y for y in range(document.today.year, 2200) if _to_come(y, document))
        if int(match.group("year")) != right:
            span = Span(*match.span("year"))
            yield Hit(span, {"truth": f"The next leap year is {right}"}, (Fix(span, str(right)),))


def _to_come(year: int, document: Document) -> bool:
    """Tell a leap year whose 29 February is still to come."""
    today = document.today
    return calendar.isleap(year) and (year > today.year or (today.month, today.day) < (2, 29))
