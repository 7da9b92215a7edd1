"""The report card of one post: where it stands, the verdict, the panel's four rules."""

from __future__ import annotations

from typing import TYPE_CHECKING

from postlint.model import PANEL, Verdict
from postlint.reporters import words
from postlint.reporters.terminal import ink
from postlint.reporters.terminal.layout import Indented, Row, Stack, Text
from postlint.reporters.terminal.page import GAP, MARGIN

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from postlint.model import Result
    from postlint.reporters.terminal.page import Block, Page

BESIDE = 63
"""From this width on, what is good about a post stands beside its grades, else below."""


def head(page: Page, results: Sequence[Result]) -> Iterator[Block]:
    """Name the post, its language and how much of each platform's limit it uses."""
    result = results[0]
    language = words.LANGUAGES.get(result.language, result.language)
    facts = [*(words.length_of(each) for each in results), language]
    name = words.name_of(result.post.source, result.post.id)
    return page.ends(name, page.sign(" · ").join(facts))


def one_line(page: Page, results: Sequence[Result]) -> Iterator[Block]:
    """Say all there is to say about a post without findings, among others."""
    verdict = results[0].verdict
    name = words.name_of(results[0].post.source, results[0].post.id)
    facts = page.sign(" · ").join(words.length_of(each) for each in results)
    return page.ends(name, facts, tag=verdict.upper(), color=ink.VERDICTS[verdict])


def verdict_line(page: Page, result: Result) -> Iterator[Block]:
    """Say in words what to do with the post, and why."""
    verdict, counts = result.verdict, words.tally(result.findings)
    said = words.VERDICTS[verdict]
    if verdict is Verdict.READY and result.accepted:
        said = f"{said}; {words.many(len(result.accepted), 'accepted risk')}"
    left = f"{said}: {counts}" if counts else said
    return page.ends(left, "", tag=verdict.upper(), color=ink.VERDICTS[verdict])


def grades(page: Page, result: Result) -> Iterator[Block]:
    """Give the panel's sentences a letter each, with what is good beside or below them."""
    graded = [(result.grades.get(slug, "-"), said) for slug, said in PANEL.items()]
    panel = [
        Text((letter, ink.GRADES.get(letter, ink.NONE)), (" " * GAP, ink.NONE), (said, ink.NONE))
        for letter, said in graded
    ]
    praise = Stack([page.prose(f"+ {good}", ink.GREEN) for good in result.strengths])
    if page.width >= BESIDE:
        widest = max(each.cells for each in panel)
        yield Indented(Row([Stack(panel), praise], [widest, None], 2 * GAP, low=True), MARGIN)
        return
    yield Indented(Stack(panel), MARGIN)
    if result.strengths:
        yield Indented(praise, MARGIN + 1 + GAP)
