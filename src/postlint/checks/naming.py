"""``naming``: old and contested names, and places given to a state, by the dated tables."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, Final

from postlint import tables
from postlint.knowledge import ownership
from postlint.lexicon import Lexicon, Spot, fold, longest
from postlint.model import Fix, Hit, Layer
from postlint.options import Option
from postlint.spans import Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from postlint.document import Document
    from postlint.options import Options
    from postlint.tables import Form, Naming, Territory

OPTIONS: Final[Mapping[str, Option]] = {
    "claim": Option(
        "choice",
        "old: names given up; in-use: names that give way; article: “the Ukraine”; side: names "
        "that take a side; owner: words that give a contested place to a state.",
        required=True,
        choices=tuple(tables.NAMING),
    ),
    "own": Option(
        "files",
        "Tables of the names that your own ministry writes; they win over the shipped ones.",
        default=(),
    ),
}
PLACEHOLDERS: Final = frozenset({"fault", "replacement", "advice"})
_FAULTS: Final[Mapping[str, str]] = {
    "old": "is an old name",
    "in-use": "has a name that is preferred to it",
    "article": "has an article too many",
    "side": "is a name that takes a side",
    "owner": "states who owns a contested place",
}
_OWN_FAULT: Final = "is not the name on your ministry's list"


@dataclass
class NamingFinder:
    """Yields names to avoid, and what is said of contested places."""

    claim: str
    own: tuple[str, ...]
    layers: frozenset[Layer] = frozenset()
    _right: Lexicon = field(init=False, repr=False)

    def __post_init__(self) -> None:
        """Read the tables, so that a mistake in one is told before the first post."""
        self._right = Lexicon(self._naming.right)

    @property
    def _naming(self) -> Naming:
        return tables.naming(self.claim, self.own)

    @cached_property
    def _forms(self) -> Mapping[str, Form]:
        return {fold(form.avoid): form for form in self._naming.forms}

    @cached_property
    def _places(self) -> Mapping[str, list[tuple[str, Territory]]]:
        found: dict[str, list[tuple[str, Territory]]] = {}
        for land in self._naming.territories:
            for place in land.places:
                found.setdefault(fold(place), []).append((place, land))
        return found

    @cached_property
    def literals(self) -> frozenset[str]:
        """Every name, folded."""
        return frozenset({*self._forms, *self._places})

    def find(self, document: Document, spots: Sequence[Spot]) -> Iterator[Hit]:
        """Yield names to avoid, the longest of those that overlap, then claims about places."""
        listed = [spot for spot in spots if spot.literal in self._forms]
        hits = [self._avoided(document, spot) for spot in longest(listed)]
        for spot in longest(spot for spot in spots if spot.literal in self._places):
            for place, land in self._places[spot.literal]:
                hits += _claimed(document, Span(spot.start, spot.end), place, land)
        if not any(hits):
            return
        right = [Span(spot.start, spot.end) for spot in self._right.find(document.folded)]
        right += _preferred(document)
        seen: set[Span] = set()
        for hit in hits:
            if hit is None or hit.span in seen or any(span.covers(hit.span) for span in right):
                continue
            seen.add(hit.span)
            yield hit

    def _avoided(self, document: Document, spot: Spot) -> Hit | None:
        form, span = self._forms[spot.literal], Span(spot.start, spot.end)
        if not _is_spelled(span.of(document.cased), form.avoid) or _beside(document, span, form):
            return None
        new = form.use[0] if form.use else ""
        fixes = (Fix(span, new),) if new and not form.ask else ()
        fault = _OWN_FAULT if form.own else _FAULTS[form.claim]
        values = {"fault": fault, "replacement": new, "advice": _advice(new, ask=form.ask)}
        return Hit(span, values, fixes, form.level, form.row.basis)


def _claimed(document: Document, span: Span, place: str, land: Territory) -> Iterator[Hit]:
    """Yield what is said of one territory's place."""
    if not _is_spelled(span.of(document.cased), place):
        return
    sentence = document.sentence_at(span.start)
    new = land.use.replace("{place}", place)
    values = {"fault": _FAULTS["owner"], "replacement": new, "advice": _advice(new, ask=land.ask)}
    for said in ownership.find(land, document.masked, span, sentence):
        fixes = (Fix(said.span, new),) if said.plain and new and not land.ask else ()
        yield Hit(said.span, values, fixes, land.level, land.row.basis)


def _advice(new: str, *, ask: bool) -> str:
    """Return what to write instead, as the end of a message."""
    if not new:
        return "; ask what your ministry writes" if ask else ""
    return f"; ask, or write {new}" if ask else f": write {new}"


def _is_spelled(written: str, listed: str) -> bool:
    """Tell whether a name has the capitals of the table, the one that begins a sentence aside."""
    plain = written.replace("’", "'")
    return plain in (listed, listed[:1].upper() + listed[1:])


def _beside(document: Document, span: Span, form: Form) -> bool:
    """Tell whether words stand by with which the name means something else."""
    sentence = document.sentence_at(span.start)
    return Lexicon(form.beside).any(document.folded, sentence.start, sentence.end)


def _preferred(document: Document) -> list[Span]:
    """Return where the text has names that the mission's own fact sheet prefers."""
    names = () if document.facts is None else (name.use for name in document.facts.names)
    return [Span(spot.start, spot.end) for spot in Lexicon(names).find(document.folded)]


def compile(options: Options) -> NamingFinder:  # noqa: A001 - the protocol's name
    """Make the finder."""
    return NamingFinder(options["claim"], tuple(options["own"]))
