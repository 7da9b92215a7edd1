"""``mention``: a word that is spoken about, not used."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

ACQUITTED = [
    "The word [[idiot]] comes from Greek.",
    "The term “[[idiot]]” is old.",
    "We never say ‘[[idiot]]’.",
    "[[Idiot]] means a private person.",
    "How do you spell [[idiot]]?",
    "Le mot « [[idiot]] » vient du grec.",
]
GUILTY = [
    "He is an [[idiot]].",
    "In a word, he is an [[idiot]].",
    "“He is an [[idiot]],” she said.",
    "She keeps her word. [[Idiot]]!",
]


@pytest.mark.parametrize("marked", ACQUITTED)
def test_it_acquits(marked: str, acquits: Callable[..., bool]) -> None:
    assert acquits("mention", marked)


@pytest.mark.parametrize("marked", GUILTY)
def test_it_does_not_acquit(marked: str, acquits: Callable[..., bool]) -> None:
    assert not acquits("mention", marked)
