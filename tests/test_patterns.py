"""Patterns from data: linear, bounded, and refused with a reason."""

from __future__ import annotations

import time

import pytest

from postlint.patterns import linear


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
