"""The blocks of the terminal report: a finding, an accepted risk, what could not be read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from postlint.model import Severity
from postlint.reporters import words
from postlint.reporters.terminal import ink
from postlint.reporters.terminal.excerpt import excerpt
from postlint.reporters.terminal.page import GAP, LABEL, MARGIN

if TYPE_CHECKING:
    from collections.abc import Iterator

    from postlint.model import Accepted, Finding, Post, Unreadable, Unused
    from postlint.reporters.terminal.page import Block, Page

GUTTER = 8
"""Cells before the text of a post: its line number and a bar."""


def finding(page: Page, post: Post, found: Finding, *, explain: bool) -> Iterator[Block]:
    """Say what was found, show it in its line, and say what to do about it, perhaps why."""
    color, rule = ink.SEVERITIES[found.severity], found.rule
    yield from page.ends(found.message, rule.id, tag=found.severity.word, color=color)
    yield from _marked(page, post, found, color)
    fixes = [("fix", words.change(fix, fix.span.of(post.text))) for fix in found.fixes]
    yield from page.labelled([*fixes, *(words.reasons(rule, found) if explain else ())])
    if explain and found.source and found.source.url:
        yield page.unbroken(found.source.url, MARGIN + LABEL + GAP)


def _marked(page: Page, post: Post, found: Finding, color: str) -> Iterator[Block]:
    """Show the line of the post with its number in the file, and the marker under it."""
    bar = page.sign("│")
    seen = excerpt(post.text, found.span, page.width - GUTTER, page.sign("…"))
    number = post.positions.position(found.span.start).line
    yield page.line(f"{number:>5} {bar} ", seen.before, (seen.match, color), seen.after)
    yield page.line(f"{'':>5} {bar} ", " " * seen.indent, ("^" * seen.mark, color))
    if seen.more:
        yield page.line(f"{'':>5} {bar} ", page.sign(f"… and {words.many(seen.more, 'more line')}"))


def accepted(page: Page, post: Post, risk: Accepted) -> Iterator[Block]:
    """Say which finding somebody has accepted, who, why and until when."""
    found, acceptance = risk.finding, risk.acceptance
    line = post.positions.position(found.span.start).line
    yield from page.ends(found.message, found.rule.id, tag="accepted risk", color=ink.BOLD)
    was = f"{line}, {found.severity.word} before it was accepted"
    rows = [("line", was), ("reason", acceptance.reason), ("by", words.signed(acceptance))]
    yield from page.labelled(rows)


def unused(page: Page, post: Post, entry: Unused) -> Iterator[Block]:
    """Say which acceptance accepts nothing, and why."""
    acceptance = entry.acceptance
    where = words.name_of(post.source, post.id)
    line = f", line {acceptance.line}" if acceptance.line else ""
    left = f"{where}{line}: {words.needless(entry)}"
    yield from page.ends(left, acceptance.rule, tag="not used", color=ink.BOLD)
    yield from page.labelled([("reason", acceptance.reason), ("by", words.signed(acceptance))])


def unreadable(page: Page, post: Unreadable) -> Iterator[Block]:
    """Say which source could not be read, and why."""
    place = ":".join(str(part) for part in (post.source, post.line, post.column) if part)
    yield from page.ends(place, "", tag="cannot be read", color=ink.SEVERITIES[Severity.ERROR])
    yield from page.indented(post.error, MARGIN)
