"""What stands on the terminal page, in which order: posts, what is not read, the summary."""

from __future__ import annotations

from typing import TYPE_CHECKING

from postlint.model import Verdict
from postlint.reporters import gathered, words
from postlint.reporters.terminal import blocks, card, ink, many

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from postlint.model import Post, Report, Result
    from postlint.reporters.terminal.page import Block, Page

MANY = 50
"""So many posts with findings are told in full; more would be read by nobody."""

NAMED = 5
"""How many posts the summary names for each verdict."""

NEXT_STEPS = (
    "More about a rule: postlint explain RULE",
    "To accept a risk: --accept 'RULE=why it is all right'",
)


def blocks_of(page: Page, report: Report) -> Iterator[Block]:
    """Lay out a block for each post, what could not be read, the summary.

    Many posts get a line for each finding instead, and those without any are only counted.
    """
    groups = gathered.same_judgement(report)
    telling = sum(bool(group[0].findings or group[0].accepted) for group in groups)
    if telling > MANY:
        yield from many.blocks_of(page, report)
    else:
        left = groups if len(groups) - telling <= MANY else [g for g in groups if _tells(g)]
        yield from _posts(page, left, alone=len(groups) == 1)
    for unreadable in report.unreadable:
        yield page.gap()
        yield from blocks.unreadable(page, unreadable)
    for post, entry in gathered.unused_acceptances(report):
        yield page.gap()
        yield from blocks.unused(page, post, entry)
    yield from (page.gap(), page.rule())
    yield from _summary(page, report)
    if telling > MANY:
        yield from many.counts_of(page, report)


def _tells(results: Sequence[Result]) -> bool:
    return bool(results[0].findings or results[0].accepted)


def _posts(page: Page, groups: Sequence[Sequence[Result]], *, alone: bool) -> Iterator[Block]:
    after_brief = False
    for index, results in enumerate(groups):
        brief = not (alone or _tells(results))
        if index and not (brief and after_brief):
            yield from (page.gap(), page.rule())
        yield from card.one_line(page, results) if brief else _whole(page, results)
        after_brief = brief


def _whole(page: Page, results: Sequence[Result]) -> Iterator[Block]:
    """Lay out everything about one post: card, findings (errors first), accepted risks."""
    result = results[0]
    yield from card.head(page, results)
    yield from card.verdict_line(page, result)
    yield page.gap()
    yield from card.grades(page, result)
    explained: set[tuple[str, str]] = set()
    for found in sorted(result.findings, key=lambda found: -found.severity):
        yield page.gap()
        reason = (found.rule.id, found.why)
        yield from blocks.finding(page, result.post, found, explain=reason not in explained)
        explained.add(reason)
    for accepted in result.accepted:
        yield page.gap()
        yield from blocks.accepted(page, result.post, accepted)


def _summary(page: Page, report: Report) -> Iterator[Block]:
    """Count posts by verdict and findings by severity, and say what can be done."""
    by_verdict = {verdict: posts for verdict, posts in gathered.verdicts(report).items() if posts}
    several = sum(map(len, by_verdict.values())) > 1
    tags = [f"{len(posts):,} {verdict.upper()}" for verdict, posts in by_verdict.items()]
    for (verdict, posts), tag in zip(by_verdict.items(), tags, strict=True):
        said = _names(verdict, posts) if several else words.VERDICTS[verdict]
        shown = tag.ljust(max(map(len, tags))) if several else verdict.upper()
        yield from page.ends(said, "", tag=shown, color=ink.VERDICTS[verdict], weight="")
    yield from page.indented(_counts(report))
    yield from page.indented(words.partly_all(gathered.partly_checked(report)))
    if by_verdict.keys() & {Verdict.HOLD, Verdict.REVIEW}:
        yield from map(page.line, NEXT_STEPS)
    safe = sum(
        fix.safe for result in report.results for one in result.findings for fix in one.fixes
    )
    if safe:
        yield page.line(f"To apply {words.many(safe, 'safe fix')}: postlint check --fix")


def _names(verdict: Verdict, posts: Sequence[Post]) -> str:
    """Name the first few posts; those that are ready need no attention."""
    if verdict is Verdict.READY:
        return ""
    names = [words.name_of(post.source, post.id) for post in posts[:NAMED]]
    rest = [f"{len(posts) - NAMED:,} more"] if len(posts) > NAMED else []
    return ", ".join(names + rest)


def _counts(report: Report) -> str:
    """Count everything that the report lists, in one sentence."""
    unused = len(gathered.unused_acceptances(report))
    findings = [found for result in report.results for found in result.findings]
    parts = [
        "" if report.results or report.unreadable else "no posts",
        words.tally(findings) or "no findings",
        words.many(report.accepted, "accepted risk") if report.accepted else "",
        words.many(unused, "acceptance") + " not used" if unused else "",
        f"{len(report.unreadable):,} not read" if report.unreadable else "",
        words.known(report),
    ]
    return ", ".join(filter(None, parts)) + "."
