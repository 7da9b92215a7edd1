"""Parts of a year that no year has: a fifth quarter, week 54, a 13th month."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Final

from postlint.lazily import Pattern
from postlint.model import Hit
from postlint.spans import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from postlint.document import Document

_YEAR: Final = r"(?:19|20)\d\d\b"
_SHAPES: Final = (
    (
        Pattern(
            rf"(?<!audi )(?<!infiniti )(?<!question )\bq(?:0|[5-9])(?: of| in|,|/|-)?[ ]?{_YEAR}"
        ),
        4,
        "quarters",
    ),
    (Pattern(rf"\b{_YEAR}[ -]?q(?:0|[5-9])\b"), 4, "quarters"),
    (
        Pattern(rf"\b(?:fifth|sixth|5th|6th) quarter of (?:{_YEAR}|the year|this year)"),
        4,
        "quarters",
    ),
    (Pattern(r"\b(?:13th|14th|thirteenth) month of the (?:calendar )?year\b"), 12, "months"),
)
_WEEK: Final = Pattern(
    r"\b(?P<iso>iso |calendar )?week (?P<week>\d\d)(?: of|,|/)? ?(?P<year>(?:19|20)\d\d)\b"
)
_OTHER: Final = Pattern(r"\b(?:ethiopia\w*|coptic|amharic|hebrew|jewish|lunar|baha'i|overtime)\b")
_MOST: Final = 53


def impossible_periods(document: Document) -> Iterator[Hit]:
    """Yield quarters, months and weeks beyond the last one of a year."""
    if _OTHER.search(document.folded):
        return
    for shape, most, name in _SHAPES:
        for match in shape.finditer(document.folded):
            yield Hit(Span(match.start(), match.end()), {"truth": f"A year has {most} {name}"})
    for match in _WEEK.finditer(document.folded):
        year, week = int(match["year"]), int(match["week"])
        # 28 December is always in the last week: ISO 8601.
        last = date(year, 12, 28).isocalendar().week
        if week > (last if match["iso"] else _MOST) or week == 0:
            span = Span(match.start(), match.end())
            yield Hit(span, {"truth": f"{year} has {last} weeks"})
