"""The words of dates, in English and French: weekdays, months and days, in every spelling."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterator

_WEEKDAYS: Final = (
    ("monday", "lundi"), ("tuesday", "mardi"), ("wednesday", "mercredi"), ("thursday", "jeudi"),
    ("friday", "vendredi"), ("saturday", "samedi"), ("sunday", "dimanche"),
)  # fmt: skip
_SHORT_WEEKDAYS: Final = (
    "Mon Lun", "Tue Tues Mar", "Wed Weds Mer", "Thu Thur Thurs Jeu", "Fri Ven", "Sat Sam",
    "Sun Dim",
)  # fmt: skip
_MONTHS: Final = (
    ("january", "janvier"), ("february", "février"), ("march", "mars"), ("april", "avril"),
    ("may", "mai"), ("june", "juin"), ("july", "juillet"), ("august", "août"),
    ("september", "septembre"), ("october", "octobre"), ("november", "novembre"),
    ("december", "décembre"),
)  # fmt: skip
_SHORT_MONTHS: Final = (
    "Jan Janv janv", "Feb Févr févr", "Mar", "Apr Avr avr", "May", "Jun", "Jul Juil juil",
    "Aug", "Sep Sept sept", "Oct oct", "Nov nov", "Dec Déc déc",
)  # fmt: skip
MONTH_NAMES: Final = tuple(english.title() for english, _ in _MONTHS)
WEEKDAY_NAMES: Final = tuple(english.title() for english, _ in _WEEKDAYS)
_ORDINALS: Final = (
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth"
    " fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth"
).split()
_ALSO_WORDS: Final = frozenset({"may", "march"})
"""Months that are common words: they count with a capital only."""


def _spellings(full: tuple[str, str], short: str) -> Iterator[str]:
    for name in full:
        yield from (name.title(), name.upper())
        if name not in _ALSO_WORDS:
            yield name
    for name in short.split():
        yield from (name, f"{name}.", name.upper(), f"{name.upper()}.")


@lru_cache(maxsize=1)
def weekdays() -> dict[str, int]:
    """Return every spelling of a weekday with its number, Monday 0."""
    pairs = enumerate(zip(_WEEKDAYS, _SHORT_WEEKDAYS, strict=True))
    found = {word: number for number, (full, short) in pairs for word in _spellings(full, short)}
    return {word: number for word, number in found.items() if word not in ("Mar", "Mar.", "MAR")}


@lru_cache(maxsize=1)
def months() -> dict[str, int]:
    """Return every spelling of a month with its number, January 1."""
    pairs = enumerate(zip(_MONTHS, _SHORT_MONTHS, strict=True), 1)
    return {word: number for number, (full, short) in pairs for word in _spellings(full, short)}


def names() -> frozenset[str]:
    """Return every month and weekday, folded, without their dots."""
    return frozenset(word.lower().rstrip(".") for word in (*weekdays(), *months()))


def one_of(words: dict[str, int]) -> str:
    """Return a pattern for any of the spellings, the longest first."""
    return "(?:" + "|".join(re.escape(w) for w in sorted(words, key=len, reverse=True)) + ")(?!\\w)"


@lru_cache(maxsize=1)
def ordinals() -> dict[str, int]:
    """Return “first” to “thirty-first” with their numbers."""
    found = {word: number for number, word in enumerate(_ORDINALS, 1)}
    units = _ORDINALS[:9]
    found |= {f"twenty-{word}": 20 + number for number, word in enumerate(units, 1)}
    return {**found, "twentieth": 20, "thirtieth": 30, "thirty-first": 31}
