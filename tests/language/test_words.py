"""Where words begin and end, and that nothing is lost."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from postlint.language.words import words

CASES = [
    pytest.param("Hello, world!", "Hello , world !", id="punctuation"),
    pytest.param("I don't can't won’t", "I do n't ca n't wo n’t", id="not"),
    pytest.param("we're they've he'd it's", "we 're they 've he 'd it 's", id="contractions"),
    pytest.param("the ministers' car", "the ministers ' car", id="plural-possessive"),
    pytest.param("dont cannot gonna Im", "do nt can not gon na I m", id="without-apostrophe"),
    pytest.param("y'all 'tis", "y' all 't is", id="clitics-before"),
    pytest.param("Dr. Okoro met Mr. X.", "Dr. Okoro met Mr. X .", id="abbreviations"),
    pytest.param("J. Okoro and President X. Now", "J. Okoro and President X. Now", id="initials"),
    pytest.param("in the U.S., e.g. now", "in the U.S. , e.g. now", id="dotted"),
    pytest.param("(see “this”)", "( see “ this ” )", id="brackets-and-quotes"),
    pytest.param("long-term plan", "long - term plan", id="hyphen"),
    pytest.param("e-mail non-member re-opened", "e-mail non-member re-opened", id="prefixes"),
    pytest.param("and/or 1/2 24/7", "and / or 1/2 24/7", id="slash"),
    pytest.param("$5m, €3,000.50 and 20%", "$ 5 m , € 3,000.50 and 20 %", id="money"),
    pytest.param("5km at 10am on the 3rd", "5 km at 10 am on the 3rd", id="units"),
    pytest.param("the 1990s and '90s", "the 1990s and '90s", id="decades"),
    pytest.param("our #1 aim", "our # 1 aim", id="number-sign"),
    pytest.param("#PeaceTalks—now", "#PeaceTalks — now", id="hashtag-and-dash"),
    pytest.param("@okoro's visit", "@okoro 's visit", id="handle-possessive"),
    pytest.param("great🎉🎉 :)", "great 🎉 🎉 :)", id="emoji"),
    pytest.param("wait.Then go", "wait . Then go", id="missing-space"),
    pytest.param("What?! No...", "What ?! No ...", id="runs"),
    pytest.param("one—two…three", "one — two … three", id="dashes"),
    pytest.param("call 555-0100-22 now", "call 555-0100-22 now", id="phone"),
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_words(text: str, expected: str) -> None:
    found, _ = words(text)
    assert found == expected.split()


SPACES = [
    pytest.param("a b", ["a", "b"], [True, False], id="one-space"),
    pytest.param("a  b", ["a", " ", "b"], [True, False, False], id="two-spaces"),
    pytest.param("a\nb", ["a", "\n", "b"], [False, False, False], id="newline"),
    pytest.param(" a", [" ", "a"], [False, False], id="leading"),
    pytest.param("@a b", ["@a", "b"], [True, False], id="behind-a-piece"),
    pytest.param("", [], [], id="empty"),
]


@pytest.mark.parametrize(("text", "found", "spaces"), SPACES)
def test_spaces(text: str, found: list[str], spaces: list[bool]) -> None:
    assert words(text) == (found, spaces)


TEXTS = st.text(max_size=80) | st.text(
    alphabet=st.sampled_from("aBnt1 .@#:/-?!()'’$%&,\n\t\xa0é🇨👍🏽\u200d\ufe0f\x00"), max_size=80
)


@settings(max_examples=300)
@given(TEXTS)
def test_nothing_is_lost(text: str) -> None:
    found, spaces = words(text)
    assert "".join(word + " " * space for word, space in zip(found, spaces, strict=True)) == text
    assert all(found)


@pytest.mark.parametrize(
    "text", ["-a" * 9000, "'s" * 9000, "1." * 9000, "(((" * 5000, "n't" * 5000]
)
def test_long_words_do_not_hang(text: str) -> None:
    assert "".join(words(text)[0]) == text
