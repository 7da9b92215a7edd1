"""``quoted``: somebody else’s words."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

ACQUITTED: list[tuple[str, dict[str, Any]]] = [
    ("She called it “a [[joke]]”.", {}),
    ("« une [[blague]] »", {}),
    ("She called it “a [[joke]]”.", {"attributed": True}),
]
GUILTY: list[tuple[str, dict[str, Any]]] = [
    ("She called it a [[joke]].", {}),
    ("“Yes,” she said, a [[joke]].", {}),
    ("It was “a [[joke]]”.", {"attributed": True}),
    ("So [[“half” of]] it", {}),
]


@pytest.mark.parametrize(("marked", "options"), ACQUITTED, ids=str)
def test_it_acquits(marked: str, options: dict[str, Any], acquits: Callable[..., bool]) -> None:
    assert acquits("quoted", marked, options)


@pytest.mark.parametrize(("marked", "options"), GUILTY, ids=str)
def test_it_does_not_acquit(
    marked: str, options: dict[str, Any], acquits: Callable[..., bool]
) -> None:
    assert not acquits("quoted", marked, options)
