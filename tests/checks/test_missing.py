"""``missing``: what a reader would need is not there."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

MARKED: list[tuple[str, dict[str, Any]]] = [
    ("[[We met the minister.]]", {"any-of": ["number"]}),
    ("We met 2 ministers.", {"any-of": ["number"]}),
    ("We met https://example.ca/2.", {"any-of": ["link"]}),
    ("[[We met https://example.ca/2.]]", {"any-of": ["number", "mention"]}),
    ("Join [[our event]] at the gallery", {"given": ["our event"], "any-of": ["day"]}),
    ("Join our event on Friday", {"given": ["our event"], "any-of": ["day"]}),
    ("Join us", {"given": ["our event"], "any-of": ["day"]}),
    ("Join us at 7 p.m.", {"any-of": ["time"]}),
    ("[[Join us at seven]]", {"any-of": ["time"]}),
    ("Do you know?", {"any-of": ["question"]}),
    ("We met Ama", {"any-of": ["name"]}),
    ("“Yes,” we said", {"any-of": ["quotation"]}),
    ("We", {"any-of": ["first-or-second-person"]}),
    ("[[The mission]]", {"any-of": ["first-or-second-person"]}),
    ("[[The mission]]", {"words": ["visa (office|desk)"]}),
    ("The visa desk", {"words": ["visa (office|desk)"]}),
    ("The mission", {"any-of": ["media"], "at-least": 3}),
    ("#Yes 🎉!", {"any-of": ["hashtag", "emoji", "exclamation"]}),
]


@pytest.mark.parametrize(("marked", "options"), MARKED, ids=str)
def test_it_marks(marked: str, options: dict[str, Any], marks: Callable[..., None]) -> None:
    marks("missing", marked, options)


def test_a_picture_is_enough(marks: Callable[..., None]) -> None:
    marks("missing", "The mission", {"any-of": ["media"]}, media=["a.jpg"])


def test_it_needs_something_to_miss(refuses: Callable[..., None]) -> None:
    refuses("missing", "say what may be missing", {"given": ["a"]})
