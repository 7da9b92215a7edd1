"""``stereotype``: a people judged as a whole, by construction; and what only looks like it."""

from __future__ import annotations

import pytest

from postlint.checks import stereotype
from postlint.lexicon import Lexicon
from postlint.linter import open_document
from postlint.model import Post
from postlint.spans import SourceMap

FINDER = stereotype.compile(
    {
        "peoples": ["Ruritanian(s|)", "French", "the French"],
        "groups": ["the locals"],
        "traits": ["lazy", "late", "organised"],
        "praise": ["punctual", "smart"],
        "failings": ["complain", "be late", "care about money"],
        "unable": ["queue", "tell the truth"],
        "things": ["punctuality", "paperwork"],
    }
)

PEOPLES = Lexicon(FINDER.literals)


def found(text: str) -> list[str]:
    document = open_document(Post(text=text, source="-", positions=SourceMap.plain(text, 1)))
    spots = list(PEOPLES.find(document.folded))
    return [hit.span.of(text) for hit in FINDER.find(document, spots)]


@pytest.mark.parametrize(
    ("text", "span"),
    [
        ("Ruritanians are lazy.", "Ruritanians are lazy"),
        ("The French are always late on Monday.", "The French are always late"),
        ("The locals are all lazy.", "The locals are all lazy"),
        ("The French just can't queue.", "The French just can't queue"),
        ("Ruritanians never tell the truth.", "Ruritanians never tell the truth"),
        ("Ruritanians always complain.", "Ruritanians always complain"),
        ("The French only care about money.", "The French only care about money"),
        ("Late again. Typical Ruritanian punctuality!", "Typical Ruritanian punctuality"),
        ("Late again. Typical French.", "Typical French"),
        ("Nine stamps. How very French of them.", "How very French of them"),
        ("He is smart for a Ruritanian.", "smart for a Ruritanian"),
        ("For a Ruritanian, she is very punctual.", "For a Ruritanian, she is very punctual"),
        ("Our van is as punctual as a Ruritanian bus.", "as punctual as a Ruritanian bus"),
        ("Never trust a Ruritanian.", "Never trust a Ruritanian"),
        ("You can count on the French to complain.", "count on the French to complain"),
        ("Leave it to the French to be late.", "Leave it to the French to be late"),
        ("Ruritanians, what do you expect.", "Ruritanians, what do you expect"),
        ("What do you expect from Ruritanians?", "What do you expect from Ruritanians"),
        ("Well, that's the French for you.", "that's the French for you"),
        ("You know how the French are.", "You know how the French are"),
        ("The French and their paperwork!", "The French and their paperwork"),
        ("Dinner began on Ruritanian time.", "on Ruritanian time"),
    ],
)
def test_it_finds(text: str, span: str) -> None:
    assert found(text) == [span]


@pytest.mark.parametrize(
    "text",
    [
        "The French are organised on Monday.",
        "The French are late today.",
        "The French were late.",
        "Ruritanians can't vote by post.",
        "Ruritanians always welcome guests.",
        "A typical Ruritanian breakfast: eggs.",
        "She bakes for a Ruritanian, he is smart.",
        "As a Ruritanian, she is punctual.",
        "Never trust a Ruritanian without a map.",
        "You can count on the French to bring cheese.",
        "The French and their guests danced.",
        "The match starts at 15:00 Ruritanian time.",
        "Are the french fries late?",
    ],
)
def test_it_leaves_alone(text: str) -> None:
    assert found(text) == []


def test_effort_is_bounded_beside_each_people() -> None:
    assert len(found("Ruritanians are lazy and " * 800)) == 800
