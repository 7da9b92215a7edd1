"""Reads the treebank and the entity sets into plain sentences; writes nothing, decides no labels
but the mapping of entity types. Formats: CoNLL-U and two- or three-column IOB.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

KINDS = {
    "PER": "PERSON",
    "person": "PERSON",
    "LOC": "PLACE",
    "location": "PLACE",
    "ORG": "ORGANISATION",
    "corporation": "ORGANISATION",
    "group": "ORGANISATION",
}
"""Entity types of UNER, BTC and WNUT17 that the model learns; every other type is no entity."""


@dataclass(frozen=True)
class Word:
    """One word with its gold layers; None means that the layer is missing.

    ``head`` is the index in the sentence, its own index at the root; ``entity`` an IOB label.
    """

    form: str
    space: bool = True
    upos: str | None = None
    xpos: str | None = None
    feats: str | None = None
    lemma: str | None = None
    head: int | None = None
    deprel: str | None = None
    entity: str | None = None


@dataclass(frozen=True)
class Sentence:
    """Words in order, and the document that the sentence comes from."""

    words: tuple[Word, ...]
    document: str = ""
    id: str = field(default="", compare=False)


def read_treebank(path: Path) -> Iterator[Sentence]:
    """Yield the sentences of a CoNLL-U file, multiword tokens opened into their words."""
    document, name, rows = "", "", []
    for line in [*path.read_text(encoding="utf-8").splitlines(), ""]:
        if line.startswith("# newdoc id = "):
            document = line.partition(" = ")[2]
        elif line.startswith("# sent_id = "):
            name = line.partition(" = ")[2]
        elif line and not line.startswith("#"):
            rows.append(line.split("\t"))
        elif not line and rows:
            yield Sentence(_tree_words(rows), document, name)
            rows = []


def _tree_words(rows: list[list[str]]) -> tuple[Word, ...]:
    words: list[Word] = []
    glued_until, glued_space = 0, True
    for row in rows:
        number, misc = row[0], row[9]
        space = "SpaceAfter=No" not in misc
        if "-" in number:
            glued_until, glued_space = int(number.split("-")[1]), space
        elif number.isdigit():
            index = int(number)
            if index < glued_until:
                space = False
            elif index == glued_until:
                space = glued_space
            head = int(row[6]) - 1 if row[6] != "0" else index - 1
            feats = "" if row[5] == "_" else row[5]
            lemma = row[2] if row[2] != "_" or row[1] == "_" else row[1]
            words.append(Word(row[1], space, row[3], row[4], feats, lemma, head, row[7]))
    return tuple(words)


def read_entities(path: Path, form: int = 0, label: int = 1) -> Iterator[Sentence]:
    """Yield the sentences of an IOB file; ``form`` and ``label`` are its columns."""
    name, document, words = "", "", []
    for line in [*path.read_text(encoding="utf-8").splitlines(), ""]:
        if line.startswith("# sent_id = "):
            name = line.partition(" = ")[2]
        elif line.startswith("# newdoc id = "):
            document = line.partition(" = ")[2]
        elif line.strip() and not (line.startswith("# ") and form):
            row = line.split("\t")
            if row[form].strip():
                words.append(Word(row[form].strip(), entity=_kind(row[label].strip())))
        elif not line.strip() and words:
            yield Sentence(tuple(_mended(words)), document, name)
            words = []


def _kind(label: str) -> str:
    prefix, _, kind = label.partition("-")
    known = KINDS.get(kind)
    return f"{prefix}-{known}" if known else "O"


def _mended(words: list[Word]) -> list[Word]:
    """Join the “@ name” of BTC and call handles no entity; let every entity begin with B."""
    joined: list[Word] = []
    for word in words:
        if joined and joined[-1].form == "@" and word.entity != "O":
            joined[-1] = replace(word, form="@" + word.form, entity="O")
        elif word.form.startswith("@") and len(word.form) > 1:
            joined.append(replace(word, entity="O"))
        else:
            joined.append(word)
    last = "O"
    for index, word in enumerate(joined):
        label = word.entity or "O"
        if label.startswith("I-") and last[2:] != label[2:]:
            label = "B" + label[1:]
        joined[index] = replace(word, entity=label)
        last = label
    return joined


def with_entities(trees: list[Sentence], named: list[Sentence]) -> list[Sentence]:
    """Return the treebank's sentences with the entities of the sentences of equal id and words."""
    by_id = {sentence.id: sentence for sentence in named}
    merged = []
    for tree in trees:
        other = by_id.get(tree.id)
        if other is None or len(other.words) != len(tree.words):
            continue
        words = zip(tree.words, other.words, strict=True)
        merged.append(
            replace(tree, words=tuple(replace(word, entity=name.entity) for word, name in words))
        )
    return merged
