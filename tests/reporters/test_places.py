"""Paths, addresses, ranges and fingerprints."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from postlint.model import Finding, Post, Report
from postlint.posts import read
from postlint.reporters import places
from postlint.spans import Anchor, SourceMap, Span

URIS = {
    "relative": ("drafts/a.md", "drafts/a.md"),
    "here": ("./a.md", "a.md"),
    "blank and accent": ("été 1.md", "%C3%A9t%C3%A9%201.md"),
    "no scheme": ("mailto:a@b", "mailto%3Aa%40b"),
    "per cent and hash": ("50%#1?.md", "50%25%231%3F.md"),
    "absolute": ("/srv/a b.md", "file:///srv/a%20b.md"),
    "network": ("//host/a.md", "file://host/a.md"),
    "Windows, relative": ("drafts\\a.md", "drafts/a.md"),
    "Windows, absolute": ("C:\\drafts\\a.md", "file:///C:/drafts/a.md"),
    "option": ("<text>", "%3Ctext%3E"),
    "half a character": ("\ud83d.md", "%3F.md"),
}


@pytest.mark.parametrize(("source", "uri"), URIS.values(), ids=URIS)
def test_uri(source: str, uri: str) -> None:
    assert places.uri(source) == uri


def columns(post: Post, start: int, end: int) -> tuple[int, int]:
    found = places.in_bytes(post, Span(start, end))
    return found.start.column, found.end.column


def test_columns_in_bytes_are_those_of_the_protocol() -> None:
    post = Post("a𐐀b", "a.txt", SourceMap.plain("a𐐀b"))
    assert columns(post, 1, 2) == (2, 6)


def test_an_escape_counts_as_written() -> None:
    # In the file: {"text": "d\u00e9jà vu"}; é takes six characters, à two bytes.
    text = "déjà vu"
    post = Post(text, "a.json", SourceMap([Anchor(0, 1, 11), Anchor(2, 1, 18)]))
    line = '{"text": "d\\u00e9jà vu"}'
    start, end = columns(post, 5, 7)
    assert line.encode()[start - 1 : end - 1] == b"vu"


BYTES = {
    "text": ("a.md", "---\nid: é\n---\nÀ jerk"),
    "BOM": ("a.md", "\ufeffÀ jerk"),
    "other cells": ("a.csv", 'id,text\né€😀,"À ""jerk"""\n'),
    "JSON, a key in front": ("a.json", '[{"id": "é€😀", "text": "À \\u00e9 jerk"}]'),
    "JSON Lines": ("a.jsonl", '{"id": "1", "text": "x"}\n{"id": "é", "text": "À jerk"}\n'),
    "YAML, inline": ("a.yaml", '- {id: "é€😀", text: "À \\u00e9 jerk"}\n'),
    "YAML, a block": ("a.yaml", "- id: é\n  text: |\n    À\n    é jerk\n"),
    "carriage returns": ("a.md", "À\r\ré jerk"),
}


@pytest.mark.parametrize(("source", "file"), BYTES.values(), ids=BYTES)
def test_columns_in_bytes_are_exact_in_every_format(source: str, file: str) -> None:
    raw = file.encode()
    *_, post = read(raw, source)
    assert isinstance(post, Post)
    at = post.text.index("jerk")
    place, end = places.in_bytes(post, Span(at, at + 4))
    line = raw.replace(b"\r\n", b"\n").replace(b"\r", b"\n").split(b"\n")[place.line - 1]
    assert line[place.column - 1 : end.column - 1] == b"jerk"


@given(st.text(st.characters(exclude_categories=["Cs"])), st.data())
def test_columns_in_bytes_point_at_the_same_text(text: str, data: st.DataObject) -> None:
    post = Post(text, "a.txt", SourceMap.plain(text))
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    found = places.in_bytes(post, Span(start, end))
    lines = text.encode().split(b"\n")
    before = b"\n".join(
        [*lines[: found.start.line - 1], lines[found.start.line - 1][: found.start.column - 1]]
    )
    upto = b"\n".join(
        [*lines[: found.end.line - 1], lines[found.end.line - 1][: found.end.column - 1]]
    )
    assert upto[len(before) :].decode() == text[start:end]


VERBATIM = {
    "word in a value": (SourceMap([Anchor(0, 4, 9)]), "Kyiv", True),
    "quote in a value": (SourceMap([Anchor(0, 4, 9)]), 'a "b"', False),
    "new line in a value": (SourceMap([Anchor(0, 4, 9)]), "a\nb", False),
    "quote in plain text": (SourceMap([Anchor(0, 4, 1)]), 'a "b"', True),
    "an escape within": (SourceMap([Anchor(0, 4, 9), Anchor(2, 4, 16)]), "Kyiv", False),
    "an escape before": (SourceMap([Anchor(0, 4, 9), Anchor(1, 4, 16)]), "Kyiv", True),
}


@pytest.mark.parametrize(("positions", "text", "verbatim"), VERBATIM.values(), ids=VERBATIM)
def test_verbatim(positions: SourceMap, text: str, verbatim: bool) -> None:
    post = Post("in Kiev", "a.json", positions)
    assert places.verbatim(post, Span(1, 3), text) is verbatim


def marked(report: Report, before: str, after: str) -> tuple[Post, Finding]:
    text = f"{before}jerk{after}"
    span = Span(len(before), len(before) + 4)
    rule = report.results[0].findings[1].rule
    found = Finding(rule, rule.severity, "said", span, "jerk")
    return Post(text, "a.txt", SourceMap.plain(text)), found


SAME = {
    "lines above": ("a\n" * 50, "", True),
    "other blanks": ("\n\n what  a\t", "", True),
    "another neighbour": ("no ", "", False),
    "another word after": ("what a ", " indeed", False),
}


@pytest.mark.parametrize(("before", "after", "same"), SAME.values(), ids=SAME)
def test_fingerprints_look_at_words(before: str, after: str, same: bool, report: Report) -> None:
    far = "x" * places.AROUND if before.startswith("a") else ""
    first = marked(report, f"{far}what a ", "")
    second = marked(report, f"{before}{far}what a " if far else before, after)
    one, two = (places.fingerprints([each], with_path=False) for each in (first, second))
    assert (one == two) is same


def test_like_passages_are_counted(report: Report) -> None:
    each = marked(report, "what a ", "")
    assert len(set(places.fingerprints([each] * 3, with_path=True))) == 3
