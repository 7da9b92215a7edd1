"""``near``: other words close by."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

ACQUITTED: list[tuple[str, dict[str, Any]]] = [
    ("They [[destroyed]] us in the final.", {"words": ["final"]}),
    ("The final! They [[destroyed]] us.", {"words": ["final"], "within": "neighbours"}),
    ("A final. Rain. Sun. They [[destroyed]] us.", {"words": ["final"], "within": "post"}),
    ("a funny [[joke]]", {"words": ["funny"], "within": "before"}),
    ("a [[joke]] of ours", {"words": ["of ours"], "within": "after"}),
    ("no [[joke]]", {"words": ["no joke"], "within": "over"}),
    ("an inside [[joke]] among us all here", {"words": ["inside"], "within": "beside"}),
    ("They [[destroyed]] us 6-1", {"patterns": ["[0-9]-[0-9]"]}),
    ("They [[destroyed]] our goalkeepers", {"words": ["goalkeeper"], "forms": "lemma"}),
    ("They [[destroyed]] us in the\nfinal", {"words": ["the final"]}),
]
GUILTY: list[tuple[str, dict[str, Any]]] = [
    ("They [[destroyed]] the bridge.", {"words": ["final"]}),
    ("The [[final]] word.", {"words": ["final"]}),
    ("The final! They [[destroyed]] us.", {"words": ["final"]}),
    ("A final. Rain. They [[destroyed]] us.", {"words": ["final"], "within": "neighbours"}),
    ("a [[joke]] so funny", {"words": ["funny"], "within": "before"}),
    ("funny a [[joke]]", {"words": ["funny"], "within": "after"}),
    ("funny one two three [[joke]]", {"words": ["funny"], "within": "before"}),
    ("no one [[joke]]", {"words": ["no joke"], "within": "over"}),
    ("They [[destroyed]] us https://a.ca/final", {"words": ["final"]}),
]


@pytest.mark.parametrize(("marked", "options"), ACQUITTED, ids=str)
def test_it_acquits(marked: str, options: dict[str, Any], acquits: Callable[..., bool]) -> None:
    assert acquits("near", marked, options)


@pytest.mark.parametrize(("marked", "options"), GUILTY, ids=str)
def test_it_does_not_acquit(
    marked: str, options: dict[str, Any], acquits: Callable[..., bool]
) -> None:
    assert not acquits("near", marked, options)


@pytest.mark.parametrize("options", [{}, {"words": []}])
def test_it_needs_something_to_look_for(
    options: dict[str, Any], acquits: Callable[..., bool]
) -> None:
    with pytest.raises(ValueError, match="say “words” or “patterns”"):
        acquits("near", "a [[b]]", options)


def test_a_bad_pattern_is_refused(acquits: Callable[..., bool]) -> None:
    with pytest.raises(ValueError, match="is not a pattern"):
        acquits("near", "a [[b]]", {"patterns": ["("]})
