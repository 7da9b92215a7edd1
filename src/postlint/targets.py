"""Whom a text speaks of: leaders, officials, states, peoples, institutions, journalists, handles.

Works from the dated tables and from capitals alone, without grammar, so that
what it finds is certain. Names of people come into it only behind a title.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from postlint import tables
from postlint.lazily import Pattern
from postlint.lexicon import Lexicon, Spot, fold, longest
from postlint.spans import Span
from postlint.values import dataclass

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from postlint.social import Social

_CAPITAL: Final = r"[A-ZÀ-ÖØ-Þ]"
_NAME: Final = Pattern(
    rf"(?:\s+(?:of\s+)?(?:{_CAPITAL}\.|{_CAPITAL}[\w’'-]*))"
    rf"(?:\s+(?:(?:van|von|der|de|da|dos|bin|al|el|la)\s+)?(?:{_CAPITAL}\.|{_CAPITAL}[\w’'-]*))*"
)
_NEAR: Final = 40
_POSSESSIVE: Final = Pattern(r"['’]s?$")
_ALONE_BEFORE: Final = Pattern(
    r"(?:\b(?:the|that|this|their|its|your|his|her|le|la|ce|cette|l')\s*(?:[\w'-]+\s+){0,2}|['\u2019]s\s+(?:[\w'-]+\s+)?|^\s*)$"
)
_STATE_WORDS: Final = Lexicon(
    ["that country", "this country", "the country", "their country", "your country", "a country"]
)
INVENTED: Final = (
    "Ruritania",
    "Freedonia",
    "Sylvania",
    "Genovia",
    "Elbonia",
    "Syldavia",
    "Borduria",
)
"""Countries of fiction that stand for any country in drafts, examples and training."""


@dataclass(frozen=True, slots=True)
class Target:
    """Somebody spoken of; ``text`` is how the post names them."""

    span: Span
    kind: str
    text: str


class _Entry(NamedTuple):
    """What a name means, and the ways it is written."""

    kind: str
    cased: bool
    alone: bool
    spellings: Sequence[str]


_TABLES: Final = ("titles", "countries", "institutions")
"""The tables that the names and their false friends come from."""
_FORM: Final = 1


def _gathered() -> dict[str, Any]:
    """Return what each folded name means, and the folded false friends, as JSON keeps them."""
    found: dict[str, tuple[str, bool, bool, list[str]]] = {}

    def add(names: tuple[str, ...], kind: str, *, cased: bool, alone: bool) -> None:
        for name in names:
            old = found.get(fold(name))
            if old is None or old[0] == kind:
                spellings = sorted({name, *(old[3] if old else ())})
                found[fold(name)] = (kind, cased, alone, spellings)

    guards = [g for title in tables.titles() for g in title.guards]
    guards += [g for body in tables.institutions() for g in body.guards]
    guards += [g for country in tables.countries() for g in country.guards]
    for title in tables.titles():
        if title.kind in ("leader", "official", "honorific"):
            courtesy = title.kind == "honorific"
            kind = "person" if courtesy else title.kind
            alone = title.alone and not courtesy
            add((*title.names, *title.french), kind, cased=courtesy, alone=alone)
    for country in tables.countries():
        names = (country.name, *country.aliases, *country.french)
        add(names, "state", cased=True, alone=True)
        add(country.people, "people", cased=True, alone=True)
    for invented in INVENTED:
        add((invented,), "state", cased=True, alone=True)
        add((invented + "n", invented + "ns"), "people", cased=True, alone=True)
    for body in tables.institutions():
        kind = "institution" if body.kind == "government" else body.kind
        add((*body.names, *body.french), kind, cased=body.cased, alone=True)
    friends = {fold(phrase) for phrase in tables.not_titles()}
    friends |= {fold(guard) for guard in guards} - found.keys()
    return {"names": found, "friends": sorted(friends)}


@lru_cache(maxsize=1)
def _known() -> tuple[Mapping[str, Sequence[Any]], Lexicon, Lexicon]:
    """Return the fields of each folded name's `_Entry`; the names; and the false friends."""
    kept = tables.gathered("targets", _TABLES, _FORM, _gathered)
    names = kept["names"]
    return names, Lexicon(names, folded=True), Lexicon(kept["friends"], folded=True)


def _spelled_right(text: str, spot: Spot, entry: _Entry) -> bool:
    written = text[spot.start : spot.end]
    if not entry.cased:
        return True
    return any(written in (name, name.upper()) for name in entry.spellings) and (
        written[:1].isupper()
    )


def _titled(text: str, folded: str, spot: Spot, entry: _Entry) -> Span | None:
    """Return the title with the name behind it, or alone where it can mean nobody else."""
    name = _NAME.match(text, spot.end)
    if name:
        named = _POSSESSIVE.sub("", text[spot.start : name.end()].rstrip())
        return Span(spot.start, spot.start + len(named))
    near = max(0, spot.start - _NEAR)
    sentence_start = max(folded.rfind(mark, near, spot.start) for mark in ".!?\n") + 1
    before = folded[max(sentence_start, near) : spot.start]
    if entry.alone and _ALONE_BEFORE.search(before):
        return Span(spot.start, spot.end)
    return None


def _found(masked: str, folded: str) -> Iterator[Target]:
    known, lexicon, friends = _known()
    spots = longest(lexicon.find(folded))
    false = [Span(s.start, s.end) for s in friends.find(folded)] if spots else []
    for spot in spots:
        entry = _Entry(*known[spot.literal])
        span: Span | None = Span(spot.start, spot.end)
        if span and any(span.overlaps(other) for other in false):
            continue
        if not _spelled_right(masked, spot, entry):
            continue
        if entry.kind in ("leader", "official", "person"):
            span = _titled(masked, folded, spot, entry)
        if span is not None:
            yield Target(span, entry.kind, span.of(masked))


def find(masked: str, folded: str, social: Social) -> tuple[Target, ...]:
    """Return the targets of a text in order; ``masked`` and ``folded`` are the document's."""
    found = list(_found(masked, folded))
    found += [
        Target(Span(s.start, s.end), "state", masked[s.start : s.end])
        for s in _STATE_WORDS.find(folded)
    ]
    found += [Target(mention.span, "handle", mention.text) for mention in social.mentions]
    return tuple(sorted(found, key=lambda target: (target.span.start, -target.span.end)))
