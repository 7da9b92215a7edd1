"""The report as JSON Lines, for streams: one post of the JSON contract a line, a summary last.

The last line has everything of the contract that is not a post.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from postlint.reporters import contract, escaped

if TYPE_CHECKING:
    from postlint.model import Report
    from postlint.reporters.style import Style


def render(report: Report, style: Style) -> str:  # noqa: ARG001 - the same on every screen
    """Return a line for each post on each platform, and the summary."""
    document = contract.document(report)
    posts = document.pop("posts")
    return "".join(f"{escaped.json_text(line, None)}\n" for line in [*posts, document])
