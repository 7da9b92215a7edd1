"""Words: letters, marks and digits, with the apostrophes, hyphens and stops inside them."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from postlint.spans import Span

_LATEST_WITHOUT_MARKS = "\u02ff"


@lru_cache(maxsize=4096)
def words(text: str) -> tuple[Span, ...]:
    """Return the words of ``text``: “doesn't”, “aujourd’hui”, “well-known”, “1,500”, “U.S”.

    An underscore parts words; a sign before (#, @, $) or after (%, .) is no part of one.
    """
    marks = ""
    if not text.isascii():
        marks = "".join(sorted(filter(_is_mark, set(text))))
    return tuple(Span(*match.span()) for match in _pattern(marks).finditer(text))


def _is_mark(character: str) -> bool:
    return character > _LATEST_WITHOUT_MARKS and unicodedata.category(character)[0] == "M"


@lru_cache(maxsize=64)
def _pattern(marks: str) -> re.Pattern[str]:
    """Return the pattern of a word in a text that holds these combining marks.

    `re` knows letters and digits, but takes marks for neither.
    """
    letter = rf"(?:[^\W_]|[{marks}])" if marks else r"[^\W_]"
    inside = r"['’ʼ\-\u2010\u2011](?=[^\W_])|(?<=[0-9])[.,:](?=[0-9])"
    initials = r"(?<![^\W_])[^\W\d_](?:\.[^\W\d_](?![^\W_]))+"
    return re.compile(rf"{initials}|[^\W_](?:{letter}|{inside})*")
