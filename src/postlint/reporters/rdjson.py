"""The Reviewdog Diagnostic Format, with fixes that a reviewer can apply.

The protocol: https://github.com/reviewdog/reviewdog/tree/master/proto/rdf; its columns count
bytes of UTF-8. It knows faults only, so accepted risks and unused acceptances are not in it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from postlint.model import Severity
from postlint.reporters import escaped, gathered, places, words

if TYPE_CHECKING:
    from collections.abc import Mapping

    from postlint.model import Finding, Post, Report, Unreadable
    from postlint.reporters.style import Style
    from postlint.spans import Span

SEVERITIES: Mapping[Severity, str] = {
    Severity.ERROR: "ERROR",
    Severity.WARNING: "WARNING",
    Severity.SUGGESTION: "INFO",
}


def render(report: Report, style: Style) -> str:  # noqa: ARG001 - the same on every screen
    """Return a DiagnosticResult; reviewdog writes its messages into comments."""
    found = [_finding(post, each) for post, each in gathered.findings(report)]
    result = {
        "source": {"name": "postlint", "url": words.HOME},
        "diagnostics": found + [_unreadable(each) for each in report.unreadable],
    }
    return escaped.json_text(result) + "\n"


def _finding(post: Post, found: Finding) -> dict[str, Any]:
    url = escaped.web_address(found.source.url if found.source else None)
    fixes = [
        {"range": _range(post, fix.span), "text": fix.text}
        for fix in found.fixes
        if places.verbatim(post, fix.span, fix.text)
    ]
    return {
        "message": _message(words.advice(found)),
        "location": {"path": places.path(post.source), "range": _range(post, found.span)},
        "severity": SEVERITIES[found.severity],
        "code": {"value": found.rule.id, **({"url": url} if url else {})},
        **({"suggestions": fixes} if fixes else {}),
    }


def _range(post: Post, span: Span) -> dict[str, Any]:
    start, end = places.in_bytes(post, span)
    return {"start": start._asdict(), "end": end._asdict()}


def _unreadable(source: Unreadable) -> dict[str, Any]:
    start: dict[str, int] = {"line": source.line or 1}
    if source.column:
        start["column"] = source.column
    return {
        "message": _message(source.error),
        "location": {"path": places.path(source.source), "range": {"start": start}},
        "severity": SEVERITIES[Severity.ERROR],
        "code": {"value": words.UNREADABLE},
    }


def _message(text: str) -> str:
    return "\n".join(map(escaped.markdown, text.splitlines()))
