from __future__ import annotations

import time
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from postlint.prose import language, may_mix, sentence_languages, sentences, words

TEXTS = st.lists(
    st.one_of(
        st.text(max_size=6),
        st.sampled_from(
            [" ", "\n", "\r\n", "\u2029", ".", "…", "!", "?!", "”", "« ", "\u00a0»", "🎉"]
        ),
        st.sampled_from(
            ["Dr", "U.S", "No", "The", "we", "#tag", "https://a.ca", "- ", "1. ", ":)"]
        ),
    ),
    max_size=40,
).map("".join)


@pytest.mark.parametrize(
    "expected",
    [
        pytest.param(["One.", "Two!", "Three?"], id="plain"),
        pytest.param(["Mr. Okoro met Dr. Roe at St. John.", "It rained."], id="titles"),
        pytest.param(["We live in the U.S. Embassy."], id="initials-go-on"),
        pytest.param(["We live in the U.S.", "The rent is low."], id="initials-end"),
        pytest.param(["Doors open at 5 p.m. Monday.", "Come!"], id="afternoon"),
        pytest.param(["J. K. Roe spoke.", "Then we ate."], id="initials-of-a-name"),
        pytest.param(["It cost $3.5 million.", "See No. 5."], id="decimals-and-numbers"),
        pytest.param(["No.", "We will not."], id="no-without-number"),
        pytest.param(["It ended on St. John St.", "We left."], id="saint-and-street"),
        pytest.param(["Well… maybe.", "Wait...", "What?!"], id="ellipses"),
        pytest.param(["She said “We won.”", "He left."], id="stop-in-quotes"),
        pytest.param(["“Why?” he asked.", "Nobody knew."], id="question-within"),
        pytest.param(["(It rained.)", "We stayed."], id="brackets"),
        pytest.param(["« Bonjour. »", "M. Roe est là."], id="french-quotes"),
        pytest.param(["Venez !", "Nous serons là, p. ex. demain.", "Et vous ?"], id="french-space"),
        pytest.param(["We signed! 🎉🇨🇦", "Thank you."], id="emoji-after-stop"),
        pytest.param(["We won 🎉", "Thank you all"], id="emoji-for-stop"),
        pytest.param(["We ❤️ Freedonia."], id="emoji-within"),
        pytest.param(["We agreed. #Peace #Trade https://a.ca/b"], id="tags-end-the-line"),
        pytest.param(["Happy New Year! #Peace @envoy https://a.ca/b"], id="handles-too"),
        pytest.param(["We met @envoy.", "#Peace is near."], id="tag-opens"),
        pytest.param(["Great news. :)", "See you."], id="smiley"),
        pytest.param(["これは文です。", "次の文！"], id="wide-stops"),
    ],
)
def test_sentences_on_a_line(expected: list[str]) -> None:
    joiner = "" if expected[0].endswith("。") else " "
    text = joiner.join(expected)
    assert [span.of(text) for span in sentences(text)] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("A title\n\nthen text", ["A title", "then text"], id="blank-line"),
        pytest.param("a line that\ngoes on", ["a line that\ngoes on"], id="wrapped"),
        pytest.param("We say:\nhello", ["We say:", "hello"], id="colon"),
        pytest.param("Ottawa,\nCanada", ["Ottawa,\nCanada"], id="comma"),
        pytest.param("A title\nA line", ["A title", "A line"], id="capital"),
        pytest.param("three:\n- one\n- two", ["three:", "- one", "- two"], id="bullets"),
        pytest.param("1. One\n2. Two", ["1. One", "2. Two"], id="numbered"),
        pytest.param("a line\n🇨🇦 another", ["a line", "🇨🇦 another"], id="emoji-bullet"),
        pytest.param("a line\n#a #b", ["a line", "#a #b"], id="line-of-tags"),
        pytest.param("One.\r\nTwo.", ["One.", "Two."], id="windows"),
        pytest.param("Thank you, Dr.\nRoe", ["Thank you, Dr.", "Roe"], id="capital-after-title"),
    ],
)
def test_sentences_on_lines(text: str, expected: list[str]) -> None:
    assert [span.of(text) for span in sentences(text)] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("It doesn't, we’re", ["It", "doesn't", "we’re"], id="apostrophes"),
        pytest.param("well-known - or not", ["well-known", "or", "not"], id="hyphens"),
        pytest.param("1,500 of 3.5 at 14:30.", ["1,500", "of", "3.5", "at", "14:30"], id="numbers"),
        pytest.param("the U.S. and a.m.", ["the", "U.S", "and", "a.m"], id="initials"),
        pytest.param("l’Orée du e\u0301te\u0301", ["l’Orée", "du", "e\u0301te\u0301"], id="marks"),
        pytest.param("हिन्दी में", ["हिन्दी", "में"], id="devanagari"),
        pytest.param("#TeamTrade @a_b 50%", ["TeamTrade", "a", "b", "50"], id="signs"),
        pytest.param("“quoted” 'word'", ["quoted", "word"], id="quotes"),
        pytest.param("end.Next", ["end", "Next"], id="missing-space"),
    ],
)
def test_words(text: str, expected: list[str]) -> None:
    assert [span.of(text) for span in words(text)] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("We are very happy to be here in the capital.", "en", id="english"),
        pytest.param("Nous sommes très heureux d’être dans la capitale.", "fr", id="french"),
        pytest.param("Merci beaucoup à tous !", "fr", id="short-french"),
        pytest.param("Estamos muy contentos de estar aquí con ustedes hoy.", "es", id="spanish"),
        pytest.param("Estamos muito felizes por estar aqui com vocês hoje.", "pt", id="portuguese"),
        pytest.param("Wir freuen uns, heute in der Hauptstadt zu sein.", "de", id="german"),
        pytest.param("Siamo molto felici di essere qui con voi oggi.", "it", id="italian"),
        pytest.param("We zijn blij om vandaag bij jullie te zijn in het land.", "nl", id="dutch"),
        pytest.param("نحن سعداء بوجودنا هنا", "und", id="arabic"),
        pytest.param("Мы рады быть здесь", "und", id="cyrillic"),
        pytest.param("ここに来られて嬉しいです", "und", id="japanese"),
        pytest.param("Bravo!", "xx", id="too-short"),
        pytest.param("Montréal – Québec – Trois-Rivières", "xx", id="names-alone"),
        pytest.param("", "xx", id="empty"),
    ],
)
def test_language(text: str, expected: str) -> None:
    assert language(text, "xx") == expected


