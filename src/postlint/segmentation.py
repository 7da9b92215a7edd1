"""Find the words in a hashtag that is written in one: ``#canadianfilmnight``.

By dynamic programming over a list of English words in order of frequency
(see ``rules/tables/english-words.txt``); a tag that is itself a word, or that
the list cannot spell, is left alone. Not a tokenizer.
"""

from __future__ import annotations

import math
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from postlint import tables

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping

LONGEST_TAG: Final = 60
_LONGEST_WORD: Final = 20
_MOST_READINGS: Final = 200
_RANK_OF_COUNTRIES: Final = 2_999
_COST_OF_BAD: Final = math.log(10_000)
_MARGIN: Final = 9.0
"""How much less likely, in natural logarithms, a second reading may be and still be seen."""


@lru_cache(maxsize=1)
def _ranks() -> Mapping[str, int]:
    """Return the rank of each word by its frequency, the most frequent 1."""
    words = tables.words("english-words")
    ranks = dict(zip(words, range(1, len(words) + 1), strict=True))
    for country in tables.countries():
        for name in (country.name, *country.adjectives, *country.capitals):
            low = name.lower()
            if low.isalpha() and low.isascii():
                ranks.setdefault(low, _RANK_OF_COUNTRIES)
    return ranks


@lru_cache(maxsize=1)
def _scale() -> float:
    return math.log(math.log(len(tables.words("english-words"))) + 1)


def _cost(rank: int) -> float:
    """Return what a word costs: about minus the logarithm of its frequency (Zipf's law)."""
    return math.log(rank + 1) + _scale()


def is_word(word: str) -> bool:
    """Tell whether a lower-case word is in the list."""
    return word in _ranks()


def split(tag: str) -> list[str] | None:
    """Return the likeliest words of a lower-case tag; None where there are none.

    A tag that the list knows as one word is that word.
    """
    ranks = _ranks()
    if len(tag) > LONGEST_TAG:
        return None
    if tag in ranks:
        return [tag]
    best: list[tuple[float, int]] = [(0.0, 0)] + [(math.inf, 0)] * len(tag)
    for end in range(1, len(tag) + 1):
        for start in range(max(0, end - _LONGEST_WORD), end):
            rank = ranks.get(tag[start:end])
            if rank is not None and (cost := best[start][0] + _cost(rank)) < best[end][0]:
                best[end] = (cost, start)
    if best[-1][0] == math.inf:
        return None
    parts: list[str] = []
    end = len(tag)
    while end:
        start = best[end][1]
        parts.append(tag[start:end])
        end = start
    return parts[::-1]


def _spellable(tag: str, known: Collection[str]) -> list[bool]:
    """Tell for each place of the tag whether known words spell the rest of it."""
    rest = [False] * len(tag) + [True]
    for start in range(len(tag) - 1, -1, -1):
        ends = range(start + 1, min(len(tag), start + _LONGEST_WORD) + 1)
        rest[start] = any(rest[end] and tag[start:end] in known for end in ends)
    return rest


def _all(
    tag: str, start: int, known: Collection[str], spellable: list[bool]
) -> Iterator[list[str]]:
    """Yield every way to spell the tag; no dead ends, so that each step leads to a reading."""
    if start == len(tag):
        yield []
        return
    for end in range(start + 1, min(len(tag), start + _LONGEST_WORD) + 1):
        if spellable[end] and tag[start:end] in known:
            for rest in _all(tag, end, known, spellable):
                yield [tag[start:end], *rest]


def readings(tag: str, bad: frozenset[str]) -> Iterator[list[str]]:
    """Yield readings of a tag that hold a word of ``bad`` and are nearly as likely as the best."""
    ranks = _ranks()
    if len(tag) > LONGEST_TAG or tag in ranks or not any(word in tag for word in bad):
        return

    def cost(words: list[str]) -> float:
        return sum(_cost(ranks[word]) if word in ranks else _COST_OF_BAD for word in words)

    known = ranks.keys() | bad
    best = split(tag)
    limit = math.inf if best is None else cost(best) + _MARGIN
    for count, reading in enumerate(_all(tag, 0, known, _spellable(tag, known))):
        if count >= _MOST_READINGS:
            return
        likely = cost(reading) <= limit
        if likely and len(reading) > 1 and any(word in bad for word in reading):
            yield reading
