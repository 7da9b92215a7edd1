"""Quotations against the sheet's words: the exact ones are silent, the altered ones are not."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from postlint import facts, posts
from postlint.checks import fact
from postlint.document import Document

if TYPE_CHECKING:
    from postlint.model import Hit

TRUE = (
    "We will keep working for peace. The door of this house stays open, and the kettle is on."
    " Nobody who knocks in good faith will be sent away."
)
SHEET = facts.of_values(
    {
        "as_of": "2026-11-01",
        "source": "Transcript",
        "quotes": [
            {"speaker": ["Minister Okoro", "Ada Okoro"], "text": TRUE},
            {"speaker": "Awa Marchand", "text": "A port is a promise that ships believe."},
        ],
    },
    "facts.yaml",
)


class NoGrammar:
    def parse(self, *_: object) -> None:
        raise AssertionError


def hits(text: str) -> list[Hit]:
    document = Document(posts.from_values(text, {}, "p.md"), NoGrammar(), facts=SHEET)  # type: ignore[arg-type]
    return list(fact.compile({"of": "quote"}).find(document, ()))


ALTERED = {
    "a word more": (
        "“We will never keep working for peace,” she said.",
        "We will keep working for peace",
    ),
    "a word less": (
        "“Nobody who knocks in faith will be sent away.”",
        "Nobody who knocks in good faith will be sent away",
    ),
    "negated": (
        "“We will not keep working for peace.” – Ada Okoro",
        "We will keep working for peace",
    ),
    "other verb": (
        "“We shall keep working for peace” – Ada Okoro",
        "We will keep working for peace",
    ),
    "no speaker named": (
        "“A port is a promise that sailors believe.”",
        "A port is a promise that ships believe",
    ),
    "far, by its speaker": (
        "Minister Okoro said: “We will always go on working for peace.”",
        "We will keep working for peace",
    ),
    "in guillemets": (
        "« The door of this house stays shut, and the kettle is on. »",
        "The door of this house stays open, and the kettle is on",
    ),
}
EXACT = {
    "a sentence": "“We will keep working for peace,” said the minister.",
    "in capitals": "“WE WILL KEEP WORKING FOR PEACE!”",
    "a part": "“the door of this house stays open”",
    "across sentences": "“…for peace. The door of this house stays open”",
    "left out": "“We will keep working … and the kettle is on.”",
    "left out in brackets": "“Nobody […] will be sent away.”",
    "too short": "“working for peas”",
    "something else": "“The kettle broke again, so everybody had cold milk,” said the cook.",
    "something else by the speaker": "Minister Okoro: “I never baked a loaf to be proud of.”",
    "no quotation": "Minister Okoro promised that they would keep on working for peace.",
    "straight apostrophes": '"We will keep working for peace"',
}


@pytest.mark.parametrize("case", ALTERED)
def test_altered_words_are_found_with_the_true_ones(case: str) -> None:
    text, right = ALTERED[case]
    (hit,) = hits(text)
    assert hit.fixes[0].text == right
    assert right in hit.values["truth"]


@pytest.mark.parametrize("case", EXACT)
def test_exact_words_and_other_words_are_silent(case: str) -> None:
    assert hits(EXACT[case]) == []


@given(st.data())
def test_every_passage_is_silent(data: st.DataObject) -> None:
    words = TRUE.split()
    first = data.draw(st.integers(0, len(words) - 1))
    last = data.draw(st.integers(first + 1, len(words)))
    assert hits(f"“{' '.join(words[first:last])}”") == []


@given(st.integers(0, 5))
def test_every_changed_word_of_a_sentence_is_found(index: int) -> None:
    words = "We will keep working for peace".split()
    words[index] = "bananas"
    assert hits(f"“{' '.join(words)}”")


def test_many_quotations_take_little_time() -> None:
    assert hits("“We will keep walking for peace” " * 100)
