"""A post that goes to several platforms is one post for its reader."""

from __future__ import annotations

from dataclasses import replace

from postlint.model import Needless, Report, Result, Unused, Verdict
from postlint.reporters import gathered


def twice(result: Result, **changes: object) -> Report:
    return Report("0.1.0", (result, replace(result, platform="bluesky", **changes)))  # type: ignore[arg-type]


def test_equal_judgements_are_told_once(report: Report) -> None:
    assert len(gathered.same_judgement(twice(report.results[0]))) == 1


def test_different_findings_are_told_apart(report: Report) -> None:
    assert len(gathered.same_judgement(twice(report.results[0], findings=()))) == 2


def test_a_post_has_its_worst_verdict(report: Report) -> None:
    judged = gathered.verdicts(twice(report.results[0], verdict=Verdict.READY))
    assert [len(posts) for posts in judged.values()] == [1, 0, 0]
    assert list(judged) == [Verdict.HOLD, Verdict.REVIEW, Verdict.READY]


def test_an_acceptance_that_one_platform_needed_is_used(report: Report) -> None:
    result = report.results[5]
    used = result.accepted[0].acceptance
    elsewhere = twice(result, accepted=(), unused=(Unused(used, Needless.NOTHING_FOUND),))
    unused = [entry.acceptance for _, entry in gathered.unused_acceptances(elsewhere)]
    assert used not in unused


def test_an_acceptance_that_no_platform_needed_is_told_once(report: Report) -> None:
    result = report.results[5]
    found = gathered.unused_acceptances(twice(result))
    assert [entry for _, entry in found] == list(result.unused)
