"""A share of a counted whole, and how many that is: “half of the 120 observers (70)”."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from postlint import figures
from postlint.lazily import Pattern
from postlint.model import Fix, Hit
from postlint.reckoning.ratio import FRACTIONS
from postlint.spans import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from postlint.document import Document

_NOUN: Final = r"(?:\s[a-zà-ÿ'-]+){1,3}?"
_PART: Final = r"(?P<part>\d{1,3}(?:,\d{3})+|\d+)(?!\s?%|[\d,.]*\d|\sper)"
_WHOLE: Final = r"(?P<whole>\d{1,3}(?:,\d{3})+|\d+)"
_ABOUT: Final = Pattern(
    r"\b(?:about|around|roughly|nearly|almost|over|more than|less than|some|at least|up to"
    r"|approximately)\s$"
)
_YEARS: Final = range(1900, 2101)
_TENTH: Final = 0.06


@lru_cache(maxsize=1)
def _shapes() -> tuple[re.Pattern[str], ...]:
    fraction = "|".join(sorted(FRACTIONS, key=len, reverse=True))
    share = (
        rf"(?:(?P<fraction>{fraction})|(?P<percent>\d+(?:\.\d+)?)(?:\s?%|\sper\scent|\spercent))"
    )
    of = rf"\sof\s(?:the\s|our\s|its\s|their\s|all\s)?{_WHOLE}{_NOUN}"
    return (
        re.compile(
            rf"(?<![\w.,-]){share}{of}(?:\s\(|,\s(?:or\s)?){_PART}(?=[),]|\s(?:are|were|is)\b)"
        ),
        re.compile(
            rf"(?<![\w.,-]){_PART}\sof\s(?:the\s|our\s|its\s|their\s|all\s)?{_WHOLE}{_NOUN},?\s?"
            rf"(?:\(|,\s|[–—]\s)(?:or\s)?(?:exactly\s)?(?P<fraction>{fraction})(?=[),]|\s?[–—])"
        ),
    )


def counted(document: Document) -> Iterator[Hit]:
    """Yield a count that is not the share of the whole beside it."""
    text = document.folded
    for shape in _shapes() if " of " in text else ():
        for match in shape.finditer(text):
            part, whole = (int(match[name].replace(",", "")) for name in ("part", "whole"))
            percent = match.groupdict().get("percent")
            share, slack = (float(percent), 1.0) if percent else FRACTIONS[match["fraction"]]
            if whole == 0 or part in _YEARS or part > whole:
                continue
            if _ABOUT.search(text[: match.start()][-14:]) or re.search(
                r"\b(?:over|more|less|nearly|about|almost)\b", match.group()
            ):
                slack = max(slack, 6.0)
            true = share * whole / 100
            if abs(part - true) <= max(slack * whole / 100, 1):
                continue
            yield _wrong(document, match, true)


def _wrong(document: Document, match: re.Match[str], true: float) -> Hit:
    span = Span(*match.span("part"))
    shown = figures.spell(round(true))
    share = match.groupdict().get("fraction") or f"{match['percent']} %"
    truth = f"{share[:1].upper()}{share[1:]} of {match['whole']} is {shown}"
    fix = (Fix(span, shown),) if abs(true - round(true)) < _TENTH else ()
    return Hit(span, {"truth": f"{truth}, not {span.of(document.text)}", "right": shown}, fix)
