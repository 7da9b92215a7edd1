"""The JSON contract as plain values, version 1: see ``schemas/report-1.json``.

Keys and their order are promised; a new key needs a new version of the schema.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from postlint.model import Severity
from postlint.reporters import gathered

if TYPE_CHECKING:
    from postlint.model import (
        Acceptance,
        Accepted,
        Finding,
        Post,
        Report,
        Result,
        Unreadable,
        Unused,
    )

VERSION = 1


def document(report: Report) -> dict[str, Any]:
    """Return the report as plain values, in the order of the contract."""
    others = but_posts(report)
    head = {key: others.pop(key) for key in ("schema", "postlint")}
    return {**head, "posts": [post(result) for result in report.results], **others}


def but_posts(report: Report) -> dict[str, Any]:
    """Return everything but the posts themselves."""
    unused = gathered.unused_acceptances(report)
    return {
        "schema": VERSION,
        "postlint": report.version,
        "unused_acceptances": [_unused(each, entry) for each, entry in unused],
        "unreadable": [_unreadable(source) for source in report.unreadable],
        "summary": _summary(report),
    }


def post(result: Result) -> dict[str, Any]:
    """Return one post on one platform as plain values."""
    own = result.post
    return {
        "source": own.source,
        "id": own.id,
        "line": own.line,
        "platform": result.platform,
        "language": result.language,
        "text": own.text,
        "length": {"used": result.length.used, "limit": result.length.limit},
        "verdict": result.verdict.value,
        "grades": dict(result.grades),
        "strengths": list(result.strengths),
        "findings": [_finding(own, found) for found in result.findings],
        "accepted": [_accepted(own, accepted) for accepted in result.accepted],
    }


def _finding(post: Post, found: Finding) -> dict[str, Any]:
    rule, span = found.rule, found.span
    return {
        "rule": rule.id,
        "pack": rule.pack,
        "severity": found.severity.word,
        "message": found.message,
        "why": found.why,
        "how": rule.how,
        "url": found.source.url if found.source else None,
        "match": found.match,
        "span": {"start": span.start, "end": span.end},
        "start": _position(post, span.start),
        "end": _position(post, span.end),
        "fixes": [
            {"start": fix.span.start, "end": fix.span.end, "text": fix.text, "safe": fix.safe}
            for fix in found.fixes
        ],
    }


def _position(post: Post, offset: int) -> dict[str, int]:
    """Where the character at ``offset`` stands; for an end, the one just after the span.

    A span that ends with a newline therefore ends at the start of the next line.
    """
    line, column = post.positions.position(offset)
    return {"line": line, "column": column}


def _accepted(post: Post, accepted: Accepted) -> dict[str, Any]:
    finding = _finding(post, accepted.finding)
    return {"rule": finding["rule"], **_why_accepted(accepted.acceptance), **finding}


def _unused(post: Post, entry: Unused) -> dict[str, Any]:
    acceptance = entry.acceptance
    return {
        "source": post.source,
        "id": post.id,
        "line": acceptance.line,
        "rule": acceptance.rule,
        "why": entry.why.value,
        **_why_accepted(acceptance),
    }


def _why_accepted(acceptance: Acceptance) -> dict[str, Any]:
    until = acceptance.until.isoformat() if acceptance.until else None
    return {"reason": acceptance.reason, "by": acceptance.by, "until": until}


def _unreadable(source: Unreadable) -> dict[str, Any]:
    return {
        "source": source.source,
        "error": source.error,
        "line": source.line,
        "column": source.column,
    }


def _summary(report: Report) -> dict[str, Any]:
    counts = {rank.word: report.count(rank) for rank in sorted(Severity, reverse=True)}
    partial = [_partly(result) for result in gathered.partly_checked(report)]
    told = {"partly_checked": partial} if partial else {}
    return {"posts": len(report.results), **counts, "accepted": report.accepted, **told}


def _partly(result: Result) -> dict[str, Any]:
    """Say which post most rules could not judge; the key is there only where there is one."""
    post, (asked, rules) = result.post, result.coverage
    return {
        "source": post.source,
        "id": post.id,
        "line": post.line,
        "language": result.language,
        "asked": asked,
        "rules": rules,
    }
