"""Two units side by side: “10 km (8 miles)”, “20 °C (75 °F)”."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from postlint import figures
from postlint.figures import Figure
from postlint.model import Fix, Hit
from postlint.spans import Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from postlint.document import Document

_UNITS: Final = (
    ("length", 1000, "km", "km|kms|kilometre|kilometres|kilometer|kilometers"),
    ("length", 1609.344, "miles", "mi|mile|miles"),
    ("length", 1, "m", "m|metre|metres|meter|meters"),
    ("length", 0.9144, "yards", "yd|yard|yards"),
    ("length", 0.3048, "feet", "ft|foot|feet"),
    ("length", 0.0254, "inches", "inch|inches"),
    ("length", 0.01, "cm", "cm|centimetre|centimetres|centimeter|centimeters"),
    ("length", 0.001, "mm", "mm|millimetres|millimeters"),
    ("mass", 1000, "tonnes", "tonne|tonnes"),
    ("mass", 1, "kg", "kg|kilo|kilos|kilogram|kilograms"),
    ("mass", 0.45359237, "lb", "lb|lbs|pound|pounds"),
    ("mass", 0.028349523, "oz", "oz|ounce|ounces"),
    ("mass", 0.001, "g", "g|gram|grams"),
    ("area", 2589988.11, "square miles", "square mile|square miles|sq mi"),
    ("area", 1e6, "km²", "km²|km2|square kilometres|square kilometers"),
    ("area", 10000, "hectares", "ha|hectare|hectares"),
    ("area", 4046.8564, "acres", "acre|acres"),
    ("area", 1, "m²", "m²|m2|square metres|square meters"),
    ("area", 0.09290304, "square feet", "square foot|square feet|sq ft"),
    ("volume", 3.785412, "gallons", "gal|gallon|gallons"),
    ("volume", 1, "litres", "l|litre|litres|liter|liters"),
    ("speed", 1.609344, "mph", "mph|miles per hour|miles an hour"),
    ("speed", 1, "km/h", "km/h|kph|kmh|kilometres per hour|kilometres an hour"),
    ("time", 60, "hours", "hour|hours"),
    ("time", 1, "minutes", "minute|minutes|min"),
    ("heat", 1, "°C", "°c|ºc|c|celsius|degrees celsius|degrees c"),
    ("heat", 2, "°F", "°f|ºf|f|fahrenheit|degrees fahrenheit|degrees f"),
)
"""Kind, how much of the kind's base unit, usual name, spellings; heat has two scales."""
_SPELLED: Final[Mapping[str, tuple[str, float, str]]] = {
    word: (kind, factor, name) for kind, factor, name, words in _UNITS for word in words.split("|")
}
_IMPERIAL_GALLON: Final = 4.54609
_HINT: Final = re.compile(r"(?:\(|/|=|\bor\b|[–—]|\s-\s).{0,12}\d")
_CLOSED: Final = re.compile(r"\s?[),;/]")
_LOOSE: Final = 0.06
_TWICE: Final = 2.0
_DEGREE: Final = 1.1
_OVEN: Final = 120
_OVEN_STEP: Final = 14
"""Recipes round the oven to what its dial shows."""
_FAHRENHEIT: Final = 2


@lru_cache(maxsize=1)
def _pairs() -> re.Pattern[str]:
    unit = "|".join(re.escape(name) for name in sorted(_SPELLED, key=len, reverse=True))
    first = figures.pattern("one_").removesuffix(r"(?![\w])")
    second = figures.pattern("two_").removesuffix(r"(?![\w])")
    return re.compile(
        rf"{first}[\s-]?(?P<one_unit>{unit})(?![\w²]|/(?!\d))[^.!?;\d\n(]{{0,25}}?\s?(?:\(|/|=|,\sor\s"
        rf"|\sor\s|\s-\s|–\s|—\s)\s?(?:or\s|i\.e\.\s)?"
        rf"{second}[\s-]?(?P<two_unit>{unit})(?![\w²/])"
    )


def units(document: Document) -> Iterator[Hit]:
    """Yield the second of two measures that are not the same, with the right number as a fix."""
    if not _HINT.search(document.folded):
        return
    for match in _pairs().finditer(document.folded):
        one, two = figures.read(match, "one_"), figures.read(match, "two_")
        first, second = _SPELLED[match.group("one_unit")], _SPELLED[match.group("two_unit")]
        if one is not None and document.folded[: one.span.start].endswith("minus "):
            one = Figure(one.span, -one.value, one.half, one.about)
        if one is None or two is None or first[0] != second[0] or first[2] == second[2]:
            continue
        opened = "(" in document.folded[one.span.end : two.span.start]
        if opened and not _CLOSED.match(document.folded, match.end()):
            continue  # “2 km long (12 m wide)” are two measures of two things
        if _agree(one, two, first, second):
            continue
        choice = re.search(r"\bor\s", document.folded[one.span.end : two.span.start])
        if choice and not _is_near(_converted(one.value, first, second), two.value):
            continue  # “5 km or 10 miles” is a choice
        right = _converted(one.value, first, second)
        places = 0 if abs(right) >= 20 or first[0] == "heat" else 1  # noqa: PLR2004 - as people round
        shown = figures.spell(right, places)
        truth = f"{one.span.of(document.text)} {first[2]} is {shown} {second[2]}"
        span = Span(two.span.start, match.end("two_unit"))
        yield Hit(span, {"truth": truth}, (Fix(two.span, shown),))


def _is_near(right: float, said: float) -> bool:
    """Tell a number that was meant for the other, and is wrong."""
    return right * said > 0 and 1 / _TWICE < said / right < _TWICE


def _converted(
    value: float, first: tuple[str, float, str], second: tuple[str, float, str]
) -> float:
    if first[0] != "heat":
        return value * first[1] / second[1]
    return value * 9 / 5 + 32 if second[1] == _FAHRENHEIT else (value - 32) * 5 / 9


def _agree(
    one: Figure, two: Figure, first: tuple[str, float, str], second: tuple[str, float, str]
) -> bool:
    ends = [_converted(value, first, second) for value in _measured(one).means]
    low, high = min(ends), max(ends)
    two_low, two_high = _measured(two).means
    slack = _LOOSE * abs(two.value)
    if first[0] == "heat":
        slack = _DEGREE if abs(two.value) < _OVEN else _OVEN_STEP
    if low - slack <= two_high and two_low <= high + slack:
        return True
    gallons = "gallons" in (first[2], second[2])
    ratio = _IMPERIAL_GALLON / 3.785412
    return gallons and any(
        abs(_converted(one.value, first, second) * factor / two.value - 1) < _LOOSE
        for factor in (ratio, 1 / ratio)
    )


def _measured(one: Figure) -> Figure:
    """Give a measure at least half a unit: nobody measures without rounding."""
    return Figure(one.span, one.value, one.half or 0.5, one.about)
