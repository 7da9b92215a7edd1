"""Countries and often-named territories: what they, their people and their capitals are called.

Not for deciding whether a word in a text means the country: ``ambiguous`` and
``guards`` say where a word alone is not enough.
"""

from __future__ import annotations

from dataclasses import field
from functools import lru_cache
from typing import TYPE_CHECKING

from postlint.tables.organisations import organisation
from postlint.tables.table import Row, load
from postlint.values import dataclass

if TYPE_CHECKING:
    from collections.abc import Mapping

KINDS = ("state", "observer", "partly-recognised", "territory")


@dataclass(frozen=True, slots=True)
class Country:
    """One row of ``countries``; every text is in Unicode form NFC, with ' for ’.

    ``name`` and ``aliases`` are English, ``french`` begins with the usual
    French name. ``people`` are plurals; “the French” where the noun is an
    adjective. ``capitals`` holds every seat that is called a capital, none
    where it is disputed; ``capital_aliases`` other spellings of them.
    ``french_adjectives`` are masculine and feminine, ``french_capitals`` only
    those whose French name differs.
    """

    iso: str
    name: str
    aliases: tuple[str, ...]
    french: tuple[str, ...]
    adjectives: tuple[str, ...]
    people: tuple[str, ...]
    capitals: tuple[str, ...]
    capital_aliases: tuple[str, ...]
    french_adjectives: tuple[str, ...]
    french_capitals: tuple[str, ...]
    ambiguous: frozenset[str]
    guards: tuple[str, ...]
    kind: str
    of: str | None
    row: Row = field(repr=False, compare=False)

    @property
    def names(self) -> tuple[str, ...]:
        """The English name and its aliases."""
        return (self.name, *self.aliases)

    @property
    def commonwealth(self) -> bool:
        """Whether it is a member of the Commonwealth, whose members exchange High Commissions."""
        return self.iso in organisation("Commonwealth").members

    @property
    def is_state(self) -> bool:
        """Whether posts may call it a country: everything but a territory."""
        return self.kind != "territory"


@lru_cache(maxsize=1)
def countries() -> tuple[Country, ...]:
    """Return all countries and territories, in the order of the table."""
    return tuple(_country(row) for row in load("countries").rows)


def country(iso: str) -> Country | None:
    """Return the country with that alpha-2 code, None where the table has none."""
    return _by_iso().get(iso)


@lru_cache(maxsize=1)
def _by_iso() -> Mapping[str, Country]:
    return {one.iso: one for one in countries()}


def _country(row: Row) -> Country:
    return Country(
        iso=row.text("iso"),
        name=row.text("name"),
        aliases=row.texts("aliases"),
        french=row.texts("fr"),
        adjectives=row.texts("adjectives"),
        people=row.texts("people"),
        capitals=row.texts("capitals"),
        capital_aliases=row.texts("capital_aliases"),
        french_adjectives=row.texts("fr_adjectives"),
        french_capitals=row.texts("fr_capitals"),
        ambiguous=frozenset(row.texts("ambiguous")),
        guards=row.texts("guard"),
        kind=row.one_of("kind", KINDS, default="state"),
        of=row.text("of", "") or None,
        row=row,
    )
