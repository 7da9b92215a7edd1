"""What a kind of check, or a guard, can be told: its options, their shapes and their schema.

One description serves three readers: the pack loader, the JSON Schema and
the error messages. Not for command-line options.
"""

from __future__ import annotations

from itertools import product
from typing import TYPE_CHECKING, Any, Final, TypeAlias

from postlint.inflection import phrase_forms
from postlint.lazily import Pattern
from postlint.values import dataclass

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

SHAPES: Final[Mapping[str, Mapping[str, Any]]] = {
    "words": {
        "type": ["array", "string"],
        "items": {"type": ["string", "number", "boolean"]},
    },
    "patterns": {"type": ["array", "string"], "items": {"type": "string"}},
    "swaps": {"type": "object", "additionalProperties": {"type": "string"}},
    "token-patterns": {
        "type": "array",
        "items": {"type": "array", "items": {"type": "object"}},
    },
    "choice": {"type": "string"},
    "choices": {"type": ["array", "string"], "items": {"type": "string"}},
    "number": {"type": "number"},
    "limits": {
        "type": ["number", "object"],
        "additionalProperties": {"type": "number"},
    },
    "flag": {"type": "boolean"},
    "text": {"type": "string"},
    "files": {"type": ["array", "string"], "items": {"type": "string"}},
}
"""Each shape with its JSON Schema; ``limits`` is one number, or one for each platform,
and ``files`` are paths, from the folder of the file that names them."""

MOST_EXPANSIONS: Final = 2_000
_GROUP = Pattern(r"\(([^()|]*\|[^()]*)\)")


@dataclass(frozen=True, slots=True)
class Option:
    """One option: its shape, what it is for, its default, and the choices where it has some."""

    shape: str
    help: str
    default: Any = None
    required: bool = False
    choices: tuple[str, ...] = ()

    def schema(self) -> dict[str, Any]:
        """Return the option's JSON Schema."""
        schema: dict[str, Any] = {**SHAPES[self.shape], "description": self.help}
        if self.choices and self.shape == "choice":
            schema["enum"] = list(self.choices)
        elif self.choices:
            schema["items"] = {"enum": list(self.choices)}
        return schema


Options: TypeAlias = "Mapping[str, Any]"
"""The options of one rule or guard, complete with defaults."""


def expand(phrase: str) -> tuple[str, ...]:
    """Spell out the alternatives of a phrase: ``(proud|glad) to (share|tell)`` makes four.

    An empty alternative drops its place: ``the (very|) first``. Raises
    ``ValueError`` where one phrase would become more than 2,000.
    """
    if "(" not in phrase:
        return (" ".join(phrase.split()),)
    pieces = _GROUP.split(phrase)
    choices = [piece.split("|") if odd % 2 else [piece] for odd, piece in enumerate(pieces)]
    count = 1
    for choice in choices:
        count *= len(choice)
    if count > MOST_EXPANSIONS:
        msg = f"spells out to {count} phrases; at most {MOST_EXPANSIONS} are allowed"
        raise ValueError(msg)
    return tuple(" ".join("".join(parts).split()) for parts in product(*choices))


def spell_out(words: Iterable[str], forms: str) -> frozenset[str]:
    """Expand the alternatives of phrases and, for ``lemma``, their inflections."""
    phrases = {phrase for word in words for phrase in expand(word)}
    if forms == "lemma":
        return frozenset(form for phrase in phrases for form in phrase_forms(phrase))
    return frozenset(phrases)


def limit_for(limits: Any, platform: str) -> float | None:
    """Return the number that ``limits`` gives for a platform, else for ``default``."""
    if limits is None or isinstance(limits, int | float):
        return limits
    found = limits.get(platform, limits.get("default"))
    return None if found is None else float(found)
