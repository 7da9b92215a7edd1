"""Read the options of a check or guard as their shapes say, from a mapping of a pack file."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from postlint.errors import did_you_mean
from postlint.yamlfile import Fields, plain

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from postlint.options import Option
    from postlint.packs.wordlists import WordLists
    from postlint.yamlfile import Node


def read_option(fields: Fields, key: str, option: Option, lists: WordLists) -> Any:
    """Return the checked value of an option that is there."""
    node = fields.node(key)
    if node is None or node.value is None:
        problem = f"{key}: is empty"
        raise fields.fault(problem, node)
    if option.shape in ("words", "patterns"):
        return _words(fields, key, node, lists, spell=option.shape == "words")
    if option.shape in ("choice", "choices"):
        take = fields.choice if option.shape == "choice" else fields.choices
        return take(key, option.choices)
    if option.shape in _PLAIN:
        return _PLAIN[option.shape](fields, key)
    return _STRUCTURED[option.shape](fields, key, node)


def _words(
    fields: Fields, key: str, node: Node, lists: WordLists, *, spell: bool
) -> tuple[str, ...]:
    items = node.value if isinstance(node.value, tuple) else (node,)
    for item in items:
        if isinstance(item.value, dict | tuple) or item.value is None:
            problem = f"{key}: a list of texts is wanted here"
            raise fields.fault(problem, item)
    if spell:
        return lists.spell(items)
    texts = fields.texts(key, required=True)
    return tuple(lists.weave(text, item) for text, item in zip(texts, items, strict=True))


def _swaps(fields: Fields, key: str, node: Node) -> dict[str, str]:
    if not isinstance(node.value, dict) or not node.value:
        problem = f"{key}: a mapping from words to their replacements is wanted here"
        raise fields.fault(problem, node)
    found = {}
    for old, new in node.value.items():
        if isinstance(new.value, dict | tuple) or not new.spelling.strip():
            problem = f"{key}: “{old}” needs a replacement; “(leave it out)” gives advice alone"
            raise fields.fault(problem, new)
        found[str(old)] = new.spelling
    return found


def _limits(fields: Fields, key: str, node: Node) -> float | dict[str, float]:
    if isinstance(node.value, dict):
        inner = fields.mapping(key)
        assert inner is not None  # noqa: S101 - the node is a mapping
        return {str(name): inner.number(name) for name in inner.keys()}  # noqa: SIM118
    return fields.number(key)


def _token_patterns(fields: Fields, key: str, node: Node) -> list[list[dict[str, Any]]]:
    patterns = plain(node)
    good = isinstance(patterns, list) and all(
        isinstance(pattern, list) and pattern and all(isinstance(token, dict) for token in pattern)
        for pattern in patterns
    )
    if not good or not patterns:
        problem = f"{key}: a list of lists of token descriptions is wanted here"
        raise fields.fault(problem, node)
    return patterns  # type: ignore[no-any-return]


def _files(fields: Fields, key: str) -> tuple[str, ...]:
    """Return paths from the folder of the pack file that names them."""
    return tuple(str(Path(fields.path).parent / name) for name in fields.texts(key, required=True))


_PLAIN: dict[str, Callable[[Fields, str], Any]] = {
    "number": Fields.number,
    "flag": Fields.flag,
    "text": Fields.text,
    "files": _files,
}
_STRUCTURED = {"swaps": _swaps, "limits": _limits, "token-patterns": _token_patterns}


def read_options(
    fields: Fields, options: Mapping[str, Option], lists: WordLists, what: str
) -> dict[str, Any]:
    """Return all options with their defaults; one that is required and absent is an error."""
    found = {}
    for key, option in options.items():
        if fields.has(key):
            found[key] = read_option(fields, key, option, lists)
        elif option.required:
            problem = f"{what} needs the option “{key}”: {option.help}"
            raise fields.fault(problem)
        else:
            found[key] = option.default
    return found


def unknown(fields: Fields, allowed: set[str], what: str) -> None:
    """Refuse keys that are neither a rule's nor its kind's."""
    for key in fields.keys():  # noqa: SIM118
        if key not in allowed:
            problem = f"unknown key “{key}” in {what}; {did_you_mean(key, allowed)}"
            raise fields.fault(problem, key)
