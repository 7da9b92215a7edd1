"""The report for a person at a terminal, five minutes before posting.

Not for machines: the layout may change with every version.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from postlint.model import Verdict
from postlint.reporters import blocks, card, gathered, ink, words
from postlint.reporters.page import Page

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from postlint.model import Post, Report, Result
    from postlint.reporters.style import Style

NAMED = 5
"""How many posts the summary names for each verdict."""

NEXT_STEPS = (
    "More about a rule: postlint explain RULE",
    "To accept a risk: postlint check --accept 'RULE=your reason'",
)


def render(report: Report, style: Style) -> str:
    """Return the page: a block for each post, what could not be read, the summary."""
    page = Page(style)
    lines: list[str] = []
    groups = gathered.same_judgement(report)
    rule = page.ink.sign("─") * page.width
    after_brief = False
    for results in groups:
        brief = len(groups) > 1 and not (results[0].findings or results[0].accepted)
        if not (brief and after_brief):
            lines.extend(["", rule] if lines else [])
        lines.extend(card.one_line(page, results) if brief else _whole(page, results))
        after_brief = brief
    for unreadable in report.unreadable:
        lines.extend(["", *blocks.unreadable(page, unreadable)])
    for post, acceptance in gathered.unused_acceptances(report):
        lines.extend(["", *blocks.unused(page, post, acceptance)])
    lines.extend(["", rule, *_summary(page, report)])
    return "\n".join(lines).lstrip("\n") + "\n"


def _whole(page: Page, results: Sequence[Result]) -> Iterator[str]:
    """Lay out everything about one post: card, findings (errors first), accepted risks."""
    result = results[0]
    yield from card.head(page, results)
    yield from card.verdict_line(page, result)
    yield ""
    yield from card.grades(page, result)
    explained: set[str] = set()
    for found in sorted(result.findings, key=lambda found: -found.severity):
        yield ""
        yield from blocks.finding(page, result.post, found)
        if found.rule.id not in explained:
            yield from blocks.reasons(page, found.rule)
        explained.add(found.rule.id)
    for accepted in result.accepted:
        yield ""
        yield from blocks.accepted(page, result.post, accepted)


def _summary(page: Page, report: Report) -> Iterator[str]:
    """Count posts by verdict and findings by severity, and say what can be done."""
    by_verdict = {verdict: posts for verdict, posts in gathered.verdicts(report).items() if posts}
    several = sum(map(len, by_verdict.values())) > 1
    tags = [f"{len(posts):,} {verdict.upper()}" for verdict, posts in by_verdict.items()]
    for (verdict, posts), tag in zip(by_verdict.items(), tags, strict=True):
        said = _names(verdict, posts) if several else words.VERDICTS[verdict]
        shown = tag.ljust(max(map(len, tags))) if several else verdict.upper()
        yield from page.ends(said, "", tag=shown, color=ink.VERDICTS[verdict], weight="")
    yield from page.indented(_counts(report), 0)
    if by_verdict.keys() & {Verdict.HOLD, Verdict.REVIEW}:
        yield from NEXT_STEPS
    safe = sum(
        fix.safe for result in report.results for one in result.findings for fix in one.fixes
    )
    if safe:
        yield f"To apply {words.many(safe, 'safe fix')}: postlint check --fix"


def _names(verdict: Verdict, posts: Sequence[Post]) -> str:
    """Name the first few posts; those that are ready need no attention."""
    if verdict is Verdict.READY:
        return ""
    names = [words.name_of(post.source, post.id) for post in posts[:NAMED]]
    rest = [f"{len(posts) - NAMED:,} more"] if len(posts) > NAMED else []
    return ", ".join(names + rest)


def _counts(report: Report) -> str:
    """Count everything that the report lists, in one sentence."""
    accepted = sum(len(result.accepted) for result in report.results)
    unused = len(gathered.unused_acceptances(report))
    findings = [found for result in report.results for found in result.findings]
    parts = [
        words.tally(findings) or "no findings",
        words.many(accepted, "accepted risk") if accepted else "",
        words.many(unused, "acceptance") + " not needed" if unused else "",
        words.many(len(report.unreadable), "file") + " not read" if report.unreadable else "",
    ]
    return ", ".join(filter(None, parts)) + "."
