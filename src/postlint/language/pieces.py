"""Finds what stays whole in a post: links, e-mails, handles, hashtags, emoji, runs of “!!”.

Only where they are, for the tokenizer; what they mean (and what they cost on a
platform) is not known here. Training and use cut posts with these same patterns.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from postlint.lazily import Pattern

if TYPE_CHECKING:
    from collections.abc import Iterator

_TOP_LEVEL = (
    "com|org|net|gov|int|edu|mil|info|biz|news|social|online|"
    "eu|ca|uk|us|au|nz|ie|fr|de|be|ch|at|nl|it|es|pt|se|no|dk|fi|is|pl|ua|in|jp|kr|za|br|mx|"
    "io|ly|gl|me|tv|co"
)
_LINK = (
    r"(?:https?://|ftp://|www\.)[^\s<>\"“”«»]+"
    rf"|(?<![\w@.-])(?:[A-Za-z0-9][A-Za-z0-9-]*\.)+(?:{_TOP_LEVEL})(?![\w@-]|\.\w)(?:/[^\s<>\"“”«»]*)?"
)
_EMAIL = r"(?<![\w.+-])[\w+][\w.+-]*@\w[\w-]*(?:\.\w[\w-]*)+"
_HANDLE = (
    r"(?<![\w@])@\w+(?:@\w[\w-]*(?:\.\w[\w-]*)+"
    rf"|(?:\.[a-z0-9][a-z0-9-]*)*\.(?:{_TOP_LEVEL})(?![\w-]))?"
)
_HASHTAG = r"(?<![\w#&])[#＃](?=\w*[^\W\d])\w+"

_PICTURE = (
    "[\u203c\u2049\u231a\u231b\u2328\u23cf\u23e9-\u23f3\u23f8-\u23fa\u25fb-\u25fe\u2600-\u27bf"
    "\u2b05-\u2b07\u2b1b\u2b1c\u2b50\u2b55\u3030\u303d\u3297\u3299"
    "\U0001f000-\U0001f1e5\U0001f200-\U0001f3fa\U0001f400-\U0001faff]"
)
_LOOK = "[\ufe0e\ufe0f]?[\U0001f3fb-\U0001f3ff]?[\U000e0020-\U000e007f]*"
_EMOJI = (
    f"[\U0001f1e6-\U0001f1ff]{{2}}"
    f"|[0-9#*]\ufe0f?\u20e3"
    f"|{_PICTURE}{_LOOK}(?:\u200d(?:{_PICTURE}|[\u2190-\u21ff]){_LOOK})*"
    f"|[©®™\u2139\u2190-\u21ff\u25aa\u25ab\u25b6\u25c0\u24c2\u2934\u2935]\ufe0f"
    f"|[\U0001f1e6-\U0001f1ff\U0001f3fb-\U0001f3ff]"
)
_RUN = r"[!?.]{2,}|-{2,}|={2,}|_{3,}|\*{2,}|~{3,}|<{2,}|>{2,}|['’‘]{2,}|\${2,}|\+{2,}"
_ENTITY = r"&(?:amp|lt|gt);"

_PIECE = Pattern(
    f"(?P<link>{_LINK})|(?P<email>{_EMAIL})|(?P<handle>{_HANDLE})|(?P<emoji>{_EMOJI})"
    f"|(?P<hashtag>{_HASHTAG})|(?P<run>{_RUN})|(?P<entity>{_ENTITY})"
)
_EMOJI_ONLY = Pattern(_EMOJI)
_CLOSERS = {")": "(", "]": "[", "}": "{"}


def pieces(text: str) -> Iterator[tuple[int, int]]:
    """Yield start and end (code points) of every whole piece, in order, never overlapping."""
    for match in _PIECE.finditer(text):
        end = match.end()
        if match.lastgroup == "link":
            end = _without_punctuation(text, match.start(), end)
        yield match.start(), end


def is_emoji(text: str) -> bool:
    """Tell whether the whole text is one emoji, sequences and flags included."""
    return not text.isascii() and _EMOJI_ONLY.fullmatch(text) is not None


def _without_punctuation(text: str, start: int, end: int) -> int:
    """Return where a link ends when the sentence's own punctuation is taken off it."""
    while end > start + 1:
        last = text[end - 1]
        opener = _CLOSERS.get(last)
        if opener is not None:
            link = text[start:end]
            if link.count(opener) >= link.count(last):
                break
        elif last not in ".,;:!?'’…*_~|":
            break
        end -= 1
    return end
