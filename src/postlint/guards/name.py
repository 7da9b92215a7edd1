"""``name``: the hit is part of a proper name: “Genocide Convention”, “Queen's University”."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from postlint.lazily import Pattern
from postlint.lexicon import fold
from postlint.listed import lexicon
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
_SMALL: Final = frozenset("of for and the on de du des la le les et".split())
_MOST_SMALL: Final = 2
_JOINING: Final = Pattern(r"\s(?:&\s)?(?:\w+\s){0,2}")


def _capital(document: Document, word: Span) -> bool:
    text = word.of(document.masked)
    return text[:1].isupper() and not (len(text) > 1 and text.isupper())


def _spaced(document: Document, left: Span, right: Span) -> bool:
    return document.masked[left.end : right.start].isspace()


def _before(document: Document, index: int) -> Span | None:
    """Return the word before that one, small words aside: “Republic” before “of Ireland”."""
    words, other = document.words, index - 1
    while other >= 0 and index - other <= _MOST_SMALL:
        if words[other].of(document.folded) not in _SMALL:
            break
        other -= 1
    if other < 0:
        return None
    joined = _JOINING.fullmatch(document.masked, words[other].end, words[index].start)
    return words[other] if joined else None


def _by_capitals(document: Document, hit: Hit) -> bool:
    """Tell whether the hit is capitalised and joined to another capitalised word.

    The first word of a sentence is in capitals anyway: it lends nothing to
    what follows, and as a hit it needs a capitalised word after it.
    """
    words = document.words
    inside = [i for i, word in enumerate(words) if hit.span.covers(word)]
    if not inside or not all(_capital(document, words[i]) for i in inside):
        return False
    first, last = inside[0], inside[-1]
    after = words[last + 1] if last + 1 < len(words) else None
    if after is not None and _capital(document, after) and _spaced(document, words[last], after):
        return True
    before = _before(document, first)
    start = document.sentence_at(hit.span.start).start
    return before is not None and before.start > start and _capital(document, before)


def compile(options: Options) -> Acquits:  # noqa: A001 - the protocol's name
    """Make the guard."""
    names = lexicon(options["names"])
    capitals = options["capitals"]

    def acquits(document: Document, hit: Hit) -> bool:
        for spot in names.find(fold(document.text)):
            if spot.start <= hit.span.start and hit.span.end <= spot.end:
                return True
        return capitals and _by_capitals(document, hit)

    return acquits
