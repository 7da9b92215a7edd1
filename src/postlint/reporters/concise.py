"""One finding a line, ``path:line:column: severity rule message``, for editors and grep.

Accepted risks and unused acceptances are not listed, and nothing is counted.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from postlint.reporters.visible import visible

if TYPE_CHECKING:
    from collections.abc import Iterator

    from postlint.model import Report
    from postlint.reporters.style import Style


def render(report: Report, style: Style) -> str:  # noqa: ARG001 - the same on every screen
    """Return the lines in the order of the report; a post for two platforms tells them once."""
    return "".join(f"{visible(line)}\n" for line in dict.fromkeys(_lines(report)))


def _lines(report: Report) -> Iterator[str]:
    for result in report.results:
        for found in result.findings:
            line, column = result.post.positions.position(found.span.start)
            message = " ".join(found.message.split("\n"))
            place = f"{result.post.source}:{line}:{column}"
            yield f"{place}: {found.severity.word} {found.rule.id} {message}"
    for post in report.unreadable:
        error = " ".join(post.error.split("\n"))
        yield f"{post.source}:{post.line or 1}:{post.column or 1}: error unreadable {error}"
