"""Patterns from data: linear, bounded, and refused with a reason."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from postlint.patterns import Linear, linear
from postlint.patterns.outline import outline


def test_case_is_ignored_unless_asked_for() -> None:
    assert linear("kyiv").search("KYIV")
    assert not linear("kyiv", case=True).search("KYIV")


@pytest.mark.parametrize("pattern", ["(", r"(?=ahead)", r"(a)\1", "a{1,99999}", "[z-a]"])
def test_what_the_engine_does_not_know_is_refused(pattern: str) -> None:
    with pytest.raises(ValueError, match="is not a pattern that RE2 knows"):
        linear(pattern)


def test_a_pattern_that_hangs_other_engines_is_fast() -> None:
    start = time.perf_counter()
    assert not linear("(a+)+$").search("a" * 50_000 + "b")
    assert time.perf_counter() - start < 2


def test_places_are_code_points() -> None:
    text = "🇨🇦 café “jerk”"
    match = linear("(?P<hit>jerk)").search(text)
    assert text[match.start() : match.end()] == "jerk"


OUTLINES = {
    "letters": (r"\pL+ \p{Lu}", r"[A-Za-z\x{80}-\x{10FFFF}]+ [A-Z\x{80}-\x{10FFFF}]"),
    "letters in a class": (r"[\pL\d’-]{2}", r"[A-Za-z\x{80}-\x{10FFFF}\d’-]{2}"),
    "no letters": (r"[^\p{L}\d]", r"[^A-Za-z\d]"),
    "spelled as they are meant": (r"\Q\pL\E", r"\Q\pL\E"),
    "a backslash before p": (r"\\pL", r"\\pL"),
    "other scripts": (r"\p{Greek}[\p{Cyrillic}\PL]", r"\p{Greek}[\p{Cyrillic}\PL]"),
    "a list": (r"in (?:" + "Ruritania|" * 40 + r"San\ Theodoros)'s", "in (?s:.*)'s"),
    "a list that has a name": (
        r"(?P<hit>" + "Ruritania|" * 40 + "Syldavia)",
        r"(?P<hit>" + "Ruritania|" * 40 + "Syldavia)",
    ),
    "short words": (r"(?:a|the) jerk", r"(?:a|the) jerk"),
}


@pytest.mark.parametrize("case", OUTLINES)
def test_an_outline_leaves_out_what_is_dear(case: str) -> None:
    pattern, wider = OUTLINES[case]
    assert outline(pattern) == wider


LETTERS = st.sampled_from(
    [*"aZé1. ", r"\pL", r"\p{Lu}", r"\p{Ll}", r"[\pL']", r"[^\pL]", r"[^\p{Lu} ]", r"\PL", r"\W"]
)


@given(
    st.lists(st.tuples(LETTERS, st.sampled_from(["", "?", "+", "*"])), max_size=5),
    st.text("aZzé1. ΩжK", max_size=8),
    st.booleans(),
)
def test_an_outline_matches_where_its_pattern_does(
    pieces: list[tuple[str, str]], text: str, case: bool
) -> None:
    pattern = "".join(map("".join, pieces))
    if linear(pattern, case=case).search(text):
        assert linear(outline(pattern), case=case).search(text)


def test_what_is_found_is_told_in_code_points() -> None:
    pattern = Linear(r"\b(?P<who>\p{Lu}\pL+) is (?P<hit>a jerk)")
    text = "Été 🇨🇦 – Zoë is a jerk, and Bo is a jerk."
    found = [(span.of(text), values) for span, values in pattern.finditer(text.encode())]
    assert found == [
        ("a jerk", {"who": "Zoë", "hit": "a jerk"}),
        ("a jerk", {"who": "Bo", "hit": "a jerk"}),
    ]


def test_a_pattern_that_is_none_is_refused_when_it_is_compiled() -> None:
    with pytest.raises(ValueError, match="“\\(jerk” is not a pattern that RE2 knows"):
        Linear("(jerk").compile()
