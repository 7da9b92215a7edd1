"""Quotations: where they stand, and whether somebody is named as their speaker."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from postlint import quotations
from postlint.packs.examples import unmark

MARKED = [
    "She said [[“we will come”]] and left.",
    "[[“One,”]] he said, [[“and two.”]]",
    'He called it [["a joke"]] again.',
    "Il a dit [[« nous venons »]] hier.",
    "[[„So ist es“]], sagte sie.",
    "It’s [[‘only’]] a name.",
    "[['We did it,']] the captain said.",
    "[[“outer ‘inner’ outer”]]",
    "[[“two\nlines”]]",
    "the 1980's and the dogs' dinner",
    '5\' 10" tall and 6" wide',
    "don't, won't, can't",
    "an “unclosed quotation",
    "“no\n\nparagraphs”",
    "an empty “” pair",
]
ATTRIBUTED = [
    ("“We will come,” the minister said.", True),
    ("The minister said: “We will come.”", True),
    ("“We will come.” — Ama Mensah", True),
    ("“We will come.” (@amamensah)", True),
    ("Ama Mensah: “We will come.”", True),
    ("Selon elle, « nous venons ».", True),
    ("“We will come.” What a day it was.", False),
    ("She said so. The sign: yes. A house called home. “We will come.”", False),
]


@pytest.mark.parametrize("marked", MARKED)
def test_it_finds_quotations(marked: str) -> None:
    text, spans = unmark(marked)
    assert tuple(quotation.span for quotation in quotations.find(text)) == spans


@pytest.mark.parametrize(("text", "attributed"), ATTRIBUTED)
def test_it_sees_who_speaks(text: str, attributed: bool) -> None:
    assert [quotation.attributed for quotation in quotations.find(text)] == [attributed]


@given(st.text("ab “”«»„\"'’‘.\n", max_size=60))
def test_spans_stand_in_order_and_within_the_text(text: str) -> None:
    end = 0
    for quotation in quotations.find(text):
        assert end <= quotation.span.start < quotation.span.end <= len(text)
        assert quotation.span.covers(quotation.inner)
        assert len(quotation.inner.of(text)) == len(quotation.span.of(text)) - 2
        end = quotation.span.end


@pytest.mark.parametrize("text", ["“" * 50_000, "'a " * 30_000, '"' * 50_000, "a : " * 25_000])
def test_hostile_texts_take_no_time(text: str) -> None:
    start = time.perf_counter()
    quotations.find(text)
    assert time.perf_counter() - start < 5
