"""The JSON report keeps its contract."""

from __future__ import annotations

import json
from dataclasses import replace
from importlib import resources
from typing import TYPE_CHECKING, Any

import jsonschema
import pytest

from postlint.model import Report
from postlint.reporters import Style, jsonl
from postlint.reporters import json as reporter

if TYPE_CHECKING:
    from collections.abc import Callable


def schema(name: str) -> jsonschema.Draft202012Validator:
    text = (resources.files("postlint") / "schemas" / name).read_text(encoding="utf-8")
    return jsonschema.Draft202012Validator(json.loads(text))


@pytest.fixture
def document(report: Report) -> Any:
    return json.loads(reporter.render(report, Style()))


@pytest.mark.parametrize("name", ["report-1.json", "inspect-1.json"])
def test_the_schema_is_one(name: str) -> None:
    validator = schema(name)
    validator.check_schema(validator.schema)


def test_it_follows_its_schema(document: Any) -> None:
    schema("report-1.json").validate(document)


def test_keys_stand_in_the_order_of_the_contract(document: Any) -> None:
    post = document["posts"][0]
    assert " ".join(document) == "schema postlint posts unused_acceptances unreadable summary"
    assert " ".join(post) == (
        "source id line platform language text length verdict grades strengths findings accepted"
    )
    assert " ".join(post["findings"][0]) == (
        "rule pack severity message why how url match span start end fixes"
    )


def test_an_accepted_finding_keeps_its_own_keys(document: Any) -> None:
    accepted = document["posts"][5]["accepted"][0]
    assert list(accepted)[:4] == ["rule", "reason", "by", "until"]
    assert set(accepted) == {*document["posts"][0]["findings"][0], "reason", "by", "until"}
    assert (accepted["by"], accepted["until"]) == ("hom", "2026-12-31")


def test_places_are_those_of_the_source_file(document: Any) -> None:
    spanning = document["posts"][4]["findings"][1]
    assert spanning["start"] == {"line": 4, "column": 37}
    assert spanning["end"] == {"line": 5, "column": 24}
    jerk = document["posts"][0]["findings"][1]
    assert jerk["start"] == {"line": 8, "column": 26}
    assert jerk["end"] == {"line": 8, "column": 30}


def test_every_span_covers_its_match(document: Any) -> None:
    for post in document["posts"]:
        for finding in post["findings"] + post["accepted"]:
            span = finding["span"]
            assert post["text"][span["start"] : span["end"]] == finding["match"]


def test_it_counts_what_it_lists(document: Any) -> None:
    findings = [finding for post in document["posts"] for finding in post["findings"]]
    words = [finding["severity"] for finding in findings]
    assert document["summary"] == {
        "posts": len(document["posts"]),
        "error": words.count("error"),
        "warning": words.count("warning"),
        "suggestion": words.count("suggestion"),
        "accepted": 1,
    }


def test_a_lone_surrogate_can_be_written(report: Report) -> None:
    result = report.results[0]
    broken = replace(result, post=replace(result.post, text="\ud83d é 🇨🇦"))
    text = reporter.render(Report("0.1.0", (broken,)), Style())
    assert r'"text": "\ud83d é 🇨🇦"' in text
    assert json.loads(text.encode())["posts"][0]["text"] == "\ud83d é 🇨🇦"


def without(key: str) -> Callable[[Any], Any]:
    return lambda document: document.pop(key)


BREAKS: dict[str, Callable[[Any], Any]] = {
    "another version": lambda it: it.update(schema=2),
    "a key too many": lambda it: it.update(extra=1),
    "no summary": without("summary"),
    "unknown severity": lambda it: it["posts"][0]["findings"][0].update(severity="fatal"),
    "short rule id": lambda it: it["posts"][0]["findings"][0].update(rule="jerk"),
    "no column": lambda it: it["posts"][0]["findings"][0]["start"].pop("column"),
    "line zero": lambda it: it["posts"][0]["findings"][0]["start"].update(line=0),
    "grade E": lambda it: it["posts"][0]["grades"].update(boring="E"),
    "a grade is missing": lambda it: it["posts"][0]["grades"].pop("boring"),
    "accepted without a reason": lambda it: it["posts"][5]["accepted"][0].pop("reason"),
    "url left out": lambda it: it["posts"][0]["findings"][0].pop("url"),
    "negative count": lambda it: it["summary"].update(error=-1),
}


@pytest.mark.parametrize("change", BREAKS.values(), ids=BREAKS)
def test_the_schema_refuses(change: Callable[[Any], Any], document: Any) -> None:
    change(document)
    assert not schema("report-1.json").is_valid(document)


def test_json_lines_can_be_told_one_by_one(report: Report) -> None:
    pieces = [*map(jsonl.line, report.results), jsonl.last(report)]
    assert "".join(pieces) == jsonl.render(report, Style())
