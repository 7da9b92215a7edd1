"""Amounts of money and their total: “$3 million and $4 million: $8 million in all”."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from postlint import figures
from postlint.lazily import Pattern
from postlint.model import Hit, Severity
from postlint.spans import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from postlint.document import Document
    from postlint.figures import Figure

_BEFORE: Final = Pattern(
    r"\b(?:a total of|in total|totall?ing|for a total of|total:|altogether,?)\s$"
)
_BEHIND: Final = Pattern(r"\s(?:in all|in total|altogether|all told|all together)\b")
_LOOSE: Final = Pattern(
    r"\b(?:including|of which|since|per|each|every|another|annual\w*|from|additional|previous\w*"
    r"|already|than|alone|brings?|bringing|on top|further|more|over|about|nearly|almost|some|around"
    r"|worth|up to|at least|among|years?)\b"
)
_FEWEST: Final = 3
_MOST: Final = 12


@lru_cache(maxsize=1)
def _money() -> re.Pattern[str]:
    return re.compile(r"(?=[$€£])" + figures.pattern("m_", worded=False))


def totals(document: Document) -> Iterator[Hit]:
    """Yield a total of money that its parts do not make; a warning, for each may be rounded."""
    for sentence in document.sentences:
        text = sentence.of(document.folded)
        if not (_BEHIND.search(text) or "total" in text or "altogether" in text):
            continue
        matches = list(_money().finditer(text))
        found = [one for match in matches if (one := figures.read(match, "m_"))]
        if not _FEWEST <= len(found) <= _MOST or _LOOSE.search(text):
            continue
        totals = [
            one
            for one, match in zip(found, matches, strict=False)
            if _BEFORE.search(text[: match.start()]) or _BEHIND.match(text, match.end())
        ]
        if len(totals) == 1 and _is_last_or_first(text, found, totals[0]):
            yield from _judged(sentence.start, document, found, totals[0])


def _is_last_or_first(text: str, found: list[Figure], total: Figure) -> bool:
    """Tell a total behind its parts, or before them and a colon."""
    if total is found[-1]:
        return True
    return total is found[0] and text[total.span.end :].lstrip().startswith(":")


def _moved(span: Span, by: int) -> Span:
    return Span(span.start + by, span.end + by)


def _judged(start: int, document: Document, found: list[Figure], total: Figure) -> Iterator[Hit]:
    parts = [one for one in found if one is not total]
    made = sum(one.value for one in parts)
    least = max(2 * one.half for one in found) or 1.0
    if abs(made - total.value) < least * 0.99:
        return
    span = _moved(total.span, start)
    listed = " + ".join(_moved(one.span, start).of(document.text) for one in parts)
    truth = f"{listed} is {figures.spell(made)}, not {span.of(document.text)}"
    yield Hit(span, {"truth": truth}, (), Severity.WARNING)
