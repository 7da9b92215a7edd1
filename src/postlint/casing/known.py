"""Names that the tables know, by their letters: those for certain, and those that are words too.

What the tables come to is kept between runs, as their other readers keep theirs.
"""

from __future__ import annotations

from functools import cache, lru_cache
from typing import TYPE_CHECKING, Any, Final

from postlint import keeping, tables
from postlint.casing.words import ordinary
from postlint.lexicon import Lexicon, fold
from postlint.targets import INVENTED
from postlint.values import dataclass

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

_WORDS_TOO: Final = frozenset("who us un it au as am pm hm eta car aim pam fmi ue a an and".split())
"""Acronyms and such whose letters are a word."""
_GIVEN: Final = "*"
_SURNAME: Final = "+"
_WORD_TOO: Final = "?"
_SHORTEST: Final = 2
_TABLES: Final = (
    "contested countries exonyms institutions memberships not-capitals observances proper-names"
    " solemn-days titles"
).split()
_FORM: Final = 2
_MORE_TITLES: Final = ("Mayor", "Consul", "Professor", "Prof", "Amb", "Madam", "Hon", "HMCS")


@dataclass(frozen=True, slots=True)
class Neighbourly:
    """A name that counts only with one of these folded words behind it, before it, or both."""

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


@cache
def _marked(mark: str, *, word_too: bool) -> frozenset[str]:
    listed = (_unmarked(entry) for entry in tables.words("capitalised-words"))
    return frozenset(
        word.lower() for word, marks in listed if mark in marks and (_WORD_TOO in marks) is word_too
    )


def given_names() -> frozenset[str]:
    """Return the given names among them, folded."""
    return _marked(_GIVEN, word_too=False)


def surnames() -> frozenset[str]:
    """Return the surnames among them, folded."""
    return _marked(_SURNAME, word_too=False)


def given_too() -> frozenset[str]:
    """Return given names that are words as well (mark, grace), folded."""
    return _marked(_GIVEN, word_too=True)


def surnames_too() -> frozenset[str]:
    """Return surnames that are words as well (smith, baker), folded."""
    return _marked(_SURNAME, word_too=True)


_COLUMNS: Final[Mapping[str, tuple[str, ...]]] = {
    "not-capitals": ("city", "aliases"),
    "exonyms": ("avoid", "use"),
    "contested": ("place", "avoid", "use", "never_with", "never_of"),
}


def _english() -> Iterator[str]:
    for country in tables.countries():
        yield from (*country.names, *country.adjectives, *country.people)
        yield from (*country.capitals, *country.capital_aliases)
    for name in INVENTED:
        yield from (name, f"{name}n", f"{name}ns")
    for body in tables.institutions():
        if body.cased:
            yield from body.names
    for organisation in tables.organisations():
        yield from (organisation.name, *organisation.aliases)
    for day in tables.days():
        yield from day.names
    for table, columns in _COLUMNS.items():
        for row in tables.load(table).rows:
            yield from (name for column in columns for name in row.texts(column))


def _french() -> Iterator[str]:
    for country in tables.countries():
        yield from (*country.french, *country.capitals, *country.french_capitals)
    for body in tables.institutions():
        if body.cased:
            yield from body.french


def _by_article(name: str) -> str:
    """Return a name without its article, unless that is part of the name (The Hague)."""
    return name[4:] if name[:4] in ("the ", "The ") else name


def _is_certain(name: str) -> bool:
    """Tell a name from one that is a word too: by the lists of words that English has."""
    low = fold(name)
    if low in _WORDS_TOO or len(low) < _SHORTEST:
        return False
    several = any(char in low for char in " -'.")
    return several or name.isupper() or low in capitalised() or low not in ordinary()


def _sorted(names: Iterator[str], certain: dict[str, str]) -> tuple[dict[str, str], dict[str, str]]:
    """Return the certain names, more of them, and the doubtful ones, each by its letters."""
    doubtful: dict[str, str] = {}
    for name in map(_by_article, names):
        if not name[:1].isupper():
            continue
        kind = certain if _is_certain(name) else doubtful
        kind.setdefault(fold(name), name)
    return certain, {low: name for low, name in doubtful.items() if low not in certain}


def _titles() -> dict[str, tuple[str, bool]]:
    found: dict[str, tuple[str, bool]] = {}
    for title in tables.titles():
        for name in (*title.names, *title.french):
            spelled = name[:1].upper() + name[1:]
            found.setdefault(fold(name), (spelled, title.kind == "honorific"))
    for name in _MORE_TITLES:
        found.setdefault(fold(name), (name, name.isupper()))
    return found


def _gathered() -> dict[str, Any]:
    certain: dict[str, str] = {}
    beside = []
    for row in tables.load("proper-names").rows:
        before, after = (list(map(fold, row.texts(key))) for key in ("before", "after"))
        if before or after:
            beside += [(name, before, after) for name in row.texts("name")]
        else:
            certain |= {fold(name): name for name in row.texts("name")}
    countries = {fold(_by_article(n)) for one in tables.countries() for n in one.names}
    english, doubtful = _sorted(_english(), certain)
    return {
        "en": english,
        "fr": _sorted(_french(), {})[0],
        "doubtful": doubtful,
        "countries": sorted(countries & doubtful.keys()),
        "beside": beside,
        "titles": _titles(),
    }


@lru_cache(maxsize=1)
def _known() -> Mapping[str, Any]:
    """Return what the tables come to: kept, or gathered anew."""
    place = tables.rules_folder() / "tables"
    files = [place / f"{name}.yaml" for name in _TABLES]
    files += [place / "capitalised-words.txt", place / "english-words.txt"]
    digest = keeping.digest((file.read_bytes() for file in files), _FORM)
    kept = keeping.take("capitals", digest)
    if isinstance(kept, dict) and "titles" in kept:
        return kept
    made = _gathered()
    keeping.put("capitals", digest, made)
    return made


def spelling(language: str, low: str) -> str:
    """Return how a name of the lexicon is written."""
    found: str = _known()["fr" if language == "fr" else "en"][low]
    return found


@lru_cache(maxsize=2)
def lexicon(language: str) -> Lexicon:
    """Return the names of a language that stand for certain; in English where it has none."""
    return Lexicon(_known()["fr" if language == "fr" else "en"], folded=True)


def doubtful() -> Mapping[str, str]:
    """Return English names that are words too, by their letters."""
    found: Mapping[str, str] = _known()["doubtful"]
    return found


@lru_cache(maxsize=1)
def doubtful_countries() -> frozenset[str]:
    """Return those of them that are countries, by their letters."""
    return frozenset(_known()["countries"])


@lru_cache(maxsize=1)
def neighbourly() -> tuple[Neighbourly, ...]:
    """Return the names that count beside certain words only."""
    return tuple(
        Neighbourly(name, frozenset(before), frozenset(after))
        for name, before, after in _known()["beside"]
    )


def titles() -> Mapping[str, tuple[str, bool]]:
    """Return each title by its letters: how it is written, and whether it is a courtesy."""
    found: Mapping[str, tuple[str, bool]] = _known()["titles"]
    return found


@lru_cache(maxsize=1)
def title_lexicon() -> Lexicon:
    """Return the titles, to be looked for."""
    return Lexicon(titles(), folded=True)
