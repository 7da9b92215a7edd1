"""The language of a sentence, by its function words: English, French, a few others, unknown.

Only enough to choose the right word lists; not a general language identifier.
"""

from __future__ import annotations

from functools import cache, lru_cache
from typing import TYPE_CHECKING

from postlint.lazily import Pattern
from postlint.prose.function_words import ACCENTED, FUNCTION_WORDS
from postlint.prose.sentences import sentences
from postlint.prose.words import words

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from postlint.spans import Span

UNKNOWN = "und"
"""The code for a language that is none of those known here (BCP 47)."""

_LAST_LATIN = "\u024f"
_BEYOND = Pattern(rf"[^\W\d_\0-{_LAST_LATIN}]")
"""Every letter beyond the Latin ones, and some signs that are none."""
_ENOUGH = 1.5
_MARGIN = 1.5
_ACCENT = 0.3
_LEAST_WORDS = 2
"""So many different words must speak for a language: “chargé d'affaires” is also English."""


@lru_cache(maxsize=4096)
def language(text: str, default: str = "en") -> str:
    """Return ``en``, ``fr``, ``es``, ``pt``, ``de``, ``it``, ``nl`` or ``und``.

    A text of too few function words to tell keeps ``default``; one that is mostly
    in another script than Latin is ``und``.
    """
    if not _mostly_latin(text):
        return UNKNOWN
    if not may_mix(text, default):
        return default
    tokens = _spelled(text)
    # “10 a.m. ET”: among small letters, capitals are acronyms and not French.
    acronyms = any(token.islower() for token in tokens)
    scores = _scores(t for t in tokens if not (acronyms and len(t) > 1 and t.isupper()))
    if not scores:
        return default
    best = max(scores, key=scores.__getitem__)
    others = max((score for name, score in scores.items() if name != best), default=0.0)
    if best == default or scores[best] < _ENOUGH or scores[best] < _MARGIN * others:
        return default
    return best if _distinct(tokens, best, default) >= _LEAST_WORDS else default


@lru_cache(maxsize=4096)
def may_mix(text: str, own: str) -> bool:
    """Tell whether ``text``, or a sentence of it, may be in another language than its ``own``.

    Cheaper than to look at each: what the whole text has too few words of, no part has more of.
    """
    if not text.isascii() and any(map(str.isalpha, _BEYOND.findall(text))):
        return True
    foreign = _foreign(own)
    telling = [
        token
        for token in _spelled(text)
        if token.lower() in foreign or not token.isascii() or "'" in token
    ]
    scores = _scores(telling)
    return any(score >= _ENOUGH for name, score in scores.items() if name != own)


def sentence_languages(
    text: str, default: str = "en", spans: Sequence[Span] | None = None
) -> tuple[str, ...]:
    """Return the language of each sentence of ``text`` (or of each of ``spans``)."""
    return tuple(
        language(span.of(text), default) for span in (sentences(text) if spans is None else spans)
    )


def _spelled(text: str) -> list[str]:
    return [text[word.start : word.end] for word in words(text)]


def _mostly_latin(text: str) -> bool:
    if text.isascii() or not _BEYOND.search(text):
        return True
    letters = [character for character in text if character.isalpha()]
    latin = sum(
        character <= _LAST_LATIN or "\u1e00" <= character <= "\u1eff" for character in letters
    )
    return 2 * latin >= len(letters)


def _scores(tokens: Iterable[str]) -> Mapping[str, float]:
    """Return what speaks for each language: a word of one language alone counts most."""
    weights = _weights()
    scores: dict[str, float] = {}
    for token in tokens:
        for part in _parts(token):
            for name, weight in weights.get(part, ()):
                scores[name] = scores.get(name, 0.0) + weight
        for name, accents in () if token.isascii() else ACCENTED.items():
            if not accents.isdisjoint(token.lower()):
                scores[name] = scores.get(name, 0.0) + _ACCENT
    return scores


@cache
def _foreign(own: str) -> frozenset[str]:
    """Return the function words of all languages but one."""
    return frozenset(
        word for name, listed in FUNCTION_WORDS.items() if name != own for word in listed.split()
    )


def _distinct(tokens: Iterable[str], name: str, default: str) -> int:
    """Return how many different function words of a language there are that ``default`` has not."""
    found = {part for token in tokens for part in _parts(token)}
    return sum(name in (owners := _owners(part)) and default not in owners for part in found)


def _owners(word: str) -> frozenset[str]:
    return frozenset(name for name, _ in _weights().get(word, ()))


def _parts(token: str) -> tuple[str, ...]:
    """Return a word as the lists spell it, an elided article apart."""
    word = token.lower().replace("’", "'")
    if "'" not in word or word in _weights():
        return (word,)
    head, _, rest = word.partition("'")
    return (head + "'", rest)


@cache
def _weights() -> Mapping[str, tuple[tuple[str, float], ...]]:
    """Return, for each function word, the languages that have it and what it counts for each."""
    owners: dict[str, list[str]] = {}
    for name, listed in FUNCTION_WORDS.items():
        for word in listed.split():
            owners.setdefault(word, []).append(name)
    return {word: tuple((name, 1 / len(names)) for name in names) for word, names in owners.items()}
