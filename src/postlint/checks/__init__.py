"""The kinds of check, one module each; this dict is the whole list."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from postlint.checks import (
    capitals,
    clash,
    count,
    hashtag,
    identifier,
    length,
    media,
    missing,
    phrase,
    quotation,
    readability,
    regex,
    remark,
    repeat,
    swap,
    tokens,
)

if TYPE_CHECKING:
    from collections.abc import Mapping

    from postlint.checks.kind import Kind

KINDS: Final[Mapping[str, Kind]] = {
    "capitals": capitals,
    "clash": clash,
    "count": count,
    "hashtag": hashtag,
    "identifier": identifier,
    "length": length,
    "media": media,
    "missing": missing,
    "phrase": phrase,
    "quotation": quotation,
    "readability": readability,
    "regex": regex,
    "remark": remark,
    "repeat": repeat,
    "swap": swap,
    "tokens": tokens,
}
