"""The mission's own facts: ``mission.yaml`` and the fact sheets that it names.

Reads and checks the files; whether a post contradicts them is a rule's affair.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, TypeVar

from postlint import yamlfile
from postlint.errors import ConfigError, MissingFile
from postlint.facts import mission
from postlint.facts.doubts import doubts
from postlint.facts.sheet import (
    DAYS,
    LEVELS,
    Contact,
    Dated,
    Facts,
    Figure,
    Handle,
    Hours,
    Person,
    PreferredName,
    Quote,
    Region,
    SolemnDay,
    TravelAdvice,
    digits,
)
from postlint.lazily import Pattern
from postlint.model import Source
from postlint.yamlfile import Fields, Node, read

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

__all__ = [
    "Contact",
    "Facts",
    "Figure",
    "Handle",
    "Hours",
    "Person",
    "PreferredName",
    "Quote",
    "Region",
    "SolemnDay",
    "TravelAdvice",
    "digits",
    "doubts",
    "load",
    "of_values",
    "stale",
]

Fact = TypeVar("Fact")
_LARGEST: Final = 4 << 20
_SOON: Final = timedelta(days=30)
_SIXTY: Final = 60


def load(path: str | Path) -> Facts:
    """Read a mission file, or a lone fact sheet, with the sheets that it names.

    Raises ``MissingFile``, or ``ConfigError`` with its place.
    """
    where = Path(path)
    fields = _open(where)
    facts = _own(fields, where.stem)
    sheets = fields.texts("facts")
    facts = _sheet(fields, facts)
    for name in sheets:
        facts = _sheet(_open(where.parent / name), facts)
    return replace(facts, files=(str(where), *(str(where.parent / name) for name in sheets)))


def of_values(values: Mapping[str, Any], path: str, line: int = 1) -> Facts:
    """Return a fact sheet made in memory, as an example of a rule brings one along."""
    fields = Fields(yamlfile.of(values, line), path, ConfigError, "fact sheet")
    return _sheet(fields, _own(fields, path))


def _own(fields: Fields, name: str) -> Facts:
    """Return what a file says of the mission itself; a lone sheet has only a name."""
    about = fields.mapping("mission", "mission")
    return Facts(mission=name) if about is None else mission.read(about)


def _open(path: Path) -> Fields:
    try:
        if path.stat().st_size > _LARGEST:
            problem = f"is larger than {_LARGEST >> 20} MiB"
            raise ConfigError(problem, str(path))
        text = path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as fault:
        problem = f"{path}: the fact sheet cannot be read: {fault}"
        raise MissingFile(problem) from None
    return Fields(read(text, str(path), error=ConfigError), str(path), ConfigError, "fact sheet")


def _sheet(fields: Fields, facts: Facts) -> Facts:
    """Add the facts of one file; what a row does not date or source, the file must."""
    as_of, until = fields.day("as_of", None), fields.day("valid_until", None)
    source = _source(fields)

    def dated(row: Fields) -> Dated:
        when, who = row.day("as_of", as_of), _source(row) or source
        if when is None or who is None:
            problem = "the fact needs “as_of” and “source”, its own or the file's"
            raise row.fault(problem)
        return Dated(when, row.day("valid_until", until), who, row.path, row.line)

    more = replace(
        facts,
        people=(*facts.people, *_rows(fields, "people", _person, dated)),
        figures=(*facts.figures, *_rows(fields, "figures", _figure, dated)),
        contacts=(*facts.contacts, *_rows(fields, "contacts", _contact, dated)),
        handles=(*facts.handles, *_rows(fields, "handles", _handle, dated)),
        names=(*facts.names, *_rows(fields, "names", _name, dated)),
        quotes=(*facts.quotes, *_rows(fields, "quotes", _quote, dated)),
        hours=(*facts.hours, *_rows(fields, "hours", _hours, dated)),
        travel_advice=(*facts.travel_advice, *_advice(fields, dated)),
    )
    fields.done()
    return more


def _rows(
    fields: Fields,
    key: str,
    make: Callable[[Fields, Dated], Fact],
    dated: Callable[[Fields], Dated],
) -> Iterator[Fact]:
    for node in fields.items(key):
        row = Fields(node, fields.path, ConfigError, f"entry of “{key}”")
        fact = make(row, dated(row))
        row.done()
        yield fact


def _person(row: Fields, dated: Dated) -> Person:
    return Person(
        name=row.text("name"),
        titles=row.texts("titles", required=True),
        since=row.day("from", None),
        left=row.day("until", None),
        handle=row.text("handle", None),
        dated=dated,
        also=row.texts("also"),
    )


def _figure(row: Fields, dated: Dated) -> Figure:
    subject = row.texts("subject", required=True)
    return Figure(
        subject=subject,
        value=row.number("value"),
        unit=row.text("unit", None),
        tolerance=row.number("tolerance", 0),
        about=row.text("about", subject[0]),
        dated=dated,
    )


def _contact(row: Fields, dated: Dated) -> Contact:
    contact = Contact(
        what=row.text("what"),
        phone=row.text("phone", None),
        email=row.text("email", None),
        emergency=row.flag("emergency", default=False),
        dated=dated,
    )
    if not (contact.phone or contact.email):
        problem = "a contact needs “phone” or “email”"
        raise row.fault(problem)
    return contact


def _handle(row: Fields, dated: Dated) -> Handle:
    return Handle(row.text("handle"), row.text("whose"), dated)


def _name(row: Fields, dated: Dated) -> PreferredName:
    return PreferredName(row.text("use"), row.texts("avoid", required=True), dated)


def _quote(row: Fields, dated: Dated) -> Quote:
    return Quote(row.texts("speaker", required=True), row.text("text"), dated)


def _advice(fields: Fields, dated: Callable[[Fields], Dated]) -> Iterator[TravelAdvice]:
    row = fields.mapping("travel_advice", "travel advice")
    if row is not None:
        level = row.choice("level", LEVELS, noun="level of travel advice")
        yield TravelAdvice(level, dated(row), tuple(_region(row, n) for n in row.items("regions")))
        row.done()


def _region(fields: Fields, node: Node) -> Region:
    row = Fields(node, fields.path, ConfigError, "region")
    level = row.choice("level", LEVELS, noun="level of travel advice")
    region = Region(row.texts("name", required=True), level)
    row.done()
    return region


_CLOCK: Final = Pattern(r"(?P<hour>[01]?\d|2[0-3]|24(?=:00)):(?P<minute>[0-5]\d)")


def _hours(row: Fields, dated: Dated) -> Hours:
    opens, closes = (_clock(row, key) for key in ("from", "to"))
    if closes <= opens:
        problem = "the hours end before they begin"
        raise row.fault(problem)
    days = row.choices("days", DAYS, "day of the week")
    return Hours(
        what=row.texts("what", required=True),
        days=tuple(DAYS.index(day) for day in days) or tuple(range(len(DAYS))),
        opens=opens,
        closes=closes,
        dated=dated,
    )


def _clock(row: Fields, key: str) -> int:
    """Return minutes from midnight; the file writes 8:30 or "17:00"."""
    written = row.text(key)
    match = _CLOCK.fullmatch(written)
    if match is None:
        problem = f"{key}: “{written}” is not an hour such as 8:30 or 17:00"
        raise row.fault(problem, row.node(key))
    return int(match["hour"]) * _SIXTY + int(match["minute"])


def _source(fields: Fields) -> Source | None:
    """Return who says so: a title alone, or a mapping with title and url."""
    node = fields.node("source")
    if node is None:
        return None
    if not isinstance(node.value, dict):
        return Source(fields.text("source"))
    inner = fields.mapping("source", required=True)
    assert inner is not None  # noqa: S101 - it is required
    source = Source(inner.text("title"), inner.text("url", None), inner.text("date", None))
    inner.done()
    return source


def stale(facts: Facts, on: date) -> Iterator[tuple[str, Dated, str]]:
    """Yield the facts past their date, or soon to be, with what is the matter."""
    for name, dated in facts.dated():
        if dated.until is None:
            continue
        if dated.stale(on):
            yield name, dated, f"was good until {dated.until}"
        elif dated.until - on <= _SOON:
            yield name, dated, f"is good until {dated.until} only"
