"""The formats of GitHub, GitLab and reviewdog, read back as their readers do."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from postlint.model import Fix, Report
from postlint.reporters import Style, contract, github, gitlab, jsonl, rdjson
from postlint.spans import Span

SCHEMAS = Path(__file__).parent / "schemas"
COMMAND = re.compile(r"::(?P<name>[a-z]+) (?P<properties>.*?)::(?P<message>.*)")
CODES = {"%3A": ":", "%2C": ",", "%0D": "\r", "%0A": "\n", "%25": "%"}


def decoded(text: str) -> str:
    return re.sub("%(3A|2C|0D|0A|25)", lambda found: CODES[found[0]], text)


def commands(text: str) -> list[dict[str, str]]:
    """Read commands as the runner does (actions/runner, ActionCommand.cs)."""
    read = []
    for line in text.splitlines():
        found = COMMAND.fullmatch(line)
        assert found, line
        pairs = [pair.split("=", 1) for pair in found["properties"].split(",")]
        properties = {key: decoded(value) for key, value in pairs}
        read.append({**properties, "name": found["name"], "message": decoded(found["message"])})
    return read


def test_commands_read_back(report: Report) -> None:
    read = commands(github.render(report, Style()))
    assert read[3] == {
        "name": "error",
        "file": "examples/fisheries.md",
        "line": "8",
        "col": "26",
        "endLine": "8",
        "title": "postlint embarrass-government/insulted-leader",
        "message": read[3]["message"],
    }
    assert read[3]["message"].startswith("“jerk” insults President Okoro.\nThe panel's own")
    names = [each["name"] for each in read]
    assert (names.count("error"), names.count("warning"), names.count("notice")) == (6, 5, 7)


def test_a_range_of_several_lines_has_no_column(report: Report) -> None:
    read = commands(github.render(report, Style()))
    (several,) = [each for each in read if each.get("endLine", "") > each.get("line", "")]
    assert "col" not in several


def test_nothing_of_a_post_becomes_a_command(report: Report) -> None:
    evil = "a\r\n::stop-commands::x\n##[add-mask]y, title=b::error::%0A"
    result = report.results[0]
    finding = replace(result.findings[0], message=evil)
    post = replace(result.post, source=evil)
    changed = Report("0.1.0", (replace(result, post=post, findings=(finding,)),))
    (read,) = commands(github.render(changed, Style()))
    assert read["name"] == "notice"
    assert read["message"].startswith(evil.replace("\r", ""))
    assert read["title"] == "postlint boring/tired-opener"


def validated(name: str, text: str) -> Any:
    schema = json.loads((SCHEMAS / name).read_text(encoding="utf-8"))
    document = json.loads(text)
    jsonschema.Draft202012Validator(schema).validate(document)
    return document


def test_gitlab_follows_its_format(report: Report) -> None:
    document = validated("gitlab.json", gitlab.render(report, Style()))
    assert len(document) == 15
    assert len({each["fingerprint"] for each in document}) == 15


def test_gitlab_tells_equal_posts_apart(report: Report) -> None:
    first = report.results[0]
    second = replace(first, post=replace(first.post, id="again"))
    third = replace(first, post=replace(first.post, source="other.md"))
    document = json.loads(gitlab.render(Report("0.1.0", (first, second, third)), Style()))
    assert len({each["fingerprint"] for each in document}) == 9


def test_rdjson_follows_its_protocol(report: Report) -> None:
    document = validated("rdjson.json", rdjson.render(report, Style()))
    assert len(document["diagnostics"]) == 15


def test_rdjson_counts_bytes(report: Report) -> None:
    document = json.loads(rdjson.render(report, Style()))
    (line,) = {
        each["location"]["range"]["start"]["column"]
        for each in document["diagnostics"]
        if each["location"]["path"] == "queue.yaml"
        and each["location"]["range"]["start"]["line"] == 12
    }
    first = report.results[2].post.text.split("\n")[0]
    assert first.encode()[line - 1 :] == b"jerk"


def test_rdjson_offers_fixes(report: Report) -> None:
    document = json.loads(rdjson.render(report, Style()))
    (fix,) = [each["suggestions"] for each in document["diagnostics"] if "suggestions" in each]
    start, end = {"line": 9, "column": 20}, {"line": 9, "column": 24}
    assert fix == [{"range": {"start": start, "end": end}, "text": "Kyiv"}]


def test_rdjson_offers_no_fix_that_would_break_the_file(report: Report) -> None:
    result = report.results[4]
    finding = replace(result.findings[0], fixes=(Fix(Span(0, 5), 'a "b"'),))
    text = rdjson.render(Report("0.1.0", (replace(result, findings=(finding,)),)), Style())
    assert "suggestions" not in text


@pytest.mark.parametrize("said", ["@okoro", "#12", "https://example.org", "www.example.org"])
def test_rdjson_mentions_nobody_and_links_nothing(said: str, report: Report) -> None:
    result = report.results[0]
    finding = replace(result.findings[0], message=said)
    text = rdjson.render(Report("0.1.0", (replace(result, findings=(finding,)),)), Style())
    assert said not in json.loads(text)["diagnostics"][0]["message"]


def test_jsonl_has_a_post_a_line_and_a_summary(report: Report) -> None:
    lines = [json.loads(line) for line in jsonl.render(report, Style()).split("\n")[:-1]]
    document = contract.document(report)
    assert lines[:-1] == document["posts"]
    assert lines[-1] == {key: document[key] for key in document if key != "posts"}
