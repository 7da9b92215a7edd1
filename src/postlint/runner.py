"""Choose the rules of a run, and carry posts through the linter into a report."""

from __future__ import annotations

from dataclasses import replace
from itertools import accumulate, takewhile
from typing import TYPE_CHECKING

from postlint import naming, packs
from postlint.model import Post, Report, Result, Unreadable

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from postlint.baseline import Baseline
    from postlint.linter import Linter
    from postlint.model import Rule
    from postlint.packs import CompiledRule


def choose(
    rules: Sequence[Rule],
    select: Sequence[str] = (),
    ignore: Sequence[str] = (),
    severity: Mapping[str, str] | None = None,
) -> tuple[Rule, ...]:
    """Return the rules that are selected and not ignored, with the severities asked for.

    A name is an id, a bare name, a pack or a pattern; of several severities the
    last one counts. Raises ``UsageError`` for a name that means nothing, or two
    things: a typo must not switch a check off in silence.
    """
    from postlint.config import LEVELS, OFF

    wanted = [naming.chosen(rules, name) for name in select]
    unwanted = [naming.chosen(rules, name) for name in ignore]
    levels = {
        each: level
        for name, level in (severity or {}).items()
        for each in naming.chosen(rules, name)
    }
    found = []
    for rule in rules:
        if wanted and not any(rule.id in ids for ids in wanted):
            continue
        level = levels.get(rule.id)
        if level == OFF or any(rule.id in ids for ids in unwanted):
            continue
        found.append(rule if level is None else replace(rule, severity=LEVELS[level]))
    return tuple(found)


def compiled(rules: Iterable[Rule]) -> tuple[CompiledRule, ...]:
    """Compile rules; ``PackError`` names the first that cannot be."""
    return tuple(packs.compile_rule(rule) for rule in rules)


def run(  # noqa: PLR0913 - the settings of a run are keywords
    linter: Linter,
    read: Iterable[Post | Unreadable],
    version: str,
    progress: Callable[[int], None] = lambda _: None,
    *,
    begin: Callable[[int], None] = lambda _: None,
    hear: Callable[[Result], None] = lambda _: None,
    bilingual: Sequence[str] = (),
    jobs: int | None = 1,
) -> Report:
    """Lint everything that was read; ``progress`` hears how many results there are.

    All of it is read first, so that posts can be compared with one another;
    ``begin`` then hears how many results there will be;
    ``hear`` is handed each result as it comes, in the order of the posts;
    ``bilingual`` lists languages of which each must have its version; ``jobs``
    is how many processes share the work, None: as many as pay. ``KeyboardInterrupt``
    says how far it came.
    """
    from postlint import parallel
    from postlint.queues import Queue

    posts: list[Post] = []
    unreadable: list[Unreadable] = []
    for item in read:
        if isinstance(item, Unreadable):
            unreadable.append(item)
        else:
            posts.append(item)
    queue = Queue(posts, language=linter.language, bilingual=bilingual)
    results: list[Result] = []
    total = sum(len(post.platforms) or 1 for post in posts)
    try:
        begin(total)
        for result in parallel.lint(linter, posts, queue, jobs):
            results.append(result)
            hear(result)
            progress(len(results))
    except KeyboardInterrupt:
        done = f"after {_whole(posts, len(results)):,} of {len(posts):,} posts"
        raise KeyboardInterrupt(done) from None
    return Report(version, tuple(results), tuple(unreadable))


def _whole(posts: Sequence[Post], results: int) -> int:
    """Return how many posts have all their results, of which each platform has one."""
    done = accumulate(len(post.platforms) or 1 for post in posts)
    return sum(1 for _ in takewhile(lambda needed: needed <= results, done))


def without_known(report: Report, known: Baseline) -> Report:
    """Return the report without the findings of a baseline, its posts graded anew."""
    from postlint import grading

    results = []
    for result in report.results:
        left = tuple(each for each in result.findings if not known.is_known(result, each))
        if left != result.findings:
            verdict, grades = grading.verdict(left), grading.grades(left)
            result = replace(result, findings=left, grades=grades, verdict=verdict)  # noqa: PLW2901
        results.append(result)
    return replace(report, results=tuple(results), known=known.hidden)
