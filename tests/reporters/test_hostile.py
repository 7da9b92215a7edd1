"""Whatever stands in any field of a report, no format is broken by it."""

from __future__ import annotations

import json
import re
from html.parser import HTMLParser
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from postlint.model import (
    Acceptance,
    Accepted,
    Finding,
    Fix,
    Length,
    Needless,
    Post,
    Report,
    Result,
    Rule,
    Severity,
    Source,
    Unreadable,
    Unused,
    Verdict,
)
from postlint.reporters import REPORTERS, Style
from postlint.spans import SourceMap, Span

PIECES = st.sampled_from(
    [
        "]]>",
        "<!--",
        "</style>",
        "</script>",
        '"',
        "'",
        "&",
        "\x00",
        "\x1b[2J",
        "\x85",
        "\u2028",
        "\ud83d",
        "\ufffe",
        "\r\n",
        "\n::error::",
        "%0A",
        "##[stop]",
        "``",
        "|",
        "\n# ",
        "@a",
        "](",
        "{0}",
        "\\",
        "jerk",
        " ",
    ]
)
TEXTS = st.lists(PIECES | st.text(max_size=5), max_size=8).map("".join)
LINES = st.none() | st.integers(1, 99)


@st.composite
def reports(draw: st.DrawFn) -> Report:
    said = draw(st.lists(TEXTS, min_size=3, max_size=3))
    text = draw(TEXTS)
    start = draw(st.integers(0, len(text)))
    span = Span(start, draw(st.integers(start, len(text))))
    one, two, three = said
    rule = Rule(
        id=f"{one}/{two}",
        pack=one,
        panel=two,
        language="en",
        severity=Severity.ERROR,
        message="",
        why=three,
        how=one,
        kind="phrase",
        options={},
        source=Source(two, draw(TEXTS | st.just("https://example.org/[a](b)<\"'>")), three),
    )
    severity = draw(st.sampled_from(Severity))
    found = Finding(rule, severity, draw(TEXTS), span, span.of(text), (Fix(span, three),))
    acceptance = Acceptance(two, three, one, None, draw(LINES))
    positions = SourceMap.plain(text, *draw(st.tuples(st.integers(1, 9), st.integers(1, 9))))
    post = Post(text, draw(TEXTS), positions, draw(st.none() | TEXTS))
    result = Result(
        post=post,
        platform=one,
        language=two,
        length=Length(1, 2),
        findings=(found,),
        accepted=(Accepted(found, acceptance),),
        unused=(Unused(Acceptance(three, one), Needless.EXPIRED),),
        grades={"boring": two},
        verdict=draw(st.sampled_from(Verdict)),
        strengths=(three,),
    )
    return Report(one, (result,), (Unreadable(two, three, draw(LINES), draw(LINES)),))


def rendered(name: str, report: Report) -> str:
    text = REPORTERS[name].render(report, Style())
    assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]", text)
    text.encode()
    return text


@pytest.mark.parametrize("name", ["sarif", "gitlab", "rdjson", "jsonl"])
@settings(max_examples=30)
@given(report=reports())
def test_json_stays_json(name: str, report: Report) -> None:
    text = REPORTERS[name].render(report, Style())
    text.encode()
    for line in text.split("\n")[:-1] if name == "jsonl" else [text]:
        json.loads(line)


@pytest.mark.parametrize("name", ["junit", "checkstyle"])
@settings(max_examples=30)
@given(report=reports())
def test_xml_stays_xml(name: str, report: Report) -> None:
    root = ET.fromstring(rendered(name, report).encode())  # noqa: S314 - our own words
    known = "testsuites testsuite testcase failure error system-out checkstyle file"
    assert {each.tag for each in root.iter()} <= set(known.split())


@settings(max_examples=60)
@given(report=reports())
def test_workflow_commands_stay_commands(report: Report) -> None:
    lines = rendered("github", report).split("\n")[:-1]
    assert len(lines) == 4
    for line in lines:
        found = re.fullmatch("::(error|warning|notice) ([^:]*)::(.*)", line)
        assert found
        assert all(re.match("(file|line|col|endLine|title)=", each) for each in found[2].split(","))


class Elements(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.seen: list[str] = []

    def handle_starttag(self, tag: str, attrs: object) -> None:  # noqa: ARG002
        self.seen.append(tag)


@settings(max_examples=60)
@given(report=reports())
def test_html_stays_html(report: Report) -> None:
    page = Elements()
    page.feed(rendered("html", report))
    assert page.seen.count("style") == 1
    assert page.seen.count("section") == 4
    assert not {"script", "img", "link", "iframe", "svg"} & set(page.seen)


@settings(max_examples=60)
@given(report=reports())
def test_markdown_holds_no_markup_of_others(report: Report) -> None:
    parser = MarkdownIt("commonmark").enable(["table", "strikethrough"])
    blocks = parser.parse(rendered("markdown", report))
    inline = [each for block in blocks for each in block.children or []]
    markup = {each.content for each in blocks + inline if each.type.startswith("html")}
    assert markup <= {"<b>", "</b>", "<sub>", "</sub>"}
    assert not {"image", "fence", "code_block", "hr"} & {each.type for each in blocks + inline}
    said = [each.content for each in inline if each.type == "text"]
    assert not [each for each in said if re.search(r"@\w|://", each)]
