"""Figures of the sheet: words, bounds, units, currencies, and what counts something else."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from postlint import facts, figures, posts
from postlint.checks import fact
from postlint.document import Document

SHEET = facts.of_values(
    {
        "as_of": "2026-11-01",
        "source": "Handbook",
        "figures": [
            {"subject": ["scholarships", "(bursaries|grants) for students"], "value": 25},
            {"subject": "scholarships for bakers", "value": 3},
            {"subject": "staff", "value": 48, "tolerance": 2, "unit": "people"},
            {"subject": ["the bridge"], "value": 923, "unit": "metres", "tolerance": 1},
            {"subject": "the park", "value": 12.5, "unit": "km"},
            {"subject": "trade with Ruritania", "value": 2.1e9, "unit": "$", "tolerance": 5e7},
            {"subject": "the aid fund", "value": 40e6, "unit": "€"},
            {"subject": "rinks", "value": 7, "about": "rinks in winter"},
            {"subject": "rinks", "value": 9, "about": "rinks in all"},
        ],
    },
    "facts.yaml",
)


class NoGrammar:
    def parse(self, *_: object) -> None:
        raise AssertionError


def found(text: str) -> list[str]:
    document = Document(posts.from_values(text, {}, "p.md"), NoGrammar(), facts=SHEET)  # type: ignore[arg-type]
    return [hit.span.of(text) for hit in fact.compile({"of": "figure"}).find(document, ())]


WRONG = {
    "The bridge is 1.2 km long.": "1.2",
    "The bridge, three miles long, opens.": "three",
    "The park is 12 miles long.": "12",
    "There are fifty-two scholarships.": "fifty-two",
    "Twelve scholarships this year!": "Twelve",
    "More than 30 scholarships wait for you.": "30",
    "Fewer than 20 scholarships this year.": "20",
    "Up to twenty scholarships.": "twenty",
    "We offer 30 bursaries for students.": "30",
    "We offer 30 full grants for students.": "30",
    "Five scholarships for bakers.": "Five",
    "The number of scholarships has risen to 40.": "40",
    "Scholarships: 40": "40",
    "Our staff: 60 people.": "60",
    "A staff of sixty persons.": "sixty",
    "The bridge is 932 m long.": "932",
    "The bridge, a 932-metre beauty, opens.": "932",
    "The park has 25 kilometres of paths.": "25",
    "Trade with Ruritania: C$3 billion.": "C$3 billion",
    "Trade with Ruritania is worth 3 billion dollars.": "3 billion",
    "The aid fund holds €50 million.": "€50 million",
    "The aid fund holds 50 million euros.": "50 million",
    "Our 8 rinks are open.": "8",
}
RIGHT = [
    "The bridge is 0.92 km long.",
    "The bridge, 3,028 feet long, opens.",
    "The park is 7.8 miles long.",
    "There are twenty-five scholarships.",
    "More than 20 scholarships wait for you.",
    "Over twenty scholarships!",
    "At least 25 scholarships.",
    "Nearly 30 scholarships, and 25 is the exact number.",
    "Fewer than 30 scholarships, so hurry.",
    "Up to 25 scholarships.",
    "About 25 scholarships.",
    "Three scholarships for bakers.",
    "Twelve of our scholarships went to Accra.",
    "Twelve scholarships went to Accra.",
    "Ten more scholarships, thanks to you.",
    "Scholarships drew 400 applicants.",
    "The 12 winners of our scholarships bake.",
    "Scholarships are for students from 12 towns.",
    "Scholarships: see page 12.",
    "Scholarships close on 3 May.",
    "One of our scholarships is for a baker.",
    "Scholarships of $5,000 each.",
    "A staff of 49 people.",
    "Our staff of 48 speaks 60 languages.",
    "The bridge is nearly a kilometre: 923 m.",
    "The bridge carries 40 tonnes.",
    "The park has 12.5 kilometres of paths.",
    "The park has 3 cafés.",
    "Trade with Ruritania: US$2.1 billion.",
    "Trade with Ruritania: £1.5 billion.",
    "Trade with Ruritania is worth over $2 billion.",
    "The aid fund holds 40 million euros.",
    "The aid fund, worth $60 million at today's rate.",
    "Our 7 rinks are open.",
    "Our nine rinks are open.",
]


@pytest.mark.parametrize("text", WRONG)
def test_a_contradicted_figure(text: str) -> None:
    assert found(text) == [WRONG[text]]


@pytest.mark.parametrize("text", RIGHT)
def test_a_figure_that_agrees_or_counts_something_else(text: str) -> None:
    assert found(text) == []


WORDS = {number: word for word, number in figures.words().items() if " " not in word}


@given(st.integers(2, 99))
def test_every_count_in_words_and_digits(count: int) -> None:
    expected = 0 if count == 25 else 1
    assert len(found(f"We offer {WORDS[count]} scholarships.")) == expected
    assert len(found(f"We offer {count} scholarships.")) == expected


@given(st.integers(1, 25))
def test_a_true_bound_is_silent(bound: int) -> None:
    assert found(f"We offer at least {bound} scholarships.") == []
