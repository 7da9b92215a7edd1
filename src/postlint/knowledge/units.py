"""The same quantity in another unit: metres and miles, hectares and acres, “one in four” and 25 %.

Factors are exact by the international yard and pound of 1959 (NIST SP 811, B.8).
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from postlint.figures import Figure
from postlint.lazily import Pattern
from postlint.lexicon import fold
from postlint.spans import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

UNITS: Final = (
    ("metres", "metre", "meters", "meter", "m", "mètres"),
    ("kilometres", "kilometre", "kilometers", "kilometer", "km", "kms", "kilomètres"),
    ("miles", "mile"),
    ("feet", "foot", "ft"),
    ("hectares", "hectare", "ha"),
    ("acres", "acre"),
    ("square kilometres", "square kilometers", "sq km", "km²", "km2"),
    ("square miles", "sq miles"),
    ("tonnes", "tonne", "metric tons", "t"),
    ("kilograms", "kilogram", "kg", "kilos"),
    ("pounds", "lbs", "lb"),
    ("litres", "litre", "liters", "liter", "l"),
    ("megawatts", "megawatt", "mw"),
    ("gigawatts", "gigawatt", "gw"),
    ("people", "persons", "person", "personnes"),
)
"""The spellings of each unit."""

_MEASURES: Final = (
    {"metres": 1.0, "kilometres": 1_000.0, "miles": 1_609.344, "feet": 0.3048},
    {"hectares": 1.0, "acres": 0.404_685_642_24, "square kilometres": 100.0,
     "square miles": 258.998_811_033_6},
    {"kilograms": 1.0, "tonnes": 1_000.0, "pounds": 0.453_592_37},
    {"megawatts": 1.0, "gigawatts": 1_000.0},
)  # fmt: skip
_SLACK: Final = 0.03
"""Who converts rounds again: 26.2 miles are 42 km to most."""
_WORDS: Final = "one two three four five six seven eight nine ten".split()
_SHARE: Final = Pattern(
    r"\b(?P<part>one|two|three|four|[1-9])\s(?:in|out\sof)(?:\severy)?\s"
    r"(?P<whole>two|three|four|five|six|seven|eight|nine|ten|\d{1,3})\b(?!\s?%)"
    r"|\b(?P<half>half|a\sthird|one\sthird|two\sthirds|two-thirds|a\squarter|one\squarter"
    r"|three\squarters|three-quarters|a\sfifth|one\sfifth)\sof\b"
)
_PARTS: Final = {
    "half": 50, "a third": 33.3, "one third": 33.3, "two thirds": 66.7, "two-thirds": 66.7,
    "a quarter": 25, "one quarter": 25, "three quarters": 75, "three-quarters": 75, "a fifth": 20,
    "one fifth": 20,
}  # fmt: skip
_COARSE: Final = 3.0
"""Points that a share in small numbers may be off: “one in three” for 35 %."""


def spellings(unit: str) -> tuple[str, ...]:
    """Return the ways a folded unit is written, itself and its plural where it is unknown."""
    return next((names for names in UNITS if unit in names), (unit, f"{unit}s", unit[:-1]))


@lru_cache(maxsize=256)
def pattern(unit: str) -> re.Pattern[str]:
    """Return what a number of that unit is followed by, a word or two between."""
    names = sorted(filter(None, spellings(unit)), key=len, reverse=True)
    listed = "|".join(map(re.escape, names))
    return re.compile(rf"[\s-]?(?:[\w-]+\s){{0,2}}?(?:{listed})(?!\w)")


@lru_cache(maxsize=64)
def kin(unit: str) -> tuple[tuple[re.Pattern[str], float], ...]:
    """Return other units of the measure: what follows a number of each, and its worth in ours."""
    ours = spellings(unit)[0]
    for measure in _MEASURES:
        if ours in measure:
            return tuple(
                (_next(other), worth / measure[ours])
                for other, worth in measure.items()
                if other != ours
            )
    return ()


def _next(unit: str) -> re.Pattern[str]:
    names = [name for name in spellings(unit) if len(name) > 1]
    listed = "|".join(map(re.escape, sorted(names, key=len, reverse=True)))
    return re.compile(rf"[\s-]?(?:{listed})(?!\w)")


def converted(figure: Figure, unit: str, folded: str) -> Figure | None:
    """Return a number of the text in ``unit``, None where it is of no unit of that measure."""
    for follows, worth in kin(fold(unit)):
        if follows.match(folded, figure.span.end):
            value = figure.value * worth
            half = max(figure.half * worth, abs(value) * _SLACK)
            return Figure(figure.span, value, half, figure.about)
    return None


def shares(folded: str, within: Span) -> Iterator[Figure]:
    """Yield “one in four” and “two thirds of” as per cent."""
    for match in _SHARE.finditer(folded, within.start, within.end):
        span = Span(match.start(), match.end())
        if match["half"]:
            yield Figure(Span(span.start, span.end - len(" of")), _PARTS[match["half"]], _COARSE)
            continue
        part, whole = (
            int(word) if word.isdigit() else _WORDS.index(word) + 1
            for word in (match["part"], match["whole"])
        )
        if 0 < part < whole:
            yield Figure(span, 100 * part / whole, _COARSE)
