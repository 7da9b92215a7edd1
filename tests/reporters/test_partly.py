"""A post that most rules could not judge is told as such, in every format."""

from __future__ import annotations

import json
from dataclasses import replace
from importlib.resources import files

import jsonschema
import pytest

from postlint.model import Coverage, Report
from postlint.reporters import FINDINGS_ONLY, REPORTERS, Style, gathered, words


@pytest.fixture
def partial(report: Report) -> Report:
    """Return the report with its first post in French, of which few rules knew anything."""
    first = replace(report.results[0], language="fr", coverage=Coverage(60, 210))
    return replace(report, results=(first, *report.results[1:]))


@pytest.mark.parametrize("name", REPORTERS.keys() - FINDINGS_ONLY)
def test_every_format_says_so(name: str, partial: Report, report: Report) -> None:
    said = REPORTERS[name].render(partial, Style(width=100))
    sign = "partly_checked" if name.startswith("json") else "nly partly checked"
    assert sign in said
    assert sign not in REPORTERS[name].render(report, Style(width=100))
    assert "60" in said
    assert "210" in said


@pytest.mark.parametrize("name", sorted(FINDINGS_ONLY))
def test_formats_of_findings_alone_stay_as_they_are(
    name: str, partial: Report, report: Report
) -> None:
    assert REPORTERS[name].render(partial, Style()) == REPORTERS[name].render(report, Style())


def test_the_contract_holds(partial: Report) -> None:
    schema = json.loads(files("postlint").joinpath("schemas/report-1.json").read_text("utf-8"))
    document = json.loads(REPORTERS["json"].render(partial, Style()))
    jsonschema.validate(document, schema)
    (told,) = document["summary"]["partly_checked"]
    assert (told["language"], told["asked"], told["rules"]) == ("fr", 60, 210)


def test_one_sentence_names_a_few_posts(report: Report) -> None:
    results = [replace(each, coverage=Coverage(1, 9), language="fr-CA") for each in report.results]
    many = [result for result in results for _ in range(3)]
    text = words.partly_all(many)
    assert text.startswith("Only partly checked, for 1 of 9 rules know French: have somebody")
    assert f"{len(many) - words.MOST_NAMED} more." in text
    assert words.partly_all([]) == ""
    assert len(gathered.partly_checked(Report("0", tuple(results)))) <= len(results)


@pytest.mark.parametrize(("asked", "partial"), [(0, True), (104, True), (105, False), (210, False)])
def test_most_rules_are_more_than_half(asked: int, partial: bool) -> None:
    assert Coverage(asked, 210).is_partial is partial
