from __future__ import annotations

import socket
import subprocess
import sys
from typing import NoReturn

import pytest
from hypothesis import given
from hypothesis import strategies as st

from postlint.readability import METRICS, measure, syllables

PLAIN = "The dog sat on the mat. It was a big dog. The sun was hot. We ate a lot of ice. " * 2
HARD = (
    "Notwithstanding considerable institutional complexity, international organisations"
    " increasingly coordinate multilateral humanitarian interventions. Subsequently,"
    " governmental representatives negotiate comprehensive administrative arrangements,"
    " facilitating interdepartmental communication and accountability across jurisdictions."
    " Unfortunately, disproportionate documentation requirements habitually discourage"
    " participation."
)
FRENCH = (
    "Nous sommes très heureux de vous voir ici ce matin. Le soleil brille sur la ville et les"
    " enfants jouent dans la rue. Merci à toutes les personnes qui ont fait ce beau travail."
)


def test_plain_reads_easier_than_hard() -> None:
    plain, hard = measure(PLAIN, "en"), measure(HARD, "en")
    for name in ("flesch_kincaid_grade", "gunning_fog", "coleman_liau_index", "lix"):
        assert (plain[name] or 0) < (hard[name] or 0)
    assert (plain["flesch_reading_ease"] or 0) > 90
    assert (hard["flesch_reading_ease"] or 99) < 20


def test_flesch_by_hand() -> None:
    # Eight sentences of words of one syllable.
    words = len(PLAIN.split())
    expected = 206.835 - 1.015 * words / 8 - 84.6
    assert measure(PLAIN, "en")["flesch_reading_ease"] == pytest.approx(expected, abs=0.06)


def test_a_score_is_reckoned_when_it_is_asked_for(monkeypatch: pytest.MonkeyPatch) -> None:
    formulas = {"gunning_fog": lambda text: float(text.count("."))}  # asks for no other
    monkeypatch.setattr("postlint.readability._formulas", lambda: formulas)
    found = measure(PLAIN, "en")
    assert found["gunning_fog"] == PLAIN.count(".")
    assert found["kandel_moles"] is None
    assert list(found) == list(METRICS)


def test_french_has_its_own_formula() -> None:
    found = measure(FRENCH, "fr")
    assert found["flesch_reading_ease"] is None
    assert 70 < (found["kandel_moles"] or 0) < 110
    assert found["lix"] is not None


def test_kandel_moles_by_hand() -> None:
    text = "Le chat dort sur le lit du roi. " * 4  # eight words of one syllable each
    assert measure(text, "fr")["kandel_moles"] == pytest.approx(207 - 1.015 * 8 - 73.6, abs=0.06)


@pytest.mark.parametrize(
    ("text", "language"),
    [
        pytest.param("Too short to say. Really.", "en", id="few-words"),
        pytest.param("word " * 40, "en", id="one-sentence"),
        pytest.param(PLAIN, "de", id="no-formula"),
        pytest.param("", "en", id="empty"),
    ],
)
def test_abstains(text: str, language: str) -> None:
    assert measure(text, language) == dict.fromkeys(METRICS)


def test_short_sentences_join_their_neighbour() -> None:
    assert measure(PLAIN + "Thank you! Bravo!", "en") == measure(
        PLAIN.strip()[:-1] + " Thank you Bravo!", "en"
    )


ENGLISH = {
    1: ["the", "made", "walked", "don't", "can’t", "strength", "league", "through", "eyes"],
    2: ["trying", "being", "didn't", "changes", "lion", "statement", "hopeful", "issue", "table"],
    3: ["government", "Canada's", "invited", "serious", "period", "continue", "well-paying"],
    4: ["community", "Canadian", "information", "responsible", "actually"],
}
FRENCH_WORDS = {
    1: ["le", "rue", "monde", "viennent", "que", "août", "notre", "disent", "peuvent"],
    2: ["petites", "années", "étaient", "souvent", "pays", "client", "voyage", "réel", "maïs"],
    3: ["création", "président", "aujourd’hui", "célébrer", "ouvrier", "l’émission"],
    4: ["gouvernement", "communauté", "européen", "économie", "anniversaire"],
}


def test_hashtags_are_no_words() -> None:
    assert measure(PLAIN + "#International #Communication", "en") == measure(PLAIN, "en")


@pytest.mark.parametrize(
    ("word", "language", "expected"),
    [
        pytest.param(word, language, expected, id=f"{language}-{word}")
        for language, table in (("en", ENGLISH), ("fr", FRENCH_WORDS))
        for expected, listed in table.items()
        for word in listed
    ],
)
def test_syllables(word: str, language: str, expected: int) -> None:
    assert syllables(word, language) == expected


@given(st.text(), st.sampled_from(["en", "fr"]))
def test_every_word_has_a_syllable(word: str, language: str) -> None:
    assert syllables(word, language) >= 1


@given(st.text(), st.sampled_from(["en", "fr", "und"]))
def test_any_text(text: str, language: str) -> None:
    assert set(measure(text, language)) == set(METRICS)


def test_opens_no_socket(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> NoReturn:
        pytest.fail("a socket was opened")

    monkeypatch.setattr(socket, "socket", refuse)
    assert measure(HARD, "en")["flesch_reading_ease"] is not None


@pytest.mark.parametrize("first", ["", "import nltk, textstat"], ids=["alone", "after-nltk"])
def test_downloads_nothing_and_leaves_others_alone(first: str) -> None:
    program = f"""
import sys
{first}
before = {{name: sys.modules.get(name) for name in ("nltk", "nltk.corpus", "pyphen")}}
if before["nltk"]:
    before["nltk"].download = None  # a call of it raises TypeError
from postlint.readability import measure
assert measure({HARD!r}, "en")["gunning_fog"] > 10
assert before == {{name: sys.modules.get(name) for name in before}}
"""
    subprocess.run([sys.executable, "-W", "ignore", "-c", program], check=True)  # noqa: S603
