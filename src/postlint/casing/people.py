"""Names of people: what follows a title, and what follows a given name."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from postlint.casing.known import (
    given_names,
    given_too,
    surnames,
    surnames_too,
    title_lexicon,
    titles,
)
from postlint.casing.words import WORD, commonest, is_strange
from postlint.lazily import Pattern
from postlint.lexicon import fold, longest

if TYPE_CHECKING:
    from postlint.casing.page import Page
    from postlint.casing.stretches import Stretch

_NEXT: Final = Pattern(
    r"\.?[ \u00a0]+"
    r"(?:(?:van|von|der|de|da|dos|bin|al|el|la|le)[ \u00a0-]+)*([^\W\d_][^\W\d_-]*)"
)
_MOST_NAMES: Final = 3
_NO_INITIALS: Final = frozenset("aioà")


def mark(page: Page, stretch: Stretch, language: str, known: tuple[str, ...]) -> None:
    """Give capitals to the people of a stretch; ``known`` are names that it may hold."""
    english = language == "en"
    own = frozenset(part for name in known for part in fold(name).split())
    start, end = stretch.span.start, stretch.span.end
    if english:
        _given(page, stretch)
    for spot in reversed(longest(title_lexicon().find(page.low, start, end))):
        spelled, courtesy = titles()[spot.literal]
        if page.low[spot.start - 1 : spot.start] == ".":
            continue
        if _named(page, spot.end, own, courtesy=courtesy, guess=english):
            page.spell(spot.start, spelled)


def _given(page: Page, stretch: Stretch) -> None:
    """Give capitals to surnames behind given names, and to “mark” before “tremblay”."""
    for word in WORD.finditer(page.low, stretch.span.start, stretch.span.end):
        too = word[0] in given_too() and _surname_follows(page, word.end())
        if too:
            page.capital(word.start())
        if too or word[0] in given_names():
            _named(page, word.end(), given=True)


def _surname_follows(page: Page, at: int) -> bool:
    found = _NEXT.match(page.low, at)
    if found is None or page.low[at] == "." or len(found[1]) == 1:
        return False
    return found[1] in surnames() or is_strange(found[1])


def _named(  # noqa: PLR0913 - what may stand there, all keywords
    page: Page,
    at: int,
    own: frozenset[str] = frozenset(),
    *,
    courtesy: bool = False,
    guess: bool = True,
    given: bool = False,
) -> bool:
    """Give capitals to the names that begin at ``at``; tell whether there is one.

    ``courtesy``: behind “Mr” any word may be a name; ``guess``: so may a word
    behind another title that English does not have; ``given``: a given name
    stands before it.
    """
    for number in range(_MOST_NAMES):
        found = _NEXT.match(page.low, at)
        if found is None:
            return number > 0
        word = found[1].partition("'")[0]
        certain = page.is_capital(found.start(1)) or word in own
        certain = certain or (given and word in surnames_too())
        likely = guess and _may_be_name(page, found.start(1), word, courtesy=courtesy)
        if not (certain or likely):
            return number > 0
        page.capital(found.start(1))
        courtesy = courtesy and len(word) == 1
        given = word in given_too() or word in given_names()
        at = found.start(1) + len(word)
    return True


def _may_be_name(page: Page, at: int, word: str, *, courtesy: bool) -> bool:
    if len(word) == 1:
        stop = page.low[at + 1 : at + 2] == "."
        return word not in _NO_INITIALS or (courtesy and stop)
    return word in given_too() or is_strange(word) or (courtesy and word not in commonest())
