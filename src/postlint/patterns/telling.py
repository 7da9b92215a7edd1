"""How much it tells of a text that one of some strings stands in it."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Final

from postlint.patterns.edges import EDGE, RARE

if TYPE_CHECKING:
    from collections.abc import Iterable

    from postlint.model import Way

MOST_SETS: Final = 3
_COMMON: Final = frozenset(
    "a an and are as at be but by can do for from had has have he her his how i if in is it its "
    "just me my no not of on or our out she so that the their them there they this to up us was "
    "we were what when who will with you your".split()
)
_FREQUENT: Final = frozenset(" .,'-:/;()")


def best_of(sets: Iterable[frozenset[str]]) -> Way:
    """Return the sets that tell most, the best first, without those that tell next to nothing."""
    rated = sorted({each: _telling(each) for each in sets if each}.items(), key=_rating)
    telling = tuple(each for each, worth in rated if worth > 1)[:MOST_SETS]
    return telling or tuple(each for each, worth in rated if worth > 0)[:1]


def _rating(rated: tuple[frozenset[str], int]) -> tuple[int, int, str]:
    strings, telling = rated
    return -telling, len(strings), min(strings)


def _telling(strings: frozenset[str]) -> int:
    """Return how much it tells that one of the strings stands in a text; 0 is nothing."""
    return min(map(_rarity, strings))


@lru_cache(maxsize=1 << 16)
def _rarity(string: str) -> int:
    body = string.replace(EDGE, "")
    bare = body.strip()
    if string == RARE:
        return 4
    if len(bare) == 1 and not (bare.isascii() and bare.isalnum()):
        return 0 if bare in _FREQUENT else 3
    if len(bare) == 1 and bare.isdigit():
        return 2
    if bare in _COMMON or len(bare) == 1:
        return 1 if len(string) - len(bare) > 1 else 0
    return len(body) + (len(string) - len(body)) // 2
