"""Whom a text speaks of, by the tables and by capitals: no grammar is loaded here."""

from __future__ import annotations

import pytest

from postlint import social, targets
from postlint.lexicon import fold


def found(text: str) -> list[tuple[str, str]]:
    seen = social.find(text)
    masked = social.mask(text, seen)
    return [(target.kind, target.text) for target in targets.find(masked, fold(masked), seen)]


@pytest.mark.parametrize(
    ("text", "target"),
    [
        pytest.param("We met President Okoro.", ("leader", "President Okoro"), id="title-and-name"),
        pytest.param("Then the president spoke.", ("leader", "president"), id="title-alone"),
        pytest.param(
            "We met that prime minister.", ("leader", "prime minister"), id="demonstrative"
        ),
        pytest.param(
            "We met Foreign Minister Varga.", ("official", "Foreign Minister Varga"), id="official"
        ),
        pytest.param("Greetings from Kenya.", ("state", "Kenya"), id="country"),
        pytest.param("Greetings from Ruritania.", ("state", "Ruritania"), id="country-of-fiction"),
        pytest.param("Ruritanians dance.", ("people", "Ruritanians"), id="people-of-fiction"),
        pytest.param("Ms. Okoro sings.", ("person", "Ms. Okoro"), id="courtesy-and-name"),
        pytest.param("What a country!", ("state", "a country"), id="a-country"),
        pytest.param("Thanks @critic!", ("handle", "@critic"), id="handle"),
        pytest.param("NATO meets today.", ("institution", "NATO"), id="institution"),
    ],
)
def test_finds(text: str, target: tuple[str, str]) -> None:
    assert target in found(text)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        pytest.param("We ate turkey.", "state", id="lower-case-bird"),
        pytest.param("Queen's University is old.", "leader", id="university"),
        pytest.param("The Premier League begins.", "leader", id="league"),
        pytest.param("An emperor penguin walked in.", "leader", id="penguin"),
        pytest.param("The Ambassador Bridge is closed.", "official", id="bridge"),
        pytest.param("Dr. No is a film.", "leader", id="courtesy-is-no-office"),
        pytest.param("See https://example.org/Kenya", "state", id="inside-a-link"),
    ],
)
def test_leaves_alone(text: str, kind: str) -> None:
    assert kind not in {target for target, _ in found(text)}


def test_spans_are_places_in_the_text() -> None:
    text = "Yesterday President Okoro met Ms. Roy in Kenya."
    seen = social.find(text)
    masked = social.mask(text, seen)
    for target in targets.find(masked, fold(masked), seen):
        assert target.span.of(text) == target.text
