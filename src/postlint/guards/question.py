"""``question``: the hit stands in a question."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Mapping

    from postlint.document import Document
    from postlint.guards.guard import Acquits
    from postlint.model import Hit
    from postlint.options import Option, Options

OPTIONS: Final[Mapping[str, Option]] = {}


def compile(options: Options) -> Acquits:  # noqa: A001, ARG001 - the protocol's name
    """Make the guard."""

    def acquits(document: Document, hit: Hit) -> bool:
        sentence = document.sentence_at(hit.span.start).of(document.text)
        return sentence.rstrip('"”» ').endswith("?")

    return acquits
