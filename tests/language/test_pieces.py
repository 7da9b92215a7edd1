"""What stays whole in a post."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from postlint.language.pieces import is_emoji, pieces

CASES = [
    pytest.param("ask @freedonia_gov, now", ["@freedonia_gov"], id="handle"),
    pytest.param(
        "ask @minister.gov.example.com!", ["@minister.gov.example.com"], id="domain-handle"
    ),
    pytest.param("@okoro@social.example.org said", ["@okoro@social.example.org"], id="fediverse"),
    pytest.param("thanks @okoro.Now we go", ["@okoro"], id="handle-then-sentence"),
    pytest.param("#PeaceTalks, #2030Agenda", ["#PeaceTalks", "#2030Agenda"], id="hashtags"),
    pytest.param("our #1 aim is C#", [], id="a-number-is-no-hashtag"),
    pytest.param(
        "see https://example.org/a_(b)?c=1.", ["https://example.org/a_(b)?c=1"], id="link"
    ),
    pytest.param("(see https://example.org/a)", ["https://example.org/a"], id="link-in-brackets"),
    pytest.param("on example.gc.ca/peche, today", ["example.gc.ca/peche"], id="bare-link"),
    pytest.param("the end.Next one", [], id="a-missing-space-is-no-link"),
    pytest.param("write to ada.l@example.org.", ["ada.l@example.org"], id="e-mail"),
    pytest.param(
        "go 👨‍👩‍👧‍👦 👍🏽 🇨🇦🇫🇷 1️⃣ ❤️", ["👨‍👩‍👧‍👦", "👍🏽", "🇨🇦", "🇫🇷", "1️⃣", "❤️"], id="emoji"
    ),
    pytest.param(
        "\U0001f3f4\U000e0067\U000e0062\U000e0073\U000e0063\U000e0074\U000e007f",
        ["\U0001f3f4\U000e0067\U000e0062\U000e0073\U000e0063\U000e0074\U000e007f"],
        id="tag-flag",
    ),
    pytest.param("What?! No... --", ["?!", "...", "--"], id="runs"),
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_pieces(text: str, expected: list[str]) -> None:
    assert [text[start:end] for start, end in pieces(text)] == expected


@given(st.text(alphabet=st.sampled_from("aB1 .@#:/-?!()\n&é🇨👍🏽\u200d\ufe0f"), max_size=60))
def test_pieces_are_in_order_and_never_empty(text: str) -> None:
    last = 0
    for start, end in pieces(text):
        assert last <= start < end <= len(text)
        assert not text[start:end].isspace()
        last = end


@pytest.mark.parametrize(
    "text", ["@" * 20000, "a." * 20000, "#" * 20000, "http://" * 5000, "😀‍" * 9000]
)
def test_long_texts_do_not_hang(text: str) -> None:
    assert len(list(pieces(text))) <= len(text)


@pytest.mark.parametrize(
    ("text", "whole"), [("🇨🇦", True), ("👍🏽", True), ("a", False), ("👍👍", False)]
)
def test_is_emoji(text: str, whole: bool) -> None:
    assert is_emoji(text) is whole
