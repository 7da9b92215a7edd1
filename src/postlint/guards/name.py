"""``name``: the hit is part of a proper name: “Genocide Convention”, “Queen's University”."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from postlint.lexicon import Lexicon, fold
from postlint.options import Option

if TYPE_CHECKING:
    from collections.abc import Mapping

    from postlint.document import Document
    from postlint.guards.guard import Acquits
    from postlint.model import Hit
    from postlint.options import Options
    from postlint.spans import Span

OPTIONS: Final[Mapping[str, Option]] = {
    "names": Option("words", "Names that hold the word; without it, capitals decide.", default=()),
    "capitals": Option("flag", "Capitals around the hit make a name.", default=True),
}
_JOINING: Final = re.compile(r"^(?:\s|\s(?:of|for|and|the|on|de|du|des|la|et|&)\s(?:the\s)?)$")


def _capital(document: Document, word: Span) -> bool:
    text = word.of(document.masked)
    return text[:1].isupper() and not (len(text) > 1 and text.isupper())


def _by_capitals(document: Document, hit: Hit) -> bool:
    """Tell whether the hit is capitalised and joined to another capitalised word.

    The first word of a sentence is in capitals anyway: it lends nothing to
    what follows, and as a hit it needs a capitalised word after it.
    """
    words = document.words
    inside = [i for i, word in enumerate(words) if hit.span.covers(word)]
    if not inside or not all(_capital(document, words[i]) for i in inside):
        return False
    start = document.sentence_at(hit.span.start).start
    first, last = inside[0], inside[-1]
    if last + 1 < len(words) and _capital(document, words[last + 1]):
        between = document.masked[words[last].end : words[last + 1].start]
        if _JOINING.match(between):
            return True
    if first and _capital(document, words[first - 1]) and words[first - 1].start > start:
        return bool(_JOINING.match(document.masked[words[first - 1].end : words[first].start]))
    return False


def compile(options: Options) -> Acquits:  # noqa: A001 - the protocol's name
    """Make the guard."""
    names = Lexicon(options["names"])
    capitals = options["capitals"]

    def acquits(document: Document, hit: Hit) -> bool:
        for spot in names.find(fold(document.text)):
            if spot.start <= hit.span.start and hit.span.end <= spot.end:
                return True
        return capitals and _by_capitals(document, hit)

    return acquits
