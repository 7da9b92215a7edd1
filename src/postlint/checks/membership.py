"""``membership``: who belongs to an organisation, or how many, against the dated table."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from postlint import gazetteer, marks, tables
from postlint.lazily import Pattern
from postlint.lexicon import fold
from postlint.model import Fix, Hit, Layer, Severity
from postlint.options import Option
from postlint.spans import Span
from postlint.values import dataclass

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from postlint.document import Document
    from postlint.gazetteer import Place
    from postlint.lexicon import Spot
    from postlint.model import Way
    from postlint.options import Options
    from postlint.tables import Organisation

_MEMBER: Final = (
    r"(?:full\s|founding\s|fellow\s|newest\s|proud\s|long-standing\s|longstanding\s)*"
    r"(?:member\s(?:state|country|nation)|member|ally)"
)
_SMALL: Final = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen"
    " sixteen seventeen eighteen nineteen"
).split()
_TENS: Final = "twenty thirty forty fifty sixty seventy eighty ninety".split()
_NUMBERS: Final = (
    *_SMALL,
    *(ten if one == "zero" else f"{ten}-{one}" for ten in _TENS for one in _SMALL[:10]),
)
_NUMBER: Final = rf"(?P<number>\d{{1,3}}|{'|'.join(sorted(_NUMBERS[2:], key=len, reverse=True))})"
_YEAR: Final = re.compile(r"\b(?:19|20)\d\d\b|\bthen\b|\bat the time\b|\bformer|\bback then\b")


@lru_cache(maxsize=1)
def _named() -> Mapping[str, Organisation]:
    return {fold(name): one for one in tables.organisations() for name in (one.name, *one.aliases)}


@lru_cache(maxsize=2)
def _org(group: str = "org") -> str:
    names = sorted(_named(), key=len, reverse=True)
    return f"(?P<{group}>" + "|".join(re.escape(name) for name in names) + ")"


@lru_cache(maxsize=1)
def _before() -> re.Pattern[str]:
    """“NATO member Ireland”, “NATO's newest member, Sweden”, “as a member of the EU, Norway”."""
    named = rf"{_org()}(?:'s)?\s{_MEMBER},?\s(?:the\s)?"
    of = rf"\ba\s{_MEMBER}\sof\s(?:the\s)?{_org('body')},\s(?:the\s)?"
    return re.compile(rf"(?:(?<![\w-]){named}|{of})$")


@lru_cache(maxsize=1)
def _after() -> re.Pattern[str]:
    """“Norway, an EU member,”, “Norway is a member of the EU”."""
    link = (
        r"(?:,\s(?:(?:also\s)?an?\s|our\s)|,?\s(?:who|which|that)\sis\san?\s"
        r"|\sis\s(?:also\s|now\s|already\s)?an?\s)"
    )
    named = rf"{_org()}\s{_MEMBER}\b(?!ship)"
    of = rf"{_MEMBER}\sof\s(?:the\s)?{_org('body')}\b"
    return re.compile(rf"^{link}(?:{named}|{of})")


def _member(document: Document) -> Iterator[Hit]:
    folded = document.folded
    places = gazetteer.find(document.masked, folded)
    yield from _listed(document, places)
    yield from _together(document, places)
    for place in places:
        if not place.known.country:
            continue
        start = max(0, place.span.start - 90)
        before = _before().search(folded[start : place.span.start])
        after = _after().match(folded[place.span.end : place.span.end + 90])
        for found, offset in ((before, start), (after, place.span.end)):
            if found is not None:
                group = "org" if found.group("org") else "body"
                yield from _judged(document, place, _span(found, group, offset), found.group(group))


@lru_cache(maxsize=1)
def _several() -> re.Pattern[str]:
    """Return the shape of “NATO allies Finland, Sweden and Austria”, up to the first country."""
    noun = r"(?:members|allies|member\s(?:states|countries|nations))"
    return re.compile(
        rf"(?<![\w-]){_org()}(?:'s)?\s(?:\w+\s)?{noun}(?:\s(?:like|such\sas))?,?\s(?:the\s)?$"
    )


