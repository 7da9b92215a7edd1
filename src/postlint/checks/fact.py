"""``fact``: the post contradicts the mission's own fact sheet: a title, a figure, a contact."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from postlint.facts import digits
from postlint.lazily import Pattern
from postlint.lexicon import Lexicon, Spot, fold, longest
from postlint.model import Fix, Hit, Layer, Severity
from postlint.options import Option
from postlint.spans import Span

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from postlint.document import Document
    from postlint.facts import Facts, Figure, Person
    from postlint.facts.sheet import Dated
    from postlint.options import Options

_NUMBER: Final = Pattern(
    r"(?<![\w.,:])(?P<sign>[$€£]\s?)?(?P<digits>\d+(?:[ ,\u00a0\u202f]\d{3})*(?:\.\d+)?)"
    r"(?P<scale>\s(?:hundred|thousand|million|billion|trillion)\b|[kmb]\b)?(?P<percent>\s?%|\sper\s?cent\b)?"
)
_SCALES: Final = {
    "hundred": 1e2, "thousand": 1e3, "million": 1e6, "billion": 1e9, "trillion": 1e12,
    "k": 1e3, "m": 1e6, "b": 1e9,
}  # fmt: skip
_ROUNDED: Final = Lexicon(
    "about around some roughly nearly almost over approximately more less under than up to".split()
)
_ELSEWHEN: Final = Pattern(
    r"\b(?:was|were|had|used to|last year|in|since|by|until) (?:19|20)\d\d\b"
    r"|\bnot\b|\bnext year\b|\blast year\b"
)
_NO_COUNT: Final = Pattern(
    r"\s?(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\b|[:h]\d|\s?[ap]\.?m\b|(?:st|nd|rd|th)\b"
)
_FORMER: Final = Pattern(r"(?:\b(?:former|then|ex|late|acting|incoming|outgoing|next)[- ])$")
_NEAR: Final = 7
_YEAR: Final = Pattern(r"(?:19|20)\d\d")


def _until(dated: Dated, document: Document) -> Severity | None:
    """A fact past its date speaks softly."""
    return Severity.SUGGESTION if dated.stale(document.today) else None


def _values(truth: str, dated: Dated, document: Document) -> dict[str, str]:
    note = (
        f"; the fact itself is past its date, {dated.until}" if dated.stale(document.today) else ""
    )
    return {"truth": truth, "source": f"{dated.source.title}, {dated.as_of}{note}"}


def _distance(one: str, other: str) -> int:
    """Return the edit distance (Levenshtein 1966) with neighbours swapped as one step."""
    rows = [list(range(len(other) + 1))]
    for i, a in enumerate(one, 1):
        row = [i]
        for j, b in enumerate(other, 1):
            row.append(min(rows[-1][j] + 1, row[-1] + 1, rows[-1][j - 1] + (a != b)))
            if i > 1 and j > 1 and a == other[j - 2] and one[i - 2] == b:
                row[-1] = min(row[-1], rows[-2][j - 2] + 1)
        rows.append(row)
    return rows[-1][-1]


def _titled(facts: Facts, document: Document) -> Iterator[tuple[str, Span, Span]]:
    """Yield each title before a capitalised name: the title, its span, the surname's span."""
    titles = Lexicon(
        {title for person in facts.people for title in person.titles}
        | {
            "Minister",
            "President",
            "Prime Minister",
            "Ambassador",
            "High Commissioner",
            "Consul General",
            "Chargé d'affaires",
            "Foreign Minister",
            "Deputy Minister",
            "Secretary",
            "Governor",
            "Mayor",
            "Senator",
        }
    )
    for spot in longest(titles.find(document.folded)):
        name = re.compile(r"(?:\s+[A-ZÀ-Þ][\w’'-]*){0,2}\s+(?P<last>[A-ZÀ-Þ][\w’'-]*\w)").match(
            document.masked, spot.end
        )
        if name and not _FORMER.search(document.folded[max(0, spot.start - 12) : spot.start]):
            yield spot.literal, Span(spot.start, spot.end), Span(*name.span("last"))


def _people(facts: Facts, document: Document) -> Iterator[Hit]:
    by_surname: dict[str, list[Person]] = {}
    for person in facts.people:
        by_surname.setdefault(fold(person.surname), []).append(person)
    for title, span, last in _titled(facts, document):
        surname = fold(last.of(document.text)).removesuffix("'s")
        for person in by_surname.get(surname, ())[:1]:
            yield from _wrong_title(
                by_surname[surname], title, Span(span.start, last.end), person, document
            )


