"""Ways to count a text: each yields pieces that are never parted, with what each costs.

The sum of the weights is the length; the ends, as offsets in the text, are where a
preview may stop.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterator
from functools import cache
from typing import TYPE_CHECKING, Any, NamedTuple

from postlint.social import find

if TYPE_CHECKING:
    from collections.abc import Mapping

    from postlint.spans import Span

LINK = 23
"""What any link costs on X (config v3: transformedURLLength) and on Mastodon."""

_EMOJI = 2
_LIGHT = ((0, 0x10FF), (0x2000, 0x200D), (0x2010, 0x201F), (0x2032, 0x2037))
"""Code points of weight 1 on X; all others weigh 2 (twitter-text config/v3.json)."""

_LAST_WITHOUT_CLUSTERS = "\u02ff"


class Piece(NamedTuple):
    """A part of a text that stays whole: where it ends, and what it costs."""

    end: int
    weight: int


Count = Callable[[str], Iterator[Piece]]


def code_points(text: str) -> Iterator[Piece]:
    """Count code points; an emoji or an accented letter stays whole."""
    return _clusters(text, len)


def utf8(text: str) -> Iterator[Piece]:
    """Count bytes of UTF-8."""
    return _clusters(text, _bytes)


def utf16(text: str) -> Iterator[Piece]:
    """Count UTF-16 code units, as JavaScript does."""
    return _clusters(text, lambda cluster: len(cluster) + sum(c > "\uffff" for c in cluster))


def graphemes(text: str) -> Iterator[Piece]:
    """Count what people see as one character (UAX #29)."""
    return _clusters(text, lambda _: 1)


def weighted(text: str) -> Iterator[Piece]:
    """Count as X does: links 23, emoji 2, other code points 1 or 2, all in NFC.

    Ends are offsets in the NFC form of ``text``.
    """
    text = unicodedata.normalize("NFC", text)
    found = find(text)
    whole = {item.span.start: Piece(item.span.end, _EMOJI) for item in found.emoji}
    whole.update({item.span.start: Piece(item.span.end, LINK) for item in found.links})
    at = 0
    while at < len(text):
        piece = whole.get(at) or Piece(at + 1, _weight(text[at]))
        yield piece
        at = piece.end


def mastodon(text: str) -> Iterator[Piece]:
    """Count graphemes, but 23 for a link with a protocol and ``@name`` for a remote handle."""
    found = find(text)
    whole = {link.span: LINK for link in found.links if link.protocol}
    for mention in found.mentions:
        if mention.text.count("@") > 1:
            whole[mention.span] = len("@") + len(mention.name)
    return _around(text, whole, graphemes)


def threads(text: str) -> Iterator[Piece]:
    """Count code points, but the bytes of UTF-8 for an emoji."""
    whole = {item.span: _bytes(item.text) for item in find(text).emoji}
    return _around(text, whole, code_points)


def _around(text: str, whole: Mapping[Span, int], count: Count) -> Iterator[Piece]:
    """Yield some spans whole, at their weights, and what is around them as ``count`` does."""
    at = 0
    for span in sorted(whole):
        for piece in count(text[at : span.start]):
            yield Piece(at + piece.end, piece.weight)
        yield Piece(span.end, whole[span])
        at = span.end
    for piece in count(text[at:]):
        yield Piece(at + piece.end, piece.weight)


def _weight(character: str) -> int:
    code = ord(character)
    return 1 if any(first <= code <= last for first, last in _LIGHT) else 2


def _bytes(text: str) -> int:
    return len(text.encode("utf-8", "surrogatepass"))


def _clusters(text: str, weigh: Callable[[str], int]) -> Iterator[Piece]:
    """Yield the grapheme clusters of ``text``; plain Latin text needs no library for them."""
    if "\r" not in text and (text.isascii() or max(text) <= _LAST_WITHOUT_CLUSTERS):
        for at, character in enumerate(text, 1):
            yield Piece(at, weigh(character))
        return
    for match in _cluster().finditer(text):
        yield Piece(match.end(), weigh(match[0]))


@cache
def _cluster() -> Any:
    """Return the pattern of one grapheme cluster; imported late, since it takes 30 ms."""
    import regex  # type: ignore[import-untyped]

    return regex.compile(r"\X")
