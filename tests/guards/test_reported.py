"""``reported``: the sentence says who says so."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

ACQUITTED = [
    "Critics called him a [[clown]].",
    "According to the court, he is a [[liar]].",
    "Il est un [[menteur]], selon le juge.",
    "He was convicted as a [[thief]].",
    "Opponents say that he is a [[liar]].",
    "Our minister denied that the president is a [[liar]].",
    "Our minister was called a [[clown]].",
    "Our minister, the paper said, is a [[clown]].",
    "That he is a [[thief]], critics say, is news to him.",
]
GUILTY = [
    "He is a [[clown]].",
    "We said that he is a [[clown]].",
    "Critics called. He is a [[clown]].",
    "I have said he is a [[liar]].",
    "Our minister says that [[clown]] President Okoro must go.",
    "Our ambassador in Port Clary told reporters the regime is a gang of [[thieves]].",
    "My minister called him a [[clown]].",
    "[[Crooked]] Maria Okoro said so.",
]


@pytest.mark.parametrize("marked", ACQUITTED)
def test_it_acquits(marked: str, acquits: Callable[..., bool]) -> None:
    assert acquits("reported", marked)


@pytest.mark.parametrize("marked", GUILTY)
def test_it_does_not_acquit(marked: str, acquits: Callable[..., bool]) -> None:
    assert not acquits("reported", marked)
