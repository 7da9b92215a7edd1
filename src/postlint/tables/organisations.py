"""Who belongs to which international organisation, and how many they are or were.

Not for what the organisations are called in passing: see the institutions.
"""

from __future__ import annotations

from dataclasses import field
from datetime import date
from functools import lru_cache
from typing import TYPE_CHECKING

from postlint.tables.table import Row, load
from postlint.values import dataclass

if TYPE_CHECKING:
    from collections.abc import Mapping


@dataclass(frozen=True, slots=True)
class Organisation:
    """One row of ``memberships``.

    ``members`` are alpha-2 codes; ``unions`` members that are no countries
    (the EU in the G20). ``count`` is the number that its members are said to
    be, unions included. ``counts`` maps earlier numbers to the last day on
    which each was true. ``candidates`` are close, but not members.
    """

    name: str
    aliases: tuple[str, ...]
    french: tuple[str, ...]
    members: frozenset[str]
    unions: tuple[str, ...]
    candidates: frozenset[str]
    nouns: tuple[str, ...]
    count: int
    since: date | None
    counts: Mapping[int, date]
    row: Row = field(repr=False, compare=False)


@lru_cache(maxsize=1)
def organisations() -> tuple[Organisation, ...]:
    """Return all organisations whose members are known."""
    return tuple(_organisation(row) for row in load("memberships").rows)


def organisation(name: str) -> Organisation:
    """Return the organisation of that name; KeyError where there is none."""
    return _by_name()[name]


@lru_cache(maxsize=1)
def _by_name() -> Mapping[str, Organisation]:
    return {one.name: one for one in organisations()}


def _organisation(row: Row) -> Organisation:
    members = frozenset(row.text("members").split())
    return Organisation(
        name=row.text("name"),
        aliases=row.texts("aliases"),
        french=row.texts("fr"),
        members=members,
        unions=row.texts("unions"),
        candidates=frozenset(row.text("candidates", "").split()),
        nouns=row.texts("nouns") or ("members",),
        count=len(members) + len(row.texts("unions")),
        since=row.since,
        counts=dict(_earlier(row, entry) for entry in row.texts("earlier")),
        row=row,
    )


def _earlier(row: Row, entry: str) -> tuple[int, date]:
    """Read “31 until 2024-03-06”."""
    number, _, day = entry.partition(" until ")
    try:
        return int(number), date.fromisoformat(day)
    except ValueError:
        problem = f"earlier: “{entry}” is not like “31 until 2024-03-06”"
        raise row.fault(problem) from None
