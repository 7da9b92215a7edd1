"""Writes the corpora as spaCy DocBins: documents of 1-4 sentences, with social copies.

    python scripts/convert.py DATA OUT

``DATA`` holds ``treebanks/en`` and ``entities/en`` as README.md lists them.
Every pass over the data joins, copies and shouts differently, so that training
sees several versions of it. Layers that a corpus does not have stay missing.
"""

from __future__ import annotations

import sys
from dataclasses import replace
from pathlib import Path
from random import Random

import numpy as np
import spacy
from spacy.attrs import DEP, HEAD
from spacy.tokens import Doc, DocBin, Span

from corpora import Sentence, Word, read_entities, read_treebank, with_entities
from postlint.language.english import LANGUAGE
from social import shouted, social_copy

PASSES = 4
SOCIAL, SHOUTED, NEWLINE = 0.4, 0.04, 0.12
NEWLINES = ("\n", "\n\n", "\n", " \n")
STORED = (
    "ORTH",
    "SPACY",
    "TAG",
    "POS",
    "MORPH",
    "LEMMA",
    "HEAD",
    "DEP",
    "SENT_START",
    "ENT_IOB",
    "ENT_TYPE",
)


def main(data: Path, out: Path) -> None:
    """Write ``trees-N``, ``names-web-N``, ``names-posts-N`` to train on, three ``dev-`` files."""
    out.mkdir(parents=True, exist_ok=True)
    nlp = spacy.blank(LANGUAGE)
    trees, entities = data / "treebanks/en", data / "entities/en"
    train = list(read_treebank(trees / "en_ewt-ud-train.conllu"))
    dev = list(read_treebank(trees / "en_ewt-ud-dev.conllu"))
    silver = list(read_entities(entities / "uner_ewt-train-v0-silver.iob2", 1, 2))
    gold = list(read_entities(entities / "uner_ewt-dev.iob2", 1, 2))
    named = [_named_only(s) for s in with_entities(train, silver)]
    posts = [
        sentence
        for name in ("btc-a", "btc-b", "btc-f", "btc-g", "wnut17train")
        for sentence in read_entities(entities / f"{name}.conll")
    ]
    held = [*read_entities(entities / "btc-e.conll"), *read_entities(entities / "wnut17dev.conll")]
    print(f"{len(train)} trees, {len(named)} with entities, {len(posts)} posts", flush=True)
    for number in range(PASSES):
        random = Random(number)
        _write(nlp, _training(train, random), out / f"trees-{number}.spacy")
        _write(nlp, _training(named, random), out / f"names-web-{number}.spacy")
        if number % 2 == 0:
            _write(nlp, _posts(posts, random), out / f"names-posts-{number}.spacy")
    _write(nlp, [[s] for s in dev], out / "dev-trees.spacy")
    _write(nlp, [[_named_only(s)] for s in with_entities(dev, gold)], out / "dev-names.spacy")
    _write(nlp, [[s] for s in held], out / "dev-posts.spacy")


def _named_only(sentence: Sentence) -> Sentence:
    """Keep the words' class for the copies, not the tree."""
    words = tuple(replace(word, head=None, deprel=None) for word in sentence.words)
    return replace(sentence, words=words)


def _training(sentences: list[Sentence], random: Random) -> list[list[Sentence]]:
    documents = []
    for group in _groups(sentences, random):
        documents.append(shouted(group) if random.random() < SHOUTED else group)
        if random.random() < SOCIAL:
            documents.append(social_copy(group, random))
    return documents


def _posts(posts: list[Sentence], random: Random) -> list[list[Sentence]]:
    """Return each post as it is; a few of them in lower case, as many more are written."""
    lower = [random.random() < 0.1 for _ in posts]
    return [
        [replace(p, words=tuple(replace(w, form=w.form.lower()) for w in p.words)) if low else p]
        for p, low in zip(posts, lower, strict=True)
    ]


def _groups(sentences: list[Sentence], random: Random) -> list[list[Sentence]]:
    """Join one to four sentences that follow one another in one document."""
    groups: list[list[Sentence]] = []
    wanted = 0
    for sentence in sentences:
        if groups and wanted and groups[-1][-1].document == sentence.document:
            groups[-1].append(sentence)
            wanted -= 1
        else:
            groups.append([sentence])
            wanted = random.choice((0, 0, 1, 2, 3))
    return groups


def _write(nlp: spacy.Language, documents: list[list[Sentence]], path: Path) -> None:
    random = Random(len(documents))
    store = DocBin(attrs=STORED)
    for sentences in documents:
        store.add(_doc(nlp, sentences, random))
    store.to_disk(path)
    print(path.name, len(documents), flush=True)


def _newline(index: int, like: Word, random: Random) -> Word:
    form = random.choice(NEWLINES)
    return Word(
        form=form,
        space=False,
        upos="SPACE" if like.upos else None,
        xpos="_SP" if like.xpos else None,
        feats="" if like.feats is not None else None,
        lemma=form if like.lemma is not None else None,
        head=index - 1 if like.head is not None else None,
        deprel="dep" if like.head is not None else None,
        entity="O" if like.entity is not None else None,
    )


def _doc(nlp: spacy.Language, sentences: list[Sentence], random: Random) -> Doc:
    words: list[Word] = []
    starts: list[bool] = []
    for number, sentence in enumerate(sentences):
        if words and random.random() < NEWLINE:
            words[-1] = replace(words[-1], space=False)
            words.append(_newline(len(words), words[-1], random))
            starts.append(False)
        base = len(words)
        words += [
            word if word.head is None else replace(word, head=word.head + base)
            for word in sentence.words
        ]
        starts += [index == 0 for index in range(len(sentence.words))]
        if number + 1 < len(sentences) and words:
            words[-1] = replace(words[-1], space=True)
    return _native(nlp, words, starts)


def _native(nlp: spacy.Language, words: list[Word], starts: list[bool]) -> Doc:
    doc = Doc(nlp.vocab, words=[w.form for w in words], spaces=[w.space for w in words])
    tree = all(word.head is not None for word in words)
    if tree:
        for token, word in zip(doc, words, strict=True):
            token.tag_, token.pos_ = word.xpos or "", word.upos or ""
            token.lemma_ = word.lemma or ""
            token.set_morph(word.feats or "")
        _set_tree(doc, words)
    for token, start in zip(doc, starts, strict=True):
        if not tree:
            token.is_sent_start = start
    if all(word.entity is not None for word in words):
        doc.set_ents(_entities(doc, words), default="outside")
    return doc


def _set_tree(doc: Doc, words: list[Word]) -> None:
    strings = doc.vocab.strings
    values = [
        [(word.head - index) % 2**64, strings.add("ROOT" if word.head == index else word.deprel)]
        for index, word in enumerate(words)
    ]
    doc.from_array([HEAD, DEP], np.asarray(values, dtype="uint64"))


def _entities(doc: Doc, words: list[Word]) -> list[Span]:
    spans, start = [], None
    labels = [word.entity or "O" for word in words] + ["O"]
    for index, label in enumerate(labels):
        if start is not None and not label.startswith("I-"):
            spans.append(Span(doc, start, index, label=labels[start][2:]))
            start = None
        if label.startswith("B-"):
            start = index
    return spans


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
