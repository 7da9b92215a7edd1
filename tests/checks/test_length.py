"""``length``: longer than the platform takes."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

    from postlint.model import Hit

MARKED: list[tuple[str, dict[str, Any], dict[str, Any]]] = [
    ("a" * 280, {}, {}),
    ("one " + "a" * 276 + " [[end]]", {}, {}),
    ("漢" * 140, {}, {}),
    ("[[" + "漢" * 141 + "]]", {}, {}),
    ("a" * 281, {}, {"platform": "mastodon"}),
    ("a " * 120 + "[[end]]  ", {"share": 0.5}, {}),
    ("[[" + "🎉" * 141 + "]]", {}, {}),
]


@pytest.mark.parametrize(("marked", "options", "front"), MARKED, ids=lambda value: str(value)[-20:])
def test_it_marks(
    marked: str, options: dict[str, Any], front: dict[str, Any], marks: Callable[..., None]
) -> None:
    marks("length", marked, options, **front)


def test_it_tells_how_much(find: Callable[..., list[Hit]]) -> None:
    values = find("length", "a" * 290, {})[0].values
    assert values == {"used": "290", "limit": "280", "over": "10"}


def test_links_that_x_adds_itself_do_not_count(find: Callable[..., list[Hit]]) -> None:
    full = "a" * 279
    assert not find("length", f"{full} https://t.co/a1B2c3D4e5", {}, platform="x")
    assert find("length", f"{full} https://example.org/a", {}, platform="x")
    assert find("length", f"{full}aa https://t.co/a1B2c3D4e5", {}, platform="x")
