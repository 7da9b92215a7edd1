"""Whom a judging word concerns: each construction, and what only looks like it."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

import pytest

from postlint.checks import remark
from postlint.lexicon import Lexicon
from postlint.linter import open_document
from postlint.model import Post, Severity
from postlint.spans import SourceMap

if TYPE_CHECKING:
    from postlint.document import Document
    from postlint.model import Hit

OPTIONS = {
    "words": ["clown", "liar", "coward", "clueless", "pathetic", "crooked", "weak"],
    "predicates": ["joke", "disaster", "child"],
    "verbs": ["lie", "grovel"],
    "faults": ["lies", "hypocrisy", "terrible job", "incompetence"],
    "forms": "lemma",
    "about": ["leader", "official", "state", "people", "institution", "person"],
}
FINDER = remark.compile(OPTIONS)
WORDS = Lexicon(FINDER.literals)


def hits(document: Document) -> list[Hit]:
    return list(FINDER.find(document, list(WORDS.find(document.folded))))


def remarks(text: str) -> list[tuple[str, str]]:
    document = open_document(Post(text=text, source="-", positions=SourceMap.plain(text, 1)))
    return [(hit.span.of(text), dict(hit.values)["target"]) for hit in hits(document)]


@pytest.mark.parametrize(
    ("text", "remark_of"),
    [
        pytest.param("President Okoro is a clown.", ("clown", "President Okoro"), id="copula"),
        pytest.param(
            "President Okoro is such a complete liar.", ("liar", "President Okoro"), id="fillers"
        ),
        pytest.param(
            "The Foreign Minister of Ruritania seems clueless.",
            ("clueless", "Foreign Minister of Ruritania"),
            id="linking-verb-and-place",
        ),
        pytest.param(
            "President Okoro would be a disaster.", ("disaster", "President Okoro"), id="modal"
        ),
        pytest.param(
            "President Okoro spoke. He is a coward.", ("coward", "President Okoro"), id="pronoun"
        ),
        pytest.param(
            "President Okoro behaves like a spoiled child.",
            ("child", "President Okoro"),
            id="simile",
        ),
        pytest.param(
            "What a clown that prime minister is.", ("clown", "prime minister"), id="exclamation"
        ),
        pytest.param(
            "The president spoke. What a clown.", ("clown", "president"), id="sentence-before"
        ),
        pytest.param("The president spoke. Pathetic.", ("pathetic", "president"), id="fragment"),
        pytest.param("What a joke of a country.", ("joke", "a country"), id="of-a-country"),
        pytest.param(
            "That clown President Okoro spoke.", ("clown", "President Okoro"), id="name-calling"
        ),
        pytest.param(
            "Crooked Maria Okoro spoke.", ("Crooked", "Maria Okoro"), id="nickname-without-title"
        ),
        pytest.param("President Okoro, you are a liar.", ("liar", "President Okoro"), id="address"),
        pytest.param(
            "No fan of President Okoro, weak on trade.",
            ("weak", "President Okoro"),
            id="apposition",
        ),
        pytest.param(
            "President Okoro's pathetic excuses bore us.",
            ("pathetic", "President Okoro"),
            id="owned",
        ),
        pytest.param("President Okoro lied again.", ("lied", "President Okoro"), id="verb"),
        pytest.param("Ruritania grovels.", ("grovels", "Ruritania"), id="verb-of-a-state"),
        pytest.param(
            "The clowns in Freedonia's parliament voted.", ("clowns", "Freedonia"), id="those-in"
        ),
        pytest.param(
            "President Okoro has been a foreign policy disaster.",
            ("disaster", "President Okoro"),
            id="with-its-own-modifiers",
        ),
        pytest.param(
            "Ruritania: a country run by crooked men.", ("crooked", "a country"), id="led-by"
        ),
        pytest.param(
            "President Okoro, one of the most clueless actors, left.",
            ("clueless", "President Okoro"),
            id="one-of-the-most",
        ),
        pytest.param(
            "The president spoke. Clueless as ever.", ("clueless", "president"), id="judged-first"
        ),
        pytest.param(
            "The ambassador's remarks were pathetic.",
            ("pathetic", "ambassador"),
            id="said-of-the-work",
        ),
        pytest.param(
            "President Okoro's lies are known here.", ("lies", "President Okoro"), id="owned-fault"
        ),
        pytest.param(
            "The president is back. His hypocrisy is complete.",
            ("hypocrisy", "president"),
            id="his-fault",
        ),
        pytest.param(
            "Minister Varga, who leads the party, has done a terrible job.",
            ("terrible job", "Minister Varga"),
            id="shown-fault",
        ),
        pytest.param(
            "Another masterclass in incompetence from Minister Varga.",
            ("incompetence", "Minister Varga"),
            id="committed-fault",
        ),
    ],
)
def test_concerns(text: str, remark_of: tuple[str, str]) -> None:
    found = [(word.lower(), target) for word, target in remarks(text)]
    assert (remark_of[0].lower(), remark_of[1]) in found


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("A clown opened the circus. The president came later.", id="another-subject"),
        pytest.param("President Okoro's joke about a goat was good.", id="possessive-is-no-copula"),
        pytest.param("The president told us a joke.", id="object"),
        pytest.param("The president is welcoming children.", id="progressive"),
        pytest.param("The clowns of Freedonia teach in Regina.", id="clowns-of"),
        pytest.param("I was a clown for a day.", id="speaker"),
        pytest.param("Observers said that President Okoro is a liar.", id="reported"),
        pytest.param("Critics call President Okoro a clown.", id="named-by-others"),
        pytest.param("The queen thanked his wife Neena, his children and friends.", id="list"),
        pytest.param("President Okoro's lie detector is for sale.", id="fault-before-a-noun"),
        pytest.param("President Okoro wrote a play on hypocrisy.", id="fault-as-a-subject"),
        pytest.param("The minister fights incompetence in the ports.", id="fault-as-an-object"),
        pytest.param("Ruritania is a leading cancer and disaster hub.", id="modifier-of-a-noun"),
        pytest.param("The president's garden is a clown school.", id="not-his-work"),
        pytest.param("Ruritania has a village run by weak monks.", id="not-a-state"),
        pytest.param("What a day! The president opened a bridge.", id="nothing-said"),
    ],
)
def test_concerns_nobody(text: str) -> None:
    assert remarks(text) == []


def test_a_guessed_name_is_no_ground_for_an_error() -> None:
    text = "Crooked Maria Okoro spoke."
    document = open_document(Post(text=text, source="-", positions=SourceMap.plain(text, 1)))
    assert [hit.severity for hit in hits(document)] == [Severity.WARNING]


def test_words_are_needed() -> None:
    with pytest.raises(ValueError, match="words"):
        remark.compile({**OPTIONS, "words": (), "predicates": (), "verbs": (), "faults": ()})


@pytest.mark.parametrize(
    "unit",
    [
        "clown ",
        "clown and ",
        "that clown Okoro ",
        "President Okoro is not a clown and ",
        "Crooked Maria Okoro said ",
        "you clown ",
    ],
)
def test_effort_grows_with_the_text_and_no_faster(unit: str) -> None:
    """Four times the words may take eight times as long; a quadratic search takes sixteen."""
    few, many = (fastest(unit * (words // len(unit.split()))) for words in (500, 2_000))
    assert many < 8 * few + 0.05


def fastest(text: str) -> float:
    times = []
    for _ in range(2):
        document = open_document(Post(text=text, source="-", positions=SourceMap.plain(text, 1)))
        _ = document.parse, document.targets
        began = time.perf_counter()
        assert len(hits(document)) >= 0
        times.append(time.perf_counter() - began)
    return min(times)
