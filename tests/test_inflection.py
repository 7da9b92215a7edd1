"""Word forms: what a pack means when it says ``forms: lemma``."""

from __future__ import annotations

import pytest

from postlint.inflection import phrase_forms, plural, word_forms

PLURALS = {
    "clown": "clowns",
    "jackass": "jackasses",
    "fox": "foxes",
    "leech": "leeches",
    "bully": "bullies",
    "donkey": "donkeys",
    "y": "ys",
}
FORMS = {
    "lie": {"lie", "lies", "lied", "lying"},
    "stop": {"stop", "stops", "stopped", "stopping"},
    "insult": {"insult", "insults", "insulted", "insulting"},
    "threaten": {"threaten", "threatens", "threatened", "threatening"},
    "bully": {"bully", "bullies", "bullied", "bullying"},
    "bribe": {"bribe", "bribes", "bribed", "bribing"},
    "play": {"play", "plays", "played", "playing"},
    "fix": {"fix", "fixes", "fixed", "fixing"},
    "child": {"child", "children"},
    "die": {"die", "dies", "died", "dying"},
    "e-mail": {"e-mail"},
    "🎉": {"🎉"},
}
PHRASES = {
    "fall short": {"falls short", "fell short", "fallen short", "falling short"},
    "war crime": {"war crime", "war crimes"},
    "a b": {"a b"},
}


@pytest.mark.parametrize("noun", PLURALS)
def test_plurals(noun: str) -> None:
    assert plural(noun) == PLURALS[noun]


@pytest.mark.parametrize("word", FORMS)
def test_a_word_has_its_forms(word: str) -> None:
    assert word_forms(word) == FORMS[word]


@pytest.mark.parametrize("phrase", PHRASES)
def test_a_phrase_bends_at_its_first_word_or_its_last(phrase: str) -> None:
    assert phrase_forms(phrase) >= PHRASES[phrase]


def test_a_phrase_never_bends_at_both_ends() -> None:
    assert "threw parties" not in phrase_forms("throw party")


@pytest.mark.parametrize("word", ["", "é", "a", "-", " "])
def test_odd_words_do_no_harm(word: str) -> None:
    assert word in word_forms(word)
    assert word in phrase_forms(word)
