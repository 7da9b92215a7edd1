"""``fact``: the post contradicts the mission's own fact sheet: a title, a figure, a contact."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from postlint import knowledge, marks
from postlint.options import Option

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from postlint.document import Document
    from postlint.facts import Facts
    from postlint.lexicon import Spot
    from postlint.model import Hit, Layer, Way
    from postlint.options import Options

OF: Final[Mapping[str, Callable[[Facts], knowledge.Knower]]] = {
    "title": knowledge.Titles,
    "name-of-person": knowledge.Misspelt,
    "figure": knowledge.Amounts,
    "contact": knowledge.Contacts,
    "handle": knowledge.Handles,
    "name": knowledge.Names,
    "quote": knowledge.Sayings,
    "travel-advice": knowledge.Advice,
    "hours": knowledge.Opening,
    "house": knowledge.House,
    "language": knowledge.Languages,
    "solemn-day": knowledge.SolemnDays,
}
OPTIONS: Final[Mapping[str, Option]] = {
    "of": Option("choice", "Which facts.", required=True, choices=tuple(OF)),
}
PLACEHOLDERS: Final = frozenset({"truth", "source"})


@dataclass(slots=True)
class FactFinder:
    """Yields what contradicts the facts; without a mission file, nothing.

    What it knows is prepared for the facts of the last post: those of a run are the same.
    """

    of: str
    literals: frozenset[str] | None = None
    layers: frozenset[Layer] = frozenset()
    required: tuple[Way, ...] = ((frozenset({marks.FACTS}),),)
    _known: tuple[Facts, knowledge.Knower] | None = field(default=None, repr=False)

    def find(self, document: Document, spots: Sequence[Spot]) -> Iterator[Hit]:  # noqa: ARG002
        """Yield hits in the order of the facts."""
        facts = document.facts
        if facts is None:
            return
        if self._known is None or self._known[0] is not facts:
            self._known = facts, OF[self.of](facts)
        yield from self._known[1].find(document)


def compile(options: Options) -> FactFinder:  # noqa: A001 - the protocol's name
    """Make the finder."""
    return FactFinder(options["of"])
