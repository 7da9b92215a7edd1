"""Numbers as people write them, and what each may honestly mean.

“40,000”, “1.5 million”, “nearly 20” become a value and the interval of true
values that an honest writer may have rounded to it. Not for dates and hours.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from postlint.spans import Span
from postlint.values import dataclass

if TYPE_CHECKING:
    from collections.abc import Mapping

SCALES: Final[Mapping[str, float]] = {
    "hundred": 1e2, "thousand": 1e3, "k": 1e3, "million": 1e6, "m": 1e6, "mn": 1e6, "billion": 1e9,
    "bn": 1e9, "b": 1e9, "trillion": 1e12, "mille": 1e3, "millions": 1e6, "milliard": 1e9,
    "milliards": 1e9,
}  # fmt: skip
_UNITS: Final = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen"
    " sixteen seventeen eighteen nineteen"
).split()
_TENS: Final = "twenty thirty forty fifty sixty seventy eighty ninety".split()
_ABOUT: Final = frozenset("about around roughly approximately some circa environ ~".split())
_UNDER: Final = frozenset({"nearly", "almost", "just under", "close to", "up to", "près de"})
_OVER: Final = frozenset(
    {"over", "more than", "at least", "just over", "well over", "above", "plus de", "a little over"}
)
_LESS: Final = frozenset({"less than", "under", "fewer than", "below", "only", "just", "moins de"})
APPROXIMATE: Final = (
    r"(?:(?P<{0}about>about|around|roughly|approximately|some|circa|environ|nearly|almost"
    r"|just under"
    r"|close to|up to|près de|just over|well over|a little over|over|more than|at least|above"
    r"|plus de"
    r"|less than|under|fewer than|below|moins de)\s|(?P<{0}tilde>~)\s?)?"
)
_SLACK: Final = 0.1
_TWO_DIGITS: Final = 2


@dataclass(frozen=True, slots=True)
class Figure:
    """A number as written: its value, half a unit of its last digit, and the words before it."""

    span: Span
    value: float
    half: float
    about: str = ""

    @property
    def means(self) -> tuple[float, float]:
        """The interval of true values that may honestly be written so."""
        low, high = self.value - self.half, self.value + self.half
        reach = max(abs(self.value) * _SLACK, self.half)
        if self.about in _ABOUT:
            return self.value - reach, self.value + reach
        if self.about in _UNDER:
            return self.value - reach, high
        if self.about in _OVER:
            return low, self.value + 2.5 * reach
        if self.about in _LESS:
            return self.value - 2.5 * reach, high
        return low, high


@lru_cache(maxsize=1)
def words() -> Mapping[str, int]:
    """Return the English number words up to ninety-nine."""
    found = {word: number for number, word in enumerate(_UNITS)}
    for tens, word in enumerate(_TENS, 2):
        found[word] = 10 * tens
        for unit in range(1, 10):
            for joint in "- ":
                found[f"{word}{joint}{_UNITS[unit]}"] = 10 * tens + unit
    return found


def spelled_out(*, zero: bool = True) -> str:
    """Return a pattern for any of :func:`words`, or all but “zero”; the longest that fits first.

    A plain list of them, of which a pattern of two numbers has two, takes
    milliseconds to compile.
    """
    small = _UNITS if zero else _UNITS[1:]
    tens, units = "|".join(_TENS), "|".join(_UNITS[1:10])
    return f"(?:(?:{tens})(?:[- ](?:{units}))?|{'|'.join(reversed(small))})"


@lru_cache(maxsize=32)
def pattern(prefix: str, *, worded: bool = True) -> str:
    """Return a pattern for one number; its groups begin with ``prefix``.

    The number may have words of approximation and a currency before it and a
    scale behind it.
    """
    digits = (
        rf"(?P<{prefix}digits>[-−]?\d{{1,3}}(?:[, \u202f\u00a0]\d{{3}})+(?:\.\d+)?"
        r"|[-−]?\d+(?:\.\d+)?)"
    )
    word = rf"|(?P<{prefix}word>{spelled_out(zero=False)})" if worded else ""
    scale = "|".join(sorted(SCALES, key=len, reverse=True))
    return (
        APPROXIMATE.format(prefix)
        + r"(?:[a-z]{0,3}\$|€|£|¥)?"
        + rf"(?<![\w.,])(?:{digits}{word})(?:\s?(?P<{prefix}scale>{scale})(?!\w))?(?![\w])"
    )


def read(match: re.Match[str], prefix: str) -> Figure | None:
    """Return the number of a match of :func:`pattern`, None where the group is not there."""
    groups = match.groupdict()
    digits, word = groups.get(f"{prefix}digits"), groups.get(f"{prefix}word")
    if digits is None and word is None:
        return None
    group = f"{prefix}digits" if digits is not None else f"{prefix}word"
    scaled = groups.get(f"{prefix}scale")
    factor = SCALES[scaled] if scaled else 1.0
    about = groups.get(f"{prefix}about") or groups.get(f"{prefix}tilde") or ""
    end = match.end(f"{prefix}scale") if scaled else match.end(group)
    span = Span(match.start(group), end)
    if word is not None:
        return Figure(span, words()[word] * factor, 0.5 * factor if scaled else 0.0, about)
    plain = re.sub(r"[, \u202f\u00a0]", "", digits or "").replace("−", "-")
    return Figure(span, float(plain) * factor, last_digit(plain, factor) / 2, about)


def last_digit(plain: str, factor: float = 1.0) -> float:
    """Return one unit of the last digit that is meant; 0 for a plain count below a thousand.

    Trailing zeros of a large number are taken for rounding, down to two digits:
    40,000 is meant to the thousand, 41,250 to the ten.
    """
    whole, _, decimals = plain.lstrip("-").partition(".")
    if decimals:
        return float(factor * 10 ** -len(decimals))
    if factor > 1:
        return factor
    if len(whole) <= _TWO_DIGITS + 1:
        return 0.0
    zeros = len(whole) - len(whole.rstrip("0"))
    return float(10 ** min(zeros, len(whole) - _TWO_DIGITS))


def spell(value: float, places: int = 0) -> str:
    """Return a number with commas and at most so many decimals."""
    text = f"{value:,.{places}f}"
    return text.rstrip("0").rstrip(".") if "." in text else text
