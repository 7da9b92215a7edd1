"""Checks token patterns for spaCy's matcher, and tells which layers they need, without spaCy.

Packs are not trusted: a pattern is bounded in size, and regular expressions,
which spaCy would run on an engine that can hang, are refused.
"""

from __future__ import annotations

from difflib import get_close_matches
from typing import TYPE_CHECKING, Any

from postlint.model import Layer

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

_LAYERS: Mapping[str, Layer | None] = {
    "ORTH": None,
    "TEXT": None,
    "LOWER": None,
    "NORM": None,
    "SHAPE": None,
    "LENGTH": None,
    "IS_ALPHA": None,
    "IS_ASCII": None,
    "IS_DIGIT": None,
    "IS_LOWER": None,
    "IS_UPPER": None,
    "IS_TITLE": None,
    "IS_PUNCT": None,
    "IS_SPACE": None,
    "IS_BRACKET": None,
    "IS_QUOTE": None,
    "IS_LEFT_PUNCT": None,
    "IS_RIGHT_PUNCT": None,
    "IS_CURRENCY": None,
    "IS_SENT_START": None,
    "LIKE_NUM": None,
    "LIKE_URL": None,
    "LIKE_EMAIL": None,
    "SPACY": None,
    "OP": None,
    "POS": Layer.TAGS,
    "TAG": Layer.TAGS,
    "MORPH": Layer.TAGS,
    "DEP": Layer.TREE,
    "LEMMA": Layer.LEMMAS,
    "ENT_TYPE": Layer.NAMES,
    "ENT_IOB": Layer.NAMES,
}
_OPERATORS = {"!", "?", "+", "*"}
_COMPARISONS = {
    "IN",
    "NOT_IN",
    "IS_SUBSET",
    "IS_SUPERSET",
    "INTERSECTS",
    "==",
    "!=",
    ">=",
    "<=",
    ">",
    "<",
}
_LONGEST, _LOOPS = 40, 4
_FLAG = (bool, "true or false")
_KINDS: Mapping[str, tuple[type, str]] = {
    "IS": _FLAG,
    "LIKE": _FLAG,
    "SPACY": _FLAG,
    "LENGTH": (int, "a whole number"),
}
"""What an attribute is compared with, by its name or the first part of it; else with a text."""


def check_pattern(pattern: Sequence[Mapping[str, Any]]) -> None:
    """Raise ``ValueError``, in words for the pack's author, unless the pattern can be used."""
    if not isinstance(pattern, list | tuple) or not pattern:
        problem = "a token pattern is a list of one mapping or more"
        raise ValueError(problem)
    if len(pattern) > _LONGEST:
        problem = f"a token pattern has at most {_LONGEST} tokens"
        raise ValueError(problem)
    loops = 0
    for number, token in enumerate(pattern, 1):
        if not isinstance(token, dict):
            problem = f"token {number} is not a mapping"
            raise ValueError(problem)  # noqa: TRY004 (one kind of error for authors)
        for key, value in token.items():
            _check_key(number, key, value)
        loops += token.get("OP") in ("+", "*")
    if loops > _LOOPS:
        problem = f"a token pattern has at most {_LOOPS} of the operators + and *"
        raise ValueError(problem)


def layers_of(pattern: Sequence[Mapping[str, Any]]) -> frozenset[Layer]:
    """Return the layers that a checked pattern needs of a parse."""
    layers = (_LAYERS.get(str(key).upper()) for token in pattern for key in token)
    return frozenset(layer for layer in layers if layer is not None)


def _check_key(number: int, key: object, value: object) -> None:
    name = str(key).upper()
    if name not in _LAYERS:
        close = get_close_matches(name, _LAYERS, n=1)
        hint = f"did you mean {close[0]}?" if close else "allowed: " + ", ".join(sorted(_LAYERS))
        problem = f"token {number}: unknown attribute {key!r}, {hint}"
        raise ValueError(problem)
    if name == "OP":
        if not isinstance(value, str) or value not in _OPERATORS:
            problem = f"token {number}: OP is one of ! ? + *, not {value!r}"
            raise ValueError(problem)
        return
    for comparison, wanted in value.items() if isinstance(value, dict) else [("==", value)]:
        _check_value(number, name, str(comparison).upper(), wanted)


def _check_value(number: int, name: str, comparison: str, value: object) -> None:
    if comparison not in _COMPARISONS:
        allowed = ", ".join(sorted(_COMPARISONS))
        problem = f"token {number}: {name} has no {comparison!r}, allowed: {allowed}"
        raise ValueError(problem)
    wants_list = comparison[0].isalpha()
    if wants_list != isinstance(value, list | tuple):
        problem = f"token {number}: {name} {comparison} does not take {value!r}"
        raise ValueError(problem)
    kind, words = _KINDS.get(name.partition("_")[0], (str, "a text"))
    for one in value if isinstance(value, list | tuple) else [value]:
        if type(one) is not kind:
            problem = f"token {number}: {name} wants {words}, not {one!r}"
            raise ValueError(problem)
