"""``question``: the hit stands in a question."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

ACQUITTED = [
    "Is this a [[joke]]?",
    "“Is this a [[joke]]?”",
    "Est-ce une [[blague]] ?",
]
GUILTY = [
    "This is a [[joke]].",
    "Why? A [[joke]].",
]


@pytest.mark.parametrize("marked", ACQUITTED)
def test_it_acquits(marked: str, acquits: Callable[..., bool]) -> None:
    assert acquits("question", marked)


@pytest.mark.parametrize("marked", GUILTY)
def test_it_does_not_acquit(marked: str, acquits: Callable[..., bool]) -> None:
    assert not acquits("question", marked)
