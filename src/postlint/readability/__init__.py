"""How hard a text is to read: published formulas, for English and French prose.

Textstat's formulas (imported at the first score) are fed with this project's own
sentences, words and syllables. Not a judge: thresholds belong to rules.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from types import MappingProxyType
from typing import TYPE_CHECKING

from postlint import prose
from postlint.readability.syllables import count as syllables
from postlint.readability.textstat_alone import load

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from postlint.spans import Span

__all__ = ["METRICS", "Scores", "measure", "syllables"]

FEWEST_WORDS = 30
FEWEST_SENTENCES = 2
_SHORT = 2
"""textstat counts the words, but not the sentence, where that is one of two words
or fewer (“Thank you!”); so does `measure`, which joins it to its neighbour."""

METRICS: Mapping[str, str] = MappingProxyType(
    {
        "flesch_reading_ease": "en",  # Flesch 1948: 0 hard, 100 easy
        "flesch_kincaid_grade": "en",  # Kincaid and others 1975: years of school
        "gunning_fog": "en",  # Gunning 1952: years of school
        "coleman_liau_index": "en",  # Coleman and Liau 1975: years of school
        "automated_readability_index": "en",  # Smith and Senter 1967: years of school
        # Kandel and Moles 1958, “Application de l'indice de Flesch à la langue française”:
        # 207 − 1.015 words per sentence − 73.6 syllables per word; 0 hard, 100 easy
        "kandel_moles": "fr",
        "lix": "any",  # Björnsson 1968: 20 easy, 60 hard
    }
)
"""Each metric and the language that its formula was fitted to."""


class Scores(Mapping[str, float | None]):
    """Each of `METRICS` for one text, reckoned when it is asked for; None where it says nothing."""

    def __init__(self, prepared: str | None, language: str) -> None:
        """Take a text as textstat reads it rightly, None for one that has no metric."""
        self._prepared = prepared
        self._language = language

    def __getitem__(self, name: str) -> float | None:
        """Return the score; ``KeyError`` for what is no metric."""
        fits = METRICS[name] in {self._language, "any"}
        if self._prepared is None or not fits:
            return None
        return round(_formulas()[name](self._prepared), 1)

    def __iter__(self) -> Iterator[str]:
        """Yield the names of all metrics."""
        return iter(METRICS)

    def __len__(self) -> int:
        """Return how many metrics there are."""
        return len(METRICS)


def measure(
    text: str,
    language: str,
    sentences: Sequence[Span] | None = None,
    words: Sequence[Span] | None = None,
) -> Scores:
    """Return each of `METRICS` for ``text``; None where it would be noise.

    ``text`` is masked: links and handles are no words in it, and hashtags are not
    counted either. ``language`` is ``en`` or ``fr``; another has no metric. Spans
    of sentences and words may be given where they are known. A text of fewer than
    30 words or 2 sentences has no metric.
    """
    own = prose.words(text) if words is None else words
    if language not in {"en", "fr"} or len(own) < FEWEST_WORDS:
        return Scores(None, language)
    grouped = _group(text, prose.sentences(text) if sentences is None else sentences, own)
    if sum(map(len, grouped)) < FEWEST_WORDS or len(grouped) < FEWEST_SENTENCES:
        return Scores(None, language)
    return Scores(" ".join(" ".join(sentence) + "." for sentence in grouped), language)


def _group(text: str, sentences: Sequence[Span], words: Sequence[Span]) -> list[list[str]]:
    """Return the words of each sentence, letters and digits alone, short sentences joined."""
    grouped: list[list[str]] = []
    at = 0
    for sentence in sentences:
        found: list[str] = []
        while at < len(words) and words[at].start < sentence.end:
            if text[words[at].start - 1 : words[at].start] not in _SIGNS:
                found.append(words[at].of(text))
            at += 1
        if grouped and (len(found) <= _SHORT or len(grouped[-1]) <= _SHORT):
            grouped[-1] += found
        elif found:
            grouped.append(found)
    return [[word.translate(_INNER_STOPS) for word in sentence] for sentence in grouped]


_SIGNS = frozenset("#＃")

_INNER_STOPS = {ord(character): None for character in ".,:-\u2010\u2011"}
"""What stands inside words (U.S, 1,500, well-known) and would part them for textstat."""


@cache
def _formulas() -> Mapping[str, Callable[[str], float]]:
    """Return each metric's formula over a prepared text; textstat is imported here."""
    metrics = load().metrics
    return {
        "flesch_reading_ease": lambda text: metrics.flesch_reading_ease(text, "en_US"),
        "flesch_kincaid_grade": lambda text: metrics.flesch_kincaid_grade(text, "en_US"),
        "gunning_fog": lambda text: metrics.gunning_fog(text, "en_US"),
        "coleman_liau_index": metrics.coleman_liau_index,
        "automated_readability_index": metrics.automated_readability_index,
        "kandel_moles": lambda text: metrics.flesch_reading_ease(text, "fr_FR"),
        "lix": metrics.lix,
    }
