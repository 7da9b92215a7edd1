"""Hashtags and cashtags by the rules of twitter-text 3.1."""

from __future__ import annotations

import unicodedata
from functools import lru_cache
from typing import TYPE_CHECKING

from postlint.lazily import Pattern
from postlint.social.found import Found, Hashtag
from postlint.social.letters import DIRECTIONS, SPACES
from postlint.spans import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

_SIGN = Pattern(r"[#＃](?![\ufe0f\u20e3])")  # not a keycap emoji
_JOINERS = frozenset(
    "_\u200c\u200d"  # joiners, which Persian and Indian scripts write with
    "\ua67e\u05be\u05f3\u05f4\uff5e\u301c\u309b\u309c\u30a0\u30fb\u3003\u0f0b\u0f0c\u00b7"
)
_CASHTAG = Pattern(
    rf"(?:^|(?<=[{SPACES}{DIRECTIONS}]))\$[A-Za-z]{{1,6}}(?:[._][A-Za-z]{{1,2}})?"
    r"(?=\Z|\s|[!\"#$%&'()*+,\-./:;<=>?@\[\]^_`{|}~])"
)


def find_hashtags(text: str) -> Iterator[Hashtag]:
    """Yield each hashtag: a sign, then letters, marks, digits and joiners, not digits alone."""
    for sign in _SIGN.finditer(text):
        start = sign.start()
        if not _may_precede(text, start):
            continue
        end = sign.end()
        has_letter = False
        while end < len(text) and (kind := _kind(text[end])):
            has_letter = has_letter or kind == "letter"
            end += 1
        if has_letter and not text.startswith(("#", "＃", "://"), end):
            span = Span(start, end)
            yield Hashtag(span, span.of(text))


def find_cashtags(text: str) -> list[Found]:
    """Return each share symbol (``$TICKER``), with its sign."""
    if "$" not in text:
        return []
    return [Found(Span(*match.span()), match[0]) for match in _CASHTAG.finditer(text)]


def _may_precede(text: str, start: int) -> bool:
    """Tell whether a hashtag may begin at ``start``, by the character before."""
    if start == 0:
        return True
    before = text[start - 1]
    return before in "\ufe0e\ufe0f" or (before != "&" and not _kind(before))


@lru_cache(maxsize=1024)
def _kind(character: str) -> str:
    """Return ``letter``, ``digit`` or ``joiner``; an empty string is no part of a hashtag."""
    if character in _JOINERS:
        return "joiner"
    category = unicodedata.category(character)
    if category[0] in "LM":
        return "letter"
    return "digit" if category == "Nd" else ""
