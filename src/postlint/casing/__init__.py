"""Read posts that are typed all in lower case, or shouted in capitals, as if they were not.

A *cased* view is as long as the text, and only letters change their case in
it: no position moves. Links, handles, hashtags and quoted code stay as they
are. A post with its capitals in place is its own view, after one look. What
cannot be known for certain stays small: “turkey” and “polish” are words
unless what stands beside them says otherwise. Not for what is reported: that
is the post's own text.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from postlint.casing import neighbours, people
from postlint.casing.known import capitalised, lexicon, spelling
from postlint.casing.page import Page
from postlint.casing.stretches import blanked, stretches
from postlint.casing.words import WORD
from postlint.lexicon import Lexicon, longest

if TYPE_CHECKING:
    from collections.abc import Iterable

    from postlint.casing.stretches import Stretch
    from postlint.social import Social

__all__ = ["cased"]


def cased(text: str, social: Social, language: str, names: Iterable[str] = ()) -> str:
    """Return ``text`` with capitals where its writer left them out, or left them on.

    ``social`` is what is live in the text, ``language`` its two-letter code;
    ``names`` are further names that it may hold, as they are spelled.
    """
    blank = blanked(text, social)
    found = stretches(text, blank)
    if not found:
        return text
    page = Page(text, blank, found)
    known = tuple(names)
    for stretch in found:
        _names(page, stretch, language, known)
        if language == "en":
            _words(page, stretch)
            neighbours.mark(page, stretch)
        people.mark(page, stretch, language, known)
        neighbours.cite(page, stretch)
    page.begin_sentences()
    return page.text()


def _names(page: Page, stretch: Stretch, language: str, known: tuple[str, ...]) -> None:
    start, end = stretch.span.start, stretch.span.end
    for spot in longest(lexicon(language).find(page.low, start, end)):
        page.spell(spot.start, spelling(language, spot.literal))
    own = {name.casefold(): name for name in known}
    for spot in Lexicon(own).find(page.low, start, end):
        page.spell(spot.start, own.get(spot.literal, ""))


def _words(page: Page, stretch: Stretch) -> None:
    for word in WORD.finditer(page.low, stretch.span.start, stretch.span.end):
        if word[0] in capitalised():
            page.spell(word.start(), capitalised()[word[0]])
