"""What a report says about a post as a whole, when the post goes to several platforms."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from postlint.model import Report, Verdict

if TYPE_CHECKING:
    from collections.abc import Hashable, Mapping

    from postlint.model import Acceptance, Accepted, Finding, Post, Result, Unused

GRAVITY = (Verdict.READY, Verdict.REVIEW, Verdict.HOLD)


def same_judgement(report: Report) -> list[list[Result]]:
    """Group neighbouring results of one post that differ in nothing but platform and length."""
    return [list(group) for _, group in groupby(report.results, key=_judgement)]


def gravest_first(groups: list[list[Result]]) -> list[list[Result]]:
    """Sort groups of results by verdict, for readers who have little time; else keep the order."""
    return sorted(groups, key=lambda group: -GRAVITY.index(group[0].verdict))


def verdicts(report: Report) -> Mapping[Verdict, list[Post]]:
    """Return the posts by the worst verdict that each got, the gravest verdict first."""
    posts: dict[Hashable, Post] = {}
    worst: dict[Hashable, Verdict] = {}
    for result in report.results:
        key = _key(result.post)
        posts.setdefault(key, result.post)
        worst[key] = max(worst.get(key, Verdict.READY), result.verdict, key=GRAVITY.index)
    return {
        verdict: [post for key, post in posts.items() if worst[key] is verdict]
        for verdict in reversed(GRAVITY)
    }


def by_post(report: Report) -> list[Report]:
    """Split a report into one for each post, in the order in which the posts first appear."""
    groups: dict[Hashable, list[Result]] = {}
    for result in report.results:
        groups.setdefault(_key(result.post), []).append(result)
    return [Report(report.version, tuple(group)) for group in groups.values()]


def findings(report: Report) -> list[tuple[Post, Finding]]:
    """Return every finding once, with its post, however many platforms the post goes to."""
    told = {
        (_key(result.post), _same(found)): (result.post, found)
        for result in report.results
        for found in result.findings
    }
    return list(told.values())


def accepted(report: Report) -> list[tuple[Post, Accepted]]:
    """Return every accepted risk once, with its post."""
    told = {
        (_key(result.post), _same(risk.finding), risk.acceptance): (result.post, risk)
        for result in report.results
        for risk in result.accepted
    }
    return list(told.values())


def unused_acceptances(report: Report) -> list[tuple[Post, Unused]]:
    """Return the acceptances that nothing needed, each once, with the first post that has them.

    One that stands on a line of a file may be given for several posts: for the
    parts of a thread, or for all platforms of a post. It is used if one of them needs it.
    """
    used = {
        _given(result.post, accepted.acceptance)
        for result in report.results
        for accepted in result.accepted
    }
    unused: dict[Hashable, tuple[Post, Unused]] = {}
    for result in report.results:
        for entry in result.unused:
            unused.setdefault(_given(result.post, entry.acceptance), (result.post, entry))
    return [value for key, value in unused.items() if key not in used]


def partly_checked(report: Report) -> list[Result]:
    """Return a result for each post whose language most rules do not know."""
    partial: dict[Hashable, Result] = {}
    for result in report.results:
        if result.coverage.is_partial:
            partial.setdefault(_key(result.post), result)
    return list(partial.values())


def _given(post: Post, acceptance: Acceptance) -> Hashable:
    """Return what tells one acceptance from another: its line in the file, else its post."""
    return (post.source if acceptance.line else _key(post)), acceptance


def _key(post: Post) -> Hashable:
    return post.source, post.id, post.line


def _same(found: Finding) -> Hashable:
    return found.rule.id, found.span, found.severity, found.message


def _judgement(result: Result) -> object:
    return (
        _key(result.post),
        result.language,
        result.verdict,
        result.findings,
        result.accepted,
        dict(result.grades),
        result.strengths,
    )
