"""The marker stands exactly under its span, whatever stands before it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from postlint.reporters.cells import cells, visible
from postlint.reporters.excerpt import excerpt
from postlint.spans import Span

LINES = {
    "plain": ("a [[jerk]] b", "a jerk b", "  ^^^^"),
    "wide before": ("漢字 [[jerk]]", "漢字 jerk", "     ^^^^"),
    "wide inside": ("a [[漢字]]", "a 漢字", "  ^^^^"),
    "flag before": ("🇨🇦 [[jerk]]", "🇨🇦 jerk", "   ^^^^"),
    "tab before": ("a\t[[jerk]]", "a   jerk", "    ^^^^"),
    "combining before": ("e\u0301 [[jerk]]", "e\u0301 jerk", "  ^^^^"),
    "escape before": ("\x1b[1m [[jerk]]", "\\x1b[1m jerk", "        ^^^^"),
    "second line": ("one\ntwo [[jerk]]\nthree", "two jerk", "    ^^^^"),
    "windows newline": ("two [[jerk]]\r\nthree", "two jerk", "    ^^^^"),
    "empty span": ("a [[]]b", "a b", "  ^"),
    "at the very end": ("a b[[]]", "a b", "   ^"),
    "after the last newline": ("a b\r\n[[]]", "a b", "   ^"),
    "empty text": ("[[]]", "", "^"),
    "only newlines": ("\n\n[[]]", "", "^"),
    "over two lines": ("a [[jerk\nand b]] c", "a jerk", "  ^^^^"),
    "a newline": ("a b[[\n]]c", "a b", "   ^"),
    "half of an emoji": ("👩[[\u200d]]👧", "👩‍👧", "  ^"),
}


def marked(text: str) -> tuple[str, Span]:
    start = text.index("[[")
    end = text.index("]]") - 2
    return text.replace("[[", "").replace("]]", ""), Span(start, end)


@pytest.mark.parametrize(("source", "line", "marker"), LINES.values(), ids=LINES)
def test_marker(source: str, line: str, marker: str) -> None:
    shown = excerpt(*marked(source), 60)
    assert (shown.line, shown.marker) == (line, marker)


def test_further_lines_are_counted() -> None:
    assert excerpt(*marked("a [[b\nc\nd]]\ne"), 60).more == 2
    assert excerpt(*marked("a [[b\n]]c"), 60).more == 0


WORDS = " ".join(f"word{number}" for number in range(60))
CUTS = {
    "start": ("word0 word1", "word0 word1 word2 word3 word4…"),
    "middle": ("word30", "…word28 word29 word30 word31 word32…"),
    "end": ("word59", "…word55 word56 word57 word58 word59"),
}


@pytest.mark.parametrize(("match", "line"), CUTS.values(), ids=CUTS)
def test_long_lines_are_cut_between_words(match: str, line: str) -> None:
    start = WORDS.index(match)
    shown = excerpt(WORDS, Span(start, start + len(match)), 36)
    assert shown.line == line
    assert shown.line[shown.marker.index("^") :].startswith(match)


@given(
    st.text(st.sampled_from("ab \t\n\r漢é\u0301🇨🇦👩\u200d👧🏽\ufe0f❤\x1b\u202e") | st.characters()),
    st.data(),
    st.integers(20, 60),
)
def test_it_always_fits(text: str, data: st.DataObject, width: int) -> None:
    start = data.draw(st.integers(0, len(text)))
    span = Span(start, data.draw(st.integers(start, len(text))))
    shown = excerpt(text, span, width)
    assert "\n" not in shown.line
    assert visible(shown.line) == shown.line
    assert cells(shown.line) <= width + 2
    assert shown.marker.strip(" ").strip("^") == ""
    assert "^" in shown.marker
    assert len(shown.marker) <= width + 2
