"""Whom a text speaks of: leaders, officials, states, peoples, institutions, journalists, handles.

Works from the dated tables and from capitals alone, without grammar, so that
what it finds is certain. Names of people come into it only behind a title.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Final

from postlint import tables
from postlint.lazily import Pattern
from postlint.lexicon import Lexicon, Spot, fold, longest
from postlint.spans import Span
from postlint.values import dataclass

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from postlint.social import Social

_CAPITAL: Final = r"[A-ZÀ-ÖØ-Þ]"
_NAME: Final = Pattern(
    rf"(?:\s+(?:of\s+)?(?:{_CAPITAL}\.|{_CAPITAL}[\w’'-]*))"
    rf"(?:\s+(?:(?:van|von|der|de|da|dos|bin|al|el|la)\s+)?(?:{_CAPITAL}\.|{_CAPITAL}[\w’'-]*))*"
)
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


@dataclass(frozen=True, slots=True)
class _Entry:
    kind: str
    cased: bool
    alone: bool


@lru_cache(maxsize=1)
def _entries() -> tuple[Mapping[str, tuple[_Entry, frozenset[str]]], Lexicon, Lexicon]:
    """Return what each folded name means, with its spellings; the names; and the false friends."""
    found: dict[str, tuple[_Entry, frozenset[str]]] = {}

    def add(names: tuple[str, ...], entry: _Entry) -> None:
        for name in names:
            key = fold(name)
            old = found.get(key)
            if old is None or old[0].kind == entry.kind:
                found[key] = (entry, (old[1] if old else frozenset()) | {name})

    guards = [g for title in tables.titles() for g in title.guards]
    guards += [g for body in tables.institutions() for g in body.guards]
    guards += [g for country in tables.countries() for g in country.guards]
    for title in tables.titles():
        if title.kind in ("leader", "official", "honorific"):
            courtesy = title.kind == "honorific"
            kind = "person" if courtesy else title.kind
            entry = _Entry(kind, cased=courtesy, alone=title.alone and not courtesy)
            add((*title.names, *title.french), entry)
    for country in tables.countries():
        add((country.name, *country.aliases, *country.french), _Entry("state", True, True))
        add(country.people, _Entry("people", True, True))
    for invented in INVENTED:
        add((invented,), _Entry("state", True, True))
        add((invented + "n", invented + "ns"), _Entry("people", True, True))
    for body in tables.institutions():
        kind = "institution" if body.kind == "government" else body.kind
        add((*body.names, *body.french), _Entry(kind, body.cased, True))
    return (
        found,
        Lexicon(found),
        Lexicon((*tables.not_titles(), *(g for g in guards if fold(g) not in found))),
    )


def _spelled_right(text: str, spot: Spot, entry: _Entry, spellings: frozenset[str]) -> bool:
    written = text[spot.start : spot.end]
    if not entry.cased:
        return True
    return any(written in (name, name.upper()) for name in spellings) and written[:1].isupper()


def _titled(text: str, folded: str, spot: Spot, entry: _Entry) -> Span | None:
    """Return the title with the name behind it, or alone where it can mean nobody else."""
    name = _NAME.match(text, spot.end)
    if name:
        named = _POSSESSIVE.sub("", text[spot.start : name.end()].rstrip())
        return Span(spot.start, spot.start + len(named))
    sentence_start = max(folded.rfind(mark, 0, spot.start) for mark in ".!?\n") + 1
    before = folded[max(sentence_start, spot.start - 40) : spot.start]
    if entry.alone and _ALONE_BEFORE.search(before):
        return Span(spot.start, spot.end)
    return None


def _found(masked: str, folded: str) -> Iterator[Target]:
    entries, lexicon, friends = _entries()
    false = [Span(s.start, s.end) for s in friends.find(folded)]
    for spot in longest(lexicon.find(folded)):
        entry, spellings = entries[spot.literal]
        span: Span | None = Span(spot.start, spot.end)
        if span and any(span.overlaps(other) for other in false):
            continue
        if not _spelled_right(masked, spot, entry, spellings):
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
