"""A row's cells as the keys that an entry has in every format; its words aside."""

from __future__ import annotations

import re
from datetime import date, datetime
from typing import TYPE_CHECKING, Final

from postlint.lazily import Pattern
from postlint.posts import dates, entry, networks
from postlint.yamlfile import Key, Node

if TYPE_CHECKING:
    from postlint.posts.cells import Cell
    from postlint.posts.sheet import Row

_AS_IT_IS: Final = ("lang", "id", "reply_to", "translation_of")
_ADDRESS = Pattern(r"(?<=[,;\s])(?=https?://)")
_BETWEEN_NAMES = Pattern(r"[,;|\n]+")
_BETWEEN_TEXTS = Pattern(r"[|\n]+")
_LIST = Pattern(r"\[(.*)\]", re.DOTALL)
_SHOWN = 40


def keys(row: Row) -> dict[Key, Node]:
    """Return the keys with their places; raises PostError for a cell that makes no sense."""
    found: dict[str, Node] = {}
    for role in _AS_IT_IS:
        if given := row.one(role):
            found[role] = row.node(given[1], given[0])
    if given := row.one("platform"):
        found["platform"] = row.node(networks.read(given[1]), given[0])
    if (given := row.one("account")) and given[1].casefold() in entry.ACCOUNTS:
        found["account"] = row.node(given[1].casefold(), given[0])
    if given := row.one("sources"):
        found["sources"] = row.node(tuple(given[1].split()), given[0])
    if given := row.one("accept"):
        found["accept"] = row.node(_accepted(row, *given), given[0])
    if (given := row.one("date")) and (moment := _moment(row, *given)):
        found["publish_at"] = row.node(_timed(row, moment), given[0])
    if given := row.one("embargo_until"):
        found["embargo_until"] = row.node(_moment(row, *given), given[0])
    if media := _media(row):
        found["media"] = Node(tuple(media), *row.place)
    return {Key.at(key, node.line, node.column): node for key, node in found.items()}


def _accepted(row: Row, cell: Cell, value: str) -> tuple[dict[str, str], ...]:
    found = []
    for line in value.splitlines():
        rule, equals, reason = line.partition("=")
        if not equals:
            problem = f"accept: “{line[:_SHOWN]}” gives no reason: write RULE=reason, one a line"
            raise row.sheet.fault(problem, cell.start)
        found.append({"rule": rule.strip(), "reason": reason.strip()})
    return tuple(found)


def _moment(row: Row, cell: Cell, value: str) -> date | datetime | None:
    """Return the day or moment of a cell, None for words that only a tool understands."""
    try:
        found = dates.read(value, row.sheet.order)
    except dates.Ambiguous:
        problem = f"“{value}” is ambiguous, day or month may come first: say --date-order"
        raise row.sheet.fault(f"{problem} dmy or mdy", cell.start) from None
    if found is None and not row.sheet.columns.prompts:
        problem = f"“{value[:_SHOWN]}” is not a date that can be read: write 2026-11-24 14:30"
        raise row.sheet.fault(problem, cell.start)
    return found


def _timed(row: Row, moment: date | datetime) -> date | datetime:
    """Return the moment with the time of the row's own column for it, if it has one."""
    given = row.one("time")
    if given is None:
        return moment
    clock = dates.read_time(given[1])
    if clock is None:
        problem = f"“{given[1][:_SHOWN]}” is not a time that can be read: write 14:30"
        raise row.sheet.fault(problem, given[0].start)
    return datetime.combine(moment, clock)


def _media(row: Row) -> list[Node]:
    """Return the media items; alt texts go to them in their order."""
    files = [
        (cell, file)
        for cell in row.filled("media")
        for file in _files(row.sheet.value(cell).strip())
    ]
    alts = row.filled("alt")
    texts = [row.sheet.value(cell).strip() for cell in alts]
    if len(texts) == 1 and len(files) > 1:
        texts = [text.strip() for text in _BETWEEN_TEXTS.split(texts[0])]
    if len(texts) > len(files):
        problem = f"alt texts: {len(texts)}, but pictures and videos: {len(files)}"
        raise row.sheet.fault(problem, alts[-1].start)
    texts += [""] * (len(files) - len(texts))
    return [
        row.node({"file": file} | ({"alt": alt} if alt else {}), cell)
        for (cell, file), alt in zip(files, texts, strict=True)
    ]


def _files(value: str) -> list[str]:
    """Return the addresses or file names of a cell; an address may hold commas."""
    bare = _LIST.fullmatch(value)
    lines = _BETWEEN_TEXTS.split(bare[1] if bare else value)
    pieces = [piece for line in lines for piece in _ADDRESS.split(line)]
    names = [
        name
        for piece in pieces
        for name in ([piece] if "://" in piece else _BETWEEN_NAMES.split(piece))
    ]
    return [file for name in names if (file := name.strip(" \t\n,;\"'"))]
