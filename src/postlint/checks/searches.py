"""Several searches in one check, each with what it requires of a text, so that few are run."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from postlint.document import Document
    from postlint.model import Hit, Way


class Search(NamedTuple):
    """A search for one sort of hit, and the ways in which a hit comes about."""

    find: Callable[[Document], Iterator[Hit]]
    required: tuple[Way, ...]
    """What a text with a hit contains, in one way or another (see `postlint.prefilter`)."""


def ways_of(searches: Iterable[Search]) -> tuple[Way, ...]:
    """Return the ways of several searches, one after the other."""
    return tuple(way for search in searches for way in search.required)


def awake(searches: Iterable[Search], ways: Sequence[int]) -> Iterator[Search]:
    """Yield the searches that may find something; ``ways`` are those of `ways_of` that are open."""
    first = 0
    for search in searches:
        end = first + len(search.required)
        if any(first <= way < end for way in ways):
            yield search
        first = end
