"""What a name means where rules are chosen: a rule's id, its bare name, a pack, or a pattern."""

from __future__ import annotations

from fnmatch import fnmatchcase
from typing import TYPE_CHECKING, Final

from postlint.errors import UsageError, did_you_mean

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from postlint.model import Rule

_PATTERN: Final = frozenset("*?[")


def bare(identifier: str) -> str:
    """Return the name of a rule without its pack: ``insulted-leader``."""
    return identifier.rpartition("/")[2]


def chosen(rules: Sequence[Rule], name: str) -> frozenset[str]:
    """Return the ids of the rules that ``name`` means, at least one.

    A pattern is held against ids and bare names: ``untrue/*``, ``*-hashtag``.
    Raises ``UsageError`` for a name that means nothing, or two things.
    """
    if _PATTERN & set(name):
        ids = {
            rule.id
            for rule in rules
            if fnmatchcase(rule.id, name) or fnmatchcase(bare(rule.id), name)
        }
    elif ids := {rule.id for rule in rules if rule.pack == name}:
        if same := called(rules, name):
            raise _ambiguous(name, [f"the pack {name}", *same])
    else:
        return frozenset({find(rules, name, packs=True).id})
    if not ids:
        raise _unknown(rules, name, packs=True)
    return frozenset(ids)


def find(rules: Sequence[Rule], name: str, *, packs: bool = False) -> Rule:
    """Return the rule of an id, or of a bare name that only one pack uses.

    Raises ``UsageError`` where there is none or several; with ``packs`` its
    advice speaks of packs too.
    """
    ids = [name] if "/" in name else called(rules, name)
    if len(ids) > 1:
        raise _ambiguous(name, ids)
    found = next((rule for rule in rules if rule.id in ids), None)
    if found is None:
        raise _unknown(rules, name, packs=packs)
    return found


def called(rules: Iterable[Rule], name: str) -> list[str]:
    """Return the ids of the rules with that bare name, one for each pack that has it."""
    return [rule.id for rule in rules if bare(rule.id) == name]


def _ambiguous(name: str, meant: Sequence[str]) -> UsageError:
    problem = f"“{name}” means several: {' or '.join(meant)}; write pack/name"
    return UsageError(problem)


def _unknown(rules: Iterable[Rule], name: str, *, packs: bool) -> UsageError:
    known = {word for rule in rules for word in (rule.id, bare(rule.id))}
    if packs:
        known |= {rule.pack for rule in rules}
    what = "rule or pack" if packs else "rule"
    hint = did_you_mean(name, known)
    return UsageError(f"no {what} is called “{name}”; {hint} (see “postlint rules”)")
