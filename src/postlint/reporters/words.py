"""Names and counts as people read them, shared by the reporters; no layout."""

from __future__ import annotations

from typing import TYPE_CHECKING

from postlint.model import Severity, Verdict
from postlint.platforms import PLATFORMS

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from postlint.model import Finding, Result

LANGUAGES: Mapping[str, str] = {"en": "English", "fr": "French"}

VERDICTS: Mapping[Verdict, str] = {
    Verdict.HOLD: "do not publish yet",
    Verdict.REVIEW: "look again before you publish",
    Verdict.READY: "nothing stands in the way",
}


def many(number: int, noun: str) -> str:
    """Return the number with its noun: ``1 error``, ``2 errors``."""
    return f"{number:,} {noun}" if number == 1 else f"{number:,} {noun}s"


def name_of(source: str, identifier: str | None) -> str:
    """Return what to call a post: its file, and its id within a queue."""
    return f"{source} {identifier}" if identifier else source


def platform(slug: str) -> str:
    """Return the platform's own name; a slug that is not known stands for itself."""
    return PLATFORMS[slug].name if slug in PLATFORMS else slug


def tally(findings: Iterable[Finding]) -> str:
    """Return the findings counted by severity, the worst first; empty for none."""
    severities = [finding.severity for finding in findings]
    ranks = sorted(Severity, reverse=True)
    counts = [(severities.count(rank), rank) for rank in ranks]
    return ", ".join(many(number, rank.word) for number, rank in counts if number)


def length_of(result: Result) -> str:
    """Return platform and length: ``X 212 of 280``, and by how much it is over."""
    used, limit = result.length
    over = f", {used - limit:,} too long" if used > limit else ""
    return f"{platform(result.platform)} {used:,} of {limit:,}{over}"
