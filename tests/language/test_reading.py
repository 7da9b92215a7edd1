"""What is read out of spaCy's documents, made by hand."""

from __future__ import annotations

import pytest
from spacy.language import BaseDefaults
from spacy.tokens import Doc
from spacy.tokens import Span as Entity
from spacy.vocab import Vocab, create_vocab

from postlint.language.reading import parse_of
from postlint.model import Layer, Parse
from postlint.spans import Span

TREE = frozenset({Layer.TREE})


def document(text: str) -> Doc:
    """Read “word/TAG/label/head …”; heads count from 1; ⏎ is a newline."""
    rows = [piece.rsplit("/", 3) for piece in text.split()]
    return Doc(
        create_vocab(None, BaseDefaults),
        words=[row[0].replace("⏎", "\n") for row in rows],
        pos=[row[1] for row in rows],
        deps=[row[2] for row in rows],
        heads=[int(row[3]) - 1 for row in rows],
    )


def shown(parse: Parse) -> str:
    return " ".join(f"{t.text}/{t.role}/{t.head + 1}" for t in parse.tokens)


def test_other_labels_are_converted() -> None:
    doc = document(
        "President/PROPN/compound/2 X/PROPN/nsubj/3 is/AUX/ROOT/3 a/DET/det/5 jerk/NOUN/attr/3"
    )
    parse = parse_of(doc.text, doc, None, TREE, universal=False)
    assert shown(parse) == "President/compound/2 X/nsubj/5 is/cop/5 a/det/5 jerk/root/5"


def test_white_space_is_no_word() -> None:
    doc = document("We/PRON/nsubj/3 ⏎/SPACE/dep/1 won/VERB/ROOT/3 !/PUNCT/punct/3")
    parse = parse_of(doc.text, doc, None, TREE, universal=True)
    assert shown(parse) == "We/nsubj/2 won/root/2 !/punct/2"


def test_a_word_hung_on_white_space_hangs_higher() -> None:
    doc = document("We/PRON/nsubj/2 ⏎/SPACE/dep/3 won/VERB/ROOT/3")
    assert shown(parse_of(doc.text, doc, None, TREE, universal=True)) == "We/nsubj/2 won/root/2"


def test_a_sentence_has_one_root() -> None:
    doc = document("Yes/INTJ/ROOT/1 go/VERB/ROOT/2 now/ADV/advmod/2")
    whole = parse_of(doc.text, doc, [Span(0, len(doc.text))], TREE, universal=True)
    assert shown(whole) == "Yes/root/1 go/parataxis/1 now/advmod/2"
    halves = parse_of(doc.text, doc, [Span(0, 3), Span(4, len(doc.text))], TREE, universal=True)
    assert shown(halves) == "Yes/root/1 go/root/2 now/advmod/2"


KINDS = [
    pytest.param("PERSON", ["person"], id="person"),
    pytest.param("GPE", ["place"], id="state"),
    pytest.param("FAC", ["place"], id="building"),
    pytest.param("ORG", ["organisation"], id="organisation"),
    pytest.param("NORP", [], id="people-of-a-nation"),
    pytest.param("DATE", [], id="date"),
]


@pytest.mark.parametrize(("label", "kinds"), KINDS)
def test_kinds_of_names(label: str, kinds: list[str]) -> None:
    doc = Doc(Vocab(), words=["Okoro", "spoke"])
    doc.set_ents([Entity(doc, 0, 1, label=label)])
    names = parse_of(doc.text, doc, None, frozenset({Layer.NAMES}), universal=True).names
    assert [name.kind for name in names] == kinds
    assert all(name.text == "Okoro" and name.span == Span(0, 5) for name in names)
