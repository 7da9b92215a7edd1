"""The words around a finding."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from postlint.reporters.quoted import REACH, quote
from postlint.spans import Span

QUOTES = {
    "in its line": ("a\nwhat a jerk, he\nb", 9, 13, ("what a ", "jerk", ", he", 0)),
    "nothing, at the end": ("one\ntwo\n", 8, 8, ("two", "", "", 0)),
    "over lines": ("one two\r\nthree\nfour", 4, 16, ("one ", "two", "", 2)),
    "what hides": ("a\u202eb jerk", 4, 8, ("a<U+202E>b ", "jerk", "", 0)),
}


@pytest.mark.parametrize(("text", "start", "end", "shown"), QUOTES.values(), ids=QUOTES)
def test_quote(text: str, start: int, end: int, shown: tuple[str, str, str, int]) -> None:
    assert quote(text, Span(start, end)) == shown


def test_a_long_line_is_cut_between_words() -> None:
    text = "word " * 100 + "jerk" + " word" * 100
    seen = quote(text, Span(500, 504))
    assert seen.before.startswith("…word ")
    assert seen.after.endswith(" word…")
    assert len(seen.before) <= REACH + 1


@given(st.text(), st.data())
def test_it_is_always_one_line(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    seen = quote(text, Span(start, end))
    assert not set("".join(seen[:3])) & set("\r\n\x1b\x85\u2028")
