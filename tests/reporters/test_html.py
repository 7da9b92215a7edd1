"""The page: whole, harmless, and readable by everybody."""

from __future__ import annotations

import re
from base64 import b64encode
from dataclasses import replace
from hashlib import sha256
from html.parser import HTMLParser
from itertools import pairwise
from typing import TYPE_CHECKING

import pytest

from postlint.model import PANEL, Report
from postlint.reporters import Style, html
from postlint.reporters.html.sheet import SHEET

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

ELEMENTS = set(
    "html head meta title style body header main nav section footer h1 h2 h3 h4 p a ol ul li "
    "dl dt dd div span blockquote mark code strong".split()
)
ATTRIBUTES = set(
    "lang charset http-equiv content name class id href aria-label aria-labelledby dir".split()
)
EMPTY = {"meta"}


class Page(HTMLParser):
    """Reads a page and refuses what it must not hold."""

    def __init__(self, text: str) -> None:
        super().__init__(convert_charrefs=True)
        self.open: list[str] = []
        self.ids: list[str] = []
        self.headings: list[int] = []
        self.links: list[str] = []
        self.pieces: list[tuple[str, str]] = []
        self.feed(text)
        self.close()

    def handle_starttag(self, tag: str, attrs: Sequence[tuple[str, str | None]]) -> None:
        assert tag in ELEMENTS
        given = {name: value or "" for name, value in attrs}
        assert given.keys() <= ATTRIBUTES
        assert len(given) == len(attrs)
        self.ids += [given["id"]] if "id" in given else []
        self.links += [given["href"]] if "href" in given else []
        self.headings += [int(tag[1])] if re.fullmatch("h[1-6]", tag) else []
        if tag not in EMPTY:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_comment(self, data: str) -> None:
        raise AssertionError(data)

    def handle_data(self, data: str) -> None:
        self.pieces.append((self.open[-1] if self.open else "", data))

    def text_of(self, tag: str) -> list[str]:
        return [data for name, data in self.pieces if name == tag]


@pytest.fixture
def text(report: Report) -> str:
    return html.render(report, Style())


def test_it_is_whole(text: str) -> None:
    page = Page(text)
    assert not page.open
    assert text.startswith("<!DOCTYPE html>\n")
    assert len(set(page.ids)) == len(page.ids)
    assert {link[1:] for link in page.links if link.startswith("#")} <= set(page.ids)


def test_it_loads_nothing(text: str) -> None:
    body = text.replace(SHEET, "")
    assert not re.search(r"<(script|link|img|iframe|object|base|form)|style=| on\w+=", body)
    assert not re.search(r"url\(|@import", SHEET)
    assert all(re.match("#|https://", link) for link in Page(text).links)


def test_its_policy_allows_its_own_sheet_alone(text: str) -> None:
    digest = b64encode(sha256(Page(text).text_of("style")[0].encode()).digest()).decode()
    policy = re.search('Content-Security-Policy" content="([^"]*)"', text)
    assert policy
    assert policy[1].replace("&#x27;", "'") == (
        f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"
    )


def test_headings_leave_out_no_level(text: str) -> None:
    headings = Page(text).headings
    assert headings.count(1) == 1
    assert all(after - before <= 1 for before, after in pairwise(headings))


def test_the_panel_speaks_in_its_own_words(report: Report) -> None:
    page = Page(html.render(Report("0.1.0", report.results[:1]), Style()))
    assert [said for said in page.text_of("span") if said in PANEL.values()] == list(PANEL.values())
    assert page.text_of("h1") == ["HOLD, do not publish yet"]


def test_the_whole_text_is_shown_with_marks(report: Report) -> None:
    text = html.render(Report("0.1.0", report.results[:1]), Style())
    assert (
        'Who feeds the world? <mark class="suggestion">Honestly</mark>, the Atlantic does.\n'
        'But President Okoro is a <mark class="error">jerk</mark> about our fisheries,\n'
    ) in text


HOSTILE = {
    "script": "<script>alert(1)</script>",
    "attribute": '" onmouseover="alert(1)',
    "style": "</style><style>*{display:none}</style>",
    "title": "</title><script>alert(1)</script>",
    "comment": "<!-- ",
    "entity": "&lt;script&gt;&#60;",
    "null": "\x00<\x00script>",
    "hidden": "\u202e\u200b\x1b[31m",
    "half a character": "\ud83d",
}


@pytest.mark.parametrize("said", HOSTILE.values(), ids=HOSTILE)
def test_words_of_others_stay_words(said: str, report: Report) -> None:
    result = report.results[0]
    rule = replace(result.findings[1].rule, why=said, how=said)
    finding = replace(result.findings[1], rule=rule, message=said)
    post = replace(result.post, source=said, id=said, text=said * 99)
    changed = replace(
        result, post=post, findings=(finding,), strengths=(said,), language=said, grades={}
    )
    broken = (replace(report.unreadable[0], source=said, error=said),)
    page = html.render(Report(said, (changed,), broken), Style())
    Page(page)
    page.encode()


ADDRESSES = {
    "script": "javascript:alert(1)",
    "data": "data:text/html,x",
    "file": "file:///etc/passwd",
    "relative": "//example.org",
}


@pytest.mark.parametrize("url", ADDRESSES.values(), ids=ADDRESSES)
def test_only_web_addresses_are_linked(url: str, report: Report) -> None:
    result = report.results[0]
    rule = result.findings[1].rule
    assert rule.source
    changed = replace(rule, source=replace(rule.source, url=url))
    finding = replace(result.findings[1], rule=changed)
    page = Page(html.render(Report("0.1.0", (replace(result, findings=(finding,)),)), Style()))
    assert not page.links


def colors() -> Iterator[tuple[str, dict[str, str]]]:
    """Yield the variables of light, dark and paper; each begins with those of light."""
    light: dict[str, str] = {}
    blocks = re.findall(r":root \{(.*?)\}", SHEET, re.DOTALL)
    for name, block in zip(("light", "dark", "paper"), blocks, strict=True):
        light = light or dict(re.findall(r"--([\w-]+): (#\w{6})", block))
        yield name, {**light, **dict(re.findall(r"--([\w-]+): (#\w{6})", block))}


def luminance(color: str) -> float:
    """Return the relative luminance (https://www.w3.org/TR/WCAG22/#dfn-relative-luminance)."""
    parts = [int(color[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    high, low = sorted((luminance(one), luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


PAIRS = [
    *(
        ("ink", below)
        for below in ("page", "card", "error-mark", "warning-mark", "suggestion-mark")
    ),
    *(("soft", below) for below in ("page", "card")),
    *(("on", below) for below in ("error", "warning", "suggestion", "ready")),
    ("ready", "card"),
]


@pytest.mark.parametrize(
    ("name", "palette"), list(colors()), ids=lambda it: it if isinstance(it, str) else ""
)
def test_text_has_contrast(name: str, palette: dict[str, str]) -> None:
    faint = [pair for pair in PAIRS if contrast(*(palette[each] for each in pair)) < 4.5]
    assert not faint, name
