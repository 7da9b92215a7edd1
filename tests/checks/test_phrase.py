"""``phrase``: listed words, where the rule looks for them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

WORDS = {"words": ["proud", "(very|) first ever", "thread"]}
MARKED: list[tuple[str, dict[str, Any]]] = [
    ("We are [[proud]] and [[PROUD]].", {}),
    ("Proudly, prouder, house-proud", {}),
    ("The [[very first ever]] and the [[first\u00a0ever]]", {}),
    ("See https://example.org/proud or @proud", {}),
    ("#[[proud]]", {}),
    ("We are [[prouds]].", {"forms": "lemma"}),
    ("We are [[proud]], PROUD, Proud", {"case": True}),
    ("@ama 🎉 [[Proud]] to be here, so proud", {"where": "start"}),
    ("Here, proud", {"where": "start"}),
    ("We came, [[proud]] of one another, and went away proud", {"where": "opening", "within": 3}),
    ("Who is [[proud]]? #Canada https://example.org 🎉", {"where": "end"}),
    ("Proud we are", {"where": "end"}),
    ("[[Proud]] we are. [[Proud]] indeed, not proud", {"where": "sentence-start"}),
    ("@ama [[Thread]] #Canada 🎉", {"where": "alone"}),
    ("Thread on ferries", {"where": "alone"}),
    ("", {}),
]


@pytest.mark.parametrize(("marked", "options"), MARKED, ids=str)
def test_it_marks(marked: str, options: dict[str, Any], marks: Callable[..., None]) -> None:
    marks("phrase", marked, WORDS | options, media=["a.jpg"])
