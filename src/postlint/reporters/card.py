"""The report card of one post: where it stands, the verdict, the panel's four rules."""

from __future__ import annotations

from itertools import zip_longest
from typing import TYPE_CHECKING

from postlint.model import PANEL, Verdict
from postlint.reporters import ink, words
from postlint.reporters.cells import cells

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from postlint.model import Result
    from postlint.reporters.page import Page

BESIDE = 39
"""Where what is good begins, beside the grades."""

ROOM = 24
"""Cells that it needs there; else it goes below."""


def head(page: Page, results: Sequence[Result]) -> Iterator[str]:
    """Name the post, its language and how much of each platform's limit it uses."""
    result = results[0]
    language = words.LANGUAGES.get(result.language, result.language)
    facts = [*(words.length_of(each) for each in results), language]
    name = words.name_of(result.post.source, result.post.id)
    return page.ends(name, page.ink.sign(" · ").join(facts))


def one_line(page: Page, results: Sequence[Result]) -> Iterator[str]:
    """Say all there is to say about a post without findings, among others."""
    verdict = results[0].verdict
    name = words.name_of(results[0].post.source, results[0].post.id)
    facts = page.ink.sign(" · ").join(words.length_of(each) for each in results)
    return page.ends(name, facts, tag=verdict.upper(), color=ink.VERDICTS[verdict])


def verdict_line(page: Page, result: Result) -> Iterator[str]:
    """Say in words what to do with the post, and why."""
    verdict, counts = result.verdict, words.tally(result.findings)
    said = words.VERDICTS[verdict]
    if verdict is Verdict.READY and result.accepted:
        said = f"{said}; {words.many(len(result.accepted), 'accepted risk')}"
    left = f"{said}: {counts}" if counts else said
    return page.ends(left, "", tag=verdict.upper(), color=ink.VERDICTS[verdict])


def grades(page: Page, result: Result) -> Iterator[str]:
    """Give the panel's sentences a letter each, with what is good beside or below them."""
    praise = [f"+ {strength}" for strength in result.strengths]
    widest = max(map(cells, praise), default=0)
    beside = page.width - BESIDE >= max(ROOM, widest)
    rows = [(result.grades.get(slug, "-"), said) for slug, said in PANEL.items()]
    shift = max(0, len(rows) - len(praise))
    column = [""] * shift + praise if beside else []
    for row, good in zip_longest(rows, column, fillvalue=None):
        letter, said = row or (" ", "")
        start = f"  {page.ink.paint(ink.GRADES.get(letter, ''), letter)}  {said}"
        gap = " " * (BESIDE - 5 - cells(said))
        yield (start + gap + page.ink.paint(ink.GREEN, good) if good else start).rstrip()
    if praise and not beside:
        for good in praise:
            yield from page.indented(good, 5, ink.GREEN)
