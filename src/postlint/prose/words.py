"""Words: letters, marks and digits, with the apostrophes, hyphens and stops inside them."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from postlint.lazily import Pattern
from postlint.spans import Span

_LATER = Pattern("[\u0300-\U0010ffff]")
"""Every combining mark is among these; most texts have few of them."""


@lru_cache(maxsize=4096)
def words(text: str) -> tuple[Span, ...]:
    """Return the words of ``text``: “doesn't”, “aujourd’hui”, “well-known”, “1,500”, “U.S”.

    An underscore parts words; a sign before (#, @, $) or after (%, .) is no part of one.
    """
    return tuple([Span(*match.span()) for match in _pattern(_marks(text)).finditer(text)])


def _marks(text: str) -> str:
    """Return the combining marks of a text, sorted."""
    return "" if text.isascii() else "".join(sorted(filter(_is_mark, set(_LATER.findall(text)))))


@lru_cache(maxsize=1024)
def _is_mark(character: str) -> bool:
    return unicodedata.category(character)[0] == "M"


@lru_cache(maxsize=64)
def _pattern(marks: str) -> re.Pattern[str]:
    """Return the pattern of a word in a text that holds these combining marks.

    `re` knows letters and digits, but takes marks for neither.
    """
    letters = rf"(?:[^\W_]|[{marks}])*" if marks else r"[^\W_]*+"
    inside = r"(?:['’ʼ\-\u2010\u2011](?=[^\W_])|(?<=[0-9])[.,:](?=[0-9]))"
    initials = r"(?<![^\W_])[^\W\d_](?:\.[^\W\d_](?![^\W_]))+"
    return re.compile(rf"{initials}|[^\W_]{letters}(?:{inside}{letters})*")
