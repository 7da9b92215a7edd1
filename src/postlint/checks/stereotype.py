"""``stereotype``: a people is judged as a whole: “X can't queue”, “typical X punctuality”.

A people, a trait and a construction must come together. What some of them do
on a day (“The French are late today”) is no judgement of the French.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from postlint.generalities import CONSTRUCTIONS, Lists, View
from postlint.lexicon import longest
from postlint.listed import listed
from postlint.model import Hit, Layer
from postlint.options import Option
from postlint.spans import Span
from postlint.values import dataclass

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from postlint.document import Document
    from postlint.lexicon import Spot
    from postlint.options import Options

OPTIONS: Final[Mapping[str, Option]] = {
    "peoples": Option(
        "words", "Peoples and their adjectives; they count with a capital.", required=True
    ),
    "groups": Option("words", "Groups without a name, in either case: “the locals”."),
    "traits": Option("words", "What a people is said to be: “lazy”."),
    "praise": Option("words", "What is praise until it is “… for a Ruritanian”: “punctual”."),
    "failings": Option("words", "What they are said to do: “always complain”."),
    "unable": Option("words", "What they are said never to do: “can't queue”."),
    "things": Option("words", "What is called typical of them: “punctuality”."),
}
PLACEHOLDERS: Final = frozenset({"people"})
_BEFORE: Final = 8
_AFTER: Final = 12
_REACH: Final = 160
"""Words, and code points, on either side in which the construction must lie."""


@dataclass(frozen=True, slots=True)
class StereotypeFinder:
    """Yields each generalisation once, from its first to its last word."""

    lists: Lists
    capital: frozenset[str]
    literals: frozenset[str]
    layers: frozenset[Layer] = frozenset()

    def find(self, document: Document, spots: Sequence[Spot]) -> Iterator[Hit]:
        """Yield the words of the generalisation, with the ``people`` that it is about."""
        done = 0
        for spot in longest(spots):
            people = Span(spot.start, spot.end)
            name = people.of(document.masked).split()[-1]
            if spot.literal in self.capital and not name[0].isupper():
                continue
            view = look(document, people)
            found = (construction(view, self.lists) for construction in CONSTRUCTIONS)
            span = next((one for one in found if one is not None and one.start >= done), None)
            if span is not None:
                done = span.end
                yield Hit(span, {"people": people.of(document.text)})


def look(document: Document, people: Span) -> View:
    """Return the words around a people, within its sentence."""
    sentence = document.sentence_at(people.start)
    before = document.words_in(max(sentence.start, people.start - _REACH), people.start)
    after = document.words_in(people.end, min(sentence.end, people.end + _REACH))
    folded = document.folded
    return View(
        folded=folded,
        sentence=sentence,
        people=people,
        before=tuple((word, word.of(folded)) for word in before[-_BEFORE:]),
        after=tuple((word, word.of(folded)) for word in after[:_AFTER]),
    )


def compile(options: Options) -> StereotypeFinder:  # noqa: A001 - the protocol's name
    """Make the finder."""

    def spelled(name: str) -> frozenset[str]:
        return listed(options[name] or ())

    named, groups = spelled("peoples"), spelled("groups")
    return StereotypeFinder(
        lists=Lists.of(
            {key: spelled(key) for key in ("traits", "praise", "failings", "unable", "things")}
        ),
        capital=named,
        literals=named | groups,
    )
