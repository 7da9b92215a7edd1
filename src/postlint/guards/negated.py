"""``negated``: a negation stands shortly before the hit: “not a joke”, “anything but dull”."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from postlint.lexicon import Lexicon
from postlint.options import Option

if TYPE_CHECKING:
    from collections.abc import Mapping

    from postlint.document import Document
    from postlint.guards.guard import Acquits
    from postlint.model import Hit
    from postlint.options import Options

OPTIONS: Final[Mapping[str, Option]] = {
    "window": Option("number", "How many words back to look.", default=4),
}
_NEGATIONS: Final = Lexicon(
    [
        *"not never no none neither nor hardly barely scarcely without cannot".split(),
        *("nobody", "nothing"),
        *"isn't aren't wasn't weren't don't doesn't didn't won't can't couldn't wouldn't".split(),
        *"shouldn't ain't hasn't haven't hadn't isnt dont doesnt didnt".split(),
        *("far from", "anything but", "rather than", "instead of", "no longer", "stop being"),
        *"pas jamais rien aucun aucune sans ni nullement guère".split(),
        *("loin de", "loin d'", "tout sauf", "plutôt que"),
    ]
)
_EMPHATIC: Final = Lexicon(
    [
        "nothing but",
        "nothing less than",
        "nothing short of",
        "not only",
        "not just",
        "no doubt",
        "not to mention",
        "none other than",
        "no wonder",
        "no better than",
        "no more than",
        "nothing more than",
        "never anything but",
    ]
)
_BREAKS: Final = ",;:()—–.!?"


def compile(options: Options) -> Acquits:  # noqa: A001 - the protocol's name
    """Make the guard."""
    window = int(options["window"])

    def acquits(document: Document, hit: Hit) -> bool:
        sentence = document.sentence_at(hit.span.start)
        before = document.words_in(sentence.start, hit.span.start)
        if not before:
            return False
        start = before[-window:][0].start
        for spot in _NEGATIONS.find(document.folded, start, hit.span.end):
            if spot.start >= hit.span.start:
                continue
            emphatic = any(
                e.start <= spot.start < e.end
                for e in _EMPHATIC.find(document.folded, start, hit.span.start)
            )
            broken = any(mark in document.folded[spot.end : hit.span.start] for mark in _BREAKS)
            if not emphatic and not broken:
                return True
        return False

    return acquits
