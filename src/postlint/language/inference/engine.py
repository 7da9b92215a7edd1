"""Puts the embedded model together: each part is made when a layer first asks for it."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Any

import numpy as np

from postlint.language.inference import arcs, entities, trees
from postlint.language.inference.features import Lexicon
from postlint.language.inference.index import read
from postlint.language.inference.layers import Affine, Encoder, Scorer
from postlint.language.inference.lemmas import Lemmas
from postlint.model import Layer

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from postlint.language.columns import Columns
    from postlint.language.inference.index import Index

_BATCH = 2_000
"""Words that are read together, unless one text has more: what is known of each takes 10 kB."""
_TAGGED = frozenset({Layer.TAGS, Layer.TREE})
_SHARED = _TAGGED | {Layer.LEMMAS}


def engine(index: Path, weights: Path) -> Engine | None:
    """Return the model of these two files; None when they do not belong together."""
    found = read(index, weights)
    return None if found is None else Engine(found)


class Engine:
    """The embedded model, ready to read words."""

    def __init__(self, index: Index) -> None:
        """Take the weights and labels."""
        self._index = index
        self._labels = index.labels
        self._lexicon = Lexicon(index.labels["symbols"], index.labels["norms"])

    def run(
        self, texts: Sequence[Columns], bounded: Sequence[bool], layers: frozenset[Layer]
    ) -> None:
        """Fill in the columns that the layers need.

        ``bounded`` tells of each text whether its ``firsts`` are given and to be kept to.
        """
        for batch in _batches([len(text.words) for text in texts]):
            self._run(texts[batch], bounded[batch], layers)

    def _run(
        self, texts: Sequence[Columns], bounded: Sequence[bool], layers: frozenset[Layer]
    ) -> None:
        words = [word for text in texts for word in text.words]
        places: dict[str, int] = {}
        which = np.array([places.setdefault(word, len(places)) for word in words])
        keys = self._lexicon.keys(list(places))
        lengths = [len(text.words) for text in texts]
        if layers & _SHARED:
            vectors = self._encoder(keys, which, lengths)
            if layers & _TAGGED:
                self._tag(texts, vectors)
            if Layer.LEMMAS in layers:
                lemmas = iter(self._lemmas.of(words, self._edits(vectors)))
                for text in texts:
                    text.lemmas = [next(lemmas) for _ in text.words]
            if Layer.TREE in layers:
                self._grow(texts, bounded, vectors)
        if Layer.NAMES in layers:
            self._name(texts, self._names_encoder(keys, which, lengths))

    def _tag(self, texts: Sequence[Columns], vectors: Any) -> None:
        fine, features = self._labels["tags"], self._labels["features"]
        tags = iter(self._tagger(vectors).argmax(axis=1).tolist())
        looks = iter(self._morphologizer(vectors).argmax(axis=1).tolist())
        for text in texts:
            text.fine_tags = [fine[next(tags)] for _ in text.words]
            found = [features[next(looks)] for _ in text.words]
            text.tags, text.morphs = [tag for tag, _ in found], [morph for _, morph in found]

    def _grow(self, texts: Sequence[Columns], bounded: Sequence[bool], vectors: Any) -> None:
        grown, number = [], 1
        for text, fixed in zip(texts, bounded, strict=True):
            firsts = text.firsts or [False] * len(text.words)
            grown.append(arcs.states_of(firsts, number, fixed=fixed))
            number += len(text.words)
        self._parser.build([state for states in grown for state in states], vectors)
        number = 1
        for text, states in zip(texts, grown, strict=True):
            heads = [head - number for state in states for head in state.found()]
            roles = [role for state in states for role in state.roles]
            number += len(text.words)
            trees.uncross(heads, roles, text.spaces)
            text.heads, text.roles = heads, roles
            text.firsts = trees.sentence_starts(heads)

    def _name(self, texts: Sequence[Columns], vectors: Any) -> None:
        found = self._finder.find(
            [text.spaces for text in texts],
            [text.firsts or [False] * len(text.words) for text in texts],
            vectors,
        )
        for text, names in zip(texts, found, strict=True):
            text.names = names

    @cached_property
    def _encoder(self) -> Encoder:
        return Encoder(self._index, "tok2vec")

    @cached_property
    def _tagger(self) -> Affine:
        return Affine(self._index, "tagger")

    @cached_property
    def _morphologizer(self) -> Affine:
        return Affine(self._index, "morphologizer")

    @cached_property
    def _edits(self) -> Affine:
        return Affine(self._index, "trainable_lemmatizer")

    @cached_property
    def _lemmas(self) -> Lemmas:
        labels = self._labels
        return Lemmas(labels["trees"], labels["lemmas"], labels["tries"])

    @cached_property
    def _parser(self) -> arcs.Parser:
        return arcs.Parser(Scorer(self._index, "parser"), self._labels["moves"])

    @cached_property
    def _names_encoder(self) -> Encoder:
        return Encoder(self._index, "ner")

    @cached_property
    def _finder(self) -> entities.Finder:
        return entities.Finder(Scorer(self._index, "ner"), self._labels["entities"])


def _batches(sizes: Sequence[int]) -> Iterator[slice]:
    """Yield stretches of texts that have not many words together."""
    first = words = 0
    for place, size in enumerate(sizes):
        if words and words + size > _BATCH:
            yield slice(first, place)
            first, words = place, 0
        words += size
    if words:
        yield slice(first, len(sizes))
