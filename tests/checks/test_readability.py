"""``readability``: hard to read, and never said of a short post."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

    from postlint.model import Hit

HARD = (
    "The implementation of multilateral institutional capacity considerations necessitates "
    "comprehensive interdepartmental coordination of administrative responsibilities. "
    "Notwithstanding organisational complexity, international partners collaboratively "
    "operationalise transformational sustainability recommendations, acknowledging "
    "jurisdictional particularities and intergovernmental accountability requirements."
)
EASY = "The sea is big. We go to the sea. We see the fish. They are so big. " * 3


@pytest.mark.parametrize(
    ("text", "options", "number"),
    [
        (HARD, {"metric": "flesch_reading_ease", "below": 30}, 1),
        (EASY, {"metric": "flesch_reading_ease", "below": 30}, 0),
        (HARD, {"metric": "gunning_fog", "above": 12}, 1),
        (EASY, {"metric": "gunning_fog", "above": 12}, 0),
        ("Interdepartmental considerations.", {"metric": "gunning_fog", "above": 1}, 0),
        ("", {"metric": "gunning_fog", "above": 1}, 0),
    ],
    ids=str,
)
def test_it_marks_the_whole_text(
    text: str, options: dict[str, Any], number: int, find: Callable[..., list[Hit]]
) -> None:
    hits = find("readability", text, options, media=["a.jpg"])
    assert [hit.span.start for hit in hits] == [0] * number
    assert all(hit.values["score"].lstrip("-").isdigit() for hit in hits)


def test_it_needs_a_bound(refuses: Callable[..., None]) -> None:
    refuses("readability", "say “above” or “below”", {"metric": "gunning_fog"})
