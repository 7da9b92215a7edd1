"""A document: what a post looks like to checks and guards, and that asking is needing."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from postlint.document import Document
from postlint.model import Layer, Length, Parse
from postlint.posts import from_values
from postlint.spans import SourceMap, Span

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from postlint.model import Post

TEXT = "@ama Join us at https://example.gc.ca/jerk! Don’t be late. #OceansDay 🎉"


class Counting:
    """A grammar that counts how often it is asked."""

    def __init__(self) -> None:
        self.asked: list[str] = []

    def parse(self, text: str, sentences: Sequence[Span], layers: frozenset[Layer]) -> Parse:  # noqa: ARG002
        self.asked.append(text)
        return Parse((), ())


def test_nothing_is_parsed_before_it_is_asked(post: Callable[..., Post]) -> None:
    grammar = Counting()
    document = Document(post(TEXT), grammar)
    assert document.words
    assert document.targets
    assert document.length.used
    assert document.language == "en"
    assert grammar.asked == []
    assert (document.tokens, document.guessed_names) == ((), ())
    assert grammar.asked == [TEXT]


def test_no_word_is_found_in_a_link_or_handle(document: Callable[..., Document]) -> None:
    words = [word.of(TEXT) for word in document(TEXT).words]
    assert words == ["Join", "us", "at", "Don’t", "be", "late", "OceansDay"]
    assert "jerk" not in document(TEXT).folded
    assert "don't be late" in document(TEXT).folded


@pytest.mark.parametrize(
    ("text", "opening"),
    [
        ("We came.", 0),
        ("@ama We came.", 5),
        ("🎉 #Canada #OceansDay We came.", 21),
        ("#Canada", 1),
        ("", 0),
    ],
)
def test_the_opening_is_where_the_own_words_begin(
    text: str, opening: int, document: Callable[..., Document]
) -> None:
    assert document(text, media=["a.jpg"]).opening == opening


@pytest.mark.parametrize(
    ("front", "expected"),
    [
        ({}, "en"),
        ({"lang": "fr-CA"}, "fr"),
        ({"lang": "EN"}, "en"),
    ],
)
def test_the_language_is_as_declared(
    front: dict[str, str], expected: str, document: Callable[..., Document]
) -> None:
    assert document("The ferry leaves at noon.", **front).language == expected


def test_each_sentence_has_its_language(document: Callable[..., Document]) -> None:
    text = "The ferry leaves at noon from the old harbour. Nous sommes dans la ville avec vous."
    assert document(text).languages == ("en", "fr")
    assert document(text).language_at(text.index("ville")) == "fr"


@pytest.mark.parametrize(
    ("schedule", "asked", "today"),
    [
        ("2026-03-09", None, date(2026, 3, 9)),
        ("2026-03-09T23:30-05:00", None, date(2026, 3, 9)),
        ("2026-03-09", date(2026, 5, 1), date(2026, 5, 1)),
    ],
    ids=["schedule", "moment", "asked"],
)
def test_today_is_the_day_on_which_the_post_goes_out(
    schedule: str, asked: date | None, today: date, post: Callable[..., Post]
) -> None:
    found = Document(post("x", publish_at=schedule), Counting(), today=asked)
    assert found.today == today


def test_without_a_schedule_today_is_today(document: Callable[..., Document]) -> None:
    assert abs((document("x").today - date.today()).days) <= 1  # noqa: DTZ011


def test_sentences_hold_every_place(document: Callable[..., Document]) -> None:
    text = "One.  Two.\n\nThree."
    found = document(text)
    places = [found.sentence_at(offset).of(text).strip() for offset in range(len(text))]
    assert places == ["One."] * 6 + ["Two."] * 6 + ["Three."] * 6


def test_words_of_a_place(document: Callable[..., Document]) -> None:
    text = "One two three four"
    found = document(text)
    for start in range(len(text)):
        for end in range(start, len(text) + 1):
            place = Span(start, end)
            expected = tuple(word for word in found.words if place.covers(word))
            assert found.words_in(start, end) == expected


def test_an_empty_text_has_one_empty_sentence(document: Callable[..., Document]) -> None:
    found = document("", media=["a.jpg"])
    assert found.sentence_at(0) == Span(0, 0)
    assert found.length == Length(0, 280)
    assert found.language_at(0) == "en"


@given(st.text(max_size=80))
def test_views_keep_to_the_text(text: str) -> None:
    document = Document(from_values("x", {}, "draft.md"), Counting())
    document.text = text
    assert len(document.masked) == len(document.folded) == len(text)
    assert 0 <= document.opening <= len(text)
    for span in (*document.words, *document.sentences):
        assert 0 <= span.start < span.end <= len(text)
    for target in document.targets:
        assert target.span.end <= len(text)
    assert len(document.languages) == len(document.sentences)
    assert SourceMap.plain(text).position(len(text)).line == text.count("\n") + 1
