"""What a token pattern says of one word, as a question to the columns of a parse.

The common part of the language of spaCy's matcher, in plain Python; whoever
meets a description that is not understood here asks spaCy. `patterns` has
checked the description before.
"""

from __future__ import annotations

import operator as op
from typing import TYPE_CHECKING, Any, Final, NamedTuple, TypeAlias

from postlint.language import spelling

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from postlint.language.columns import Columns

Holds: TypeAlias = "Callable[[Any], bool]"


class Attribute(NamedTuple):
    """What is looked at: the column, and what is made of each of its values."""

    column: str
    made: Callable[[str], Any] = str


_ATTRIBUTES: Final[Mapping[str, Attribute]] = {
    "ORTH": Attribute("words"),
    "TEXT": Attribute("words"),
    "LOWER": Attribute("words", str.lower),
    "LENGTH": Attribute("words", len),
    "IS_ALPHA": Attribute("words", str.isalpha),
    "IS_ASCII": Attribute("words", str.isascii),
    "IS_DIGIT": Attribute("words", str.isdigit),
    "IS_LOWER": Attribute("words", str.islower),
    "IS_UPPER": Attribute("words", str.isupper),
    "IS_TITLE": Attribute("words", str.istitle),
    "IS_SPACE": Attribute("words", str.isspace),
    "LIKE_NUM": Attribute("words", spelling.like_number),
    "POS": Attribute("tags"),
    "TAG": Attribute("fine_tags"),
    "DEP": Attribute("roles"),
    "LEMMA": Attribute("lemmas"),
}
_COMPARISONS: Final[Mapping[str, Callable[[Any, Any], bool]]] = {
    "IN": lambda value, wanted: value in wanted,
    "NOT_IN": lambda value, wanted: value not in wanted,
    "==": op.eq,
    "!=": op.ne,
    ">=": op.ge,
    "<=": op.le,
    ">": op.gt,
    "<": op.lt,
}
_OPERATOR: Final = "OP"
_OF_TEXTS: Final = frozenset({"IN", "NOT_IN"})


class Question(NamedTuple):
    """What all of these attributes must be like."""

    asked: tuple[tuple[Attribute, Holds], ...]

    def columns(self) -> frozenset[str]:
        """Return the columns that it looks at."""
        return frozenset(attribute.column for attribute, _ in self.asked)

    def answers(self, columns: Columns) -> list[bool]:
        """Return for each word whether it is like that."""
        every = [True] * len(columns.words)
        for (column, made), holds in self.asked:
            values: Sequence[str] = getattr(columns, column)
            every = [
                so_far and holds(made(value)) for so_far, value in zip(every, values, strict=True)
            ]
        return every


def read(description: Mapping[str, Any]) -> Question | None:
    """Return the question that a checked description asks; None when it is not understood here."""
    asked = []
    for key, value in description.items():
        name = key.upper()
        if name == _OPERATOR:
            continue
        holds = _holding(name, value) if name in _ATTRIBUTES else None
        if holds is None:
            return None
        asked.append((_ATTRIBUTES[name], holds))
    return Question(tuple(asked))


def operator_of(description: Mapping[str, Any]) -> str:
    """Return how often such a word may stand there: “!”, “?”, “+”, “*”, or nothing for once."""
    return next((sign for key, sign in description.items() if key.upper() == _OPERATOR), "")


def _holding(name: str, value: object) -> Holds | None:
    """Return the test of an attribute's value; None when a comparison is not understood."""
    if not isinstance(value, dict):
        return lambda found: bool(found == value)
    tests: list[tuple[Callable[[Any, Any], bool], Any]] = []
    for comparison, wanted in value.items():
        sign = comparison.upper()
        if sign not in (_COMPARISONS if name == "LENGTH" else _OF_TEXTS):
            return None
        tests.append((_COMPARISONS[sign], frozenset(wanted) if sign in _OF_TEXTS else wanted))
    return lambda found: all(compare(found, wanted) for compare, wanted in tests)
