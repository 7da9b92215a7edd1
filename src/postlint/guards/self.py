"""``self``: the speaker speaks of themselves: “I felt like an idiot”, “our defence was a joke”."""

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
_FIRST: Final = Pattern(
    r"\b(?:i|i'm|i've|i'd|me|myself|my|we|we're|we've|us|ourselves|our|ours|mine"
    r"|je|j'ai|j'étais|moi|mon|ma|mes|nous|notre|nos)\b"
)
_OTHERS: Final = Pattern(
    r"\b(?:he|she|they|you|his|her|their|your|president|minister|il|elle|ils|elles|vous)\b"
)
_BREAK: Final = Pattern(r"[;:.!?—]|,? (?:but|while|because|that|mais|que) ")


def compile(options: Options) -> Acquits:  # noqa: A001, ARG001 - the protocol's name
    """Make the guard: a first person in the hit's clause, nobody else between it and the hit."""

    def acquits(document: Document, hit: Hit) -> bool:
        sentence = document.sentence_at(hit.span.start)
        before = document.folded[sentence.start : hit.span.start]
        clause = _BREAK.split(before)[-1]
        firsts = list(_FIRST.finditer(clause))
        return bool(firsts) and not _OTHERS.search(clause, firsts[-1].end())

    return acquits
