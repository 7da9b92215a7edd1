"""``decrease``: the bad thing fell, ended or was prevented."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

ACQUITTED = [
    "Measles [[deaths]] fell by half.",
    "No more [[deaths]] on this road.",
    "The floods are over. We saved the bridge. [[🎉]]",
    "Moins de [[morts]] sur les routes.",
]
GUILTY = [
    "Measles [[deaths]] rose by half.",
    "We saved the bridge. That was in May. Two [[deaths]] today.",
    "Two [[deaths]] in Fallowfield.",
]


@pytest.mark.parametrize("marked", ACQUITTED)
def test_it_acquits(marked: str, acquits: Callable[..., bool]) -> None:
    assert acquits("decrease", marked)


@pytest.mark.parametrize("marked", GUILTY)
def test_it_does_not_acquit(marked: str, acquits: Callable[..., bool]) -> None:
    assert not acquits("decrease", marked)
