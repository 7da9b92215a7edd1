"""The report as JSON Lines, for streams: one post of the JSON contract a line, a summary last.

The last line has everything of the contract that is not a post.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from postlint.reporters import contract, escaped

if TYPE_CHECKING:
    from postlint.model import Report, Result
    from postlint.reporters.style import Style


def render(report: Report, style: Style) -> str:  # noqa: ARG001 - the same on every screen
    """Return a line for each post on each platform, and the summary."""
    return "".join([*map(line, report.results), last(report)])


def line(result: Result) -> str:
    """Return the line of one post on one platform, for those who do not wait for the others."""
    return f"{escaped.json_text(contract.post(result), None)}\n"


def last(report: Report) -> str:
    """Return the line that ends a report: all of the contract that is not a post."""
    return f"{escaped.json_text(contract.but_posts(report), None)}\n"
