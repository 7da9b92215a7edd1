"""How a word looks to the embedded model: its norm, shape-free prefix and suffix.

Pure functions of the word alone, so that a word means the same whichever
tokenizer cut it. Not for rules: they see the text as it is.
"""

from __future__ import annotations

import re

from postlint.language.pieces import is_emoji
from postlint.lazily import Pattern

_THRICE = Pattern(r"(.)\1{2,}", re.DOTALL)
_STRAIGHT = str.maketrans({"’": "'", "‘": "'", "`": "'", "“": '"', "”": '"', "–": "-", "—": "-"})
_AFFIX = 3
_NUMBERS = frozenset(
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen "
    "sixteen seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety "
    "hundred thousand million billion trillion".split()
)


def norm(word: str) -> str:
    """Return the word that stands for this one: lower case, straight quotes, no “#”.

    Handles, links and emoji each become one word; a letter said thrice or more
    is said twice (“soooo” → “soo”).
    """
    if word.startswith("@") and len(word) > 1:
        return "@user"
    lower = word.lower()
    if lower.startswith(("http://", "https://", "www.")):
        return "http"
    if lower.startswith(("#", "＃")) and len(lower) > 1:
        lower = lower[1:]
    elif word and not word[0].isalnum() and is_emoji(word):
        return "😀"
    elif lower == "&amp;":
        return "&"
    return _THRICE.sub(r"\1\1", lower.translate(_STRAIGHT))


def prefix(word: str) -> str:
    """Return the first three letters, lower case."""
    return word[:_AFFIX].lower()


def suffix(word: str) -> str:
    """Return the last three letters, lower case."""
    return word[-_AFFIX:].lower()


def like_number(word: str) -> bool:
    """Tell whether the word is a number: digits, a fraction, or written out up to billions."""
    lower = word.lower().lstrip("+-±~")
    if lower.replace(",", "").replace(".", "").isdigit() or lower in _NUMBERS:
        return True
    above, slash, below = lower.partition("/")
    return bool(slash) and above.isdigit() and below.isdigit()
