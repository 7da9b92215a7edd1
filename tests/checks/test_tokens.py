"""``tokens``: patterns over the grammar of the text."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

    from postlint.model import Hit

PASSIVE: dict[str, Any] = {
    "patterns": [[{"LEMMA": "be"}, {"POS": "VERB", "OP": "+"}]],
    "triggers": ["be"],
}
MARKED: list[tuple[str, dict[str, Any]]] = [
    ("Mistakes [[were made]] in the harbour.", PASSIVE),
    ("We made mistakes in the harbour.", PASSIVE),
    ("", PASSIVE),
]


@pytest.mark.parametrize(("marked", "options"), MARKED, ids=lambda value: str(value)[:40])
def test_it_marks(marked: str, options: dict[str, Any], marks: Callable[..., None]) -> None:
    marks("tokens", marked, options, media=["a.jpg"])


BROKEN: list[dict[str, Any]] = [
    {"NOPE": "x"},
    {"POS": 1},
    {"POS": None},
    {"IS_TITLE": "yes"},
    {"LENGTH": "long"},
    {"LENGTH": {">=": "long"}},
    {"LEMMA": {"IN": "be"}},
    {"LEMMA": {"IN": [1]}},
    {"LEMMA": {"REGEX": "(a+)+"}},
    {"OP": "x"},
    {"OP": ["+"]},
]


@pytest.mark.parametrize("token", BROKEN, ids=str)
def test_it_refuses_a_pattern_at_load(token: dict[str, Any], refuses: Callable[..., None]) -> None:
    refuses("tokens", "token 1", {"patterns": [[token]], "triggers": ["a"]})


def test_what_it_takes_the_matcher_takes(find: Callable[..., list[Hit]]) -> None:
    token = {
        "LEMMA": {"IN": ["be"]},
        "LENGTH": {">=": 1},
        "IS_TITLE": False,
        "POS": {"NOT_IN": ["NOUN"]},
        "OP": "?",
    }
    find("tokens", "The harbour is open.", {"patterns": [[token]], "triggers": ["be"]})
