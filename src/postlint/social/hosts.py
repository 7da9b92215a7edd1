"""Host names within a run of characters: where one ends, and which part is Latin.

Not a resolver: a host counts when its top-level domain exists (IANA's list).
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from postlint.lazily import Pattern
from postlint.social.letters import ACCENTS

if TYPE_CHECKING:
    from collections.abc import Iterator

_WORD = Pattern("[0-9A-Za-z]+")
_PUNYCODE = Pattern("xn--[-0-9a-z]+", re.IGNORECASE | re.ASCII)
_NOT_AFTER = Pattern("[0-9A-Za-z@+-]")
_PLAIN = Pattern(rf"[A-Za-z0-9_\-{ACCENTS}]+\Z")
_LONGEST_LABEL = 63  # RFC 1035


def domain_end(text: str, start: int, stop: int) -> tuple[int | None, int]:
    """Return where the longest domain from ``start`` on ends, and how far was read.

    Labels neither begin nor end with a hyphen or an underscore, and the last
    before the top-level domain holds no underscore.
    """
    end: int | None = None
    at = start
    before_is_name = False
    while True:
        if before_is_name and (found := top_level_end(text, at)) is not None:
            end = found
        dot = text.find(".", at, stop)
        if dot < 0:
            return end, stop
        label = text[at:dot]
        if not label or label[0] in "-_" or label[-1] in "-_":
            return end, at
        before_is_name = "_" not in label
        at = dot + 1


def bare_domains(text: str, start: int, stop: int) -> Iterator[tuple[int, int]]:
    """Yield start and end of each Latin domain between ``start`` and ``stop``."""
    at = start
    while (dot := text.find(".", at, stop)) >= 0:
        first = max(at, dot - _LONGEST_LABEL - 1)
        tail = _PLAIN.search(text[first:dot])
        if not tail:
            at = dot + 1
            continue
        end, read = _plain_end(text, dot + 1, stop)
        if end is not None:
            yield first + tail.start(), end
        at = read if end is None else end


def _plain_end(text: str, start: int, stop: int) -> tuple[int | None, int]:
    """Like `domain_end`, after a first label, for labels of Latin letters alone."""
    end: int | None = None
    at = start
    while True:
        found = top_level_end(text, at)
        if found is not None and found <= stop:
            end = found
        dot = text.find(".", at, stop)
        if dot < 0 or not _PLAIN.match(text, at, dot):
            return end, at
        at = dot + 1


def top_level_end(text: str, start: int) -> int | None:
    """Return where the top-level domain that begins at ``start`` ends; None where none does."""
    plain, international = _top_level()
    if punycode := _PUNYCODE.match(text, start):
        return punycode.end()
    word = _WORD.match(text, start)
    if word and word[0].lower() in plain and not _NOT_AFTER.match(text, word.end()):
        return word.end()
    for name in international.get(text[start : start + 1].lower(), ()):
        end = start + len(name)
        if text[start:end].lower() == name and not _NOT_AFTER.match(text, end):
            return end
    return None


def encodable(host: str) -> bool:
    """Tell whether every label of ``host`` fits into the domain name system."""
    if host[:4].lower() == "xn--" and not host.isascii():
        return False
    return all(0 < _encoded_length(label) <= _LONGEST_LABEL for label in host.split("."))


def _encoded_length(label: str) -> int:
    if label.isascii() or len(label) > _LONGEST_LABEL:
        return len(label)
    return len("xn--") + len(label.lower().encode("punycode"))


@cache
def _top_level() -> tuple[frozenset[str], dict[str, tuple[str, ...]]]:
    """Return the plain names, and the international ones by first letter, longest first."""
    from postlint.social.domains import INTERNATIONAL, TOP_LEVEL

    by_letter: dict[str, list[str]] = {}
    for name in sorted(INTERNATIONAL, key=len, reverse=True):
        by_letter.setdefault(name[0], []).append(name)
    return TOP_LEVEL, {letter: tuple(names) for letter, names in by_letter.items()}
