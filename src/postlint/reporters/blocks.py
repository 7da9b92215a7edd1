"""The blocks of the terminal report: a finding, an accepted risk, what could not be read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from postlint.model import PANEL, Severity
from postlint.reporters import ink, words
from postlint.reporters.cells import visible
from postlint.reporters.excerpt import excerpt
from postlint.reporters.page import LABEL

if TYPE_CHECKING:
    from collections.abc import Iterator

    from postlint.model import Acceptance, Accepted, Finding, Fix, Post, Rule, Source, Unreadable
    from postlint.reporters.page import Page

GUTTER = 8
"""Cells before the text of a post: its line number and a bar."""

LONGEST_FIX = 60
"""Code points of a replacement that are shown; the rest is in ``--diff``."""


def finding(page: Page, post: Post, found: Finding) -> Iterator[str]:
    """Say what was found, show it in its line, and say what it can be replaced by."""
    color = ink.SEVERITIES[found.severity]
    yield from page.ends(found.message, found.rule.id, tag=found.severity.word, color=color)
    yield from _marked(page, post, found, color)
    for fix in found.fixes:
        yield from page.labelled("fix", _replacement(fix, fix.span.of(post.text)))


def reasons(page: Page, rule: Rule) -> Iterator[str]:
    """Say why a rule exists, what to write instead, and who says so."""
    yield from page.labelled("why", rule.why)
    yield from page.labelled("instead", rule.how)
    yield from _source(page, rule.source)
    if rule.panel != rule.pack and rule.panel in PANEL:
        yield from page.labelled("counts as", PANEL[rule.panel])
    if not rule.acceptable:
        yield from page.labelled("accept", "not possible: mend it before you publish.")


def _source(page: Page, source: Source | None) -> Iterator[str]:
    """Say who says so; an address is never broken, so that it can be clicked."""
    if source:
        title = ", ".join(filter(None, [source.title, source.date]))
        yield from page.labelled("source", title)
        if source.url:
            yield page.unbroken(source.url, LABEL)


def _marked(page: Page, post: Post, found: Finding, color: str) -> Iterator[str]:
    """Show the line of the post with its number in the file, and the marker under it."""
    bar = page.ink.sign("│")
    seen = excerpt(post.text, found.span, page.width - GUTTER, page.ink.sign("…"))
    number = post.positions.position(found.span.start).line
    yield f"{number:>5} {bar} {seen.line}"
    spaces = seen.marker.rstrip("^")
    yield f"{'':>5} {bar} {spaces}" + page.ink.paint(color, seen.marker[len(spaces) :])
    if seen.more:
        yield f"{'':>5} {bar} " + page.ink.sign(f"… and {words.many(seen.more, 'more line')}")


def _replacement(fix: Fix, old: str) -> str:
    """Say in words what a fix changes."""
    new = fix.text if len(fix.text) <= LONGEST_FIX else fix.text[:LONGEST_FIX] + "…"
    sure = " (safe: --fix does it)" if fix.safe else ""
    if not old:
        return f"insert “{visible(new)}”{sure}"
    if not new:
        return f"leave out “{visible(old)}”{sure}"
    return f"“{visible(old)}” → “{visible(new)}”{sure}"


def accepted(page: Page, post: Post, risk: Accepted) -> Iterator[str]:
    """Say which finding somebody has accepted, who, why and until when."""
    found, acceptance = risk.finding, risk.acceptance
    line = post.positions.position(found.span.start).line
    yield from page.ends(found.message, found.rule.id, tag="accepted risk", color=ink.BOLD)
    yield from page.labelled("line", f"{line}, {found.severity.word} before it was accepted")
    yield from page.labelled("reason", acceptance.reason)
    yield from page.labelled("by", _by(acceptance))


def unused(page: Page, post: Post, acceptance: Acceptance) -> Iterator[str]:
    """Say which acceptance had nothing to accept."""
    where = words.name_of(post.source, post.id)
    line = f", line {acceptance.line}" if acceptance.line else ""
    left = f"{where}{line}: the rule found nothing, the acceptance can go."
    yield from page.ends(left, acceptance.rule, tag="not needed", color=ink.BOLD)
    yield from page.labelled("reason", acceptance.reason)
    yield from page.labelled("by", _by(acceptance))


def _by(acceptance: Acceptance) -> str:
    until = f"until {acceptance.until.isoformat()}" if acceptance.until else ""
    return ", ".join(filter(None, [acceptance.by, until]))


def unreadable(page: Page, post: Unreadable) -> Iterator[str]:
    """Say which source could not be read, and why."""
    place = ":".join(str(part) for part in (post.source, post.line, post.column) if part)
    yield from page.ends(place, "", tag="cannot be read", color=ink.SEVERITIES[Severity.ERROR])
    yield from page.indented(post.error, 2)
