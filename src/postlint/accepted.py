"""Risks that a named person accepts: which findings they cover, and which cover nothing."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from postlint.model import Accepted, Needless, Unused
from postlint.naming import called

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping, Sequence
    from datetime import date

    from postlint.model import Acceptance, Finding, Rule

PLACEHOLDER: Final = "say why here"
"""What an editor writes in the place of a reason until somebody gives one; it is none."""


def is_placeholder(reason: str) -> bool:
    """Tell whether a reason is still the words that ask for one."""
    return reason.strip(" \t\n.…!\"'“”<>[]()").casefold() == PLACEHOLDER


def by_id(acceptances: Iterable[Acceptance], rules: Collection[Rule]) -> tuple[Acceptance, ...]:
    """Return the acceptances, those of a bare name that one rule has with the rule's id."""
    found = []
    for each in acceptances:
        ids = called(rules, each.rule)
        found.append(replace(each, rule=ids[0]) if len(ids) == 1 else each)
    return tuple(found)


def covers(acceptance: Acceptance, finding: Finding, today: date) -> bool:
    """Tell whether an acceptance holds for a finding on that day."""
    same = acceptance.rule == finding.rule.id
    holds = not (_expired(acceptance, today) or is_placeholder(acceptance.reason))
    return same and finding.rule.acceptable and holds


def divide(
    findings: Iterable[Finding], acceptances: Sequence[Acceptance], today: date
) -> tuple[list[Finding], list[Accepted]]:
    """Return the findings that stand, and those that are accepted."""
    standing, taken = [], []
    for finding in findings:
        holding = next((a for a in acceptances if covers(a, finding, today)), None)
        if holding is None:
            standing.append(finding)
        else:
            taken.append(Accepted(finding, holding))
    return standing, taken


def unused(
    acceptances: Iterable[Acceptance],
    taken: Iterable[Accepted],
    rules: Mapping[str, Rule],
    today: date,
) -> list[Unused]:
    """Return the acceptances that accept nothing, with the reason; ``rules`` are those that ran."""
    used = {entry.acceptance for entry in taken}
    return [_unused(a, rules, today) for a in acceptances if a not in used]


def _unused(acceptance: Acceptance, rules: Mapping[str, Rule], today: date) -> Unused:
    if several := tuple(called(rules.values(), acceptance.rule)):
        return Unused(acceptance, Needless.AMBIGUOUS, several)
    return Unused(acceptance, _why(acceptance, rules, today))


def _why(acceptance: Acceptance, rules: Mapping[str, Rule], today: date) -> Needless:
    rule = rules.get(acceptance.rule)
    if rule is None:
        return Needless.NOT_RUN
    if not rule.acceptable:
        return Needless.NOT_ACCEPTABLE
    if is_placeholder(acceptance.reason):
        return Needless.NO_REASON
    return Needless.EXPIRED if _expired(acceptance, today) else Needless.NOTHING_FOUND


def _expired(acceptance: Acceptance, today: date) -> bool:
    return acceptance.until is not None and acceptance.until < today
