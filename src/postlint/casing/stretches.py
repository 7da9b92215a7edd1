"""Which parts of a text are typed in one case."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from postlint import prose, social
from postlint.casing.words import WORD, ordinary
from postlint.lazily import Pattern
from postlint.lexicon import fold
from postlint.spans import Span

if TYPE_CHECKING:
    from postlint.social import Social

_INNER: Final = Pattern(r"(?<=[a-zß-ÿ0-9,;:)’'”\"»&–—-] )[A-ZÀ-ÖØ-Þ][a-zß-ÿ]")
"""A capital in the middle of a sentence: whoever typed it had a shift key and used it."""
_SHOUT: Final = Pattern(r"[A-ZÀ-ÖØ-Þ]{2,}(?:[^\w\n]{1,3}[A-ZÀ-ÖØ-Þ]+){2}")
_LETTER: Final = Pattern(r"[^\W\d_]")
_CODE: Final = Pattern(r"`[^`\n]+`|://\S+")
_LEAST_WORDS: Final = 3
_ORDINARY_WORDS: Final = 2
_LONG: Final = 6
_LOUD: Final = 0.8


@dataclass(frozen=True, slots=True)
class Stretch:
    """A part of a text; ``shouted`` in capitals, else lacking them.

    ``began`` tells that its text begins with a capital, as phones make it: then
    a word that may be none was perhaps left small on purpose.
    """

    span: Span
    shouted: bool
    began: bool = False


def blanked(text: str, found: Social) -> str:
    """Return the text with everything blanked out whose letters mean themselves."""
    blank = social.mask(text, found, hashtags=True)
    if "`" not in blank and "://" not in blank:
        return blank
    return _CODE.sub(lambda match: social.FILLER * len(match[0]), blank)


def stretches(text: str, blank: str) -> tuple[Stretch, ...]:
    """Return the parts that are typed in one case, none for a text as texts should be."""
    inner = _INNER.search(blank)
    shout = _SHOUT.search(blank)
    if inner is not None and shout is None and not _forgot(blank, inner.end()):
        return ()
    loud = _shouted(text, blank) if shout is not None else ()
    if inner is not None and not _forgot(blank, inner.end()):
        return tuple(Stretch(span, shouted=True) for span in loud)
    return _with_gaps(loud, len(text), began=not _begins_small(blank))


def _begins_small(blank: str) -> bool:
    first = _LETTER.search(blank)
    return first is not None and first[0].islower()


def _forgot(blank: str, after: int) -> bool:
    """Tell whether a single capital is all there is, in a text that begins without one."""
    return _begins_small(blank) and _INNER.search(blank, after) is None


def _shouted(text: str, blank: str) -> tuple[Span, ...]:
    return tuple(s for s in prose.sentences(text) if _is_shouted(blank[s.start : s.end]))


def _is_shouted(sentence: str) -> bool:
    letters = [char for char in sentence if char.isalpha()]
    if sum(map(str.isupper, letters)) < _LOUD * len(letters):
        return False
    words = [word for word in WORD.findall(fold(sentence)) if len(word) > 1]
    plain = sum(word in ordinary() or len(word) > _LONG for word in words)
    return len(words) >= _LEAST_WORDS and plain >= _ORDINARY_WORDS


def _with_gaps(loud: tuple[Span, ...], length: int, *, began: bool) -> tuple[Stretch, ...]:
    """Return the shouted parts, and what lies between them as lacking capitals."""
    found, done = [], 0
    for span in (*loud, Span(length, length)):
        if done < span.start:
            found.append(Stretch(Span(done, span.start), shouted=False, began=began))
        if span.start < span.end:
            found.append(Stretch(span, shouted=True))
        done = span.end
    return tuple(found)
