"""From findings to a letter for each of the panel's rules, a verdict, and what is good.

Explainable in one breath: A nothing, B suggestions only, C one warning, D
several, F an error. Hold with an error, review with a warning, else ready.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from postlint.lexicon import Lexicon
from postlint.model import PANEL, Severity, Verdict

if TYPE_CHECKING:
    from collections.abc import Sequence

    from postlint.document import Document
    from postlint.model import Finding

_WE: Final = Lexicon("we us our i my me nous notre nos je".split())
_YOU: Final = Lexicon("you your yours vous votre vos".split())
_FIGURE: Final = re.compile(r"(?<![\w.,:/-])(?!(?:19|20)\d\d\b)\d[\d,.]*(?![\w:/])")
_PERSON: Final = re.compile(
    r"(?:[a-zà-ÿ,;:] |^|[.!?]\s)([A-ZÀ-Þ][a-zà-ÿ]+(?:’s|'s)?)(?=,? (?:who|says|said|told|is|was|has|from|and her|and his|runs|bakes|keeps|teaches|coaches|came|lost|opened|dit|a)\b)"
)
_FEW: Final = 3


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
    """Return at most three things that make the post good, in plain words."""
    found = []
    sentences = [s.of(document.text).rstrip("\"”» ") for s in document.sentences]
    if sentences and sentences[0].endswith("?"):
        found.append("opens with a question")
    elif any(sentence.endswith("?") for sentence in sentences):
        found.append("asks the reader something")
    if _PERSON.search(document.masked):
        found.append("names a person")
    if any(quotation.attributed for quotation in document.quotations):
        found.append("lets somebody speak")
    if len(_FIGURE.findall(document.masked)) in (1, 2):
        found.append("gives one concrete number")
    if _WE.any(document.folded) and _YOU.any(document.folded):
        found.append("speaks as “we” to “you”")
    if document.post.media and all(media.alt for media in document.post.media):
        found.append("describes its pictures")
    boring = any(f.rule.panel == "boring" and f.severity > Severity.SUGGESTION for f in findings)
    return () if boring and len(found) == 1 else tuple(found[:_FEW])
