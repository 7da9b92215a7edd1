"""``repeat``: the the same word twice."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

    from postlint.model import Hit

MARKED: list[tuple[str, dict[str, Any]]] = [
    ("We met [[the the]] minister", {}),
    ("We met [[The the]] minister", {}),
    ("had had", {"allow": ["had"]}),
    ("[[had had]], very very", {"words": ["had"]}),
    ("Bye, bye; no. No", {}),
    ("2 2", {}),
    ("the\nthe", {}),
]


@pytest.mark.parametrize(("marked", "options"), MARKED, ids=str)
def test_it_marks(marked: str, options: dict[str, Any], marks: Callable[..., None]) -> None:
    marks("repeat", marked, options)


def test_the_fix_takes_one_away(find: Callable[..., list[Hit]]) -> None:
    text = "We met the the minister"
    fix = find("repeat", text, {"words": ["the"]})[0].fixes[0]
    assert text[: fix.span.start] + fix.text + text[fix.span.end :] == "We met the minister"
    assert fix.safe
