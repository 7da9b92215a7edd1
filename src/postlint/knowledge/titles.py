"""Titles and names of people: the wrong office, an office left, a name with a slip."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from postlint import gazetteer
from postlint.knowledge.telling import contradiction, distance
from postlint.lazily import Pattern
from postlint.lexicon import Lexicon, fold, longest
from postlint.model import Severity
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
_FORMER: Final = Pattern(
    r"(?:\b(?:former|then|ex|late|acting|incoming|outgoing|next)[- ](?:[a-z]+\s)?)$"
)
_NAME: Final = Pattern(r"(?:\s+[A-ZÀ-Þ][\w’'-]*){0,2}\s+(?P<last>[A-ZÀ-Þ][\w’'-]*\w)")
_COMMA: Final = Pattern(r",\s(?:(?:the|our|canada's)\s)?(?:current\s|new\s)?")
_WHOSE: Final = Pattern(r"(?P<word>[A-ZÀ-Þ][\w-]*(?:['’]s?)?)\s$")
"""A capitalised word before a title: whose minister it is."""
_OWN: Final = frozenset({"canada", "canadian", "our", "the", "welcome", "thank", "today", "with"})
_YEAR: Final = Pattern(r"\b(?:19|20)\d\d\b")
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
            before = document.folded[max(0, spot.start - 24) : spot.start]
            if name and not _FORMER.search(before):
                yield spot.literal, Span(spot.start, spot.end), Span(*name.span("last"))


class Titles(_Titled):
    """Knows who holds which office on which day."""

    def __init__(self, facts: Facts) -> None:
        """Keep people by their whole names and by their offices too."""
        super().__init__(facts)
        self._names = Lexicon(name for p in facts.people for name in (p.name, *p.also))
        self._country = fold(facts.country or "")
        self._offices: dict[str, list[Person]] = {}
        for person in facts.people:
            for title in person.titles:
                if " " in title:
                    self._offices.setdefault(fold(title), []).append(person)

    def find(self, document: Document) -> Iterator[Hit]:
        """Yield a title and name where nobody of that name holds the title on that day."""
        for title, span, last in self.titled(document):
            surname = fold(last.of(document.text)).removesuffix("'s")
            people = self.by_surname.get(surname, ())
            whole = Span(span.start, last.end)
            if people:
                yield from _wrong_title(people, title, whole, document)
            else:
                yield from self._another(title, whole, surname, document)
        yield from self._behind(document)

    def _another(self, title: str, span: Span, surname: str, document: Document) -> Iterator[Hit]:
        """Yield an office of the sheet that the post gives to somebody else, softly."""
        holders = [p for p in self._offices.get(title, ()) if _holds(p, document)]
        slip = any(_is_slip(surname, known) for known in self.by_surname)
        if len(holders) != 1 or slip or _is_past(document, span):
            return
        here = document.sentence_at(span.start)
        lands = gazetteer.find(here.of(document.masked), here.of(document.folded))
        whose = _WHOSE.search(document.masked[max(0, span.start - 40) : span.start])
        if whose and fold(whose["word"]).removesuffix("'s") not in {*_OWN, self._country}:
            return
        if any(not _is_ours(place, self._country) for place in lands):
            return
        truth = f"{_title(holders[0], title)} is {holders[0].name}"
        yield contradiction(span, truth, holders[0].dated, document, least=Severity.WARNING)

    def _behind(self, document: Document) -> Iterator[Hit]:
        """Yield “Ada Okoro, Minister of Fisheries” where she holds another office."""
        for spot in longest(self._names.find(document.folded)) if self._offices else ():
            found = _COMMA.match(document.folded, spot.end)
            start = found.end() if found else -1
            titles = [t for t in self._titles.find(document.folded, start) if t.start == start]
            if found and titles:
                title = max(titles, key=lambda spot: spot.end)
                people = self.by_surname.get(spot.literal.split()[-1], ())
                span = Span(spot.start, title.end)
                yield from _wrong_title(people, title.literal, span, document)


def _title(person: Person, title: str) -> str:
    return next(own for own in person.titles if fold(own) == title)


def _is_ours(place: gazetteer.Place, country: str) -> bool:
    """Tell whether a place is the mission's own country, or Canada, or no country at all."""
    return fold(place.text) == country or "CA" in (
        place.known.country | place.known.people | place.known.city
    )


def _holds(person: Person, document: Document) -> bool:
    today = document.today
    return (person.since is None or person.since <= today) and (
        person.left is None or person.left >= today
    )


def _is_past(document: Document, span: Span) -> bool:
    """Tell whether the sentence speaks of a year gone by, when others held the office."""
    sentence = document.sentence_at(span.start).of(document.folded)
    return any(int(m.group()) < document.today.year for m in _YEAR.finditer(sentence))


def _wrong_title(
    people: Sequence[Person], title: str, span: Span, document: Document
) -> Iterator[Hit]:
    today = document.today
    holds = [p for p in people if any(title in fold(own) for own in p.titles)]
    if not people or any(_holds(p, document) for p in holds):
        return
    person = holds[0] if holds else people[0]
    if not holds:
        truth = f"{person.name} is {person.titles[0]}"
    elif person.left and person.left < today:
        truth = f"{person.name} left that office on {person.left}"
    else:
        truth = f"{person.name} takes office on {person.since}"
    if not _is_past(document, span):
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
