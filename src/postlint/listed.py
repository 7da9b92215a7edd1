"""The words that an option lists, in the form in which they are looked for in a text."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Final

from postlint.lexicon import Lexicon, fold
from postlint.options import spell_out

if TYPE_CHECKING:
    from collections.abc import Iterable

_BETWEEN: Final = "\x00"
"""Stands in no word, and is not changed by folding."""


def listed(words: Iterable[str], forms: str = "exact") -> frozenset[str]:
    """Return listed words, spelled out with their ``forms`` and folded.

    Rules that share a long list share what it comes to.
    """
    return _listed(tuple(words), forms)


@lru_cache(maxsize=64)
def _listed(words: tuple[str, ...], forms: str) -> frozenset[str]:
    spelled = _BETWEEN.join(spell_out(words, forms))
    return frozenset(fold(spelled).split(_BETWEEN)) - {""}


def lexicon(words: Iterable[str], forms: str = "exact") -> Lexicon:
    """Return listed words, ready to be looked for."""
    return Lexicon(listed(words, forms), folded=True)
