"""A mission's own facts as frozen values: people, figures, contacts, words, hours and so on."""

from __future__ import annotations

from dataclasses import field
from typing import TYPE_CHECKING, Final

from postlint.values import dataclass

if TYPE_CHECKING:
    from datetime import date

    from postlint.model import Source


LEVELS: Final = ("normal", "high-caution", "avoid-non-essential", "avoid-all")
"""Levels of travel advice, as travel.gc.ca has them, the mildest first."""
DAYS: Final = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")


@dataclass(frozen=True, slots=True)
class Dated:
    """When a fact was true and until when anybody vouches for it, who says so, and where it stands.

    ``until`` is the last good day, None where nobody set one.
    """

    as_of: date
    until: date | None
    source: Source
    path: str
    line: int

    def stale(self, on: date) -> bool:
        """Tell whether the fact is past its date on that day."""
        return self.until is not None and self.until < on


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody with a title, and the days (inclusive) on which they hold it."""

    name: str
    titles: tuple[str, ...]
    since: date | None
    left: date | None
    handle: str | None
    dated: Dated
    also: tuple[str, ...] = ()

    @property
    def surnames(self) -> tuple[str, ...]:
        """The last words of the name and of the other names that the person goes by."""
        return tuple(dict.fromkeys(name.split()[-1] for name in (self.name, *self.also)))


@dataclass(frozen=True, slots=True)
class Figure:
    """A number about a subject: any of its wordings, a unit, a tolerance in the unit itself."""

    subject: tuple[str, ...]
    value: float
    unit: str | None
    tolerance: float
    about: str
    dated: Dated


@dataclass(frozen=True, slots=True)
class Contact:
    """A published telephone number or e-mail address, and what it is for."""

    what: str
    phone: str | None
    email: str | None
    emergency: bool
    dated: Dated


@dataclass(frozen=True, slots=True)
class Handle:
    """An account that the mission knows, and whose it is."""

    handle: str
    whose: str
    dated: Dated


@dataclass(frozen=True, slots=True)
class PreferredName:
    """What to call something, and what not."""

    use: str
    avoid: tuple[str, ...]
    dated: Dated


@dataclass(frozen=True, slots=True)
class Quote:
    """What somebody said, word for word; ``speaker`` holds every wording of who it is."""

    speaker: tuple[str, ...]
    text: str
    dated: Dated


@dataclass(frozen=True, slots=True)
class Region:
    """A part of the country, by every wording, with a level of advice of its own."""

    name: tuple[str, ...]
    level: str


@dataclass(frozen=True, slots=True)
class TravelAdvice:
    """The government's advice for the whole country; ``level`` is one of ``LEVELS``."""

    level: str
    dated: Dated
    regions: tuple[Region, ...] = ()


@dataclass(frozen=True, slots=True)
class SolemnDay:
    """A day on which the mission does not celebrate: a date of every year, or of one.

    ``names`` are what the day is called, none where the sheet gives only a date.
    """

    month: int
    day: int
    year: int | None
    names: tuple[str, ...]

    def is_on(self, when: date) -> bool:
        """Tell whether that date is the day."""
        here = (when.month, when.day) == (self.month, self.day)
        return here and self.year in (None, when.year)


@dataclass(frozen=True, slots=True)
class Hours:
    """When something is open: weekdays (Monday is 0) and minutes from midnight."""

    what: tuple[str, ...]
    days: tuple[int, ...]
    opens: int
    closes: int
    dated: Dated


@dataclass(frozen=True, slots=True)
class Facts:
    """Everything that a mission file and its fact sheets say."""

    mission: str
    country: str | None = None
    kind: str | None = None
    languages: tuple[str, ...] = ()
    time_zone: str | None = None
    crisis: bool = False
    caretaker: tuple[tuple[date, date], ...] = ()
    capital: str | None = None
    solemn_days: tuple[SolemnDay | str, ...] = ()
    """Days of the mission's own, and names of days of the table of solemn days."""
    path: str = ""
    """The file that says what the mission is; its facts have places of their own."""
    people: tuple[Person, ...] = ()
    figures: tuple[Figure, ...] = ()
    contacts: tuple[Contact, ...] = ()
    handles: tuple[Handle, ...] = ()
    names: tuple[PreferredName, ...] = ()
    quotes: tuple[Quote, ...] = ()
    hours: tuple[Hours, ...] = ()
    travel_advice: tuple[TravelAdvice, ...] = ()
    """The last one counts, as a mission's own sheet stands behind a shared one."""
    files: tuple[str, ...] = field(default=(), compare=False)
    """The mission file and its sheets, for those who want to know when they change."""

    def dated(self) -> tuple[tuple[str, Dated], ...]:
        """Return every fact with a short name for people, in the order of the kinds."""
        return (
            *((f"{p.name}, {p.titles[0]}", p.dated) for p in self.people),
            *((f.about, f.dated) for f in self.figures),
            *((c.what, c.dated) for c in self.contacts),
            *((h.handle, h.dated) for h in self.handles),
            *((n.use, n.dated) for n in self.names),
            *((f"words of {q.speaker[0]}", q.dated) for q in self.quotes),
            *((f"hours of {h.what[0]}", h.dated) for h in self.hours),
            *((f"travel advice “{t.level}”", t.dated) for t in self.travel_advice),
        )

    @property
    def spellings(self) -> tuple[str, ...]:
        """The names that the sheets spell out: of people, and those to use or to avoid."""
        listed = (spelled for n in self.names for spelled in (n.use, *n.avoid))
        return (*(p.name for p in self.people), *listed)

    def published(self) -> frozenset[str]:
        """Return the contacts: addresses in lower case, numbers as ``digits`` gives them."""
        phones = (digits(c.phone) for c in self.contacts if c.phone)
        return frozenset({*phones, *(c.email.lower() for c in self.contacts if c.email)})


def digits(phone: str) -> str:
    """Return a number's digits, without the prefixes that mean the same line."""
    return "".join(c for c in phone if c.isdigit()).removeprefix("00").lstrip("1")
