"""Reads what a pipeline found out of spaCy's document, into `postlint.model`'s own words.

White space tokens are left out, and every sentence that the caller gave has one root.
"""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING

from postlint.language import clearnlp
from postlint.model import Layer, Name, Parse, Token
from postlint.spans import Span

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from spacy.tokens import Doc
    from spacy.tokens import Token as NativeToken

KINDS: Mapping[str, str] = {
    "PERSON": "person",
    "PER": "person",
    "PLACE": "place",
    "GPE": "place",
    "LOC": "place",
    "FAC": "place",
    "ORG": "organisation",
    "ORGANISATION": "organisation",
}
"""Entity labels by the kind of name; the others (NORP: “Canadians”, dates, works) are no names."""


def parse_of(
    text: str,
    doc: Doc,
    sentences: Sequence[Span] | None,
    layers: frozenset[Layer],
    *,
    universal: bool,
) -> Parse:
    """Return the parse of ``text``; layers that were not asked for stay empty.

    ``universal`` tells whether the labels of ``doc`` are Universal Dependencies already.
    """
    words = [token.i for token in doc if not token.is_space]
    tree = [(index, "") for index in range(len(words))]
    numbers = _sentence_numbers(doc, words, sentences, layers)
    if Layer.TREE in layers:
        tree = _one_root_each(_tree(doc, words, universal=universal), numbers)
    tokens = [
        _token(text, doc[i], tree[index], numbers[index], layers) for index, i in enumerate(words)
    ]
    names = _names(text, doc) if Layer.NAMES in layers else ()
    return Parse(tuple(tokens), names, doc)


def _token(
    text: str, native: NativeToken, hung: tuple[int, str], sentence: int, layers: frozenset[Layer]
) -> Token:
    span = Span(native.idx, native.idx + len(native))
    tagged = Layer.TAGS in layers or Layer.TREE in layers
    return Token(
        span=span,
        text=text[span.start : span.end],
        lemma=native.lemma_ if Layer.LEMMAS in layers else "",
        tag=native.pos_ if tagged else "",
        role=hung[1],
        head=hung[0],
        morph=str(native.morph) if tagged else "",
        sentence=sentence,
    )


def _tree(doc: Doc, words: list[int], *, universal: bool) -> list[tuple[int, str]]:
    """Return head (an index into ``words``) and Universal Dependencies role of each word."""
    place = {i: index for index, i in enumerate(words)}
    rows = []
    for index, i in enumerate(words):
        token = doc[i]
        head = token.head
        while head.is_space and head.head.i != head.i:
            head = head.head
        at = place.get(head.i, index)
        rows.append(clearnlp.Word(token.text, at, token.dep_, token.pos_))
    if not universal:
        return clearnlp.converted(rows)
    return [
        (row.head, "root" if row.head == index else _role(row.role))
        for index, row in enumerate(rows)
    ]


def _role(role: str) -> str:
    return "dep" if role in {"", "ROOT"} else role


def _sentence_numbers(
    doc: Doc, words: list[int], sentences: Sequence[Span] | None, layers: frozenset[Layer]
) -> list[int]:
    """Return the sentence of each word: the caller's, else the parser's, else all one."""
    if sentences is not None:
        starts = sorted(span.start for span in sentences)
        return [max(bisect_right(starts, doc[i].idx) - 1, 0) for i in words]
    if Layer.TREE not in layers:
        return [0] * len(words)
    number, numbers = -1, []
    for index, i in enumerate(words):
        if doc[i].is_sent_start or index == 0:
            number += 1
        numbers.append(number)
    return numbers


def _one_root_each(tree: list[tuple[int, str]], numbers: list[int]) -> list[tuple[int, str]]:
    """Hang the second root of a sentence, and those behind it, on its first as ``parataxis``."""
    first: dict[int, int] = {}
    joined = []
    for index, (head, role) in enumerate(tree):
        root = first.setdefault(numbers[index], index) if head == index else index
        joined.append((head, role) if root == index else (root, "parataxis"))
    return joined


def _names(text: str, doc: Doc) -> tuple[Name, ...]:
    names = []
    for entity in doc.ents:
        kind = KINDS.get(entity.label_)
        if kind is not None:
            span = Span(entity.start_char, entity.end_char)
            names.append(Name(span, span.of(text), kind, certain=False))
    return tuple(names)
