"""Marks of a text: what stands in it besides words, so that few checks are asked."""

from __future__ import annotations

import pytest

from postlint import marks, readability
from postlint.linter import open_document
from postlint.patterns.edges import edged
from postlint.posts import from_values

SEEN = {
    "capitals": ("We met in the EU.", marks.CAPITALS),
    "a capital of another script": ("Наш дом", marks.CAPITALS),
    "letters that look like capitals": ("\U0001d407\U0001d404", marks.CAPITALS),
    "a sign": ("Well done 👏", marks.SIGN),
    "a digit of another script": ("٣ years", marks.NUMERAL),
    "a clock": ("Doors open at 18:30.", marks.CLOCK),
    "a clock of halves": ("Doors open at 6 p.m.", marks.CLOCK),
    "a French clock": ("Dès 18 h", marks.CLOCK),
    "a date": ("On 3 March we vote.", marks.DATE),
    "a date with its month first": ("On Sept. 3rd we vote.", marks.DATE),
    "a date in digits": ("Due 2026-11-24", marks.DATE),
    "a French date": ("Le 1er août", marks.DATE),
    "a grouped number": ("It cost 1,500.", marks.GROUPED),
    "two numbers": ("3 of 4", marks.TWO_NUMBERS),
    "three numbers": ("3, 4 and 5", marks.THREE_NUMBERS),
    "seven digits": ("Call 555-1234", marks.SEVEN_DIGITS),
    "a code": ("Passport AB123456", marks.CODE),
    "many words": ("word " * marks.MANY, marks.MANY_WORDS),
    "too long": ("word " * 99, marks.OVER_LIMIT),
    "an address": ("Write to ana@example.org", marks.EMAIL),
    "a mention": ("Thanks @critic", marks.MENTION),
}
UNSEEN = {
    "an initial": ("A day in Rome.", marks.CAPITALS),
    "an accent": ("Déjà vu – “so” it’s", marks.SIGN),
    "an amount": ("We gave 30 boats, and may in time give more.", marks.DATE),
    "a month alone": ("In March we vote for 5 seats.", marks.DATE),
    "a number": ("We gave 30 boats.", marks.CLOCK),
    "one number": ("1500 people", marks.TWO_NUMBERS),
    "two of them": ("1 and 2", marks.THREE_NUMBERS),
    "six digits": ("2026 and 27", marks.SEVEN_DIGITS),
    "few words": ("word " * (marks.MANY - 1), marks.MANY_WORDS),
    "an undated post": ("word", marks.DATED),
}


@pytest.mark.parametrize("case", SEEN)
def test_it_is_told(case: str) -> None:
    text, mark = SEEN[case]
    assert mark in open_document(from_values(text, {}, "draft.md")).edged


@pytest.mark.parametrize("case", UNSEEN)
def test_it_is_not_told(case: str) -> None:
    text, mark = UNSEEN[case]
    assert mark not in open_document(from_values(text, {}, "draft.md")).edged


def test_a_dated_post_is_told() -> None:
    front = {"publish_at": "2026-11-24"}
    assert marks.DATED in open_document(from_values("word", front, "draft.md")).edged


def test_words_stand_whole_or_begun() -> None:
    text = edged("l'été, fell by 3 in new york")
    assert any(string in text for string in marks.whole("fell rose"))
    assert not any(string in text for string in marks.whole("fel"))
    assert any(string in text for string in marks.begun("fel été"))
    assert any(string in text for string in marks.named(["new york"]))


def test_a_score_needs_no_fewer_words_than_are_many() -> None:
    assert readability.FEWEST_WORDS >= marks.MANY
