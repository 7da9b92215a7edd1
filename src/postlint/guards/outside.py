"""``outside``: the post goes out outside a time that the mission's own file sets.

Without a mission file every post does.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from postlint.options import Option

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from postlint.document import Document
    from postlint.facts import Facts
    from postlint.guards.guard import Acquits
    from postlint.model import Hit
    from postlint.options import Options


def _caretaker(facts: Facts, document: Document) -> bool:
    return any(first <= document.today <= last for first, last in facts.caretaker)


def _crisis(facts: Facts, document: Document) -> bool:  # noqa: ARG001 - one shape for all
    return facts.crisis


OF: Final[Mapping[str, Callable[[Facts, Document], bool]]] = {
    "caretaker": _caretaker,
    "crisis": _crisis,
}
OPTIONS: Final[Mapping[str, Option]] = {
    "of": Option(
        "choice",
        "caretaker: between the call of an election and the new government; crisis: as flagged.",
        required=True,
        choices=tuple(OF),
    ),
}


def compile(options: Options) -> Acquits:  # noqa: A001 - the protocol's name
    """Make the guard."""
    holds = OF[options["of"]]

    def acquits(document: Document, hit: Hit) -> bool:  # noqa: ARG001
        return document.facts is None or not holds(document.facts, document)

    return acquits
