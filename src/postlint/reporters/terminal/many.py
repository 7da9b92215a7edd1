"""The findings of many posts: a line each, then which rules and which posts have most.

A page for each of thousands of posts would be read by nobody.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from postlint.model import Severity
from postlint.reporters import gathered, words
from postlint.reporters.terminal import ink

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterator

    from postlint.model import Finding, Post, Report
    from postlint.reporters.terminal.page import Block, Page

RULES = 15
WORST = 10
"""How many rules and posts are named."""

DETAILS = "All there is to say about each: --format html --output report.html (or markdown, json)."


def blocks_of(page: Page, report: Report) -> Iterator[Block]:
    """Tell each finding in a line that is not wrapped, then each accepted risk."""
    for post, found in gathered.findings(report):
        yield _line(page, post, found)
    for post, risk in gathered.accepted(report):
        yield _line(page, post, risk.finding, f"accepted: {words.accounted(risk.acceptance)}")


def _line(page: Page, post: Post, found: Finding, accepted: str = "") -> Block:
    line, column = post.positions.position(found.span.start)
    name = f" {post.id}" if post.id else ""
    tag = ("accepted" if accepted else found.severity.word).ljust(len("suggestion"))
    color = ink.BOLD if accepted else ink.SEVERITIES[found.severity]
    message = " ".join(filter(None, [found.message, accepted]))
    return page.line(
        f"{post.source}:{line}:{column}{name}  ",
        (tag, color),
        f"  {' '.join(page.sign(message).split())}  {found.rule.id}",
    )


def counts_of(page: Page, report: Report) -> Iterator[Block]:
    """Name the rules that found most, the posts that have most, and where everything is told."""
    told = gathered.findings(report)
    rules = Counter(found.rule.id for _, found in told)
    yield page.gap()
    yield page.line(("Rules with the most findings", ink.BOLD))
    for rule, number in sorted(rules.items(), key=lambda item: (-item[1], item[0]))[:RULES]:
        yield page.line(f"{number:>7,}  {rule}")
    if len(rules) > RULES:
        yield page.line(f"{'':>7}  and {words.many(len(rules) - RULES, 'rule')} more: --statistics")
    yield page.gap()
    yield page.line(("Posts with the worst findings", ink.BOLD))
    for name, found in _worst(report)[:WORST]:
        yield page.line(f"{'':>7}  {name}: {words.tally(found)}")
    yield page.gap()
    yield page.line(DETAILS)


def _worst(report: Report) -> list[tuple[str, list[Finding]]]:
    """Return the posts with their findings, those with most errors, then warnings, first."""
    posts: dict[Hashable, tuple[str, list[Finding]]] = {}
    for post, found in gathered.findings(report):
        key = post.source, post.id, post.line
        name = words.name_of(post.source, post.id)
        line = "" if post.id else f":{post.line}"
        posts.setdefault(key, (f"{name}{line}", []))[1].append(found)
    ranks = sorted(Severity, reverse=True)
    return sorted(
        posts.values(),
        key=lambda each: [-sum(one.severity is rank for one in each[1]) for rank in ranks],
    )
