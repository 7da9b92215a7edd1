"""Base noun phrases, on trees made by hand."""

from __future__ import annotations

import pytest

from postlint.language import noun_phrases
from postlint.model import Parse, Token
from postlint.spans import Span


def parse(text: str) -> tuple[str, Parse]:
    """Read “word/TAG/role/head …”; heads count from 1, the root is its own."""
    tokens, words, start = [], [], 0
    for piece in text.split():
        word, tag, role, head = piece.rsplit("/", 3)
        span = Span(start, start + len(word))
        tokens.append(Token(span, word, "", tag, role, int(head) - 1, "", 0))
        words.append(word)
        start = span.end + 1
    return " ".join(words), Parse(tuple(tokens), ())


CASES = [
    pytest.param(
        "The/DET/det/3 new/ADJ/amod/3 minister/NOUN/nsubj/4 met/VERB/root/4 old/ADJ/amod/6"
        " friends/NOUN/obj/4 of/ADP/case/8 ours/PRON/nmod/6",
        ["The new minister", "old friends", "ours"],
        id="plain",
    ),
    pytest.param(
        "President/PROPN/nmod:desc/2 Ada/PROPN/nsubj/4 Okoro/PROPN/flat/2 spoke/VERB/root/4",
        ["President Ada Okoro"],
        id="title-and-name",
    ),
    pytest.param(
        "Okoro/PROPN/nmod:poss/4 's/PART/case/1 very/ADV/advmod/4 car/NOUN/root/4",
        ["Okoro", "car"],
        id="an-adverb-stops-it",
    ),
    pytest.param(
        "our/PRON/nmod:poss/2 friend/NOUN/nmod:poss/4 's/PART/case/2 car/NOUN/root/4",
        ["our friend 's car"],
        id="possessive",
    ),
    pytest.param(
        "X/PROPN/nsubj/4 is/AUX/cop/4 a/DET/det/4 jerk/NOUN/root/4 !/PUNCT/punct/4",
        ["X", "a jerk"],
        id="copula",
    ),
    pytest.param("nothing/PRON//1 here/ADV//2", [], id="no-tree"),
]


@pytest.mark.parametrize(("tree", "expected"), CASES)
def test_noun_phrases(tree: str, expected: list[str]) -> None:
    text, found = parse(tree)
    assert [span.of(text) for span in noun_phrases(found)] == expected
