"""``self``: the speaker speaks of themselves."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

ACQUITTED = [
    "I felt like an [[idiot]].",
    "Our defence was a [[joke]].",
    "Je suis un [[idiot]].",
    "I’m such an [[idiot]].",
]
GUILTY = [
    "He is an [[idiot]].",
    "I think that he is an [[idiot]].",
    "We met the president, an [[idiot]].",
    "I was there; an [[idiot]] spoke.",
    "I know, but an [[idiot]] spoke.",
]


@pytest.mark.parametrize("marked", ACQUITTED)
def test_it_acquits(marked: str, acquits: Callable[..., bool]) -> None:
    assert acquits("self", marked)


@pytest.mark.parametrize("marked", GUILTY)
def test_it_does_not_acquit(marked: str, acquits: Callable[..., bool]) -> None:
    assert not acquits("self", marked)
