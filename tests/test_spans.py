"""Lines and columns in an editor's units, held against counting one character at a time."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from postlint.spans import LineIndex, Position

UNITS = ("utf-8", "utf-16", "utf-32")
TEXTS = st.text(st.sampled_from("ab é€\n\r\u2028\x85\x0c😀👩\u200d\ud800🇨"), max_size=40)


def width(char: str, unit: str) -> int:
    if unit == "utf-8":
        return len(char.encode("utf-8", "surrogatepass"))
    return 2 if unit == "utf-16" and ord(char) > 0xFFFF else 1


def naive(text: str, index: int, unit: str) -> tuple[int, int]:
    """Count line and column of a character by walking to it."""
    line = units = 0
    for at, char in enumerate(text[:index]):
        if char == "\n" or (char == "\r" and text[at + 1 : at + 2] != "\n"):
            line, units = line + 1, 0
        elif char != "\r":
            units += width(char, unit)
    return line, units


@given(TEXTS, st.sampled_from(UNITS))
def test_it_counts_as_one_would_by_hand(text: str, unit: str) -> None:
    lines = LineIndex(text, unit)
    for index in range(len(text) + 1):
        assert lines.in_units(lines.position(index)) == naive(text, index, unit)


@given(TEXTS, st.sampled_from(UNITS))
def test_there_and_back(text: str, unit: str) -> None:
    lines = LineIndex(text, unit)
    for index in range(len(text) + 1):
        place = lines.position(index)
        assert lines.from_units(*lines.in_units(place)) == place
        if text[index - 1 : index + 1] != "\r\n" or not index:
            assert lines.index(place) == index


@given(TEXTS, st.integers(0, 9), st.integers(0, 99))
def test_no_place_is_beyond_the_text(text: str, line: int, units: int) -> None:
    lines = LineIndex(text)
    place = lines.from_units(line, units)
    assert place.column - 1 <= len(lines.line(place.line))
    assert 0 <= lines.index(place) <= len(text)


@given(TEXTS)
def test_the_lines_are_those_of_an_editor(text: str) -> None:
    lines = LineIndex(text)
    found = [lines.line(number) for number in range(1, len(lines) + 1)]
    assert found == re.split(r"\r\n|\r|\n", text)


def test_within_an_emoji_means_before_it() -> None:
    assert LineIndex("a😀b").from_units(0, 2) == Position(1, 2)


def test_beyond_the_end_of_a_line_is_its_end() -> None:
    assert LineIndex("ab\ncd").index(Position(1, 99)) == 2


def test_an_unknown_unit_is_refused() -> None:
    with pytest.raises(ValueError, match="utf-7"):
        LineIndex("", "utf-7")
