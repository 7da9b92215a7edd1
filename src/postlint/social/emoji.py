"""Emoji as people see them: one picture, one find, however many code points it takes.

Flags, keycaps, skin tones and joined sequences (UTS #51) stay whole. A sign
that is shown as text by default (©, ™, ❤) counts only with U+FE0F after it.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from postlint.lazily import Pattern
from postlint.social.found import Found
from postlint.spans import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

# Every emoji but © and ® holds a character from here on; those two need U+FE0F.
_MAY_BE_EMOJI = Pattern(r"[\u203c-\u3299\ufe0f\U0001f000-\U0001faff]")


def find_emoji(text: str) -> Iterator[Found]:
    """Yield each emoji of ``text``, in order."""
    if text.isascii() or not _MAY_BE_EMOJI.search(text):
        return
    for match in _pattern().finditer(text):
        yield Found(Span(*match.span()), match[0])


@cache
def _pattern() -> re.Pattern[str]:
    """Return the pattern of one emoji; built at first need, since it takes a while."""
    from postlint.social.emoji_ranges import PEOPLE, PICTURES, TEXTS

    tone = "[\U0001f3fb-\U0001f3ff]"
    tags = "[\U000e0020-\U000e007e]{1,32}\U000e007f"
    picture = f"(?:[{PEOPLE}]{tone}|[{PICTURES}](?!\ufe0e)\ufe0f?|[{TEXTS}]\ufe0f)(?:{tags})?"
    joined = f"(?:[{PEOPLE}]{tone}|[{PICTURES}{TEXTS}]\ufe0f?)"
    flag = "[\U0001f1e6-\U0001f1ff]{2}"
    keycap = "[0-9#*]\ufe0f?\u20e3"
    loose = f"[{TEXTS}](?=\u200d[{PICTURES}{TEXTS}])"  # ❤‍🔥 typed without its U+FE0F
    return re.compile(f"{flag}|{keycap}|(?:{picture}|{loose})(?:\u200d{joined})*")
