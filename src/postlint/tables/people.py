"""Titles of leaders and officials, and the bodies and groups that a post may speak of.

Not for names of people: nobody is named in the shipped tables.
"""

from __future__ import annotations

from dataclasses import field
from functools import lru_cache

from postlint.tables.table import Row, load
from postlint.values import dataclass

TITLE_CLASSES = ("leader", "official", "honorific", "not-a-title")
INSTITUTION_CLASSES = ("institution", "government", "journalist", "citizens", "people")


@dataclass(frozen=True, slots=True)
class Title:
    """One row of ``titles``: ``kind`` is ``leader``, ``official`` or ``honorific``.

    ``french`` holds the masculine and the feminine. ``alone`` tells a title
    that means the person even without a name (“the Prime Minister”); one that
    is not (“the Secretary”, “Justice”) needs a name or a state beside it.
    """

    title: str
    kind: str
    aliases: tuple[str, ...]
    french: tuple[str, ...]
    plurals: tuple[str, ...]
    alone: bool
    guards: tuple[str, ...]
    row: Row = field(repr=False, compare=False)

    @property
    def names(self) -> tuple[str, ...]:
        """The English title and its aliases."""
        return (self.title, *self.aliases)


@dataclass(frozen=True, slots=True)
class Institution:
    """One row of ``institutions``.

    ``kind`` is ``institution`` (UN, NATO, a court), ``government`` (a
    government, parliament or force), ``journalist``, ``citizens`` (people in a
    role: voters, refugees) or ``people`` (who they are: Indigenous peoples).
    ``cased`` tells a name that counts only with its capitals.
    """

    name: str
    kind: str
    aliases: tuple[str, ...]
    french: tuple[str, ...]
    cased: bool
    guards: tuple[str, ...]
    row: Row = field(repr=False, compare=False)

    @property
    def names(self) -> tuple[str, ...]:
        """The English name and its aliases."""
        return (self.name, *self.aliases)


@lru_cache(maxsize=1)
def titles() -> tuple[Title, ...]:
    """Return the titles of leaders and officials, and the honorifics."""
    return tuple(_title(row) for row in load("titles").rows if _class(row) != "not-a-title")


@lru_cache(maxsize=1)
def not_titles() -> tuple[str, ...]:
    """Return the phrases, English and French, in which a title is no office: “queen bee”.

    The guards of single titles are not among them: see the false friends.
    """
    rows = [row for row in load("titles").rows if _class(row) == "not-a-title"]
    return tuple(text for row in rows for key in ("title", "fr") for text in row.texts(key))


@lru_cache(maxsize=1)
def institutions() -> tuple[Institution, ...]:
    """Return the bodies and groups that a post may speak of."""
    return tuple(_institution(row) for row in load("institutions").rows)


def _class(row: Row) -> str:
    return row.one_of("class", TITLE_CLASSES)


def _title(row: Row) -> Title:
    return Title(
        title=row.text("title"),
        kind=_class(row),
        aliases=row.texts("aliases"),
        french=row.texts("fr"),
        plurals=row.texts("plural"),
        alone=row.flag("alone", default=_class(row) == "leader"),
        guards=row.texts("guard"),
        row=row,
    )


def _institution(row: Row) -> Institution:
    return Institution(
        name=row.text("name"),
        kind=row.one_of("class", INSTITUTION_CLASSES),
        aliases=row.texts("aliases"),
        french=row.texts("fr"),
        cased=row.flag("cased"),
        guards=row.texts("guard"),
        row=row,
    )
