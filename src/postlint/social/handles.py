"""Mentions (X, fediverse, Bluesky) and e-mail addresses.

Mentions follow twitter-text 3.1; ``@name@domain`` and ``@name.bsky.social``
are handles where the domain is one that exists.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from postlint.lazily import Pattern
from postlint.social.found import Found, Mention
from postlint.social.hosts import top_level_end
from postlint.social.letters import ACCENTS
from postlint.spans import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

_AT = Pattern("[@＠]")
_NAME = Pattern("[A-Za-z0-9_]{1,20}")
_SLUG = Pattern("/[A-Za-z][A-Za-z0-9_-]{0,24}")
_ENDS_BADLY = Pattern(f"[@＠{ACCENTS}]|://")
_NOT_BEFORE = frozenset("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_!#$%&*@＠")
_RETWEET = Pattern(r"(?:^|[^A-Za-z0-9_+~.-])[Rr][Tt]\Z")
_REMOTE_NAME = Pattern(r"[A-Za-z0-9_](?:[A-Za-z0-9_.-]{0,62}[A-Za-z0-9_])?")
_DOMAIN = Pattern(r"(?:[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?\.){1,8}(?=[A-Za-z])")
_LOCAL_PART = Pattern(r"[A-Za-z0-9._%+'-]{1,64}\Z")
_LONGEST_LOCAL_PART = 64
_LABELS_OF_A_HANDLE = 2  # @travel.gc.ca, but “@canada.It was” is a missing space


def find_mentions(text: str) -> Iterator[Mention]:
    """Yield each account that ``text`` names with an at sign."""
    done = 0
    for sign in _AT.finditer(text):
        start = sign.start()
        if start < done or not _may_precede(text, start):
            continue
        mention = _remote(text, start) or _dotted(text, start) or _plain(text, start)
        if mention:
            done = mention.span.end
            yield mention


def find_emails(text: str) -> list[Found]:
    """Return each e-mail address whose top-level domain exists."""
    found: list[Found] = []
    for sign in re.finditer("@", text):
        before = text[max(0, sign.start() - _LONGEST_LOCAL_PART) : sign.start()]
        local = _LOCAL_PART.search(before)
        end = _domain_end(text, sign.end()) if local else None
        if local and end:
            name = local[0].lstrip("._%+'-")
            start = sign.start() - len(name)
            if name and name[-1] != "." and text[start - 1 : start] != "@":
                span = Span(start, end)
                found.append(Found(span, span.of(text)))
    return found


def _may_precede(text: str, start: int) -> bool:
    """Tell whether a mention may begin at ``start``: not within a word, but after “RT”."""
    if start == 0 or text[start - 1] not in _NOT_BEFORE:
        return True
    return _RETWEET.search(text[max(0, start - 3) : start]) is not None


def _plain(text: str, start: int) -> Mention | None:
    """Return ``@name`` or ``@name/slug``, if it stands at ``start``."""
    name = _NAME.match(text, start + 1)
    if not name:
        return None
    slug = _SLUG.match(text, name.end())
    span = Span(start, slug.end() if slug else name.end())
    if _ENDS_BADLY.match(text, span.end):
        return None
    return Mention(span, span.of(text), name=name[0], slug=slug[0][1:] if slug else None)


def _remote(text: str, start: int) -> Mention | None:
    """Return ``@name@domain`` of the fediverse, if it stands at ``start``."""
    name = _REMOTE_NAME.match(text, start + 1)
    if not name or text[name.end() : name.end() + 1] != "@":
        return None
    end = _domain_end(text, name.end() + 1)
    if not end:
        return None
    span = Span(start, end)
    return Mention(span, span.of(text), name=name[0], domain=text[name.end() + 1 : end].lower())


def _dotted(text: str, start: int) -> Mention | None:
    """Return a domain as a handle, as Bluesky has them, if it stands at ``start``."""
    end = _domain_end(text, start + 1)
    if not end:
        return None
    handle = text[start + 1 : end]
    if handle.count(".") < _LABELS_OF_A_HANDLE or handle != handle.lower():
        return None
    name, _, domain = handle.partition(".")
    span = Span(start, end)
    return Mention(span, span.of(text), name=name, domain=domain)


def _domain_end(text: str, start: int) -> int | None:
    """Return where the domain that begins at ``start`` ends; None where none does."""
    labels = _DOMAIN.match(text, start)
    while labels:
        end = top_level_end(text, labels.end())
        if end is not None:
            return end
        # “x@y.gov.Then”: what follows the last dot is no domain; try one label less.
        labels = _DOMAIN.match(text, start, text.rfind(".", start, labels.end() - 1) + 2)
    return None
