"""Literal words: whole tokens, every one of them, where they stand."""

from __future__ import annotations

import re
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from postlint.lexicon import Lexicon, Spot, fold, is_whole, longest

FOUND = {
    "jerk": ["A jerk.", "jerk", "JERK!", "(jerk)", "the jerk’s speech", "the jerk's", "“jerk”"],
    "idiot": ["l’idiot du village", "qu'idiot", "d’idiot"],
    "first ever": ["the first ever visit", "the first\u00a0ever visit", "the first\never visit"],
    "don't": ["I don’t know", "I don't know", "DON’T"],
    "covid-19": ["COVID\u201119 cases", "covid-19."],
    "❤️": ["I ❤️ this", "I ❤ this", "so❤️so"],
    "élève": ["Élève", "un élève."],
    "c++": ["We use C++ here"],
    "#": ["#Halifax"],
}
SILENT = {
    "jerk": ["jerky", "a jerk-off", "knee-jerk", "jerk2", "jerk_", "_jerk", "ajerk"],
    "con": ["O’con", "conseil", "con-gress"],
    "rock": ["rock’n’roll", "d'rock'n"],
    "idiot": ["x’idiot"],
    "first ever": ["first  ever", "first-ever"],
}


@pytest.mark.parametrize(
    ("word", "text"), [(word, text) for word, texts in FOUND.items() for text in texts]
)
def test_it_finds_whole_words(word: str, text: str) -> None:
    spots = list(Lexicon([word]).find(fold(text)))
    assert [spot.literal for spot in spots] == [fold(word)]


@pytest.mark.parametrize(
    ("word", "text"), [(word, text) for word, texts in SILENT.items() for text in texts]
)
def test_it_leaves_parts_of_words_alone(word: str, text: str) -> None:
    assert not Lexicon([word]).any(fold(text))


def test_it_reads_a_part_of_the_text_only() -> None:
    text = "jerk and jerk and jerk"
    assert [spot.start for spot in Lexicon(["jerk"]).find(text, 3, 16)] == [9]


def test_it_is_empty_without_words() -> None:
    assert not Lexicon([]).any("anything")
    assert not Lexicon([""]).any("anything")


def test_the_leftmost_and_longest_wins() -> None:
    lexicon = Lexicon(["prime", "prime minister", "minister of trade", "trade"])
    spots = longest(lexicon.find("the prime minister of trade"))
    assert [spot.literal for spot in spots] == ["prime minister", "trade"]


def test_an_emoji_is_found_without_its_variation_selector() -> None:
    assert list(Lexicon(["❤️"]).find("I ❤ it")) == [Spot(2, 3, "❤️")]
    assert [(s.start, s.end) for s in longest(Lexicon(["❤️"]).find("I ❤️ it"))] == [(2, 4)]


ALPHABET = "ab é’'-\u00a0_#1🎉İß"


@given(st.text())
def test_folding_keeps_the_length(text: str) -> None:
    assert len(fold(text)) == len(text)


@given(st.text())
def test_folding_twice_changes_nothing(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@given(
    st.lists(st.text(ALPHABET, min_size=1, max_size=4), max_size=6),
    st.text(ALPHABET, max_size=40),
)
def test_it_finds_what_a_naive_search_finds(words: list[str], text: str) -> None:
    folded = fold(text)
    naive = {
        (match.start(), match.start() + len(literal), literal)
        for literal in map(fold, words)
        for match in re.finditer(f"(?={re.escape(literal)})", folded)
        if is_whole(folded, match.start(), match.start() + len(literal))
    }
    assert {tuple(spot) for spot in Lexicon(words).find(folded)} == naive


@given(st.text(ALPHABET, max_size=40), st.integers(0, 40), st.integers(0, 40))
def test_a_part_holds_only_what_the_whole_holds(text: str, start: int, end: int) -> None:
    folded = fold(text)
    start, end = sorted((min(start, len(text)), min(end, len(text))))
    lexicon = Lexicon(["a", "ab", "é-a", "a a"])
    every = set(lexicon.find(folded))
    part = set(lexicon.find(folded, start, end))
    assert part == {s for s in every if start <= s.start and s.end <= end}


@given(st.lists(st.tuples(st.integers(0, 30), st.integers(1, 9)), max_size=12))
def test_what_is_kept_never_overlaps(pairs: list[tuple[int, int]]) -> None:
    spots = [Spot(start, start + length, "") for start, length in pairs]
    kept = longest(spots)
    assert all(one.end <= other.start for one, other in pairwise(kept))
    assert all(any(k.start < s.end and s.start < k.end for k in kept) for s in spots)


@given(st.lists(st.text(ALPHABET, min_size=1, max_size=6), max_size=8), st.text(ALPHABET))
def test_slices_and_automaton_find_the_same(words: list[str], text: str) -> None:
    lexicon, folded = Lexicon(words), fold(text)
    by_slices = sorted(lexicon._sliced(folded, 0, len(folded)))
    lexicon.build()
    assert sorted(lexicon.find(folded)) == by_slices
    assert [spot.end for spot in lexicon.find(folded)] == sorted(spot.end for spot in by_slices)


def test_an_automaton_is_built_when_as_much_was_looked_through() -> None:
    lexicon = Lexicon(f"word{number}" for number in range(30))
    assert lexicon.any("here is word7")
    assert lexicon._automaton is None
    assert lexicon.any("and here is word8 too")
    assert lexicon._automaton is not None
