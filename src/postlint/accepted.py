"""Risks that a named person accepts: which findings they cover, and which cover nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from postlint.model import Acceptance, Accepted, Finding

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import date


def covers(acceptance: Acceptance, finding: Finding, today: date) -> bool:
    """Tell whether an acceptance holds for a finding on that day."""
    current = acceptance.until is None or acceptance.until >= today
    return current and finding.rule.acceptable and acceptance.rule == finding.rule.id


def divide(
    findings: Iterable[Finding], acceptances: Sequence[Acceptance], today: date
) -> tuple[list[Finding], list[Accepted], list[Acceptance]]:
    """Return the findings that stand, those that are accepted, and acceptances without use."""
    standing, taken = [], []
    for finding in findings:
        holding = next((a for a in acceptances if covers(a, finding, today)), None)
        if holding is None:
            standing.append(finding)
        else:
            taken.append(Accepted(finding, holding))
    used = {id(entry.acceptance) for entry in taken}
    return standing, taken, [a for a in acceptances if id(a) not in used]
