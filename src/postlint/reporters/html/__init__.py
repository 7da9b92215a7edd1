"""One page to send to a supervisor: it reads well on paper and on a phone, and loads nothing.

No script, no external resource; a policy in its head forbids both, should an escape ever fail.
Not for machines: the layout may change with every version.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from postlint.model import Report
    from postlint.reporters.style import Style


def render(report: Report, style: Style) -> str:  # noqa: ARG001 - the same on every screen
    """Return the page: a section for each post, accepted risks, what could not be read."""
    from postlint.reporters.html.page import page_of

    return page_of(report)
