"""The report for a person at a terminal, five minutes before posting.

Not for machines: the layout may change with every version. Only modules of this
folder import rich, which knows how wide signs are, and only when a page is rendered.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from postlint.model import Report
    from postlint.reporters.style import Style


def render(report: Report, style: Style) -> str:
    """Return the page: a block for each post, what could not be read, the summary."""
    from postlint.reporters.terminal.page import Page
    from postlint.reporters.terminal.report import blocks_of

    page = Page(style)
    return page.printed(blocks_of(page, report))
