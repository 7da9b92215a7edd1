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


def test_an_acceptance_that_one_part_of_a_thread_needed_is_used(report: Report) -> None:
    result = report.results[5]
    used = replace(result.accepted[0].acceptance, line=3)
    risk = replace(result.accepted[0], acceptance=used)
    unused = (Unused(used, Needless.NOTHING_FOUND),)
    part = replace(result.post, id="part 2")
    first = replace(result, accepted=(risk,), unused=())
    second = replace(result, post=part, accepted=(), unused=unused)
    assert gathered.unused_acceptances(Report("0.1.0", (first, second))) == []
    neither = Report("0.1.0", (replace(first, accepted=(), unused=unused), second))
    assert [post.id for post, _ in gathered.unused_acceptances(neither)] == [result.post.id]


def test_a_post_for_two_platforms_is_told_once(report: Report) -> None:
    both = twice(report.results[0])
    assert len(gathered.by_post(both)) == 1
    assert [found for _, found in gathered.findings(both)] == list(report.results[0].findings)


def test_a_finding_of_one_platform_is_told_beside_those_of_both(report: Report) -> None:
    result = report.results[0]
    one = report.results[1].findings[1]
    both = twice(result, findings=(*result.findings, one))
    assert [found for _, found in gathered.findings(both)] == [*result.findings, one]


def test_a_risk_is_told_once(report: Report) -> None:
    result = report.results[5]
    assert [risk for _, risk in gathered.accepted(twice(result))] == list(result.accepted)


def test_the_gravest_stand_first_in_the_order_of_the_report(report: Report) -> None:
    groups = gathered.gravest_first(
        gathered.same_judgement(replace(report, results=report.results[::-1]))
    )
    verdicts = [group[0].verdict for group in groups]
    assert verdicts == sorted(verdicts, key=["hold", "review", "ready"].index)
    assert groups[0][0] == report.results[3]
