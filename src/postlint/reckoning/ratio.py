"""A part of a whole and its percentage: “3 of 4 (60 %)”, “half (40 %)”."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from postlint import figures
from postlint.lazily import Pattern
from postlint.model import Fix, Hit
from postlint.spans import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from postlint.document import Document

_PERCENT: Final = r"(?:\s?%|\s(?:per\scent|percent)\b)"
FRACTIONS: Final = {
    "half": (50, 3), "a third": (33.3, 3.4), "one third": (33.3, 3.4), "one-third": (33.3, 3.4),
    "two thirds": (66.7, 3.4), "two-thirds": (66.7, 3.4), "a quarter": (25, 2.6),
    "one quarter": (25, 2.6), "one-quarter": (25, 2.6), "three quarters": (75, 3),
    "three-quarters": (75, 3), "a fifth": (20, 2.3), "one fifth": (20, 2.3), "one-fifth": (20, 2.3),
    "a tenth": (10, 1.2), "four fifths": (80, 3), "four-fifths": (80, 3), "two fifths": (40, 3),
    "two-fifths": (40, 3), "three fifths": (60, 3), "three-fifths": (60, 3),
}  # fmt: skip
_ABOUT: Final = Pattern(
    r"\b(?:about|around|roughly|nearly|almost|over|more than|less than|some|fewer than"
    r"|just (?:over|under)|close to|at least"
    r"|up to|well over|under|approximately)\s(?:\w+\s)?$"
)
_MORE: Final = Pattern(r"\b(?:more than|over|well over|at least|above)\s(?:\w+\s)?$")
_LESS: Final = Pattern(r"\b(?:less than|fewer than|under|below|at most|up to)\s(?:\w+\s)?$")
_FAR: Final = 25
_LOOSE: Final = 6.0
_SMALL: Final = 10
_YEARS: Final = range(1900, 2101)
_ROUND: Final = 1.0


@lru_cache(maxsize=1)
def _ratio() -> re.Pattern[str]:
    number = figures.spelled_out()
    part = rf"(?P<part>\d[\d,]*|{number})"
    whole = rf"(?P<whole>\d[\d,]*|{number})"
    fraction = "|".join(sorted(FRACTIONS, key=len, reverse=True))
    percent = rf"(?P<percent>\d+(?:\.\d+)?)(?P<sign>{_PERCENT})"
    noun = r"(?:\s[a-zà-ÿ'-]+){0,4}?"
    return re.compile(
        rf"(?<![\w.,$-])(?:{part}(?:\s|(?=/))(?P<link>of|in|out\sof|/)(?:\s|(?<=/))(?:the\s|our\s|every\s|its\s"
        rf"|their\s)?{whole}"
        rf"|(?P<fraction>{fraction}))(?![\w.])(?!\s(?:million|billion|thousand"
        rf"|hundred)){noun},?\s?(?:\(|[–—-]\s?|,\sor\s|or\s|,\s?(?=i\.e\.|that\sis))(?:or\s|that\sis,?\s|i\.e\.,?\s|that's\s|about\s"
        rf"|nearly\s|almost\s)?{percent}"
    )


@lru_cache(maxsize=1)
def _turned() -> re.Pattern[str]:
    number = figures.spelled_out()
    return re.compile(
        rf"(?<![\w.,])(?P<percent>\d+(?:\.\d+)?)(?P<sign>{_PERCENT})(?:,?\s?\(|,\sor\s|\s?[–—]\s?)(?:or\s)?"
        rf"(?P<part>\d[\d,]*|{number})\s(?P<link>of|in|out\sof)\s(?:the\s)?(?P<whole>\d[\d,]*|{number})\b"
    )


def _number(text: str) -> float:
    return float(figures.words().get(text, 0) or text.replace(",", ""))


def ratios(document: Document) -> Iterator[Hit]:
    """Yield percentages that are not those of the parts beside them."""
    text = document.folded
    if "%" not in text and "cent" not in text:
        return
    matches = [*_ratio().finditer(text), *_turned().finditer(text)]
    for match in matches:
        groups = match.groupdict()
        fraction = groups.get("fraction")
        if fraction:
            true, slack = FRACTIONS[fraction]
        else:
            part, whole = _number(groups["part"]), _number(groups["whole"])
            if whole <= 0 or part > whole or (groups["link"] == "in" and whole in _YEARS):
                continue
            true, slack = 100 * part / whole, _tolerance(part, whole, groups["link"])
        if _ABOUT.search(text[max(0, match.start() - 25) : match.start()]):
            slack = max(slack, _LOOSE)
        if "about" in match.group() or "nearly" in match.group() or "almost" in match.group():
            slack = max(slack, _LOOSE)
        said = float(groups["percent"])
        before = text[max(0, match.start() - 25) : match.start()]
        if abs(said - true) <= slack or _is_bounded(before, said - true):
            continue
        span = Span(match.start("percent"), match.end("sign"))
        words = fraction or f"{groups['part']} {groups['link']} {groups['whole']}"
        fix = Fix(Span(*match.span("percent")), f"{true:.0f}")
        yield Hit(span, {"truth": f"{words[:1].upper()}{words[1:]} is {true:.0f} %"}, (fix,))


def _tolerance(part: float, whole: float, link: str) -> float:
    """“1 in 5” is rounded to the whole, “3 of 4 towns” is counted."""
    if link == "of" or whole > _SMALL:
        return _ROUND
    share = 100 * part / whole
    return max(_ROUND, min(3.0, abs(share - 100 * part / (whole - 0.5))))


def _is_bounded(before: str, off: float) -> bool:
    """Tell “more than half (62 %)” and “less than a third (20 %)”."""
    if _MORE.search(before):
        return 0 <= off <= _FAR
    return bool(_LESS.search(before)) and -_FAR <= off <= 0
