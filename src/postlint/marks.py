"""What a post has besides its words, told as characters that stand at the end of its text.

So a check can require a number, a sign or a fact sheet just as a pattern
requires a string, and one pass over the text tells what to ask at all.
"""

from __future__ import annotations

from typing import Final

from postlint.lazily import Pattern
from postlint.patterns.edges import EDGE, RARE

__all__ = [
    "CAPITALS", "DIGIT", "EMAIL", "EMBARGO", "FACTS", "MEDIA", "MENTION", "NUMBER", "QUEUE", "RARE",
    "SIGN", "WEEKDAY", "of_text",
]  # fmt: skip

MEDIA: Final = "\x03"
QUEUE: Final = "\x04"
FACTS: Final = "\x05"
EMBARGO: Final = "\x06"
CAPITALS: Final = "\x07"
"""Two capital letters running."""
EMAIL: Final = "\x0e"
MENTION: Final = "\x0f"
SIGN: Final = "\x10"
"""A character that is neither a Latin letter nor plain punctuation: an emoji, for one."""

DIGIT: Final = frozenset({*"0123456789", RARE})
_WORDS: Final = (
    "one two three four five fif six seven eigh nin ten eleven twel thirt fort twent hundred "
    "thousand million billion noon midnight midday first second third half quarter dozen double "
    "twice trip deux trois quatre cinq sept huit neuf dix onze douze premier midi minuit"
)
NUMBER: Final = DIGIT | {EDGE + word for word in _WORDS.split()}
WEEKDAY: Final = frozenset(
    EDGE + day for day in "mon tue wed thu fri sat sun lun mar mer jeu ven sam dim".split()
)

_TWO_CAPITALS: Final = Pattern("[A-ZÀ-ÞĀ-ɏ][.'’-]?[^\\W_a-zß-ÿ]")
_SIGN: Final = Pattern("[^\x00-\u024f\u2010-\u203b\u203d-\u2048\u204a-\u205e\ufffc]|\u20e3")


def of_text(text: str) -> str:
    """Return the marks of a masked text."""
    marks = CAPITALS if _TWO_CAPITALS.search(text) else ""
    return marks + SIGN if not text.isascii() and _SIGN.search(text) else marks
