"""``mention``: the word is spoken *about*, not used: ‘the word “idiot” comes from Greek’."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from postlint.lazily import Pattern

if TYPE_CHECKING:
    from collections.abc import Mapping

    from postlint.document import Document
    from postlint.guards.guard import Acquits
    from postlint.model import Hit
    from postlint.options import Option, Options

OPTIONS: Final[Mapping[str, Option]] = {}
_BEFORE: Final = Pattern(
    r"(?<![\w-])(?:words?|terms?|phrases?|expressions?|adjectives?|nouns?|verbs?|labels?|slurs?|insults?"
    r"|names?|mots?|termes?|expressions?|spell|spelled|spelt|pronounce|pronounced|translate"
    r"|translated|means?|called|titled|entitled|s'appelle|intitulée?)"
    r"(?: (?:like|such as|is|as|for|of|the|a|an|comme))*[ :]*[\"“«‘'*]?\s?$"
)
_AFTER: Final = Pattern(
    r"^[\"”»’'*]?,? (?:means|meant|comes from|came from|is a word|is spelled|is spelt|in french"
    r"|in english|in [a-z]+ish|signifie|veut dire|is an? (?:word|term|insult|slur))\b"
)
_MARKS: Final = "\"“”«»‘’'"


def compile(options: Options) -> Acquits:  # noqa: A001, ARG001 - the protocol's name
    """Make the guard: words about words beside the hit, or the hit alone between marks."""

    def acquits(document: Document, hit: Hit) -> bool:
        start, end = hit.span.start, hit.span.end
        before, after = document.folded[max(0, start - 40) : start], document.folded[end : end + 30]
        if _BEFORE.search(before) or _AFTER.search(after):
            return True
        around = document.text[max(0, start - 1) : start], document.text[end : end + 1]
        return all(mark and mark in _MARKS for mark in around)

    return acquits
