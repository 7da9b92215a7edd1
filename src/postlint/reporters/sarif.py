"""SARIF 2.1.0, for code scanning and its viewers: findings, accepted risks as suppressed results.

The format: https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html. Acceptances that
nothing needed and sources that could not be read are notifications of the run.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from postlint.model import PANEL, Severity
from postlint.reporters import escaped, gathered, places, words

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from postlint.model import Acceptance, Finding, Post, Report, Result, Rule, Unreadable, Unused
    from postlint.reporters.style import Style

SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
BASE = "%SRCROOT%"
LEVELS: Mapping[Severity, str] = {
    Severity.ERROR: "error",
    Severity.WARNING: "warning",
    Severity.SUGGESTION: "note",
}
FINGERPRINT = "postlint/v1"


def render(report: Report, style: Style) -> str:  # noqa: ARG001 - the same on every screen
    """Return a log with one run."""
    log = {"$schema": SCHEMA, "version": "2.1.0", "runs": [_run(report)]}
    return escaped.json_text(log) + "\n"


def _run(report: Report) -> dict[str, Any]:
    standing = [(post, found, None) for post, found in gathered.findings(report)]
    risks = [(post, risk.finding, risk.acceptance) for post, risk in gathered.accepted(report)]
    told = [*standing, *risks]
    rules = list({found.rule.id: found.rule for _, found, _ in told}.values())
    numbers = {rule.id: number for number, rule in enumerate(rules)}
    prints = places.fingerprints(((post, found) for post, found, _ in told), with_path=False)
    return {
        "tool": {"driver": _driver(report.version, rules)},
        "invocations": [_invocation(report)],
        "columnKind": "unicodeCodePoints",
        **({"properties": {"knownFindings": report.known}} if report.known else {}),
        "results": [
            _result(*each, numbers[each[1].rule.id], name)
            for each, name in zip(told, prints, strict=True)
        ],
    }


def _driver(version: str, rules: Sequence[Rule]) -> dict[str, Any]:
    return {
        "name": "postlint",
        "version": version,
        "informationUri": words.HOME,
        "rules": [_rule(rule) for rule in rules],
    }


def _rule(rule: Rule) -> dict[str, Any]:
    reasons = list(words.reasons(rule)) or [("rule", rule.id)]
    url = escaped.web_address(rule.source.url if rule.source else None)
    lines = [f"**{label}** {_prose(text)}" for label, text in reasons]
    linked = [*lines, f"<{url}>"] if url else lines
    return {
        "id": rule.id,
        "name": rule.id.rpartition("/")[2].replace("-", " ").title().replace(" ", ""),
        "shortDescription": {"text": _text(rule.why or rule.id)},
        "fullDescription": {"text": _text(" ".join(filter(None, [rule.why, rule.how])) or rule.id)},
        "help": {
            "text": _text("\n".join(f"{label}: {text}" for label, text in reasons)),
            "markdown": "\n\n".join(linked),
        },
        **({"helpUri": url} if url else {}),
        "defaultConfiguration": {"level": LEVELS[rule.severity]},
        "properties": {"tags": sorted({rule.pack, PANEL.get(rule.panel, rule.panel)})},
    }


def _result(
    post: Post, found: Finding, acceptance: Acceptance | None, number: int, name: str
) -> dict[str, Any]:
    start, end = places.characters(post, found.span)
    region = {
        "startLine": start.line,
        "startColumn": start.column,
        "endLine": end.line,
        "endColumn": end.column,
        **({"snippet": {"text": found.match}} if found.match else {}),
    }
    return {
        "ruleId": found.rule.id,
        "ruleIndex": number,
        "level": LEVELS[found.severity],
        "message": {"text": _text(found.message or found.rule.id)},
        "locations": [_location(post.source, region)],
        "partialFingerprints": {FINGERPRINT: name},
        **({"suppressions": [_suppression(post, acceptance)]} if acceptance else {}),
        **({"properties": {"post": post.id}} if post.id else {}),
    }


def _suppression(post: Post, acceptance: Acceptance) -> dict[str, Any]:
    """Say who accepts a risk; what stands in no file came from the command line."""
    said = {"status": "accepted", "justification": escaped.legible(words.accounted(acceptance))}
    if acceptance.line is None:
        return {"kind": "external", **said}
    location = _location(post.source, {"startLine": acceptance.line})
    return {"kind": "inSource", **said, "location": location}


def _invocation(report: Report) -> dict[str, Any]:
    unused = [_unused(post, entry) for post, entry in gathered.unused_acceptances(report)]
    return {
        "executionSuccessful": not report.unreadable,
        "toolExecutionNotifications": [
            *(_unreadable(each) for each in report.unreadable),
            *(_partly(each) for each in gathered.partly_checked(report)),
        ],
        "toolConfigurationNotifications": unused,
    }


def _unreadable(source: Unreadable) -> dict[str, Any]:
    place = {"startLine": source.line, "startColumn": source.column}
    region = {name: number for name, number in place.items() if number} if source.line else {}
    return {
        "descriptor": {"id": words.UNREADABLE},
        "level": "error",
        "message": {"text": _text(source.error)},
        "locations": [_location(source.source, region)],
    }


def _partly(result: Result) -> dict[str, Any]:
    return {
        "descriptor": {"id": "partly-checked"},
        "level": "note",
        "message": {"text": _text(words.partly(result))},
        "locations": [_location(result.post.source, {"startLine": result.post.line})],
    }


def _unused(post: Post, entry: Unused) -> dict[str, Any]:
    acceptance = entry.acceptance
    region = {"startLine": acceptance.line} if acceptance.line else {}
    text = f"{acceptance.rule}: {words.needless(entry)}"
    return {
        "descriptor": {"id": f"acceptance-{entry.why.value}"},
        "level": "note",
        "message": {"text": _text(text)},
        "locations": [_location(post.source, region)],
    }


def _location(source: str, region: Mapping[str, Any]) -> dict[str, Any]:
    place: dict[str, Any] = {"artifactLocation": _artifact(source)}
    return {"physicalLocation": {**place, "region": region} if region else place}


def _artifact(source: str) -> dict[str, str]:
    uri = places.uri(source)
    return {"uri": uri} if uri.startswith("file:") else {"uri": uri, "uriBaseId": BASE}


def _text(text: str) -> str:
    """Return a message whose braces are no placeholders and whose brackets are no link (§ 3.11)."""
    doubled = escaped.legible(text).replace("{", "{{").replace("}", "}}")
    return doubled.replace("](", "]\\(")


def _prose(text: str) -> str:
    return _text(escaped.markdown(text))
