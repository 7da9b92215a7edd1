"""JUnit's and Checkstyle's XML, read back."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

import pytest

from postlint.model import Report
from postlint.reporters import Style, checkstyle, junit

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element


def read(text: str) -> Element:
    return ET.fromstring(text)  # noqa: S314 - our own words


@pytest.fixture
def suites(report: Report) -> Element:
    return read(junit.render(report, Style()))


def test_a_post_is_a_test_case(suites: Element) -> None:
    assert [case.get("name") for case in suites.iter("testcase")] == [
        "line 7",
        "line 1",
        "post-2",
        "post-\\x1b[1m3",
        "row 3",
        "line 6",
        "row 4",
        "row 5",
        "unreadable",
        "unreadable",
    ]


def test_it_counts_what_it_holds(suites: Element) -> None:
    assert (suites.get("tests"), suites.get("failures"), suites.get("errors")) == ("10", "4", "2")
    for suite in suites:
        assert suite.get("tests") == str(len(suite.findall("testcase")))
        assert suite.get("failures") == str(len(suite.findall("testcase/failure")))


def test_only_errors_fail(suites: Element) -> None:
    warned = suites.findall("testsuite/testcase")[4]
    assert warned.find("failure") is None
    output = warned.findtext("system-out", "")
    assert output.startswith("queue.csv:4:20: warning mission-harare/local-title")


def test_accepted_and_unused_stand_in_the_output(suites: Element) -> None:
    output = suites.findall("testsuite/testcase")[5].findtext("system-out", "")
    assert "Accepted: In the minister's speech of 3 Nov. (hom, until 2026-12-31)" in output
    assert "not used: untrue/old-figure: the acceptance has run out" in output


def test_several_errors_are_one_failure(report: Report) -> None:
    result = report.results[0]
    error = result.findings[1]
    findings = (error, replace(error, message="and more"))
    root = read(junit.render(Report("0.1.0", (replace(result, findings=findings),)), Style()))
    (failure,) = root.iter("failure")
    assert failure.get("message", "").endswith("(and 1 more error)")
    assert "and more" in (failure.text or "")


def test_checkstyle_lists_each_file_once(report: Report) -> None:
    root = read(checkstyle.render(report, Style()))
    names = [file.get("name") for file in root]
    assert names == [
        "examples/fisheries.md",
        "examples/ferry.txt",
        "queue.yaml",
        "queue.csv",
        "drafts/broken.yaml",
        "drafts/photo.md",
    ]
    errors = list(root.iter("error"))
    assert len(errors) == 15
    assert {error.get("severity") for error in errors} == {"error", "warning", "info"}
    assert errors[1].get("source") == "postlint.embarrass-government.insulted-leader"
    assert (errors[1].get("line"), errors[1].get("column")) == ("8", "26")


@pytest.mark.parametrize("render", [junit.render, checkstyle.render], ids=["junit", "checkstyle"])
def test_what_xml_cannot_hold_is_spelled_out(render: object, report: Report) -> None:
    result = report.results[0]
    finding = replace(result.findings[1], message="a\x00\x1b\ud83d\ufffe]]><b>&amp;")
    text = render(Report("0.1.0", (replace(result, findings=(finding,)),)), Style())  # type: ignore[operator]
    said = [
        each.get("message", "").split("\n")[0] for each in read(text).iter() if each.get("message")
    ]
    assert said == ["a\\x00\\x1b<U+D83D>\ufffd]]><b>&amp;"]