def _wrong_title(
    people: Sequence[Person], title: str, span: Span, person: Person, document: Document
) -> Iterator[Hit]:
    """Yield a hit where nobody of that surname holds the title on the day of the post."""
    today = document.today
    holds = [
        p
        for p in people
        if title in map(fold, p.titles)
        or any(fold(t).startswith(title) or title in fold(t) for t in p.titles)
    ]
    serving = [
        p
        for p in holds
        if (p.since is None or p.since <= today) and (p.left is None or p.left >= today)
    ]
    if serving:
        return
    if holds:
        gone = holds[0]
        when = (
            f"left that office on {gone.left}"
            if gone.left and gone.left < today
            else f"takes office on {gone.since}"
        )
        truth = f"{gone.name} {when}"
    else:
        truth = f"{person.name} is {person.titles[0]}"
    yield Hit(span, _values(truth, person.dated, document), severity=_until(person.dated, document))


def _misspelt(facts: Facts, document: Document) -> Iterator[Hit]:
    surnames = {fold(person.surname): person for person in facts.people}
    for _, _, last in _titled(facts, document):
        written = last.of(document.text).replace("’", "'").removesuffix("'s")
        low = fold(written)
        if low in surnames:
            continue
        for surname, person in surnames.items():
            close = surname[0] == low[0] and len(surname) > 4 and 0 < _distance(low, surname) <= 2  # noqa: PLR2004 - one slip or a swap
            if close:
                span = Span(last.start, last.start + len(written))
                yield Hit(
                    span,
                    _values(f"{person.name} is {person.titles[0]}", person.dated, document),
                    (Fix(span, person.surname),),
                )
                break


def _value(match: re.Match[str]) -> float:
    number = float(re.sub(r"[ ,\u00a0\u202f]", "", match["digits"]))
    return number * _SCALES.get((match["scale"] or "").strip().lower(), 1)


def _unit_fits(figure: Figure, match: re.Match[str], after: str) -> bool:
    """Tell whether a number is of the figure's kind; ``after`` is the text behind it."""
    unit = (figure.unit or "").lower()
    percent, money = bool(match["percent"]), bool(match["sign"])
    if unit in ("%", "percent", "per cent"):
        return percent
    if unit in ("$", "€", "£", "dollars", "euros"):
        return money or after.lstrip().startswith(("dollar", "euro"))
    year = bool(_YEAR.fullmatch(match["digits"])) and not (percent or money)
    if unit == "year":
        return year
    if unit:
        return not percent and not money and fold(unit) in after
    return not (percent or money or year or _NO_COUNT.match(after))


def _agrees(figure: Figure, value: float, before: str) -> bool:
    off = abs(value - figure.value)
    if off <= figure.tolerance + 1e-9:
        return True
    rounded = _ROUNDED.any(before[-24:])
    return rounded and off <= max(figure.tolerance, abs(figure.value) * 0.1)


def _figures(facts: Facts, document: Document) -> Iterator[Hit]:
    for figure in facts.figures:
        for spot in longest(Lexicon(figure.subject).find(document.folded)):
            yield from _contradicted(figure, spot, document)


def _clause(document: Document, spot: Spot) -> Span:
    """Return the sentence round a spot, no farther than the next semicolons."""
    sentence = document.sentence_at(spot.start)
    before = document.text.rfind(";", sentence.start, spot.start)
    after = document.text.find(";", spot.end, sentence.end)
    return Span(max(sentence.start, before + 1), sentence.end if after == -1 else after)


def _contradicted(figure: Figure, spot: Spot, document: Document) -> Iterator[Hit]:
    """Yield the number beside a figure's subject that is not the figure's.

    Silent where the true value stands in the sentence too, or the sentence
    speaks of another time, of what is planned, or of what is not so.
    """
    sentence = _clause(document, spot)
    numbers = [
        match
        for match in _NUMBER.finditer(document.masked, sentence.start, sentence.end)
        if not (match.start() < spot.end and spot.start < match.end())
        and _unit_fits(figure, match, document.folded[match.end() : match.end() + 40])
    ]
    if not numbers or any(
        _agrees(figure, _value(n), document.folded[sentence.start : n.start()]) for n in numbers
    ):
        return
    if figure.unit != "year" and _ELSEWHEN.search(sentence.of(document.folded)):
        return

    def gap(match: re.Match[str]) -> int:
        low, high = min(match.end(), spot.end), max(match.start(), spot.start)
        return sum(low <= word.start < high for word in document.words)

    nearest = min(numbers, key=gap)
    if gap(nearest) <= _NEAR:
        unit = (
            f" {figure.unit}"
            if figure.unit not in (None, "year", "%")
            else figure.unit
            if figure.unit == "%"
            else ""
        )
        truth = (
            f"{figure.about}: {figure.value:g}{unit}"
            if figure.unit == "year"
            else f"{figure.about}: {figure.value:,g}{unit}"
        )
        span = Span(nearest.start(), nearest.end())
        yield Hit(
            span, _values(truth, figure.dated, document), severity=_until(figure.dated, document)
        )


