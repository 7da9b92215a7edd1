"""The list of kinds: one literal dict, and the only module that imports them all."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from postlint.checks import (
    arithmetic,
    calendar,
    capitals,
    clash,
    confusion,
    count,
    fact,
    flag,
    hashtag,
    identifier,
    length,
    media,
    membership,
    missing,
    mission,
    naming,
    phrase,
    place,
    queue,
    quotation,
    readability,
    regex,
    remark,
    repeat,
    stereotype,
    swap,
    tokens,
)

if TYPE_CHECKING:
    from collections.abc import Mapping

    from postlint.checks.kind import Kind

KINDS: Final[Mapping[str, Kind]] = {
    "arithmetic": arithmetic,
    "calendar": calendar,
    "capitals": capitals,
    "clash": clash,
    "confusion": confusion,
    "count": count,
    "fact": fact,
    "flag": flag,
    "hashtag": hashtag,
    "identifier": identifier,
    "length": length,
    "media": media,
    "membership": membership,
    "missing": missing,
    "mission": mission,
    "naming": naming,
    "phrase": phrase,
    "place": place,
    "queue": queue,
    "quotation": quotation,
    "readability": readability,
    "regex": regex,
    "remark": remark,
    "repeat": repeat,
    "stereotype": stereotype,
    "swap": swap,
    "tokens": tokens,
}
