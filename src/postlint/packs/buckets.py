"""Strings that lie together by how they begin, so that a short text is soon looked through.

For a few short texts: nothing is built, and only those strings are read whose
beginning stands in the text. Many texts are the affair of `postlint.lexicon`
and `postlint.prefilter`.
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

LENGTH: Final = 3
"""Characters of a beginning: fewer would make long lists, more of them many lists."""

BETWEEN: Final = "\x7f"
"""Stands between strings: a sign that none of them has, and that JSON need not escape."""


def sort(owners: Mapping[str, Iterable[int]]) -> dict[str, list[str]]:
    """Return the strings that begin alike, joined, and the numbers of their owners, by beginning.

    Raises ``ValueError`` for a string that cannot be joined to others.
    """
    alike: dict[str, list[str]] = defaultdict(list)
    for string in sorted(owners):
        if BETWEEN in string:
            raise ValueError(string)
        alike[string[:LENGTH]].append(string)
    return {
        beginning: [
            BETWEEN.join(strings),
            BETWEEN.join(" ".join(map(str, owners[string])) for string in strings),
        ]
        for beginning, strings in alike.items()
    }


class Buckets:
    """What `sort` made; ``places`` tell where the list of each beginning stands for ``read``."""

    def __init__(self, places: Mapping[str, int], read: Callable[[int], Any]) -> None:
        """Take them; no list is read yet."""
        self._places = places
        self._read = read

    def standing_in(self, text: str) -> Iterator[tuple[str, list[int]]]:
        """Yield each string that stands anywhere in the text, with the numbers of its owners."""
        for beginning, place in self._places.items():
            if beginning in text:
                strings, owners = self._read(place)
                found = [
                    (number, string)
                    for number, string in enumerate(strings.split(BETWEEN))
                    if string in text
                ]
                of = owners.split(BETWEEN) if found else ()
                for number, string in found:
                    yield string, [int(owner) for owner in of[number].split()]
