"""Turns words into the numbers that the embedding tables are asked with.

The hashes are MurmurHash 2 (64 bit, of a string) and 3 (128 bit, of such a
number), both by Austin Appleby and in the public domain, as spaCy and thinc use them.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Any

import numpy as np

from postlint.language import spelling

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

_ALL = 2**64 - 1
_MIX = 0xC6A4A7935BD1E995
_SHIFT = 47
_BLOCK = 8
_LONG_SHAPE = 100
_RUN = 4
_MOST = 50_000
"""So many words, and parts of words, are remembered; an editor that runs for days must not grow."""


@lru_cache(maxsize=_MOST)
def string_hash(string: str) -> int:
    """Return MurmurHash64A of the UTF-8 bytes, seed 1."""
    data = string.encode()
    size = len(data)
    value = 1 ^ (size * _MIX & _ALL)
    whole = size - size % _BLOCK
    for at in range(0, whole, _BLOCK):
        block = int.from_bytes(data[at : at + _BLOCK], "little") * _MIX & _ALL
        block = (block ^ (block >> _SHIFT)) * _MIX & _ALL
        value = (value ^ block) * _MIX & _ALL
    if whole < size:
        value = (value ^ int.from_bytes(data[whole:], "little")) * _MIX & _ALL
    value = (value ^ (value >> _SHIFT)) * _MIX & _ALL
    return value ^ (value >> _SHIFT)


def shape(word: str) -> str:
    """Return the word's shape, as spaCy draws it: “Xxxxx”, “dd”, runs cut at four."""
    if len(word) >= _LONG_SHAPE:
        return "LONG"
    drawn: list[str] = []
    last, run = "", 0
    for letter in word:
        if letter.isalpha():
            sign = "X" if letter.isupper() else "x"
        else:
            sign = "d" if letter.isdigit() else letter
        run = run + 1 if sign == last else 0
        last = sign
        if run < _RUN:
            drawn.append(sign)
    return "".join(drawn)


class Lexicon:
    """Knows the five keys of a word: norm, prefix, suffix, shape, and the word itself."""

    def __init__(self, symbols: Mapping[str, int], norms: Mapping[str, str]) -> None:
        """Take the strings that have a number of their own, and the norms set by hand."""
        self._symbols = symbols
        self._norms = norms
        self._keys: dict[str, tuple[int, ...]] = {}

    def keys(self, words: Sequence[str]) -> Any:
        """Return one row of five 64-bit keys for each word."""
        known = self._keys
        if len(known) > _MOST:
            known.clear()
        for word in words:
            if word not in known:
                known[word] = self._of(word)
        return np.array([known[word] for word in words], dtype=np.uint64).reshape(-1, 5)

    def _of(self, word: str) -> tuple[int, ...]:
        norm = self._norms.get(word)
        looks = (
            spelling.norm(word) if norm is None else norm,
            spelling.prefix(word),
            spelling.suffix(word),
            shape(word),
            word,
        )
        return tuple(map(self._key, looks))

    def _key(self, string: str) -> int:
        if not string:
            return 0
        symbol = self._symbols.get(string)
        return string_hash(string) if symbol is None else symbol


def rows(keys: Any, seeds: Any, counts: Any) -> Any:
    """Return, along a new last axis, the four rows of a table that each key stands for.

    The tables have ``counts`` rows; seeds and counts are one for all, or one for each column.
    """
    u = np.uint64
    salt = np.asarray(seeds, u) ^ u(_BLOCK)
    one = keys * u(0x87C37B91114253D5)
    one = ((one << u(31)) | (one >> u(33))) * u(0x4CF5AD432745937F)
    one = (one ^ salt) + salt
    two = one + salt
    one, two = _finish(one), _finish(two)
    one = one + two
    two = two + one
    low = u(0xFFFFFFFF)
    parts = np.stack([one & low, one >> u(32), two & low, two >> u(32)], axis=-1)
    return (parts % np.asarray(counts, u)[..., None]).astype(np.intp)


def _finish(value: Any) -> Any:
    u = np.uint64
    value = (value ^ (value >> u(33))) * u(0xFF51AFD7ED558CCD)
    value = (value ^ (value >> u(33))) * u(0xC4CEB9FE1A85EC53)
    return value ^ (value >> u(33))
