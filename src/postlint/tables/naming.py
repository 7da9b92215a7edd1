"""What to call places whose name is old, in dispute, or says who owns them.

The tables ``exonyms`` and ``contested`` hold the usage of the Government of
Canada; another ministry's own table, of the same columns, wins over them.
"""

from __future__ import annotations

from dataclasses import field, replace
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Final

from postlint.lexicon import fold
from postlint.model import Severity
from postlint.tables.table import Row, load, read_table
from postlint.values import dataclass

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

CLAIMS: Final[Mapping[str, str]] = {
    "old": "exonyms",
    "in-use": "exonyms",
    "article": "exonyms",
    "side": "contested",
    "owner": "contested",
}
"""What may be wrong with a name, and the table of such names."""
COLUMNS: Final[Mapping[str, str]] = {
    "avoid": "names to avoid",
    "use": "what to write; the first where several are right; {place} stands for the place",
    "place": "places that nobody should call part of a state",
    "never_with": "states and flags that must not own the place (“Crimea, Russia”)",
    "never_of": "adjectives of such states (“Russian Crimea”)",
    "never_called": "what the place must not be called (“Taiwan is a country”)",
    "capital_of": "states whose capital it must not be called",
    "claim": "old, in-use, article, side or owner: what the name does",
    "level": "the highest severity, where it is less than the rule's",
    "ask": "whether there is no single answer, so that somebody should be asked",
    "beside": "words of the same sentence with which the name means something else",
    "guard": "names and phrases in which the name is right",
    "why": "the reason",
    "fr": "French names",
}
_LEVELS: Final = {severity.word: severity for severity in Severity}


@dataclass(frozen=True, slots=True)
class Form:
    """A name to avoid, and what to write: nothing where no form is neutral.

    ``own`` tells a name of a ministry's own table.
    """

    avoid: str
    use: tuple[str, ...]
    claim: str
    level: Severity | None
    ask: bool
    beside: tuple[str, ...]
    own: bool
    row: Row = field(repr=False, compare=False)


@dataclass(frozen=True, slots=True)
class Territory:
    """Places that are not to be called part of ``owners``, nor one of ``called``.

    ``use`` says what to write; ``{place}`` in it stands for the place.
    """

    places: tuple[str, ...]
    use: str
    owners: tuple[str, ...]
    adjectives: tuple[str, ...]
    called: tuple[str, ...]
    capital_of: tuple[str, ...]
    level: Severity | None
    ask: bool
    row: Row = field(repr=False, compare=False)


@dataclass(frozen=True, slots=True)
class Naming:
    """Everything that one rule needs: names, territories, and phrases that are right."""

    forms: tuple[Form, ...]
    territories: tuple[Territory, ...]
    right: frozenset[str]

    @property
    def rows(self) -> tuple[Row, ...]:
        """The rows that all this comes from, each once."""
        of_forms, of_lands = (e.row for e in self.forms), (e.row for e in self.territories)
        return tuple(dict.fromkeys((*of_forms, *of_lands)))


@lru_cache(maxsize=32)
def naming(claim: str, own: tuple[str, ...] = ()) -> Naming:
    """Return what ``claim`` is about, as the tables have it and the tables in ``own`` change it.

    Each of ``own`` is the path of a table; the later wins over the earlier.
    Raises PackError or MissingFile for what cannot be read.
    """
    rows = load(CLAIMS[claim]).rows
    forms = [form for row in rows for form in _forms(row, own=False)]
    territories = [land for row in rows for land in _territory(row)]
    for path in own:
        own_rows = read_table(Path(path), COLUMNS).rows
        forms = _over([form for row in own_rows for form in _forms(row, own=True)], forms)
        territories = _taken([land for row in own_rows for land in _territory(row)], territories)
        rows = (*rows, *own_rows)
    return Naming(
        tuple(form for form in forms if form.claim == claim),
        tuple(territories) if claim == "owner" else (),
        frozenset(_right(rows, forms)),
    )


def _right(rows: Iterable[Row], forms: Iterable[Form]) -> Iterable[str]:
    avoided = {fold(form.avoid) for form in forms}
    for row in rows:
        yield from row.texts("guard")
        yield from (use for use in row.texts("use") if fold(use) not in avoided)


def _over(new: list[Form], old: list[Form]) -> list[Form]:
    """Return the forms of both: what the new ones prefer is right, what they avoid is theirs."""
    preferred = {fold(use) for form in new for use in form.use}
    theirs = {fold(form.avoid): form for form in new}
    kept = []
    for form in old:
        if fold(form.avoid) in preferred or fold(form.avoid) in theirs:
            continue
        better = theirs.get(fold(form.use[0])) if form.use else None
        kept.append(form if better is None else replace(form, use=better.use, row=better.row))
    return [*kept, *new]


def _taken(new: list[Territory], old: list[Territory]) -> list[Territory]:
    """Return the territories of both; a place of the new ones belongs to them alone."""
    taken = {fold(place) for land in new for place in land.places}
    left = [
        replace(land, places=tuple(p for p in land.places if fold(p) not in taken)) for land in old
    ]
    return [land for land in (*left, *new) if land.places]


def _forms(row: Row, *, own: bool) -> Iterable[Form]:
    claim = row.one_of("claim", tuple(CLAIMS), "owner" if row.texts("place") else "old")
    for avoid in row.texts("avoid"):
        yield Form(
            avoid=avoid,
            use=tuple(use for use in row.texts("use") if "{place}" not in use),
            claim=claim,
            level=_level(row),
            ask=row.flag("ask"),
            beside=row.texts("beside"),
            own=own,
            row=row,
        )


def _territory(row: Row) -> Iterable[Territory]:
    if row.texts("place"):
        yield Territory(
            places=row.texts("place"),
            use=next(iter(row.texts("use")), ""),
            owners=row.texts("never_with"),
            adjectives=row.texts("never_of"),
            called=row.texts("never_called"),
            capital_of=row.texts("capital_of"),
            level=_level(row),
            ask=row.flag("ask"),
            row=row,
        )


def _level(row: Row) -> Severity | None:
    """Return how bad a finding may be: what is not certain can only be asked about."""
    if not row.certain:
        return Severity.SUGGESTION
    word = row.one_of("level", ("", *_LEVELS), "")
    return _LEVELS.get(word)
