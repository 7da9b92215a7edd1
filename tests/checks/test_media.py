"""``media``: what the front matter says, or fails to say, of pictures."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

    from postlint.model import Hit

CASES: list[tuple[str, dict[str, Any], int]] = [
    ("no-alt", {"file": "a.jpg"}, 1),
    ("no-alt", {"file": "a.jpg", "alt": " "}, 1),
    ("no-alt", {"file": "a.jpg", "alt": "The harbour at dawn"}, 0),
    ("weak-alt", {"file": "a.jpg"}, 0),
    ("weak-alt", {"file": "a.jpg", "alt": "Photo"}, 1),
    ("weak-alt", {"file": "a.jpg", "alt": "Photo of the old harbour"}, 1),
    ("weak-alt", {"file": "a.jpg", "alt": "IMG_20261124_harbour.jpg"}, 1),
    ("weak-alt", {"file": "harbour-at-dawn.jpg", "alt": "harbour-at-dawn"}, 1),
    ("weak-alt", {"file": "a.jpg", "alt": "The old harbour at dawn"}, 0),
    ("long-alt", {"file": "a.jpg", "alt": "a" * 1001}, 1),
    ("long-alt", {"file": "a.jpg", "alt": "a" * 999}, 0),
    ("no-consent", {"file": "a.jpg", "alt": "Two children on a ferry"}, 1),
    ("no-consent", {"file": "a.jpg", "alt": "Two children", "consent": False}, 1),
    ("no-consent", {"file": "a.jpg", "alt": "Two children", "consent": True}, 0),
    ("no-consent", {"file": "a.jpg", "alt": "A ferry"}, 0),
    ("unlabelled-ai", {"file": "a.jpg", "generated": True}, 1),
    ("unlabelled-ai", {"file": "a.jpg", "generated": True, "alt": "AI-generated harbour"}, 0),
    ("unlabelled-ai", {"file": "a.jpg", "generated": False}, 0),
    ("unlabelled-ai", {"file": "a.jpg"}, 0),
]


@pytest.mark.parametrize(("fault", "media", "number"), CASES, ids=str)
def test_it_counts(
    fault: str, media: dict[str, Any], number: int, find: Callable[..., list[Hit]]
) -> None:
    options = {"fault": fault, "words": ["child", "children"]}
    hits = find("media", "The ferry.  ", options, media=[media])
    assert [(hit.span.start, hit.span.end) for hit in hits] == [(10, 10)] * number


def test_it_names_the_file(find: Callable[..., list[Hit]]) -> None:
    hits = find("media", "", {"fault": "no-alt"}, media=["a.jpg", "b.jpg"])
    assert [hit.values["file"] for hit in hits] == ["a.jpg", "b.jpg"]
