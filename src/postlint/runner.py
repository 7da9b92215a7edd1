"""Choose the rules of a run, and carry posts through the linter into a report."""

from __future__ import annotations

from dataclasses import replace
from fnmatch import fnmatchcase
from typing import TYPE_CHECKING, Final

from postlint import grading, packs, parallel
from postlint.config import LEVELS, OFF
from postlint.errors import UsageError, did_you_mean
from postlint.model import Post, Report, Result, Unreadable
from postlint.queues import Queue

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from postlint.baseline import Baseline
    from postlint.linter import Linter
    from postlint.model import Rule
    from postlint.packs import CompiledRule

_PATTERN: Final = frozenset("*?[")


def matches(rule: Rule, name: str) -> bool:
    """Tell whether ``name`` means the rule: its id, its pack, or a pattern such as ``boring/*``."""
    is_pattern = bool(_PATTERN & set(name))
    return name in (rule.id, rule.pack) or (is_pattern and fnmatchcase(rule.id, name))


def _known(rules: Sequence[Rule], names: Iterable[str]) -> None:
    for name in names:
        if not any(matches(rule, name) for rule in rules):
            known = {rule.id for rule in rules} | {rule.pack for rule in rules}
            hint = f"{did_you_mean(name, known)} (see “postlint rules”)"
            problem = f"no rule or pack is called “{name}”; {hint}"
            raise UsageError(problem)


def choose(
    rules: Sequence[Rule],
    select: Sequence[str] = (),
    ignore: Sequence[str] = (),
    severity: Mapping[str, str] | None = None,
) -> tuple[Rule, ...]:
    """Return the rules that are selected and not ignored, with the severities asked for.

    Raises ``UsageError`` for a name that means nothing: a typo must not switch
    a check off in silence.
    """
    severity = severity or {}
    _known(rules, [*select, *ignore, *severity])
    chosen = []
    for rule in rules:
        wanted = not select or any(matches(rule, name) for name in select)
        if not wanted or any(matches(rule, name) for name in ignore):
            continue
        level = next(
            (level for name, level in reversed(list(severity.items())) if matches(rule, name)), None
        )
        if level == OFF:
            continue
        chosen.append(rule if level is None else replace(rule, severity=LEVELS[level]))
    return tuple(chosen)


def compiled(rules: Iterable[Rule]) -> tuple[CompiledRule, ...]:
    """Compile rules; ``PackError`` names the first that cannot be."""
    return tuple(packs.compile_rule(rule) for rule in rules)


def run(  # noqa: PLR0913 - the settings of a run are keywords
    linter: Linter,
    read: Iterable[Post | Unreadable],
    version: str,
    progress: Callable[[int], None] = lambda _: None,
    *,
    bilingual: Sequence[str] = (),
    jobs: int = 1,
) -> Report:
    """Lint everything that was read; ``progress`` hears how many posts are done.

    All of it is read first, so that posts can be compared with one another;
    ``bilingual`` lists languages of which each must have its version; ``jobs``
    is how many processes share the work. ``KeyboardInterrupt`` says how far it came.
    """
    posts: list[Post] = []
    unreadable: list[Unreadable] = []
    for item in read:
        if isinstance(item, Unreadable):
            unreadable.append(item)
        else:
            posts.append(item)
    queue = Queue(posts, language=linter.language, bilingual=bilingual)
    results: list[Result] = []
    try:
        for result in parallel.lint(linter, posts, queue, jobs):
            results.append(result)
            progress(len(results))
    except KeyboardInterrupt:
        done = f"after {len({result.post for result in results}):,} of {len(posts):,} posts"
        raise KeyboardInterrupt(done) from None
    return Report(version, tuple(results), tuple(unreadable))


def without_known(report: Report, known: Baseline) -> Report:
    """Return the report without the findings of a baseline, its posts graded anew."""
    results = []
    for result in report.results:
        left = tuple(each for each in result.findings if not known.is_known(result, each))
        if left != result.findings:
            verdict, grades = grading.verdict(left), grading.grades(left)
            result = replace(result, findings=left, grades=grades, verdict=verdict)  # noqa: PLW2901
        results.append(result)
    return replace(report, results=tuple(results))
