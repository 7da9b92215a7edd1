"""Which parts of a text are typed in one case."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from postlint import prose, social
from postlint.casing.words import WORD, ordinary
from postlint.lazily import Pattern
from postlint.lexicon import fold
from postlint.spans import Span
from postlint.values import dataclass

if TYPE_CHECKING:
    from postlint.social import Social

_INNER: Final = Pattern(r"(?<=[a-zß-ÿ0-9,;:)’'”\"»&–—-] )[A-ZÀ-ÖØ-Þ][a-zß-ÿ]")
"""A capital in the middle of a sentence: whoever typed it had a shift key and used it."""
_SMALL: Final = Pattern(
    r"i(?<!\wi)(?=['’ ,;])(?!['’]\w{4})|!(?<=[a-z]{3}.) [a-z]{2}|\?(?<=[a-z]{3}.) [a-z]{2}"
)
"""What nobody writes who uses that key: “i”, and a sentence that begins small.

Each begins with a sign of its own, to which Python's engine skips.
"""
_SHOUT: Final = Pattern(r"[A-ZÀ-ÖØ-Þ]{2,}(?:[^\w\n]{1,3}[A-ZÀ-ÖØ-Þ]+){2}")
_WRITTEN: Final = Pattern(r"[A-ZÀ-ÖØ-Þ][a-zß-ÿ]")
_STARTS: Final = Pattern(rf"[^\w{social.FILLER}]*[^\W\d_]")
_LETTER: Final = Pattern(r"[^\W\d_]")
_CODE: Final = Pattern(r"`[^`\n]+`|://\S+")
_LEAST_WORDS: Final = 3
_ORDINARY_WORDS: Final = 2
_LONG: Final = 6
_LOUD: Final = 0.8


@dataclass(frozen=True, slots=True)
class Stretch:
    """A part of a text; ``shouted`` in capitals, else lacking them."""

    span: Span
    shouted: bool


def blanked(text: str, found: Social) -> str:
    """Return the text with everything blanked out whose letters mean themselves."""
    blank = social.mask(text, found, hashtags=True)
    if "`" not in blank and "://" not in blank:
        return blank
    return _CODE.sub(lambda match: social.FILLER * len(match[0]), blank)


def stretches(text: str, blank: str) -> tuple[Stretch, ...]:
    """Return the parts that are typed in one case, none for a text as texts should be."""
    shout = _SHOUT.search(blank)
    small = _lacks_capitals(blank)
    if shout is None and not small:
        return ()
    loud = _shouted(text, blank) if shout is not None else ()
    if small:
        return _with_gaps(loud, len(text))
    return tuple(Stretch(span, shouted=True) for span in loud)


def _lacks_capitals(blank: str) -> bool:
    """Tell a text whose sentences begin small, with one capital in their middle at most."""
    first = _LETTER.search(blank)
    if first is None or not (first[0].islower() or _SMALL.search(blank)):
        return False
    if first[0].islower() and not _STARTS.match(blank):
        return _WRITTEN.search(blank) is None  # “9 days.”, “@ama is here.”
    inner = _INNER.search(blank)
    if inner is None:
        return True
    return first[0].islower() and _INNER.search(blank, inner.end()) is None


def _shouted(text: str, blank: str) -> tuple[Span, ...]:
    """Return the sentences in capitals; two words are a shout in a text that shouts all through."""
    whole = _is_loud(blank) and _is_prose(blank)
    sentences = ((span, span.of(blank)) for span in prose.sentences(text))
    return tuple(s for s, own in sentences if _is_loud(own) and (whole or _is_prose(own)))


def _is_loud(text: str) -> bool:
    letters = [char for char in text if char.isalpha()]
    return bool(letters) and sum(map(str.isupper, letters)) >= _LOUD * len(letters)


def _is_prose(text: str) -> bool:
    """Tell a sentence from a row of acronyms."""
    words = [word for word in WORD.findall(fold(text)) if len(word) > 1]
    plain = sum(word in ordinary() or len(word) > _LONG for word in words)
    return len(words) >= _LEAST_WORDS and plain >= _ORDINARY_WORDS


def _with_gaps(loud: tuple[Span, ...], length: int) -> tuple[Stretch, ...]:
    """Return the shouted parts, and what lies between them as lacking capitals."""
    found, done = [], 0
    for span in (*loud, Span(length, length)):
        if done < span.start:
            found.append(Stretch(Span(done, span.start), shouted=False))
        if span.start < span.end:
            found.append(Stretch(span, shouted=True))
        done = span.end
    return tuple(found)