def test_language_of_each_sentence() -> None:
    text = "We are so happy to see you. Nous sommes ravis de vous voir ! Bravo!"
    assert sentence_languages(text, "en") == ("en", "fr", "en")


@given(TEXTS)
def test_sentences_cover_all_that_is_no_space(text: str) -> None:
    spans = sentences(text)
    assert all(a.end <= b.start for a, b in pairwise(spans))
    assert all(span.of(text) == span.of(text).strip() != "" for span in spans)
    inside = "".join(span.of(text) for span in spans)
    assert [c for c in inside if not c.isspace()] == [c for c in text if not c.isspace()]
    assert len(sentence_languages(text)) == len(spans)


@given(TEXTS)
def test_words_are_apart_and_hold_a_letter_or_digit(text: str) -> None:
    spans = words(text)
    assert all(a.end <= b.start for a, b in pairwise(spans))
    assert all(any(c.isalnum() for c in span.of(text)) for span in spans)


@pytest.mark.parametrize(
    "piece",
    ["a", "a. ", ". #a", ".#a ", ". http://a", "\n", " \n", "- \n", "«", ". «", "A.", "a'", "a-",
     "🎉", "🎉 ", ".🎉 ", "\ufffc", ". \ufffc", "1.", "é", "e\u0301", "! ", "…", ":) ", ".:) ",
     "." + 400 * "\ufffc" + " x"],
)  # fmt: skip
def test_time_is_linear(piece: str) -> None:
    text = (piece * 20_000)[:20_000]
    begin = time.perf_counter()
    sentences(text)
    words(text)
    language(text)
    assert time.perf_counter() - begin < 2


@pytest.mark.parametrize(
    "text",
    [
        "Chargé d'affaires Okoro is a jerk.",
        "Été – President Okoro is a jerk.",
        "A coup d’état in Freedonia.",
    ],
)
def test_a_loan_does_not_make_a_sentence_french(text: str) -> None:
    assert language(text) == "en"


MIXED = (
    "We are in Halifax with the students.",
    "Nous sommes à Halifax avec les étudiants.",
    "The tide is out!",
    "La marée est basse, et le port est calme.",
    "Wir sind in Halifax, und das Meer ist kalt.",
    "NATO OTAN.",
    "Мы в Галифаксе.",
    "l’été, c’est d’abord la mer.",
    "OK?",
)


@given(st.lists(st.sampled_from(MIXED), min_size=1, max_size=4).map(" ".join))
def test_where_no_language_may_mix_each_sentence_is_of_the_texts(text: str) -> None:
    own = language(text)
    if not may_mix(text, own):
        assert set(sentence_languages(text, own)) <= {own}
