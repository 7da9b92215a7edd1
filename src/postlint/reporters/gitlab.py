"""GitLab's code quality report: a list beside a merge request, and marks in its lines.

The format: https://docs.gitlab.com/ci/testing/code_quality/#code-quality-report-format. It
knows faults only, so accepted risks and unused acceptances are not in it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from postlint.model import Severity
from postlint.reporters import escaped, gathered, places, words

if TYPE_CHECKING:
    from collections.abc import Mapping

    from postlint.model import Finding, Post, Report, Unreadable
    from postlint.reporters.style import Style

SEVERITIES: Mapping[Severity, str] = {
    Severity.ERROR: "major",
    Severity.WARNING: "minor",
    Severity.SUGGESTION: "info",
}


def render(report: Report, style: Style) -> str:  # noqa: ARG001 - the same on every screen
    """Return the list; what could not be read is a major fault of its file."""
    found = gathered.findings(report)
    names = places.fingerprints(found, with_path=True)
    faults = [_finding(*each, name) for each, name in zip(found, names, strict=True)]
    unread = [_unreadable(each, number) for number, each in enumerate(report.unreadable)]
    return escaped.json_text(faults + unread) + "\n"


def _finding(post: Post, found: Finding, name: str) -> dict[str, Any]:
    start, end = places.characters(post, found.span)
    return {
        "description": escaped.one_line(found.message) or found.rule.id,
        "check_name": found.rule.id,
        "fingerprint": name,
        "severity": SEVERITIES[found.severity],
        "location": _location(post.source, start.line, end.line),
    }


def _unreadable(source: Unreadable, number: int) -> dict[str, Any]:
    line = source.line or 1
    return {
        "description": escaped.one_line(source.error),
        "check_name": words.UNREADABLE,
        "fingerprint": places.digest(words.UNREADABLE, source.source, str(number)),
        "severity": SEVERITIES[Severity.ERROR],
        "location": _location(source.source, line, line),
    }


def _location(source: str, begin: int, end: int) -> dict[str, Any]:
    return {"path": places.path(source), "lines": {"begin": begin, "end": end}}
