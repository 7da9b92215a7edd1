"""Words in hashtags that are written in one."""

from __future__ import annotations

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from postlint import segmentation

SPLITS = {
    "canadianfilmnight": ["canadian", "film", "night"],
    "canadaday": ["canada", "day"],
    "halifax": ["halifax"],
    "education": ["education"],
    "womenwholead": ["women", "who", "lead"],
}


@pytest.mark.parametrize("tag", SPLITS)
def test_it_finds_the_words(tag: str) -> None:
    assert segmentation.split(tag) == SPLITS[tag]


@pytest.mark.parametrize("tag", ["xqzwv", "a" * 200, "日本"])
def test_what_no_word_spells_is_left_alone(tag: str) -> None:
    assert segmentation.split(tag) is None


def test_a_second_reading_is_seen() -> None:
    found = list(segmentation.readings("whorepresents", frozenset({"whore"})))
    assert ["whore", "presents"] in found


@pytest.mark.parametrize("tag", ["education", "scunthorpe", "museumnight"])
def test_a_word_is_no_second_reading(tag: str) -> None:
    assert not list(segmentation.readings(tag, frozenset({"cat", "seum", "cunt"})))


@settings(max_examples=50)
@given(st.text("adeginorst", min_size=1, max_size=segmentation.LONGEST_TAG))
def test_the_words_are_the_tag(tag: str) -> None:
    words = segmentation.split(tag)
    assert words is None or "".join(words) == tag


def test_a_tag_with_many_readings_takes_no_time() -> None:
    start = time.perf_counter()
    list(segmentation.readings("ass" * 20, frozenset({"ass"})))
    assert time.perf_counter() - start < 2
