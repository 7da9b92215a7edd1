"""``count``: too many, too few, too dense."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

    from postlint.model import Hit

MARKED: list[tuple[str, dict[str, Any]]] = [
    ("#one #two #three", {"of": "hashtags", "above": 3}),
    ("#one #two [[#three #four]]", {"of": "hashtags", "above": 2}),
    ("#one #two [[#three]]", {"of": "hashtags", "above": {"x": 2, "default": 9}}),
    ("#one #two #three", {"of": "hashtags", "above": {"linkedin": 2}}),
    ("#a #A #b", {"of": "hashtags", "above": 2, "distinct": True}),
    ("@a1 @b1 [[@c1]] hi", {"of": "mentions", "above": 2}),
    ("https://a.ca [[https://b.ca]]", {"of": "links", "above": 1}),
    ("🎉 👍🏽 [[👩‍👩‍👧‍👦]]", {"of": "emoji", "above": 2}),
    ("🇨🇦🇺🇦 🎉", {"of": "emoji", "above": 2}),
    ("Go! Go! Go[[!]] Stay.", {"of": "exclamations", "above": 2}),
    ("Who? What[[?]]", {"of": "questions", "above": 1}),
    ("one two [[three four]]", {"of": "words", "above": 2}),
    ("[[one two]]", {"of": "words", "below": 3}),
    ("One two. [[Three four five six]].", {"of": "sentence-words", "above": 3}),
    ("a, b, c, d, e, f", {"of": "sentence-words", "above": 3, "commas": 2}),
    ("one two\n[[three four five]]\n", {"of": "paragraph-words", "above": 2}),
    ("robust, [[vibrant]]", {"of": "listed", "above": 1}),
    ("a [[robust and vibrant]] plan", {"of": "listed", "share": 0.3}),
    ("robust", {"of": "listed", "share": 0.3}),
    ("robust and vibrant plans for the old ferry", {"of": "listed", "share": 0.3}),
    ("robust, robust", {"of": "listed", "above": 1, "distinct": True}),
]


@pytest.mark.parametrize(("marked", "options"), MARKED, ids=str)
def test_it_marks(marked: str, options: dict[str, Any], marks: Callable[..., None]) -> None:
    words = {"words": ["robust", "vibrant"]} if options["of"] == "listed" else {}
    marks("count", marked, options | words)


def test_it_tells_count_and_limit(find: Callable[..., list[Hit]]) -> None:
    hit = find("count", "#a #b #c", {"of": "hashtags", "above": 1})[0]
    assert hit.values == {"count": "3", "limit": "1", "things": "#a, #b, #c"}


@pytest.mark.parametrize(
    ("options", "problem"),
    [
        ({"of": "words"}, "say “above”"),
        ({"of": "listed", "above": 1}, "needs “words”"),
        ({"of": "listed", "words": ["a"], "below": 1}, "use “missing”"),
    ],
    ids=str,
)
def test_it_refuses(options: dict[str, Any], problem: str, refuses: Callable[..., None]) -> None:
    refuses("count", problem, options)
