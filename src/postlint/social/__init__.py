"""What social platforms see in a text: mentions, hashtags, links, e-mail addresses, emoji.

The rules are those of X (twitter-text 3.1, https://github.com/twitter/twitter-text),
written anew, plus what the fediverse and Bluesky add to handles. Not for lengths
or limits, which are `postlint.platforms`' affair.
"""

from __future__ import annotations

from functools import lru_cache
from operator import attrgetter
from typing import TYPE_CHECKING, Final, TypeVar

from postlint.social.emoji import find_emoji
from postlint.social.found import Found, Hashtag, Link, Mention
from postlint.social.handles import find_emails, find_mentions
from postlint.social.hashtags import find_cashtags, find_hashtags
from postlint.social.links import find_links
from postlint.values import dataclass

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

__all__ = ["FILLER", "Found", "Hashtag", "Link", "Mention", "Social", "find", "mask"]

Item = TypeVar("Item", bound=Found)

FILLER = "\ufffc"
"""Stands for a character that was masked: neither a letter nor a space, so nothing
matches it and no phrase reaches over it (U+FFFC, object replacement character)."""


@dataclass(frozen=True, slots=True)
class Social:
    """Everything found in one text, each kind in order; no two overlap."""

    mentions: tuple[Mention, ...] = ()
    hashtags: tuple[Hashtag, ...] = ()
    links: tuple[Link, ...] = ()
    emails: tuple[Found, ...] = ()
    cashtags: tuple[Found, ...] = ()
    emoji: tuple[Found, ...] = ()


@lru_cache(maxsize=4096)
def find(text: str) -> Social:
    """Return all that a platform would make live in ``text``, and its emoji.

    Where two overlap, an e-mail address goes before all, then the one that
    begins first: a hash sign in a link is no hashtag.
    """
    emails = find_emails(text)
    links = _clear_of(find_links(text), emails)
    mentions = _clear_of(find_mentions(text), emails)
    hashtags = _clear_of(find_hashtags(text), emails)
    cashtags = find_cashtags(text)
    live = _without_overlaps([*links, *hashtags, *mentions, *cashtags])
    return Social(
        mentions=tuple([item for item in mentions if _place(item) in live]),
        hashtags=tuple([item for item in hashtags if _place(item) in live]),
        links=tuple([item for item in links if _place(item) in live]),
        emails=tuple(emails),
        cashtags=tuple([item for item in cashtags if _place(item) in live]),
        emoji=tuple(find_emoji(text)),
    )


def mask(text: str, social: Social, *, hashtags: bool = False, emoji: bool = False) -> str:
    """Return ``text``, as long as before, with what is not prose replaced by `FILLER`.

    Links, mentions and e-mail addresses always are; hashtags and emoji on request.
    """
    hidden: list[Found] = [*social.links, *social.mentions, *social.emails]
    if hashtags:
        hidden += [*social.hashtags, *social.cashtags]
    if emoji:
        hidden += social.emoji
    if not hidden:
        return text
    pieces: list[str] = []
    done = 0
    for item in sorted(hidden, key=_place):
        pieces.append(text[done : item.span.start])
        done = max(done, item.span.start)
        pieces.append(FILLER * max(0, item.span.end - done))
        done = max(done, item.span.end)
    pieces.append(text[done:])
    return "".join(pieces)


_place: Final[Callable[[Found], tuple[int, int]]] = attrgetter("span.start", "span.end")
"""Where something stands, as plain numbers: they are compared and looked up at once."""


def _clear_of(items: Iterable[Item], blockers: Sequence[Found]) -> list[Item]:
    """Return the items that touch none of the blockers."""
    if not blockers:
        return list(items)
    return [item for item in items if not any(item.span.overlaps(other.span) for other in blockers)]


def _without_overlaps(items: Iterable[Found]) -> set[tuple[int, int]]:
    """Return the places that stay when, of two that overlap, the earlier one wins."""
    stay: set[tuple[int, int]] = set()
    last = 0
    for start, end in sorted(map(_place, items)):
        if start >= last:
            stay.add((start, end))
            last = end
    return stay
