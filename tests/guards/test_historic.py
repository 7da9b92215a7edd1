"""``historic``: the past, told as past."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

ACQUITTED: list[tuple[str, dict[str, Any]]] = [
    ("In 1917 the [[explosion]] took the harbour.", {}),
    ("Two centuries ago [[Constantinople]] fell.", {}),
    ("The [[explosion]] of the 1990s.", {}),
    ("It was then called [[Peking]].", {}),
    ("The war is over. It was 1945. A [[bomb]] fell.", {"within": "post"}),
    ("La ville, autrefois [[Pékin]].", {}),
]
GUILTY: list[tuple[str, dict[str, Any]]] = [
    ("The [[explosion]] took the harbour today.", {}),
    ("It was 1945. A [[bomb]] fell.", {}),
    ("In 2026 a [[bomb]] fell.", {}),
    ("In 2023 a [[bomb]] fell.", {"years": 5}),
    ("Some 19450 [[bombs]].", {}),
]


@pytest.mark.parametrize(("marked", "options"), ACQUITTED, ids=str)
def test_it_acquits(marked: str, options: dict[str, Any], acquits: Callable[..., bool]) -> None:
    assert acquits("historic", marked, options)


@pytest.mark.parametrize(("marked", "options"), GUILTY, ids=str)
def test_it_does_not_acquit(
    marked: str, options: dict[str, Any], acquits: Callable[..., bool]
) -> None:
    assert not acquits("historic", marked, options)


def test_the_past_is_measured_from_the_schedule(acquits: Callable[..., bool]) -> None:
    text = "In 2026 a [[bomb]] fell."
    assert acquits("historic", text, publish_at="2031-01-01")
    assert not acquits("historic", text, publish_at="2026-12-01")
