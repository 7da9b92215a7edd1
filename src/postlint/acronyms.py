"""Find acronyms that a text does not write out: “ODA”, “IDPs”, “R2P”.

An acronym whose words stand in the text, or that a bracket explains, is
written out; so is one that everybody knows. Not a judge of which is known:
the caller lists those.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Final

from postlint import segmentation
from postlint.lazily import Pattern
from postlint.lexicon import fold
from postlint.spans import Span

if TYPE_CHECKING:
    from collections.abc import Collection

_ACRONYM: Final = Pattern(
    r"(?<![\w#@.&/$€£'’-])[A-Z](?:[A-Z]|\d(?=[A-Z])){2,6}(?:s|’s|'s)?(?![\w&/-])"
)
_CAPITALS: Final = Pattern(r"[A-ZÀ-Þ]{2,}")
_INITIAL: Final = Pattern(r"\b(?:([A-ZÀ-Þ])[\wà-ÿ’'-]*|of|and|the|for|on|to|in|a|&)(?=\W)")
_MEANING: Final = Pattern(r"s? (?:\([^)]{4,}|stands|means|=|is short)")
_SHOUT: Final = Pattern(r"(?:[A-ZÀ-Þ]{2,}[\W_]+){2}[A-ZÀ-Þ]{2}")
_FEW: Final = 3
"""So many words in capitals running are a shout, not acronyms."""


def unexpanded(text: str, words: tuple[Span, ...], known: Collection[str]) -> list[Span]:
    """Return the acronyms of a masked ``text`` that nobody explains, plural endings left out.

    ``words`` are the text's words; ``known`` holds folded acronyms that need no
    explanation. Ordinary words in capitals are none, nor is anything shouted.
    """
    found = []
    for match in _ACRONYM.finditer(text):
        acronym = match[0].removesuffix("s").rstrip("'’")
        low = fold(acronym)
        if not (low in known or segmentation.is_word(low) or _explained(text, acronym)):
            found.append(Span(match.start(), match.start() + len(acronym)))
    if not found:
        return found
    shouted = _shouted(text, words) if _SHOUT.search(text) else []
    initials = _initials(text)
    return [
        span
        for span in found
        if span.of(text) not in initials and not any(s.overlaps(span) for s in shouted)
    ]


def _explained(text: str, acronym: str) -> bool:
    """Tell whether a bracket holds the acronym, or what stands behind it says what it means."""
    if f"({acronym})" in text or f"({acronym}s)" in text:
        return True
    at = text.find(acronym)
    while at != -1:
        begins = at == 0 or not (text[at - 1].isalnum() or text[at - 1] == "_")
        if begins and _MEANING.match(text, at + len(acronym)):
            return True
        at = text.find(acronym, at + 1)
    return False


@lru_cache(maxsize=512)  # several rules ask about the same text
def _initials(text: str) -> str:
    """Return the initials of capitalised words, runs of them parted by spaces."""
    found, end = "", 0
    for match in _INITIAL.finditer(text):
        if text[end : match.start()].strip() or match.start() - end > 1:
            found += " "
        if match[1] and not _CAPITALS.match(match[0]):
            found += match[1]
        end = match.end()
    return found


def _shouted(text: str, words: tuple[Span, ...]) -> list[Span]:
    """Return runs of words in capitals, from the third on and with ordinary words among them."""
    runs: list[list[Span]] = [[]]
    for word in words:
        if _CAPITALS.fullmatch(word.of(text)):
            runs[-1].append(word)
        elif runs[-1]:
            runs.append([])
    return [
        Span(run[0].start, run[-1].end)
        for run in runs
        if len(run) >= _FEW and any(segmentation.is_word(fold(word.of(text))) for word in run)
    ]
