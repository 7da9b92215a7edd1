"""``capitals``: shouting, and what only looks like it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

    from postlint.model import Hit

OPTIONS: dict[str, Any] = {
    "small-words": ["the", "is", "not", "our", "now"],
    "allow": ["breaking"],
    "run": 3,
    "ordinary": 2,
}
MARKED: list[tuple[str, dict[str, Any]]] = [
    ("[[THIS IS NOT TRUE]] at all", {}),
    ("We say: [[STOP THE VIOLENCE, NOW]]!", {}),
    ("The UN, NATO, WHO, UNHCR and ICRC met", {}),
    ("UN NATO WHO UNHCR", {}),
    ("BREAKING NEWS: the ferry sails", {}),
    ("THE END. IS IT", {"run": 2}),
    ("one IS two THE three NOT four", {}),
    ("see HTTPS://EXAMPLE.ORG/THE/NOT/NOW", {}),
    ("", {}),
]


@pytest.mark.parametrize(("marked", "options"), MARKED, ids=str)
def test_it_marks(marked: str, options: dict[str, Any], marks: Callable[..., None]) -> None:
    marks("capitals", marked, OPTIONS | options, media=["a.jpg"])


def test_it_counts_the_words(find: Callable[..., list[Hit]]) -> None:
    assert find("capitals", "THIS IS NOT TRUE", OPTIONS)[0].values == {"count": "4"}
