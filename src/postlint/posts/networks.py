"""The names that publishing tools give to platforms, and ours for them.

Not for what a platform allows.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from postlint.lazily import Pattern

if TYPE_CHECKING:
    from collections.abc import Mapping

NAMES: Final[Mapping[str, str]] = {
    "x": "x",
    "twitter": "x",
    "xtwitter": "x",
    "twitterx": "x",
    "xcom": "x",
    "bluesky": "bluesky",
    "bsky": "bluesky",
    "mastodon": "mastodon",
    "threads": "threads",
    "metathreads": "threads",
    "linkedin": "linkedin",
    "facebook": "facebook",
    "fb": "facebook",
    "instagram": "instagram",
    "ig": "instagram",
}
"""In small letters, letters and digits only."""

ELSEWHERE: Final = frozenset(
    "tiktok youtube pinterest google googlebusiness googlebusinessprofile googlemybusiness gmb gbp "
    "telegram reddit snapchat tumblr vk weibo wechat whatsapp wordpress".split()
)
"""Platforms that postlint does not measure."""

_BETWEEN = Pattern(r"[,;|\n+&]+")
_ODD = Pattern(r"[^a-z0-9]+")
_FIRST_WORD = Pattern(r"[^\w]*(\w+)")


def read(cell: str) -> tuple[str, ...]:
    """Return our names for the platforms of a cell; what has none stays as it is.

    Platforms that postlint does not measure are left out where others remain.
    """
    pieces = [piece for piece in _BETWEEN.split(cell) if _compact(piece)]
    found = [name for piece in pieces for name in _names(piece)]
    known = [name for name in found if _compact(name) not in ELSEWHERE]
    return tuple(dict.fromkeys(known or found))


def _names(piece: str) -> list[str]:
    """Return the names in “Twitter/X”, “Facebook Page”, “X – @embassy”, “threads / x”."""
    name = NAMES.get(_compact(piece))
    if name:
        return [name]
    if "/" in piece:
        return [found for part in piece.split("/") if _compact(part) for found in _names(part)]
    word = _FIRST_WORD.match(piece)
    first = _compact(word[1]) if word else ""
    return [NAMES.get(first) or (first if first in ELSEWHERE else piece.strip())]


def _compact(name: str) -> str:
    return _ODD.sub("", name.casefold())
