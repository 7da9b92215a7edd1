"""Names that the tables know, by their letters: those for certain, and those that are words too."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from postlint import tables
from postlint.casing.words import ordinary
from postlint.lexicon import Lexicon, fold
from postlint.targets import INVENTED

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

_WORDS_TOO: Final = frozenset(
    "who us un it au as am pm hm eta car aim pam fmi ue a an and kiwi emirate".split()
)
"""Acronyms and such whose letters are a word."""
_GIVEN: Final = "*"
_SURNAME: Final = "+"
_WORD_TOO: Final = "?"
_SINGLE: Final = 2


@dataclass(frozen=True, slots=True)
class Neighbourly:
    """A name that counts only with one of these folded words behind it, before it or both."""

    name: str
    before: frozenset[str]
    after: frozenset[str]


@lru_cache(maxsize=1)
def capitalised() -> Mapping[str, str]:
    """Return the words that English writes with a capital only, by their letters."""
    listed = (_unmarked(word) for word in tables.words("capitalised-words"))
    return {word.lower(): word for word, marks in listed if _WORD_TOO not in marks}


def _unmarked(entry: str) -> tuple[str, str]:
    word = entry.rstrip(_GIVEN + _SURNAME + _WORD_TOO)
    return word, entry[len(word) :]


def _marked(mark: str, *, word_too: bool) -> frozenset[str]:
    listed = (_unmarked(entry) for entry in tables.words("capitalised-words"))
    return frozenset(
        word.lower() for word, marks in listed if mark in marks and (_WORD_TOO in marks) is word_too
    )


@lru_cache(maxsize=1)
def given_names() -> frozenset[str]:
    """Return the given names among them, folded."""
    return _marked(_GIVEN, word_too=False)


@lru_cache(maxsize=1)
def surnames() -> frozenset[str]:
    """Return the surnames among them, folded."""
    return _marked(_SURNAME, word_too=False)


@lru_cache(maxsize=1)
def given_too() -> frozenset[str]:
    """Return given names that are words as well (mark, grace), folded."""
    return _marked(_GIVEN, word_too=True)


@lru_cache(maxsize=1)
def surnames_too() -> frozenset[str]:
    """Return surnames that are words as well (smith, baker), folded."""
    return _marked(_SURNAME, word_too=True)


def _by_article(name: str) -> str:
    """Return a name without its article, unless that is part of the name (The Hague)."""
    return name[4:] if name[:4] in ("the ", "The ") else name


def _english() -> Iterator[str]:
    for country in tables.countries():
        yield from (*country.names, *country.adjectives, *country.people)
        yield from (*country.capitals, *country.capital_aliases)
    for row in tables.load("not-capitals").rows:
        yield from (*row.texts("city"), *row.texts("aliases"))
    for name in INVENTED:
        yield from (name, f"{name}n", f"{name}ns")
    for body in tables.institutions():
        if body.cased:
            yield from body.names
    for organisation in tables.organisations():
        yield from (organisation.name, *organisation.aliases)
    for day in tables.days():
        yield from day.names
    for row in tables.load("exonyms").rows:
        yield from (*row.texts("avoid"), *row.texts("use"))
    for row in tables.load("contested").rows:
        yield from row.texts("place")


def _french() -> Iterator[str]:
    for country in tables.countries():
        yield from (*country.french, *country.capitals, *country.french_capitals)
    for body in tables.institutions():
        if body.cased:
            yield from body.french


@lru_cache(maxsize=1)
def _rows() -> tuple[tuple[str, ...], tuple[Neighbourly, ...]]:
    certain: list[str] = []
    neighbourly = []
    for row in tables.load("proper-names").rows:
        before, after = (frozenset(map(fold, row.texts(key))) for key in ("before", "after"))
        if before or after:
            neighbourly += [Neighbourly(name, before, after) for name in row.texts("name")]
        else:
            certain += row.texts("name")
    return tuple(certain), tuple(neighbourly)


def neighbourly() -> tuple[Neighbourly, ...]:
    """Return the names that count beside certain words only."""
    return _rows()[1]


def _is_certain(name: str) -> bool:
    """Tell a name from one that is a word too: by the lists of words that English has."""
    low = fold(name)
    if low in _WORDS_TOO or len(low) < _SINGLE or not name[:1].isupper():
        return False
    several = any(char in low for char in " -'.")
    return several or name.isupper() or low in capitalised() or low not in ordinary()


@lru_cache(maxsize=2)
def _sorted(language: str) -> tuple[Mapping[str, str], Mapping[str, str]]:
    """Return the certain names and the doubtful ones, each by its letters."""
    certain: dict[str, str] = {}
    doubtful: dict[str, str] = {}
    for name in _rows()[0] if language == "en" else ():
        certain.setdefault(fold(name), name)
    for listed in _french() if language == "fr" else _english():
        name = _by_article(listed)
        kind = certain if _is_certain(name) else doubtful
        kind.setdefault(fold(name), name)
    return certain, {low: name for low, name in doubtful.items() if low not in certain}


def spelling(language: str, low: str) -> str:
    """Return how a name of the lexicon is written."""
    return _sorted(language)[0][low]


@lru_cache(maxsize=4)
def lexicon(language: str, *, bold: bool) -> Lexicon:
    """Return the names of a language that stand for certain; ``bold``: acronyms and styles too."""
    names = _sorted(language)[0]
    left_out = frozenset() if bold else frozenset(map(fold, _rows()[0]))
    return Lexicon(names.keys() - left_out, folded=True)


@lru_cache(maxsize=1)
def _doubtful() -> Mapping[str, str]:
    return _sorted("en")[1]


def doubtful() -> Mapping[str, str]:
    """Return English names that are words too, by their letters."""
    return _doubtful()


@lru_cache(maxsize=1)
def doubtful_countries() -> frozenset[str]:
    """Return those of them that are countries, by their letters."""
    names = (_by_article(name) for one in tables.countries() for name in one.names)
    return frozenset(map(fold, names)) & _doubtful().keys()