@lru_cache(maxsize=1)
def _both() -> re.Pattern[str]:
    """“Canada and Ireland, both NATO members,”, “Canada and Austria are NATO allies”."""
    link = r"(?:,\s(?:both|all)|\s(?:are|as)(?:\s(?:both|all))?|,\sas|,\swho\sare(?:\sboth)?)"
    noun = r"(?:members|allies|member\s(?:states|countries|nations))\b(?!\s(?:and|or|in|who)\b)"
    named = rf"{_org()}\s{noun}"
    of = rf"members\sof\s(?:the\s)?{_org('body')}(?!\w)"
    return re.compile(rf"^{link}\s(?:{named}|{of})")


def _together(document: Document, places: Sequence[Place]) -> Iterator[Hit]:
    """Yield each of several countries that are said to be members afterwards, and are not."""
    folded = document.folded
    for number, last in enumerate(places):
        found = _both().match(folded[last.span.end : last.span.end + 90])
        if found is None or not number:
            continue
        group = "org" if found.group("org") else "body"
        at, begin = _span(found, group, last.span.end), last.span.start
        before = [last]
        for place in reversed(places[:number]):
            if not _JOINING.match(folded[place.span.end : begin]):
                break
            before.append(place)
            begin = place.span.start
        if len(before) > 1 and all(place.known.country for place in before):
            for place in before:
                for hit in _judged(document, place, at, found.group(group)):
                    yield Hit(place.span, hit.values, severity=hit.severity, basis=hit.basis)


_JOINING: Final = re.compile(r"^(?:,|\sand|,\sand|\s&)\s(?:the\s)?$")


def _listed(document: Document, places: Sequence[Place]) -> Iterator[Hit]:
    """Yield each country of a list of members that is none."""
    folded = document.folded
    for number, first in enumerate(places):
        start = max(0, first.span.start - 60)
        found = _several().search(folded[start : first.span.start])
        if found is None:
            continue
        at, end = _span(found, "org", start), first.span.start
        for place in places[number:]:
            joined = place is first or _JOINING.match(folded[end : place.span.start])
            if not joined or not place.known.country:
                break
            end = place.span.end
            for hit in _judged(document, place, at, found.group("org")):
                yield Hit(place.span, hit.values, severity=hit.severity, basis=hit.basis)


def _span(found: re.Match[str], group: str, offset: int) -> Span:
    return Span(found.start(group) + offset, found.end(group) + offset)


def _judged(document: Document, place: Place, at: Span, name: str) -> Iterator[Hit]:
    org = _named()[name]
    if place.known.country & org.members or at.of(document.masked).islower():
        return
    where = gazetteer.called(next(iter(place.known.country)))
    close = bool(place.known.country & org.candidates)
    truth = f"{where[:1].upper()}{where[1:]} is {'close to' if close else 'not in'} {_the(org)}"
    if close:
        truth += ", but not a member"
    span = Span(min(at.start, place.span.start), max(at.end, place.span.end))
    yield Hit(span, {"truth": truth}, severity=_least(org), basis=org.row.basis)


def _the(org: Organisation) -> str:
    plain = org.name in ("NATO", "ASEAN", "CARICOM", "Mercosur", "BRICS", "CUSMA")
    return org.name if plain else f"the {org.name}"


def _least(org: Organisation) -> Severity | None:
    """Return how bad it can be: a list in motion proves nothing."""
    return None if org.row.certain else Severity.SUGGESTION


@lru_cache(maxsize=1)
def _counts() -> re.Pattern[str]:
    """Return the shapes of “all 30 NATO allies”, “the EU's 28 members” and the like."""
    nouns = {fold(noun) for one in tables.organisations() for noun in one.nouns} | {"nations"}
    noun = "(?:" + "|".join(map(re.escape, sorted(nouns, key=len, reverse=True))) + ")"
    body = [_org().replace("org", f"org{i}") for i in range(5)]
    number = [_NUMBER.replace("number", f"number{i}") for i in range(5)]
    every = (
        r"(?:\ball(?:\sof\sthe|\sthe|\sof\sour|\sits)?|\bthe|\bits|\beach\sof\sthe"
        r"|\bevery\sone\sof\sthe)\s"
    )
    return re.compile(
        rf"{every}{number[0]}\s{body[0]}\s{noun}(?!\s(?:that|who|which))\b"
        rf"|(?<!\w){body[1]}(?:'s|')\s{number[1]}\s{noun}\b"
        rf"|{every}{number[2]}\s{noun}\sof\s(?:the\s)?{body[2]}(?!\w)"
        rf"|\b{number[3]}-(?:member|nation|country)\s{body[3]}(?!\w)"
        rf"|(?<!\w){body[4]}\s(?:now\s)?(?:has|counts|numbers"
        rf"|unites)\s(?:now\s)?{number[4]}\s{noun}\b"
    )


