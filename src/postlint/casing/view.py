"""The cased view of a text in which something is typed in one case."""

from __future__ import annotations

from typing import TYPE_CHECKING

from postlint.casing import neighbours, people
from postlint.casing.known import capitalised, lexicon, spelling
from postlint.casing.page import Page
from postlint.casing.words import WORD
from postlint.lexicon import Lexicon, longest

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from postlint.casing.stretches import Stretch


def view(
    text: str, blank: str, found: Sequence[Stretch], language: str, names: Iterable[str]
) -> str:
    """Return ``text`` with the capitals that belong in its stretches.

    ``blank`` is the text with everything live blanked out.
    """
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
