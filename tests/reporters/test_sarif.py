"""SARIF: the official schema, and what code scanning relies on."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from postlint.model import Finding, Post, Report
from postlint.reporters import Style, sarif
from postlint.spans import SourceMap, Span

SCHEMA = Path(__file__).parent / "schemas" / "sarif-2.1.0-rtm.5.json"


def run_of(report: Report) -> Any:
    return json.loads(sarif.render(report, Style()))["runs"][0]


@pytest.fixture
def run(report: Report) -> Any:
    return run_of(report)


def test_it_follows_the_official_schema(report: Report) -> None:
    schema = json.loads(SCHEMA.read_text(encoding="utf-8"))
    jsonschema.Draft4Validator(schema).validate(json.loads(sarif.render(report, Style())))


def test_every_result_names_a_rule_with_help(run: Any) -> None:
    rules = run["tool"]["driver"]["rules"]
    for result in run["results"]:
        rule = rules[result["ruleIndex"]]
        assert rule["id"] == result["ruleId"]
        assert rule["help"]["text"]
        assert rule["help"]["markdown"]


def test_a_rule_links_to_who_says_so(run: Any) -> None:
    urls = {rule["id"]: rule.get("helpUri") for rule in run["tool"]["driver"]["rules"]}
    assert urls["embarrass-government/insulted-leader"].startswith("https://www.example.org/")
    assert urls["boring/tired-opener"] is None


def test_regions_count_code_points_of_the_source_file(run: Any) -> None:
    assert run["columnKind"] == "unicodeCodePoints"
    region = run["results"][1]["locations"][0]["physicalLocation"]["region"]
    assert region == {
        "startLine": 8,
        "startColumn": 26,
        "endLine": 8,
        "endColumn": 30,
        "snippet": {"text": "jerk"},
    }


def test_an_accepted_risk_is_suppressed_where_it_stands(run: Any) -> None:
    (result,) = [each for each in run["results"] if "suppressions" in each]
    (suppression,) = result["suppressions"]
    assert suppression["kind"] == "inSource"
    assert suppression["justification"] == (
        "In the minister's speech of 3 Nov. (hom, until 2026-12-31)"
    )
    assert suppression["location"]["physicalLocation"]["region"] == {"startLine": 3}


def test_a_risk_accepted_on_the_command_line_stands_in_no_file(report: Report) -> None:
    result = report.results[5]
    risk = result.accepted[0]
    outside = replace(risk, acceptance=replace(risk.acceptance, line=None))
    changed = Report("0.1.0", (replace(result, accepted=(outside,)),))
    (suppression,) = run_of(changed)["results"][0]["suppressions"]
    assert suppression["kind"] == "external"


def test_what_was_not_read_and_not_needed_is_a_notification(run: Any) -> None:
    (invocation,) = run["invocations"]
    assert not invocation["executionSuccessful"]
    assert len(invocation["toolExecutionNotifications"]) == 2
    unused = [each["descriptor"]["id"] for each in invocation["toolConfigurationNotifications"]]
    assert unused == ["acceptance-nothing-found", "acceptance-expired"]


def test_fingerprints_outlive_moved_lines(report: Report) -> None:
    result = report.results[0]
    moved = replace(result.post, positions=SourceMap.plain(result.post.text, 31, 5))
    assert prints(Report("0.1.0", (replace(result, post=moved),))) == prints(
        Report("0.1.0", (result,))
    )


def test_fingerprints_are_unique(report: Report) -> None:
    twice = again(report.results[0].post, report.results[0].findings[1])
    findings = (report.results[0].findings[1], twice)
    names = prints(Report("0.1.0", (replace(report.results[0], findings=findings),)))
    assert len(set(names)) == 2


def test_a_platform_more_makes_no_result_more(report: Report) -> None:
    result = report.results[0]
    both = Report("0.1.0", (result, replace(result, platform="bluesky")))
    assert len(run_of(both)["results"]) == 3


MESSAGES = {
    "no link": ("see [here](https://example.org)", "see [here]\\(https://example.org)"),
    "no placeholder": ("{0} of {1}", "{{0}} of {{1}}"),
    "nothing hidden": ("a\x1bb", "a\\x1bb"),
}


@pytest.mark.parametrize(("message", "shown"), MESSAGES.values(), ids=MESSAGES)
def test_a_message_says_what_it_says(message: str, shown: str, report: Report) -> None:
    result = report.results[0]
    finding = replace(result.findings[0], message=message)
    run = run_of(Report("0.1.0", (replace(result, findings=(finding,)),)))
    assert run["results"][0]["message"]["text"] == shown


def prints(report: Report) -> list[str]:
    return [each["partialFingerprints"]["postlint/v1"] for each in run_of(report)["results"]]


def again(post: Post, found: Finding) -> Finding:
    """Return a finding of the same words elsewhere."""
    start = post.text.index("is")
    return replace(found, span=Span(start, start + 2), match="is")
