"""Risks that a named person accepts: which findings they cover, and which cover nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from postlint.model import Accepted, Needless, Unused

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from datetime import date

    from postlint.model import Acceptance, Finding, Rule


def covers(acceptance: Acceptance, finding: Finding, today: date) -> bool:
    """Tell whether an acceptance holds for a finding on that day."""
    same = acceptance.rule == finding.rule.id
    return same and finding.rule.acceptable and not _expired(acceptance, today)


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
    return [Unused(a, _why(a, rules, today)) for a in acceptances if a not in used]


def _why(acceptance: Acceptance, rules: Mapping[str, Rule], today: date) -> Needless:
    rule = rules.get(acceptance.rule)
    if rule is None:
        return Needless.NOT_RUN
    if not rule.acceptable:
        return Needless.NOT_ACCEPTABLE
    return Needless.EXPIRED if _expired(acceptance, today) else Needless.NOTHING_FOUND


def _expired(acceptance: Acceptance, today: date) -> bool:
    return acceptance.until is not None and acceptance.until < today