_CALL: Final = Lexicon(
    "emergency consular urgent urgence help call phone contact stranded crisis need".split()
)
_PHONE: Final = Pattern(r"(?<![\w.])\+?\d[\d ()./-]{6,18}\d(?!\w)")


def _contacts(facts: Facts, document: Document) -> Iterator[Hit]:
    """Yield a number or address that is not the published one it stands for."""
    phones = [c for c in facts.contacts if c.phone]
    published = facts.published()
    for match in _PHONE.finditer(document.masked):
        number = digits(match.group())
        if number in published or len(number) < 7:  # noqa: PLR2004 - shorter than any line
            continue
        span = Span(match.start(), match.end())
        for contact in phones:
            right = digits(contact.phone or "")
            urgent = contact.emergency and _CALL.any(document.folded) and len(number) == len(right)
            if 0 < _distance(number, right) <= 2 or (urgent and number[:3] == right[:3]):  # noqa: PLR2004 - a slip or a swap
                fix = (Fix(span, contact.phone or ""),)
                yield Hit(
                    span, _values(f"{contact.what}: {contact.phone}", contact.dated, document), fix
                )
                break
    for email in document.social.emails:
        for contact in facts.contacts:
            if contact.email and 0 < _distance(email.text.lower(), contact.email.lower()) <= 2:  # noqa: PLR2004
                fix = (Fix(email.span, contact.email),)
                yield Hit(
                    email.span,
                    _values(f"{contact.what}: {contact.email}", contact.dated, document),
                    fix,
                )


def _handles(facts: Facts, document: Document) -> Iterator[Hit]:
    known = {h.handle.lower(): (h.handle, h.whose, h.dated) for h in facts.handles}
    known |= {p.handle.lower(): (p.handle, p.name, p.dated) for p in facts.people if p.handle}
    for mention in document.social.mentions:
        low = mention.text.lower()
        if low in known:
            continue
        for other, (handle, whose, dated) in known.items():
            if _distance(low, other) <= (2 if len(other) > 8 else 1):  # noqa: PLR2004 - short ones are often neighbours
                yield Hit(
                    mention.span,
                    _values(f"{whose} is {handle}", dated, document),
                    (Fix(mention.span, handle),),
                )
                break


def _names(facts: Facts, document: Document) -> Iterator[Hit]:
    for name in facts.names:
        right = [Span(s.start, s.end) for s in Lexicon([name.use]).find(document.folded)]
        for spot in longest(Lexicon(name.avoid).find(document.folded)):
            span = Span(spot.start, spot.end)
            if not any(span.overlaps(other) for other in right):
                yield Hit(
                    span,
                    _values(f"the preferred form is {name.use}", name.dated, document),
                    (Fix(span, name.use),),
                )


OF: Final[Mapping[str, Callable[[Facts, Document], Iterator[Hit]]]] = {
    "title": _people,
    "name-of-person": _misspelt,
    "figure": _figures,
    "contact": _contacts,
    "handle": _handles,
    "name": _names,
}
OPTIONS: Final[Mapping[str, Option]] = {
    "of": Option("choice", "Which facts.", required=True, choices=tuple(OF)),
}
PLACEHOLDERS: Final = frozenset({"truth", "source"})


@dataclass(frozen=True, slots=True)
class FactFinder:
    """Yields what contradicts the facts; without a mission file, nothing."""

    of: str
    literals: frozenset[str] | None = None
    layers: frozenset[Layer] = frozenset()

    def find(self, document: Document, spots: Sequence[Spot]) -> Iterator[Hit]:  # noqa: ARG002
        """Yield hits in the order of the facts."""
        if document.facts is not None:
            yield from OF[self.of](document.facts, document)


def compile(options: Options) -> FactFinder:  # noqa: A001 - the protocol's name
    """Make the finder."""
    return FactFinder(options["of"])
