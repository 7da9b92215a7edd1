"""A page about a rule: marks under the words, and front matter said in words."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from postlint.cli.cases import case_of, setting
from postlint.cli.marking import OFF, RED, marked
from postlint.model import Example
from postlint.spans import Span

MARKED = {
    "a word": ("A weak day", [(2, 6)], ["A weak day", "  ^^^^"]),
    "nothing": ("A day", [], ["A day"]),
    "two words": ("bad and weak", [(0, 3), (8, 12)], ["bad and weak", "^^^     ^^^^"]),
    "wide signs": ("日本 weak", [(3, 7)], ["日本 weak", "     ^^^^"]),
    "over a break": (
        "The train from Halifax to Vancouver",
        [(10, 25)],
        ["The train from Halifax", "          ^^^^^^^^^^^^", "to Vancouver", "^^"],
    ),
    "the end": ("Come", [(4, 4)], ["Come", "    ^"]),
    "the beginning": ("Come", [(0, 0)], ["Come", "^"]),
    "a new line": ("One.\nTwo.", [(5, 8)], ["One.", "Two.", "^^^"]),
    "no blanks": ("会議が終わりました会議が終", [], ["会議が終わりました会議", "が終"]),
    "an address": ("https://example.org/long/long", [], ["https://example.org/long/long"]),
    "hidden": ("a\u202eb", [(1, 2)], ["a<U+202E>b", " ^^^^^^^^"]),
}


@pytest.mark.parametrize("name", MARKED)
def test_marks_stand_under_their_words(name: str) -> None:
    text, spans, lines = MARKED[name]
    assert list(marked(text, [Span(*span) for span in spans], 23)) == lines


def test_marks_stay_where_there_is_colour_too() -> None:
    assert list(marked("A weak day", [Span(2, 6)], 40, color=True)) == [
        f"A {RED}weak{OFF} day",
        "  ^^^^",
    ]


@given(st.text(st.sampled_from("ab \n日🎉"), max_size=60), st.integers(0, 30), st.integers(1, 9))
def test_no_word_is_lost(text: str, start: int, size: int) -> None:
    span = Span(min(start, len(text)), min(start + size, len(text)))
    lines = [line for line in marked(text, [span], 10) if set(line) - set(" ^") or not line]
    assert "".join("".join(lines).split()) == "".join(text.split())


SETTINGS: dict[str, dict[str, Any]] = {
    "On X and Bluesky": {"platform": ["x", "bluesky"]},
    "From a personal account; in reply to @ana": {"account": "personal", "reply_to": "@ana"},
    "Goes out Tuesday 24 November 2026": {"publish_at": date(2026, 11, 24)},
    "Goes out Tuesday 24 November 2026, 14:30": {"publish_at": "2026-11-24T14:30"},
    "Under embargo until Tuesday 24 November 2026, 14:30 UTC": {
        "embargo_until": datetime(2026, 11, 24, 14, 30, tzinfo=UTC)
    },
    "With a.jpg, not described": {"media": [{"file": "a.jpg"}]},
    "With a.jpg, described as “Two curlers”, taken on Sunday 1 March 2026": {
        "media": [{"file": "a.jpg", "alt": "Two curlers", "taken": date(2026, 3, 1)}]
    },
    "Every post must come in en and fr": {"bilingual": ["en", "fr"]},
    "As an error": {"severity": "error"},
    "The mission knows: source: Programme; figures: subject grants or prizes, value 25": {
        "facts": {
            "source": "Programme",
            "figures": [{"subject": ["grants", "prizes"], "value": 25}],
        }
    },
    "": {"queue": ["Before."]},
}


@pytest.mark.parametrize("said", SETTINGS)
def test_front_matter_is_said_in_words(said: str) -> None:
    assert setting(SETTINGS[said]) == said


def test_a_queue_is_posts() -> None:
    case = case_of(Example("Now.", (), {"queue": ["One.", {"text": "Two.", "lang": "fr"}]}))
    assert [(each.setting, each.text) for each in case.before] == [
        ("", "One."),
        ("In French", "Two."),
    ]
