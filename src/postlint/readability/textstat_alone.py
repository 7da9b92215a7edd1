"""Import textstat with neither NLTK nor pyphen, which it wants for counting syllables alone.

NLTK takes half a second to import, and textstat makes it download the CMU
dictionary at the first score; pyphen reads a hyphenation table for as long
again. While textstat is imported, stand-ins are in their places: the dictionary
is empty, so that textstat asks for hyphenation, and that gives our own count.
"""

from __future__ import annotations

import sys
from types import ModuleType, SimpleNamespace
from typing import Any

from postlint.readability.syllables import count


def load() -> Any:
    """Return ``textstat.backend``; NLTK and pyphen are afterwards as they were before.

    Whoever else uses textstat in this process gets our syllables too.
    """
    stand_ins = _stand_ins()
    before = {name: sys.modules.get(name) for name in stand_ins}
    sys.modules.update(stand_ins)
    try:
        from textstat import backend
        from textstat.backend.utils import _get_cmudict, _get_pyphen
    finally:
        for name, module in before.items():
            if module is None:
                del sys.modules[name]
            else:
                sys.modules[name] = module
    # Where textstat was imported before, it holds the real ones, perhaps in use.
    _get_cmudict.nltk = stand_ins["nltk"]
    _get_cmudict.cmudict = _EMPTY
    _get_pyphen.Pyphen = Hyphenation
    _get_cmudict.get_cmudict.cache_clear()
    _get_pyphen.get_pyphen.cache_clear()
    return backend


class Hyphenation:
    """What textstat calls of pyphen: one place less to part a word than it has syllables."""

    def __init__(self, lang: str) -> None:
        """Take a locale such as ``en_US``."""
        self._language = lang.partition("_")[0]

    def positions(self, word: str) -> range:
        """Return as many positions as there are parts after the first; where is not told."""
        return range(count(word, self._language) - 1)


_EMPTY = SimpleNamespace(dict=dict)
"""A corpus without words; textstat has called it as ``cmudict.dict()`` since 0.7.9."""


def _stand_ins() -> dict[str, ModuleType]:
    """Return the modules that textstat will find, by name."""
    nltk, corpus, pyphen = ModuleType("nltk"), ModuleType("nltk.corpus"), ModuleType("pyphen")
    vars(corpus)["cmudict"] = _EMPTY
    vars(nltk).update(corpus=corpus, data=SimpleNamespace(find=str))
    vars(pyphen)["Pyphen"] = Hyphenation
    return {"nltk": nltk, "nltk.corpus": corpus, "pyphen": pyphen}
