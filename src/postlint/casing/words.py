"""The words of a folded text, and those that are no names."""

from __future__ import annotations

from functools import lru_cache
from typing import Final

from postlint import tables
from postlint.lazily import Pattern

WORD: Final = Pattern(r"[^\W\d_]+")
_COMMON: Final = 1_500
_VERBAL: Final = ("ing", "ed", "ly", "est", "ies", "ness", "tion")


@lru_cache(maxsize=1)
def ordinary() -> frozenset[str]:
    """Return the frequent words of English; some of them are names as well."""
    return frozenset(tables.words("english-words"))


@lru_cache(maxsize=1)
def commonest() -> frozenset[str]:
    """Return the words that every text is made of."""
    return frozenset(tables.words("english-words")[:_COMMON])


def is_strange(word: str) -> bool:
    """Tell whether a folded word is none of English: beside a title it can only be a name."""
    return word not in ordinary() and not word.endswith(_VERBAL)
