"""What a file says of the mission itself: its kind and place, its time, its days of mourning."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Final

from postlint import tables
from postlint.errors import ConfigError, did_you_mean
from postlint.facts.sheet import Facts, SolemnDay
from postlint.lazily import Pattern
from postlint.yamlfile import Fields

if TYPE_CHECKING:
    from postlint.yamlfile import Node

KINDS: Final = ("embassy", "high-commission", "consulate", "permanent-mission", "office")


def read(fields: Fields) -> Facts:
    """Return what the key “mission” of a file says; raises ConfigError with its place."""
    zone = fields.text("time_zone", None)
    if zone is not None:
        from zoneinfo import ZoneInfo

        try:
            ZoneInfo(zone)
        except (KeyError, ValueError, OSError):
            problem = f"time_zone: “{zone}” is not a zone such as Africa/Nairobi"
            raise fields.fault(problem, fields.node("time_zone")) from None
    facts = Facts(
        mission=fields.text("name"),
        country=fields.text("country", None),
        kind=fields.choice("kind", KINDS, None, "kind of mission"),
        languages=fields.texts("languages"),
        time_zone=zone,
        crisis=fields.flag("crisis", default=False),
        caretaker=tuple(_period(fields, node) for node in fields.items("caretaker")),
        capital=fields.text("capital", None),
        solemn_days=tuple(_solemn(fields, node) for node in fields.items("solemn_days")),
        path=fields.path,
    )
    fields.done()
    return facts


_OF_EVERY_YEAR: Final = Pattern(r"(?P<month>\d\d)-(?P<day>\d\d)")
_LEAP_YEAR: Final = 2024


def _solemn(fields: Fields, node: Node) -> SolemnDay | str:
    """Read a day of mourning: “11-11”, 2026-11-11, a day of the table, or {date, name}."""
    if not isinstance(node.value, dict):
        return _solemn_of(fields, node, ())
    row = Fields(node, fields.path, ConfigError, "solemn day")
    names, when = row.texts("name", required=True), row.node("date")
    row.text("date")
    row.done()
    assert when is not None  # noqa: S101 - it is required
    day = _solemn_of(fields, when, names)
    if isinstance(day, str):
        problem = f"date: “{day}” is not a day such as 04-07 or 2026-04-07"
        raise row.fault(problem, when)
    return day


def _solemn_of(fields: Fields, node: Node, names: tuple[str, ...]) -> SolemnDay | str:
    if isinstance(node.value, date):
        return SolemnDay(node.value.month, node.value.day, node.value.year, names)
    match = _OF_EVERY_YEAR.fullmatch(node.spelling)
    if match is None:
        if not names and not any(node.spelling in day.names for day in tables.days("solemn-days")):
            known = {name for day in tables.days("solemn-days") for name in day.names}
            hint = did_you_mean(node.spelling, known)
            problem = f"solemn_days: “{node.spelling}” is no day such as 04-07, nor a day of the "
            problem += f"table of solemn days; {hint}"
            raise fields.fault(problem, node)
        return node.spelling
    try:
        day = date(_LEAP_YEAR, int(match["month"]), int(match["day"]))
    except ValueError:
        problem = f"solemn_days: there is no {node.spelling}"
        raise fields.fault(problem, node) from None
    return SolemnDay(day.month, day.day, None, names)


def _period(fields: Fields, node: Node) -> tuple[date, date]:
    inner = Fields(node, fields.path, ConfigError, "period")
    period = inner.day("from"), inner.day("until")
    inner.done()
    if period[1] < period[0]:
        problem = "the period ends before it begins"
        raise inner.fault(problem)
    return period
