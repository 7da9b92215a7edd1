"""``quotation``: quoted, but by whom?"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

MARKED: list[tuple[str, dict[str, Any]]] = [
    ("[[“The sea is where our story begins.”]]", {}),
    ("“The sea is where our story begins,” the minister said.", {}),
    ("“The sea is where our story begins.” — Ama Mensah", {}),
    ("A “very good” day", {}),
    ("A [[“very good”]] day", {"words": 2}),
]


@pytest.mark.parametrize(("marked", "options"), MARKED, ids=str)
def test_it_marks(marked: str, options: dict[str, Any], marks: Callable[..., None]) -> None:
    marks("quotation", marked, options)
