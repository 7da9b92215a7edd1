"""Workflow commands: GitHub shows them beside the lines of a pull request.

The commands and their escapes: https://docs.github.com/actions/reference/workflow-commands and
``packages/core/src/command.ts`` of actions/toolkit. GitHub shows ten of a kind for each step.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from postlint.model import Severity
from postlint.reporters import escaped, gathered, places, words

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from postlint.model import Post, Report
    from postlint.reporters.style import Style
    from postlint.spans import Span

COMMANDS: Mapping[Severity, str] = {
    Severity.ERROR: "error",
    Severity.WARNING: "warning",
    Severity.SUGGESTION: "notice",
}
IN_DATA = str.maketrans({"%": "%25", "\r": "%0D", "\n": "%0A"})
IN_PROPERTY = {**IN_DATA, **str.maketrans({":": "%3A", ",": "%2C"})}


def render(report: Report, style: Style) -> str:  # noqa: ARG001 - the same on every screen
    """Return a command for each finding and fault; accepted risks are notices after them."""
    return "".join(f"{line}\n" for line in _commands(report))


def _commands(report: Report) -> Iterator[str]:
    for source in report.unreadable:
        place = {"file": places.path(source.source), "line": source.line, "col": source.column}
        yield _command("error", place, "cannot be read", source.error)
    for result in gathered.partly_checked(report):
        place = {"file": places.path(result.post.source), "line": result.post.line}
        yield _command("notice", place, "only partly checked", words.partly(result))
    for post, found in gathered.findings(report):
        place = _place(post, found.span)
        yield _command(COMMANDS[found.severity], place, found.rule.id, words.advice(found))
    for post, risk in gathered.accepted(report):
        found = risk.finding
        said = f"{found.message}\n{words.accounted(risk.acceptance)}"
        yield _command("notice", _place(post, found.span), f"accepted: {found.rule.id}", said)
    for post, entry in gathered.unused_acceptances(report):
        place = {"file": places.path(post.source), "line": entry.acceptance.line}
        said = words.needless(entry)
        yield _command("notice", place, f"not used: {entry.acceptance.rule}", said)


def _place(post: Post, span: Span) -> dict[str, str | int | None]:
    """Return where a finding stands; the runner drops columns of several lines."""
    start, end = places.characters(post, span)
    column = start.column if start.line == end.line else None
    return {
        "file": places.path(post.source),
        "line": start.line,
        "col": column,
        "endLine": end.line,
    }


def _command(name: str, place: Mapping[str, str | int | None], title: str, message: str) -> str:
    given = {**place, "title": f"postlint {title}"}
    properties = ",".join(
        f"{key}={escaped.legible(str(value)).translate(IN_PROPERTY)}"
        for key, value in given.items()
        if value
    )
    return f"::{name} {properties}::{escaped.legible(message).translate(IN_DATA)}"
