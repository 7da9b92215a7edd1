"""From findings to a letter for each of the panel's rules, a verdict, and what is good.

Explainable in one breath: A nothing, B suggestions only, C one warning, D
several, F an error. Hold with an error, review with a warning, else ready.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from postlint import strengths as merits
from postlint.model import PANEL, Severity, Verdict

if TYPE_CHECKING:
    from collections.abc import Sequence

    from postlint.document import Document
    from postlint.model import Finding


def letter(severities: Sequence[Severity]) -> str:
    """Return the letter for the findings of one rule of the panel."""
    warnings = sum(severity is Severity.WARNING for severity in severities)
    if Severity.ERROR in severities:
        return "F"
    if warnings:
        return "C" if warnings == 1 else "D"
    return "B" if severities else "A"


def grades(findings: Sequence[Finding]) -> dict[str, str]:
    """Return a letter for each of the panel's four rules."""
    return {
        panel: letter([f.severity for f in findings if f.rule.panel == panel]) for panel in PANEL
    }


def verdict(findings: Sequence[Finding]) -> Verdict:
    """Return what to do with the post."""
    worst = max((f.severity for f in findings), default=None)
    if worst is Severity.ERROR:
        return Verdict.HOLD
    return Verdict.REVIEW if worst is Severity.WARNING else Verdict.READY


def strengths(document: Document, findings: Sequence[Finding]) -> tuple[str, ...]:
    """Return at most three things that make the post good, in plain words.

    A post with a warning for being boring needs two of them: a single word of
    praise beside it would sound like mockery.
    """
    found = merits.find(document)
    boring = any(f.rule.panel == "boring" and f.severity > Severity.SUGGESTION for f in findings)
    return () if boring and len(found) == 1 else found
