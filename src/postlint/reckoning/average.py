"""An amount over some time and its rate: “$10 million over 5 years ($3 million a year)”."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from postlint import figures
from postlint.lazily import Pattern
from postlint.model import Hit

if TYPE_CHECKING:
    from collections.abc import Iterator

    from postlint.document import Document

_PERIODS: Final = "year|month|week|day"
_RATE: Final = Pattern(rf"\b(?:(?:a|per|each|every) (?:{_PERIODS})|annually|yearly|monthly)\b")


@lru_cache(maxsize=1)
def _shape() -> re.Pattern[str]:
    total = figures.pattern("total_", worded=False)
    each = figures.pattern("each_", worded=False)
    return re.compile(
        rf"{total}(?:\s[a-z]+){{0,3}}?\s(?:over|in|within|during|across)\s(?:the\s(?:next|past|last)\s)?"
        rf"(?P<count>\d{{1,3}}|{'|'.join(list(figures.words())[2:21])})\s(?P<period>{_PERIODS})s\b"
        r"(?:,\s|\s?\(|\s[–—]\s|\s)(?:(?:or|that\sis|i\.e\.|on\saverage|an\saverage\sof),?\s){1,2}"
        rf"{each}(?:\s[a-z]+){{0,2}}?\s(?P<rate>(?:a|per|each|every)\s(?P<unit>{_PERIODS})|annually|yearly|monthly)\b"
        rf"|{total.replace('total_', 't_')}(?:\s[a-z]+){{0,3}}?\s(?:over|in)\s"
        rf"(?P<count2>\d{{1,3}}|{'|'.join(list(figures.words())[2:21])})\s(?P<period2>{_PERIODS})s\s?\("
        rf"{each.replace('each_', 'e_')}(?:\s[a-z]+){{0,2}}?\s(?P<rate2>(?:a|per|each|every)"
        rf"\s(?P<unit2>{_PERIODS})|annually|yearly|monthly)\)"
    )


def averages(document: Document) -> Iterator[Hit]:
    """Yield a rate that is not the total divided by its years (months, weeks, days)."""
    text = document.folded
    if not _RATE.search(text):
        return
    for match in _shape().finditer(text):
        first = match["count"] is not None
        names = ("total_", "each_", "count", "period", "unit", "rate") if first else (
            "t_", "e_", "count2", "period2", "unit2", "rate2")  # fmt: skip
        total, each = figures.read(match, names[0]), figures.read(match, names[1])
        unit = match[names[4]] or {"annually": "year", "yearly": "year"}.get(
            match[names[5]], "month"
        )
        said = match[names[2]]
        count = int(said) if said.isdigit() else figures.words()[said]
        if total is None or each is None or unit != match[names[3]] or count == 0:
            continue
        low, high = (value / count for value in total.means)
        each_low, each_high = each.means
        slack = 0.05 * each.value
        if low - slack <= each_high and each_low <= high + slack:
            continue
        right = figures.spell(total.value / count, 1)
        rate = f"{_short(total.value / count)} a {unit}"
        truth = f"{total.span.of(document.text)} over {said} {unit}s is {rate}"
        yield Hit(each.span, {"truth": truth, "right": right})


def _short(value: float) -> str:
    """Return 2,000,000 as “2 million”."""
    for scale, name in ((1e9, "billion"), (1e6, "million")):
        if value >= scale:
            return f"{figures.spell(value / scale, 1)} {name}"
    return figures.spell(value, 1)
