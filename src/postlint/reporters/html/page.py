"""The page as a whole: head, summary, sections, footer."""

from __future__ import annotations

from typing import TYPE_CHECKING

from postlint.reporters import gathered, words
from postlint.reporters.html import logs, post, sheet
from postlint.reporters.html.tags import Markup, lines, tag, text

if TYPE_CHECKING:
    from collections.abc import Sequence

    from postlint.model import Report, Result


def page_of(report: Report) -> str:
    """Return the whole document, which ends with a newline."""
    groups = gathered.gravest_first(gathered.same_judgement(report))
    title = f"postlint: {_headline(report)}"
    body = lines(
        _header(report, groups),
        tag(
            "main",
            *(
                post.section(group, number, alone=len(groups) == 1)
                for number, group in enumerate(groups, 1)
            ),
            logs.partly(report),
            logs.accepted(report),
            logs.unused(report),
            logs.unreadable(report),
        ),
        tag("footer", text(f"Written by postlint {report.version}."), class_="soft"),
    )
    return f"<!DOCTYPE html>\n{tag('html', _head(title), Markup(body), lang='en')}\n"


def _head(title: str) -> Markup:
    policy = text(sheet.policy())
    return tag(
        "head",
        Markup('<meta charset="utf-8">'),
        Markup(f'<meta http-equiv="Content-Security-Policy" content="{policy}">'),
        Markup('<meta name="viewport" content="width=device-width, initial-scale=1">'),
        Markup('<meta name="referrer" content="no-referrer">'),
        Markup('<meta name="format-detection" content="telephone=no, date=no, address=no">'),
        tag("title", text(title)),
        tag("style", Markup(sheet.SHEET)),
    )


def _headline(report: Report) -> str:
    """Say what is to be done: of one post its verdict, of several how many have which."""
    counts = {verdict: len(posts) for verdict, posts in gathered.verdicts(report).items() if posts}
    if sum(counts.values()) > 1:
        return ", ".join(f"{number:,} {verdict.upper()}" for verdict, number in counts.items())
    return (
        "".join(f"{verdict.upper()}, {words.VERDICTS[verdict]}" for verdict in counts) or "no posts"
    )


def _header(report: Report, groups: Sequence[Sequence[Result]]) -> Markup:
    """Say how it stands and, of several posts, list them with a link to each."""
    counts = words.tally([found for _, found in gathered.findings(report)]) or "no findings"
    number = words.many(sum(map(len, gathered.verdicts(report).values())), "post")
    entries = [_entry(group, at) for at, group in enumerate(groups, 1)]
    said = "; ".join(filter(None, [counts, words.known(report)]))
    listed = tag("nav", tag("ol", *entries), aria_label="Posts") if len(groups) > 1 else Markup("")
    return tag(
        "header",
        tag("h1", text(_headline(report))),
        tag("p", text(f"{number}, checked before publication: {said}."), class_="soft"),
        listed,
    )


def _entry(results: Sequence[Result], number: int) -> Markup:
    result = results[0]
    name = text(words.name_of(result.post.source, result.post.id))
    counts = words.tally(result.findings) or "nothing found"
    return tag(
        "li",
        post.badge(result.verdict.value, result.verdict.upper()),
        tag("a", name, href=f"#post-{number}"),
        tag("span", text(counts), class_="soft count"),
    )
