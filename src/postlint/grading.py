"""From findings to a letter for each of the panel's rules, a verdict, and what is good.

Explainable in one breath: A nothing, B suggestions only, C one warning, D
several, F an error. Hold with an error, review with a warning, else ready.
"""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from postlint.model import PANEL, Severity, Verdict

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from postlint.document import Document
    from postlint.model import Finding


PRAISE_OF_PANEL: Final[Mapping[str, str]] = {"untrue": "gives one concrete number"}
PRAISE_OF_KIND: Final[Mapping[str, str]] = {"media": "describes its pictures"}
"""Praise that a finding of a panel rule, or of a kind, takes back."""


def letter(severities: Sequence[Severity]) -> str:
    """Return the letter for the findings of one rule of the panel."""
    warnings = sum(severity is Severity.WARNING for severity in severities)
    if Severity.ERROR in severities:
        return "F"
    if warnings:
        return "C" if warnings == 1 else "D"
    return "B" if severities else "A"


_UNBLAMED: Final = MappingProxyType(dict.fromkeys(PANEL, letter(())))
"""The letters of a post without findings: of a long queue, most are."""


def grades(findings: Sequence[Finding]) -> Mapping[str, str]:
    """Return a letter for each of the panel's four rules."""
    if not findings:
        return _UNBLAMED
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

    What a finding blames is not praised in the same breath, and a post with a
    warning for being boring needs two praises: one alone would sound like
    mockery.
    """
    from postlint import strengths as merits

    blamed = {PRAISE_OF_PANEL.get(f.rule.panel) for f in findings}
    blamed |= {PRAISE_OF_KIND.get(f.rule.kind) for f in findings}
    found = tuple(praise for praise in merits.find(document) if praise not in blamed)
    boring = any(f.rule.panel == "boring" and f.severity > Severity.SUGGESTION for f in findings)
    return () if boring and len(found) == 1 else found
