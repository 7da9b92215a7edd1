"""The Markdown comment, read by a parser of GitHub's flavour."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from markdown_it import MarkdownIt

from postlint.model import Report
from postlint.reporters import Style, markdown
from postlint.reporters.escaped import code
from postlint.reporters.escaped import markdown as escaped

if TYPE_CHECKING:
    from markdown_it.token import Token

PARSER = MarkdownIt("commonmark").enable(["table", "strikethrough"])

HOSTILE = {
    "mention": "@okoro and @freedonia/press",
    "address": "https://example.org or www.example.org",
    "mail": "mailto:okoro@example.org",
    "issue": "#12, GH-12, !12, $12, %12, ~label, &12",
    "emoji": ":white_check_mark: READY",
    "link": "[here](https://example.org) ![pixel](https://example.org/a.png)",
    "angle": "<https://example.org> <b>bold</b> <!-- gone --> <img src=x onerror=y>",
    "entity": "&lt;b&gt; &#64;okoro",
    "emphasis": "**bold** _slanted_ ~~gone~~ `code`",
    "table": "a | b",
    "blocks": "# head\n\n- list\n\n---\n\n```\ncode\n```\n> quote\n\n    indented",
    "quick action": "/close",
    "end of quote": "”</b></blockquote>",
    "backslash": "\\[a\\](b) \\",
    "escape codes": "\x1b[31m\u202e",
    "math": "$x$ and $$y$$",
}


def shape(text: str) -> list[str]:
    """Return the kinds of block and of inline that a reader would see, texts aside."""
    return [f"{'  ' * each.level}{each.type}" for each in flat(text) if each.type != "text"]


def flat(text: str) -> list[Token]:
    found = []
    for token in PARSER.parse(text):
        found.append(token)
        found += token.children or []
    return found


def with_text(report: Report, said: str) -> Report:
    """Return a report of one post with ``said`` wherever somebody else chooses the words."""
    result = report.results[5]
    text = f"{said} jerk {said}"
    first = report.results[0].findings[1]
    rule = replace(first.rule, why=said, how=said)
    found = replace(first, rule=rule, message=said, span=replace(first.span))
    start = len(said) + 1
    found = replace(found, span=type(found.span)(start, start + 4))
    risk = replace(result.accepted[0], finding=found)
    risk = replace(risk, acceptance=replace(risk.acceptance, reason=said, by=said))
    post = replace(result.post, text=text, id=said)
    changed = replace(result, post=post, findings=(found,), accepted=(risk,), strengths=(said,))
    return Report("0.1.0", (changed,), (replace(report.unreadable[0], error=said),))


@pytest.mark.parametrize("said", HOSTILE.values(), ids=HOSTILE)
def test_no_words_of_others_change_the_shape(said: str, report: Report) -> None:
    plain = markdown.render(with_text(report, "harmless words"), Style())
    assert shape(markdown.render(with_text(report, said), Style())) == shape(plain)


@pytest.mark.parametrize("said", HOSTILE.values(), ids=HOSTILE)
def test_nobody_is_mentioned_and_nothing_linked(said: str, report: Report) -> None:
    for token in flat(markdown.render(with_text(report, said), Style())):
        if token.type == "text":
            assert not re.search(r"@\w|[#!$%&]\d|://|www\.|:\w+:", token.content), token.content
        if token.type == "link_open":
            assert str(token.attrs["href"]).startswith("https://www.example.org/guidance/")


@pytest.mark.parametrize("said", HOSTILE.values(), ids=HOSTILE)
def test_words_are_still_readable(said: str) -> None:
    (paragraph,) = [each for each in PARSER.parse(f"x {escaped(said)}") if each.type == "inline"]
    shown = "".join(each.content for each in paragraph.children or [])
    assert shown.replace("\u200b", "") == f"x {' '.join(said.split())}".replace(
        "\x1b", "\\x1b"
    ).replace("\u202e", "<U+202E>")


CODES = {
    "plain": ("a.md", "`a.md`"),
    "ticks": ("a`b``c", "``` a`b``c ```"),
    "at the ends": ("`", "`` ` ``"),
    "nothing": ("", ""),
    "lines": ("a\nb", "`a b`"),
}


@pytest.mark.parametrize(("said", "span"), CODES.values(), ids=CODES)
def test_code(said: str, span: str) -> None:
    assert code(said) == span


def test_a_post_alone_has_its_card_even_when_all_is_well(report: Report) -> None:
    text = markdown.render(Report("0.1.0", report.results[-1:]), Style())
    assert text.startswith("## postlint: READY: nothing stands in the way\n")
    assert "| Don't be boring | A |" in text


def test_a_rule_explains_itself_once_a_post(report: Report) -> None:
    text = markdown.render(Report("0.1.0", report.results[2:3]), Style())
    assert text.count("insulted-leader") == 2
    assert text.count("why:") == 1