_COUNT: Final = rf"(?:\d|{'|'.join((*_SMALL, *_TENS))})"
_COUNTED_BEFORE: Final = Pattern(
    rf"{_COUNT}-(?:member|nation|country)\s$|{_COUNT}\s(?:(?:[^\s]+\s){{1,4}}of\s(?:the\s)?)?$"
)
_COUNTED_BEHIND: Final = Pattern(
    rf"(?:'s?|\s(?:now\s)?(?:has|counts|numbers|unites)(?:\snow)?)\s{_COUNT}"
)
_NEAR: Final = 60


def _may_count(text: str) -> bool:
    """Tell whether something stands beside an organisation that may count its members."""
    for name in _named():
        at = text.find(name)
        while at != -1:
            behind = _COUNTED_BEHIND.match(text, at + len(name))
            if behind or _COUNTED_BEFORE.search(text, max(0, at - _NEAR), at):
                return True
            at = text.find(name, at + 1)
    return False


def _count(document: Document) -> Iterator[Hit]:
    if not _may_count(document.folded):
        return
    for match in _counts().finditer(document.folded):
        index = next(i for i in range(5) if match.group(f"org{i}"))
        org, said = _named()[match.group(f"org{index}")], match.group(f"number{index}")
        number = int(said) if said.isdigit() else _NUMBERS.index(said)
        sentence = document.sentence_at(match.start()).of(document.folded)
        if number == org.count or _YEAR.search(sentence):
            continue
        span = Span(match.start(f"number{index}"), match.end(f"number{index}"))
        until = org.counts.get(number)
        truth = f"{_the(org)} has {org.count} {org.nouns[0]}"
        truth = truth[:1].upper() + truth[1:]
        if until is not None:
            truth += f"; it had {number} until {until.isoformat()}"
        elif org.since is not None:
            truth += f" since {org.since.isoformat()}"
        whole = Span(match.start(), match.end())
        fix = Fix(span, str(org.count) if said.isdigit() else _word(org.count))
        yield Hit(whole, {"truth": truth}, (fix,), severity=_least(org), basis=org.row.basis)


def _word(number: int) -> str:
    return _NUMBERS[number] if number < len(_NUMBERS) else str(number)


CLAIMS: Final[Mapping[str, Callable[[Document], Iterator[Hit]]]] = {
    "member": _member,
    "count": _count,
}


def _required(claim: str) -> tuple[Way, ...]:
    """Return what a text holds that says who is a member, or how many are."""
    if claim == "member":
        return ((marks.begun("member ally allies"),),)
    nouns = {fold(noun) for one in tables.organisations() for noun in one.nouns}
    return ((marks.named(nouns) | marks.begun("nation member country"), marks.NUMBER),)


OPTIONS: Final[Mapping[str, Option]] = {
    "claim": Option(
        "choice",
        "member: a country is said to be a member; count: how many members there are.",
        required=True,
        choices=tuple(CLAIMS),
    ),
}
PLACEHOLDERS: Final = frozenset({"truth"})


@dataclass(frozen=True, slots=True)
class MembershipFinder:
    """Yields what contradicts the table of members."""

    claim: str
    literals: frozenset[str] | None
    layers: frozenset[Layer] = frozenset()

    @property
    def required(self) -> tuple[Way, ...]:
        """What its claims are worded with."""
        return _required(self.claim)

    def find(self, document: Document, spots: Sequence[Spot]) -> Iterator[Hit]:  # noqa: ARG002
        """Yield one hit a wrong claim."""
        yield from CLAIMS[self.claim](document)


def compile(options: Options) -> MembershipFinder:  # noqa: A001 - the protocol's name
    """Make the finder."""
    return MembershipFinder(options["claim"], frozenset(_named()))
