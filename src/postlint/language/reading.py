"""Reads what a pipeline found, out of spaCy's document or columns, into `postlint.model`'s words.

White space tokens are left out, and every sentence that the caller gave has one root.
"""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING

from postlint.language import clearnlp
from postlint.language.columns import Columns
from postlint.model import Layer, Name, Parse, Token
from postlint.spans import Span

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from spacy.tokens import Doc

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

_TAGGED = frozenset({Layer.TAGS, Layer.TREE})


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
    return parse_from(text, columns_of(doc, layers), sentences, layers, doc, universal=universal)


def columns_of(doc: Doc, layers: frozenset[Layer]) -> Columns:
    """Return what spaCy's document says, column by column."""
    tokens = list(doc)
    columns = Columns(
        words=[token.text for token in tokens],
        starts=[token.idx for token in tokens],
        spaces=[token.is_space for token in tokens],
        tags=[token.pos_ for token in tokens],
        firsts=[bool(token.is_sent_start) for token in tokens],
        names=[(entity.start, entity.end, entity.label_) for entity in doc.ents],
    )
    if layers & _TAGGED:
        columns.morphs = [str(token.morph) for token in tokens]
    if Layer.TREE in layers:
        columns.heads = [token.head.i for token in tokens]
        columns.roles = [token.dep_ for token in tokens]
    if Layer.LEMMAS in layers:
        columns.lemmas = [token.lemma_ for token in tokens]
    return columns


def parse_from(  # noqa: PLR0913
    text: str,
    columns: Columns,
    sentences: Sequence[Span] | None,
    layers: frozenset[Layer],
    native: object,
    *,
    universal: bool,
) -> Parse:
    """Return the parse that the columns make; ``native`` is what the matcher is to be given."""
    words = [i for i, space in enumerate(columns.spaces) if not space]
    numbers = _sentence_numbers(columns, words, sentences, layers)
    if Layer.TREE in layers:
        tree = _one_root_each(_tree(columns, words, universal=universal), numbers)
    else:
        tree = [(index, "") for index in range(len(words))]
    tokens = _tokens(text, columns, words, tree, numbers, layers)
    names = _names(text, columns) if Layer.NAMES in layers else ()
    return Parse(tokens, names, native)


def _tokens(  # noqa: PLR0913, PLR0917
    text: str,
    columns: Columns,
    words: list[int],
    tree: list[tuple[int, str]],
    numbers: list[int],
    layers: frozenset[Layer],
) -> tuple[Token, ...]:
    nothing = [""] * len(columns.words)
    tagged = bool(layers & _TAGGED)
    tags, morphs = (columns.tags, columns.morphs) if tagged else (nothing, nothing)
    lemmas = columns.lemmas if Layer.LEMMAS in layers else nothing
    tokens = []
    for i, (head, role), sentence in zip(words, tree, numbers, strict=True):
        start = columns.starts[i]
        end = start + len(columns.words[i])
        tokens.append(
            Token(
                span=Span(start, end),
                text=text[start:end],
                lemma=lemmas[i],
                tag=tags[i],
                role=role,
                head=head,
                morph=morphs[i],
                sentence=sentence,
            )
        )
    return tuple(tokens)


def _tree(columns: Columns, words: list[int], *, universal: bool) -> list[tuple[int, str]]:
    """Return head (an index into ``words``) and Universal Dependencies role of each word."""
    place = {i: index for index, i in enumerate(words)}
    heads, spaces, roles = columns.heads, columns.spaces, columns.roles
    at = []
    for index, i in enumerate(words):
        head = heads[i]
        while spaces[head] and heads[head] != head:
            head = heads[head]
        at.append(place.get(head, index))
    if not universal:
        return clearnlp.converted(
            [
                clearnlp.Word(columns.words[i], head, roles[i], columns.tags[i])
                for i, head in zip(words, at, strict=True)
            ]
        )
    return [
        (head, "root" if head == index else _role(roles[words[index]]))
        for index, head in enumerate(at)
    ]


def _role(role: str) -> str:
    return "dep" if role in {"", "ROOT"} else role


def _sentence_numbers(
    columns: Columns,
    words: list[int],
    sentences: Sequence[Span] | None,
    layers: frozenset[Layer],
) -> list[int]:
    """Return the sentence of each word: the caller's, else the parser's, else all one."""
    if sentences is not None:
        starts = sorted(span.start for span in sentences)
        return [max(bisect_right(starts, columns.starts[i]) - 1, 0) for i in words]
    if Layer.TREE not in layers:
        return [0] * len(words)
    number, numbers = -1, []
    for index, i in enumerate(words):
        if columns.firsts[i] or index == 0:
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


def _names(text: str, columns: Columns) -> tuple[Name, ...]:
    names = []
    for first, end, label in columns.names:
        kind = KINDS.get(label)
        if kind is not None:
            last = end - 1
            span = Span(columns.starts[first], columns.starts[last] + len(columns.words[last]))
            names.append(Name(span, span.of(text), kind, certain=False))
    return tuple(names)
