"""What a rule says: a message with placeholders, and why and how without any."""

from __future__ import annotations

from string import Formatter
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from postlint.checks import KINDS
from postlint.errors import did_you_mean
from postlint.lazily import Pattern

if TYPE_CHECKING:
    from collections.abc import Mapping

    from postlint.model import Rule
    from postlint.yamlfile import Fields

EVERYWHERE: Final = frozenset({"match", "platform"})
"""Placeholders that every kind fills in."""

_GROUP: Final = Pattern(r"\(\?P<(\w+)>")
_BRACED: Final = Pattern(r"\{(\w+)\}")


class Wording(NamedTuple):
    """The three texts of a rule."""

    message: str
    why: str
    how: str


def read_wording(
    fields: Fields, kind: str, options: Mapping[str, Any], before: Rule | None = None
) -> Wording:
    """Return the texts of a rule, or of a change to the rule ``before``, which has them already.

    Raises a ``PackError`` at a placeholder that nothing will fill in.
    """
    allowed = placeholders(kind, options)
    message = fields.text("message", before.message) if before else fields.text("message")
    why = fields.text("why", before.why) if before else fields.text("why")
    how = fields.text("how", before.how) if before else fields.text("how")
    _check_message(fields, message, allowed)
    for key, text in (("why", why), ("how", how)):
        _check_plain(fields, key, text, allowed)
    return Wording(message, why, how)


def placeholders(kind: str, options: Mapping[str, Any]) -> frozenset[str]:
    """Return the names that a message of this kind may hold; “*” are the groups of patterns."""
    allowed = EVERYWHERE | KINDS[kind].PLACEHOLDERS
    if "*" not in allowed:
        return allowed
    groups = {name for pattern in options["patterns"] for name in _GROUP.findall(pattern)}
    return (allowed - {"*"}) | groups


def _check_message(fields: Fields, message: str, allowed: frozenset[str]) -> None:
    try:
        parts = list(Formatter().parse(message))
    except ValueError as error:
        raise fields.fault(f"message: {error}", fields.node("message")) from None
    if any(spec or conversion for _, _, spec, conversion in parts):
        problem = "message: a placeholder is a bare name, such as {match}"
        raise fields.fault(problem, fields.node("message"))
    used = {field for _, field, _, _ in parts if field is not None}
    for field in sorted(used - allowed):
        problem = f"message: nothing is called {{{field}}} here; {did_you_mean(field, allowed)}"
        raise fields.fault(problem, fields.node("message"))


def _check_plain(fields: Fields, key: str, text: str, allowed: frozenset[str]) -> None:
    """Refuse a placeholder where none is filled in: readers would see its braces."""
    for name in _BRACED.findall(text):
        problem = f"{key}: {{{name}}} is filled in only in the message: move it there"
        if name not in allowed:
            hint = did_you_mean(name, allowed)
            problem = f"{key}: nothing is called {{{name}}} here; {hint} (in the message only)"
        raise fields.fault(problem, fields.node(key))
