"""The embedded English model as a pipeline that does without spaCy."""

from __future__ import annotations

from functools import lru_cache
from itertools import accumulate
from typing import TYPE_CHECKING

from postlint.language.columns import Columns
from postlint.language.pipeline import EMBEDDED_NAME, UNSAFE, Pipeline
from postlint.language.reading import parse_from
from postlint.language.startup import collector_off, import_spacy, one_thread
from postlint.language.words import words

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from spacy.tokens import Doc
    from spacy.vocab import Vocab

    from postlint.language.inference import Engine
    from postlint.model import Layer, Parse
    from postlint.spans import Span

INDEX, WEIGHTS = "index.json", "model.msgpack"


def load(folder: Path) -> Pipeline | None:
    """Return the pipeline of ``folder``; None when it cannot be run without spaCy."""
    with collector_off(), one_thread():
        from postlint.language.inference import engine
    try:
        found = engine(folder / INDEX, folder / WEIGHTS)
    except (OSError, ValueError):
        return None
    return None if found is None else Embedded(found)


class Embedded(Pipeline):
    """The embedded model, ready to parse; make one with `load`."""

    def __init__(self, engine: Engine) -> None:
        """Take the model."""
        self.name = EMBEDDED_NAME
        self._engine = engine

    def parse(
        self,
        texts: Sequence[str],
        sentences: Sequence[Sequence[Span]] | None,
        layers: frozenset[Layer],
    ) -> list[Parse]:
        """Parse each text, as `Pipeline.parse` does."""
        bounds = [None] * len(texts) if sentences is None else list(sentences)
        cut = [_cut(text, spans) for text, spans in zip(texts, bounds, strict=True)]
        columns = [found for found, _ in cut]
        self._engine.run(columns, [spans is not None for spans in bounds], layers)
        return [
            parse_from(text, found, spans, layers, Native(found, followed), universal=True)
            for text, spans, (found, followed) in zip(texts, bounds, cut, strict=True)
        ]


class Native:
    """What token patterns are looked for in: the columns; for spaCy a document, made when asked."""

    __slots__ = ("_doc", "_followed", "columns")

    def __init__(self, columns: Columns, followed: Sequence[bool]) -> None:
        """Take the words and what is known of them, and which of them a space follows."""
        self.columns = columns
        self._followed = followed
        self._doc: Doc | None = None

    @property
    def doc(self) -> Doc:
        """The document."""
        if self._doc is None:
            self._doc = self._made()
        return self._doc

    def _made(self) -> Doc:
        from spacy.tokens import Doc

        found = self.columns
        tree = bool(found.heads)
        return Doc(
            vocabulary(),
            words=list(found.words),
            spaces=list(self._followed),
            tags=list(found.fine_tags) or None,
            pos=list(found.tags) or None,
            morphs=list(found.morphs) or None,
            lemmas=list(found.lemmas) or None,
            heads=list(found.heads) if tree else None,
            deps=list(found.roles) if tree else None,
            sent_starts=None if tree else list(found.firsts) or None,
            ents=_entities(len(found.words), found.names),
        )


@lru_cache(maxsize=1)
def vocabulary() -> Vocab:
    """Return the vocabulary of the embedded model; imports spaCy."""
    import_spacy()
    from spacy.vocab import create_vocab

    from postlint.language.english import LANGUAGE, PostEnglishDefaults

    return create_vocab(LANGUAGE, PostEnglishDefaults)


def _entities(size: int, names: Sequence[tuple[int, int, str]]) -> list[str]:
    """Return the names word by word, as “B-PLACE”, “I-PLACE”, “O”."""
    marks = ["O"] * size
    for first, end, label in names:
        marks[first:end] = [f"B-{label}", *[f"I-{label}"] * (end - first - 1)]
    return marks


def _cut(text: str, sentences: Sequence[Span] | None) -> tuple[Columns, list[bool]]:
    """Return the text's words, with the sentence starts where they are known."""
    found, followed = words(text.translate(UNSAFE))
    ends = list(accumulate(len(w) + s for w, s in zip(found, followed, strict=True)))
    columns = Columns(
        words=found, starts=[0, *ends[:-1]] if found else [], spaces=[w.isspace() for w in found]
    )
    if sentences is not None:
        columns.firsts = _firsts(columns, sentences)
    return columns, followed


def _firsts(columns: Columns, sentences: Sequence[Span]) -> list[bool]:
    """Return for each word whether it is the first at or behind the start of a sentence."""
    firsts = [False] * len(columns.words)
    firsts[:1] = [True] * len(firsts[:1])
    solid = [i for i, space in enumerate(columns.spaces) if not space]
    at = 0
    for sentence in sorted(sentences):
        while at < len(solid) and columns.starts[solid[at]] < sentence.start:
            at += 1
        if at < len(solid):
            firsts[solid[at]] = True
    return firsts
