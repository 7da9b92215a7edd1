"""Ways to count a text: each takes a text and returns its length in one platform's unit."""

from __future__ import annotations

import unicodedata
from functools import cache
from typing import TYPE_CHECKING, Any

from postlint.lazily import Pattern
from postlint.social import find

if TYPE_CHECKING:
    from collections.abc import Iterator

LINK = 23
"""What any link costs on X (config/v3.json: transformedURLLength) and on Mastodon."""

_EMOJI = 2
_HEAVY = Pattern("[^\0-\u10ff\u2000-\u200d\u2010-\u201f\u2032-\u2037]")
"""Code points that weigh 2 on X; all others weigh 1 (twitter-text, config/v3.json)."""

_ALONE = Pattern("[\0-\x0c\x0e-\u02ff\u2010-\u2027\u202f-\u205e\u20a0-\u20bf\u2190-\u21ff]*")
"""A text of these alone has no cluster of several code points (UAX #29)."""


def code_points(text: str) -> int:
    """Count code points."""
    return len(text)


def utf8(text: str) -> int:
    """Count bytes of UTF-8."""
    return len(text.encode("utf-8", "surrogatepass"))


def utf16(text: str) -> int:
    """Count UTF-16 code units, as JavaScript does."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def graphemes(text: str) -> int:
    """Count what people see as one character (UAX #29)."""
    return len(text) if _ALONE.fullmatch(text) else len(_cluster().findall(text))


def grapheme_ends(text: str) -> Iterator[int]:
    """Yield where each character that people see ends."""
    if _ALONE.fullmatch(text):
        yield from range(1, len(text) + 1)
    else:
        yield from (match.end() for match in _cluster().finditer(text))


def weighted(text: str) -> int:
    """Count as X does: links 23, emoji 2, other code points 1 or 2, all in NFC."""
    text = unicodedata.normalize("NFC", text)
    found = find(text)
    total = _weight(text)
    total += sum(LINK - _weight(link.text) for link in found.links)
    linked = {at for link in found.links for at in range(link.span.start, link.span.end)}
    total += sum(
        _EMOJI - _weight(item.text) for item in found.emoji if item.span.start not in linked
    )
    return total


def mastodon(text: str) -> int:
    """Count graphemes, but 23 for a link with a protocol and ``@name`` for a remote handle."""
    found = find(text)
    total = graphemes(text)
    total += sum(LINK - graphemes(link.text) for link in found.links if link.protocol)
    total -= sum(
        len(mention.text) - len(mention.name) - 1
        for mention in found.mentions
        if mention.text.count("@") > 1
    )
    return total


def threads(text: str) -> int:
    """Count code points, but the bytes of UTF-8 for an emoji."""
    return len(text) + sum(utf8(item.text) - len(item.text) for item in find(text).emoji)


def _weight(text: str) -> int:
    """Return what the code points of ``text`` weigh on X, one by one."""
    return len(text) if text.isascii() else len(text) + len(_HEAVY.findall(text))


@cache
def _cluster() -> Any:
    """Return the pattern of one grapheme cluster; imported late, since it takes 30 ms."""
    import regex  # type: ignore[import-untyped]

    return regex.compile(r"\X")
