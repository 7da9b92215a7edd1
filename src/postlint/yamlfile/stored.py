"""A tree as JSON values, with its places, so that it can be kept and read without YAML."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any, Final

from postlint.yamlfile.nodes import Key, Node

_DAY: Final = "day"
_MOMENT: Final = "moment"


def store(node: Node) -> list[Any]:
    """Return lists, texts, numbers and flags alone; offsets of characters are not kept."""
    value, place = node.value, [node.line, node.column]
    if isinstance(value, tuple):
        return [*place, [store(item) for item in value]]
    if isinstance(value, dict):
        fields = [[str(key), key.line, key.column, store(item)] for key, item in value.items()]
        return [*place, {"": fields}]
    if isinstance(value, datetime):
        return [*place, value.isoformat(), node.spelling, node.style, _MOMENT]
    if isinstance(value, date):
        return [*place, value.isoformat(), node.spelling, node.style, _DAY]
    if value == node.spelling and not node.style:
        return [*place, value]
    return [*place, value, node.spelling, node.style]


def restore(stored: list[Any]) -> Node:
    """Return the tree of what ``store`` has made; raises ValueError or TypeError otherwise."""
    line, column, value, *rest = stored
    if not rest:
        if isinstance(value, str):
            return Node(value, line, column, value)
        if isinstance(value, list):
            return Node(tuple(map(restore, value)), line, column)
        return Node({Key.at(k, at, col): restore(v) for k, at, col, v in value[""]}, line, column)
    if rest[2:]:
        value = (date if rest[2] == _DAY else datetime).fromisoformat(value)
    return Node(value, line, column, rest[0], rest[1])
