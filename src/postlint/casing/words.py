"""The words of a folded text, and those that are no names."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Final

from postlint.lazily import Pattern

if TYPE_CHECKING:
    from collections.abc import Sequence

WORD: Final = Pattern(r"[^\W\d_]+")
_COMMON: Final = 1_500
_VERBAL: Final = ("ing", "ed", "ly", "est", "ies", "ness", "tion")


def _by_frequency() -> Sequence[str]:
    from postlint import tables  # not needed for posts with their capitals in place

    return tables.words("english-words")


@lru_cache(maxsize=1)
def ordinary() -> frozenset[str]:
    """Return the frequent words of English; some of them are names as well."""
    return frozenset(_by_frequency())


@lru_cache(maxsize=1)
def commonest() -> frozenset[str]:
    """Return the words that every text is made of."""
    return frozenset(_by_frequency()[:_COMMON])


def is_strange(word: str) -> bool:
    """Tell whether a folded word is none of English: beside a title it can only be a name."""
    return word not in ordinary() and not word.endswith(_VERBAL)
