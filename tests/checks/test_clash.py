"""``clash``: what does not go together, and how close is too close."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

    from postlint.model import Hit

OPTIONS: dict[str, Any] = {"words": ["🎉", "happy"], "beside": ["died", "May"]}
MARKED: list[tuple[str, dict[str, Any]]] = [
    ("Two sailors died [[🎉]]", {}),
    ("[[Happy]] day, two died", {}),
    ("Two died. We are happy.", {}),
    ("Two died. We are [[happy]].", {"within": "neighbours"}),
    ("Two died. The sea was calm. We are happy.", {"within": "neighbours"}),
    ("Two died. The sea was calm. We are [[happy]].", {"within": "post"}),
    ("happy is one who saw that two died", {"gap": 3}),
    ("[[happy]] two died", {"gap": 3}),
    ("two died [[happy]]", {"order": "beside"}),
    ("happy two died", {"order": "beside"}),
    ("[[happy]] two died", {"order": "words"}),
    ("[[happy]] in May", {"case": True}),
    ("Ana is happy in may, says Ana", {"case": True}),
    ("We are happy.", {}),
]


@pytest.mark.parametrize(("marked", "options"), MARKED, ids=str)
def test_it_marks(marked: str, options: dict[str, Any], marks: Callable[..., None]) -> None:
    marks("clash", marked, OPTIONS | options)


def test_it_names_the_nearest(find: Callable[..., list[Hit]]) -> None:
    hit = find("clash", "Two died in May 🎉", OPTIONS)[0]
    assert hit.values == {"beside": "May"}
