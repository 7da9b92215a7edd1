"""Where words begin and end, told by marks in a text; a mark of its own tells of unusual signs.

What is required of a text (`postlint.patterns.required`) is looked for in such texts.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from postlint.lazily import Pattern

EDGE: Final = "\x01"
"""Stands in required strings, and in texts made by `edged`, where a word begins or ends."""

RARE: Final = "\x02"
"""Stands behind a text with characters that are neither Latin letters nor usual signs."""

_USUAL: Final = (
    *((0x00, 0xAC), (0xAE, 0x24F), (0x2010, 0x2027), (0x2030, 0x205E), (0x20A0, 0x20BF)),
    *((0x2122, 0x2122), (0x2190, 0x21FF), (0x2600, 0x27BF), (0xFE0F, 0xFE0F), (0xFFFC, 0xFFFD)),
    *((0x1F1E6, 0x1F1FF), (0x1F300, 0x1FAFF)),
)
"""Latin, punctuation, currencies, arrows, emoji, what masks a link or stands for what was lost."""

_UNUSUAL: Final = Pattern("[^" + "".join(f"{chr(a)}-{chr(b)}" for a, b in _USUAL) + "]")
_RARE_MEMBER: Final = Pattern(
    r"\\p\{(?:Cyrillic|Greek)\}|(\\x\{[0-9A-Fa-f]+\}|[^\\\]-])(?:-(\\x\{[0-9A-Fa-f]+\}|[^\\\]-]))?"
)
_WORD: Final = Pattern(r"(\w+)", re.ASCII)


def edged(folded: str) -> str:
    """Return a folded text with every edge of a word (of ASCII letters, as in RE2) marked.

    A mark at its end tells of characters that few texts have.
    """
    marked = EDGE.join(_WORD.split(folded))
    return marked if folded.isascii() or not _UNUSUAL.search(folded) else marked + RARE


def is_word(char: str) -> bool:
    """Tell whether a character is part of a word, as RE2 has it."""
    return char == "_" or (char.isascii() and char.isalnum())


@lru_cache(maxsize=1 << 15)
def marked(run: str) -> str:
    """Return a run with the edges that stand in every text where it stands."""
    body = run.replace(EDGE, "")
    if not body.strip():
        return ""
    marked = edged(body)
    if is_word(body[0]) and run[0] != EDGE:
        marked = marked[1:]
    if is_word(body[-1]) and run[-1] != EDGE:
        marked = marked[:-1]
    return marked


def is_rare(members: str) -> bool:
    """Tell whether a class holds none but unusual characters."""
    at = 0
    while at < len(members):
        member = _RARE_MEMBER.match(members, at)
        if member is None:
            return False
        first, last = member.groups()
        if first:
            low, high = _code(first), _code(last or first)
            if any(low <= end and high >= start for start, end in _USUAL):
                return False
        at = member.end()
    return True


def _code(spelled: str) -> int:
    return int(spelled[3:-1], 16) if len(spelled) > 1 else ord(spelled)
