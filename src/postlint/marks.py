"""What a post has besides its words, told as characters that stand at the end of its text.

So a check can require a number, a sign or a fact sheet just as a pattern
requires a string, and one pass over the text tells what to ask at all.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from postlint.lazily import Pattern
from postlint.patterns.edges import EDGE, marked

if TYPE_CHECKING:
    from collections.abc import Iterable

__all__ = [
    "CAPITALS", "CLOCK", "CODE", "DATE", "DATED", "DIGIT", "EMAIL", "EMBARGO", "FACTS", "GROUPED",
    "MANY", "MANY_WORDS", "MEDIA", "MENTION", "NUMBER", "NUMERAL", "OVER_LIMIT", "QUEUE",
    "SEVEN_DIGITS", "SIGN", "THREE_NUMBERS", "TWO_NUMBERS", "WEEKDAY", "begun", "named",
    "of_numbers", "of_text", "whole",
]  # fmt: skip

MEDIA: Final = "\x03"
QUEUE: Final = "\x04"
FACTS: Final = "\x05"
EMBARGO: Final = "\x06"
CAPITALS: Final = "\x07"
"""Two capital letters running, or one that is not Latin."""
EMAIL: Final = "\x0e"
MENTION: Final = "\x0f"
SIGN: Final = "\x10"
"""A character that is neither a Latin letter nor plain punctuation: an emoji, for one."""
NUMERAL: Final = "\x11"
"""A digit of another script."""
CLOCK: Final = "\x12"
"""A time of day: “14:30”, “14 h”, “2 p.m.”."""
DATE: Final = "\x13"
"""What may be a date, with a digit in it."""
GROUPED: Final = "\x14"
"""Two digits with a comma or a point between them."""
TWO_NUMBERS: Final = "\x18"
"""Two numbers in digits."""
THREE_NUMBERS: Final = "\x19"
"""Three of them."""
SEVEN_DIGITS: Final = "\x16"
"""Seven digits or more, wherever they stand."""
CODE: Final = "\x17"
"""Two digits right behind a Latin letter."""
MANY_WORDS: Final = "\x1a"
"""At least so many words:"""
MANY: Final = 30
OVER_LIMIT: Final = "\x1c"
"""The text is longer than the platform takes."""
DATED: Final = "\x15"
"""It is known when the post goes out."""


def whole(words: str) -> frozenset[str]:
    """Return strings of which an edged text holds one where one of these words stands."""
    return frozenset(_spelled(f"{EDGE}{word}{EDGE}") for word in words.split())


def named(names: Iterable[str]) -> frozenset[str]:
    """Return strings of which an edged text holds one where one of these folded names stands."""
    return frozenset(marked(f"{EDGE}{name}{EDGE}") for name in names)


def begun(words: str) -> frozenset[str]:
    """Return strings of which an edged text holds one where a word begins with one of these."""
    return frozenset(_spelled(EDGE + word) for word in words.split())


def _spelled(run: str) -> str:
    return run if run.isascii() else marked(run)


DIGIT: Final = frozenset({*"0123456789", NUMERAL})
_WORDS: Final = (
    "one two three four five fif six seven eigh nin ten eleven twel thirt fort twent hundred "
    "thousand million billion noon midnight midday first second third half quarter dozen double "
    "twice trip deux trois quatre cinq sept huit neuf dix onze douze premier midi minuit"
)
NUMBER: Final = DIGIT | begun(_WORDS)
WEEKDAY: Final = begun("mon tue wed thu fri sat sun lun mar mer jeu ven sam dim")

_TWO_CAPITALS: Final = Pattern("[A-ZÀ-ÞĀ-ɏ][.'’-]?[^\\W_a-zß-ÿ]")
_SIGN: Final = Pattern("[^\x00-\u024f\u2010-\u203b\u203d-\u2048\u204a-\u205e\ufffc]|\u20e3")
_DIGIT: Final = Pattern(r"\d")
_OF_NUMBERS: Final = (
    (CLOCK, Pattern(r"\d(?::\d\d|\s?(?:h|[ap]\.?m))")),
    (GROUPED, Pattern(r"\d[.,]\d")),
    (TWO_NUMBERS, Pattern(r"\d\D+\d")),
    (THREE_NUMBERS, Pattern(r"\d\D+\d+\D+\d")),
    (SEVEN_DIGITS, Pattern(r"(?:\d\D*){7}")),
    (CODE, Pattern(r"[a-z]\d\d")),
)


def of_text(text: str) -> str:
    """Return the marks of a masked text."""
    signs = "" if text.isascii() else "".join(_SIGN.findall(text))
    marks = SIGN if signs else ""
    if any(map(str.isdecimal, signs)):
        marks += NUMERAL
    if any(map(str.isupper, signs)) or _TWO_CAPITALS.search(text):
        marks += CAPITALS
    return marks


def of_numbers(folded: str) -> str:
    """Return the marks of what is written in digits in a folded text."""
    if not _DIGIT.search(folded):
        return ""
    from postlint import dates

    marks = "".join(mark for mark, shape in _OF_NUMBERS if shape.search(folded))
    return marks + DATE if dates.may_hold(folded) else marks
