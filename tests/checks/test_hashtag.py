"""``hashtag``: tags that nobody can read, that break off, that read two ways."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

    from postlint.model import Hit

MARKED: list[tuple[str, dict[str, Any]]] = [
    ("[[#canadianfilmnight]] and #CanadianFilmNight", {"fault": "run-together"}),
    ("#education #Halifax #NATO #COP30 #xqzwv #film_night", {"fault": "run-together"}),
    ("#canadaday", {"fault": "run-together", "allow": ["#canadaday"]}),
    ("#Canada's and [[#Covid-19]]", {"fault": "truncated"}),
    ("[[#Women's]] and [[#Women’s]]", {"fault": "truncated", "words": ["women"]}),
    ("#Women, #Women’ and #Women. Yes", {"fault": "truncated"}),
    ("[[#whorepresents]]", {"fault": "double-meaning", "words": ["whore"]}),
    ("#WhoRepresents #education", {"fault": "double-meaning", "words": ["whore", "cat"]}),
]


@pytest.mark.parametrize(("marked", "options"), MARKED, ids=str)
def test_it_marks(marked: str, options: dict[str, Any], marks: Callable[..., None]) -> None:
    marks("hashtag", marked, options)


def test_the_fix_shows_where_words_begin(find: Callable[..., list[Hit]]) -> None:
    hit = find("hashtag", "#canadianfilmnight", {"fault": "run-together"})[0]
    assert (hit.values["better"], hit.fixes[0].text) == ("#CanadianFilmNight",) * 2


def test_the_other_reading_is_told(find: Callable[..., list[Hit]]) -> None:
    options = {"fault": "double-meaning", "words": ["whore"]}
    assert find("hashtag", "#whorepresents", options)[0].values["reading"] == "whore presents"
