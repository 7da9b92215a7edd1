"""A sentence splitter for posts: stops, line ends and emoji, in English and French.

Not a parser: it looks at what stands around a stop, a few characters each way.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from postlint.lazily import Pattern
from postlint.prose.abbreviations import BEFORE_NUMBER, NEVER_LAST, PERHAPS_LAST, STARTERS
from postlint.spans import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

_PICTURE = (
    "[\u203c\u2049\u231a-\u23ff\u25fd\u25fe\u2600-\u27bf\u2b1b-\u2b55\U0001f000-\U0001faff]"
    "|[\u00a9\u00ae\u2100-\u3299](?=\ufe0f)|[0-9#*](?=\ufe0f?\u20e3)"
)
_EMOJI = f"(?:(?:{_PICTURE})[\ufe0f\u200d\u20e3\U000e0020-\U000e007f]*+)"
_SMILEY = "[:;=]'?-?[()DPp](?![^\\W_])"
_WIDE_STOPS = "。！？｡"
_STOPS = f".!?…‽؟۔।॥{_WIDE_STOPS}"
_LINE_ENDS = "\n\r\x0b\x0c\x85\u2028\u2029"
_FIRST = f"[{_STOPS}{_LINE_ENDS}0-9#*\u00a9\u00ae\u203c\u2049\u2100-\u3299\U0001f000-\U0001faff]"
"""What a break can begin with: one look at each character instead of three."""
_BREAK = Pattern(rf"(?={_FIRST})(?:[{_STOPS}]+|[{_LINE_ENDS}]\s*|{_EMOJI}+)")
_CLOSERS = Pattern("(?:[\"”“’'»)\\]）」』*_]|[ \u00a0\u202f]»)*")
_OPENERS = Pattern("[\"“‘'«(\\[（「『¿¡*_ \t\u00a0\u202f]{0,8}")
_PICTURES = Pattern(rf"(?:[ \t\u00a0]*(?:{_EMOJI}|{_SMILEY}))+")
_LIVE = rf"[#＃@]\w{{1,100}}+|https?://\S{{1,300}}+|\ufffc++|{_EMOJI}|{_SMILEY}"
_TAIL = Pattern(rf"(?:[ \t\u00a0]*+(?:{_LIVE})){{1,30}}[ \t\u00a0]*+(?=[{_LINE_ENDS}]|\Z)")
_BULLET = Pattern(r"(?:[-*•‣◦▪–—→►✓✔]|\(?[0-9]{1,3}[.)]|[a-z][.)])\s")
_ENUMERATOR = Pattern(rf"(?:\A|[{_LINE_ENDS}])[ \t]*\(?(?:[0-9]{{1,3}}|[A-Za-z])\Z")
_WORD_BEFORE = Pattern('[^\\s"“”«»‘()\\[\\]/]+\\Z')
_WORD_AFTER = Pattern(r"[^\W\d_]+")
_INITIALS = Pattern(r"(?:[^\W\d_]\.-?)*[^\W\d_]")
_LOOK_BACK = 24
_UNFINISHED = frozenset(",،、-–—&(/")


def sentences(text: str) -> tuple[Span, ...]:
    """Return the sentences of ``text``: ordered, apart, covering all that is no space.

    Emoji after a stop belong to the sentence before, and so do hashtags, handles
    and links that end the line; on a line of their own they make their own.
    """
    spans: list[Span] = []
    start = 0
    for end in (*_cuts(text), len(text)):
        first = start
        while first < end and text[first].isspace():
            first += 1
        last = end
        while last > first and text[last - 1].isspace():
            last -= 1
        if first < last:
            spans.append(Span(first, last))
        start = end
    return tuple(spans)


def _cuts(text: str) -> Iterator[int]:
    """Yield where one sentence ends and another may begin, in rising order."""
    done = 0
    for found in _BREAK.finditer(text):
        if found.start() < done:
            continue
        if found[0][0] in _LINE_ENDS:
            cut = found.start() if _line_ends_sentence(text, found) else None
        elif found[0][0] in _STOPS:
            cut = _after_stop(text, found)
        else:
            cut = found.end() if _next_word(text, found.end()) in STARTERS else None
        if cut is not None:
            done = cut
            yield cut


def _line_ends_sentence(text: str, found: re.Match[str]) -> bool:
    """Tell whether the line end (and the space after it) parts two sentences."""
    gap = found[0].replace("\r\n", "\n")
    if "\u2029" in gap or sum(gap.count(end) for end in _LINE_ENDS) > 1:
        return True
    start, end = found.span()
    while start and text[start - 1].isspace():
        start -= 1
    if not start or end == len(text) or _BULLET.match(text, end):
        return True
    before = text[start - 1]
    if before in _UNFINISHED:
        return False
    if before in _STOPS or before in ':;"”»)]' or re.match(_EMOJI, before):
        return True
    opening = _OPENERS.match(text, end)
    first = text[opening.end() : opening.end() + 1] if opening else ""
    if first.isalpha():
        return not first.islower()
    return _PICTURES.match(text, end) is not None or _TAIL.match(text, end) is not None


def _after_stop(text: str, found: re.Match[str]) -> int | None:
    """Return where the sentence with this stop ends, emoji and tail included; None: it goes on."""
    closers = _CLOSERS.match(text, found.end())
    end = closers.end() if closers else found.end()
    closed = end > found.end()
    if end < len(text) and not (
        text[end].isspace() or found[0][-1] in _WIDE_STOPS or _PICTURES.match(text, end)
    ):
        return None
    if tail := _TAIL.match(text, end):
        return tail.end()
    if pictures := _PICTURES.match(text, end):
        return pictures.end()
    return end if _stop_is_final(text, found, end, closed=closed) else None


def _stop_is_final(text: str, found: re.Match[str], end: int, *, closed: bool) -> bool:
    """Tell whether the stop ends a sentence, by the words on both sides."""
    stop = found[0]
    opening = _OPENERS.match(text, end)
    at = opening.end() if opening else end
    if at == len(text) or text[at] in _LINE_ENDS:
        return stop != "." or at == len(text) or not _is_short(text, found.start(), at)
    following = text[at]
    if following.islower():
        return stop[-1] in "!?" and not closed
    if stop[0] == "…" or (stop.startswith("..") and stop.strip(".") == ""):
        return _next_word(text, at) != "I"
    return stop != "." or not _is_short(text, found.start(), at)


def _is_short(text: str, stop: int, following: int) -> bool:
    """Tell whether the stop at ``stop`` belongs to an abbreviation that does not end here."""
    before = text[max(0, stop - _LOOK_BACK) : stop]
    if _ENUMERATOR.search(before):
        return True
    word_before = _WORD_BEFORE.search(before)
    if not word_before:
        return False
    word = word_before[0].lower().rpartition("’")[2].rpartition("'")[2]
    number_follows = text[following : following + 1].isdigit()
    if word in BEFORE_NUMBER and number_follows:
        return True
    if word in NEVER_LAST and not (word == "me" and word_before[0] == "me"):
        return True
    if word in PERHAPS_LAST or (_INITIALS.fullmatch(word) and word_before[0][0].isupper()):
        return _next_word(text, following) not in STARTERS
    return False


def _next_word(text: str, at: int) -> str:
    """Return the word that begins at ``at``, after space and opening quotes; may be empty."""
    opening = _OPENERS.match(text, at)
    word = _WORD_AFTER.match(text, opening.end() if opening else at)
    return word[0] if word else ""
