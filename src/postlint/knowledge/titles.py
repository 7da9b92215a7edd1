"""Titles and names of people: the wrong office, an office left, a name with a slip."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from postlint.knowledge.telling import contradiction, distance
from postlint.lazily import Pattern
from postlint.lexicon import Lexicon, fold, longest
from postlint.spans import Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from postlint.document import Document
    from postlint.facts import Facts, Person
    from postlint.model import Hit

_TITLES: Final = (
    "Minister", "President", "Prime Minister", "Ambassador", "High Commissioner",
    "Consul General", "Chargé d'affaires", "Foreign Minister", "Deputy Minister", "Secretary",
    "Governor", "Mayor", "Senator",
)  # fmt: skip
_FORMER: Final = Pattern(r"(?:\b(?:former|then|ex|late|acting|incoming|outgoing|next)[- ])$")
_NAME: Final = Pattern(r"(?:\s+[A-ZÀ-Þ][\w’'-]*){0,2}\s+(?P<last>[A-ZÀ-Þ][\w’'-]*\w)")
_SLIPS: Final = 2
_SHORT: Final = 4


class _Titled:
    """Finds titles before capitalised names."""

    def __init__(self, facts: Facts) -> None:
        self._titles = Lexicon(
            {title for person in facts.people for title in person.titles} | {*_TITLES}
        )
        self.by_surname: dict[str, list[Person]] = {}
        for person in facts.people:
            for surname in person.surnames:
                self.by_surname.setdefault(fold(surname), []).append(person)

    def titled(self, document: Document) -> Iterator[tuple[str, Span, Span]]:
        """Yield each title, its span, and the span of the surname behind it."""
        if not self.by_surname:
            return
        for spot in longest(self._titles.find(document.folded)):
            name = _NAME.match(document.masked, spot.end)
            before = document.folded[max(0, spot.start - 12) : spot.start]
            if name and not _FORMER.search(before):
                yield spot.literal, Span(spot.start, spot.end), Span(*name.span("last"))


class Titles(_Titled):
    """Knows who holds which office on which day."""

    def find(self, document: Document) -> Iterator[Hit]:
        """Yield a title and name where nobody of that name holds the title on that day."""
        for title, span, last in self.titled(document):
            surname = fold(last.of(document.text)).removesuffix("'s")
            people = self.by_surname.get(surname, ())
            yield from _wrong_title(people, title, Span(span.start, last.end), document)


def _wrong_title(
    people: Sequence[Person], title: str, span: Span, document: Document
) -> Iterator[Hit]:
    today = document.today
    holds = [p for p in people if any(title in fold(own) for own in p.titles)]
    if not people or any(
        (p.since is None or p.since <= today) and (p.left is None or p.left >= today) for p in holds
    ):
        return
    person = holds[0] if holds else people[0]
    if not holds:
        truth = f"{person.name} is {person.titles[0]}"
    elif person.left and person.left < today:
        truth = f"{person.name} left that office on {person.left}"
    else:
        truth = f"{person.name} takes office on {person.since}"
    yield contradiction(span, truth, person.dated, document)


class Misspelt(_Titled):
    """Knows how the people of the sheet are spelled."""

    def find(self, document: Document) -> Iterator[Hit]:
        """Yield a surname behind a title that is a slip or two from one of the sheet."""
        for _, _, last in self.titled(document):
            written = last.of(document.text).replace("’", "'").removesuffix("'s")
            low = fold(written)
            if low in self.by_surname:
                continue
            for surname, people in self.by_surname.items():
                if _is_slip(low, surname):
                    span = Span(last.start, last.start + len(written))
                    person = people[0]
                    right = next(own for own in person.surnames if fold(own) == surname)
                    truth = f"{person.name} is {person.titles[0]}"
                    yield contradiction(span, truth, person.dated, document, right)
                    break


def _is_slip(low: str, surname: str) -> bool:
    same = surname[0] == low[0] and len(surname) > _SHORT
    near = abs(len(low) - len(surname)) <= _SLIPS
    return same and near and 0 < distance(low, surname) <= _SLIPS
