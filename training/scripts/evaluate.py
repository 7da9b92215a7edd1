"""Scores a pipeline on the development data, with gold words and one sentence a document.

    python scripts/evaluate.py DATA [MODEL] [--json OUT]

``MODEL`` is a folder of a packed or an unpacked pipeline; without it, postlint's
own. Exact labels, punctuation included; lemmas case-folded. spaCy's own log is
no measure where a layer is missing, so that it is not used here.
"""

from __future__ import annotations

import argparse
import json
import time
from collections import Counter
from pathlib import Path
from random import Random

import spacy
from spacy.tokens import Doc

import functions  # noqa: F401  (registers what the configs name)
from corpora import Sentence, read_entities, read_treebank
from postlint.language import archive
from postlint.language.loading import EMBEDDED
from social import social_copy

BATCH = 128


def main() -> None:
    """Print the table, and write it as JSON where asked."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data", type=Path)
    parser.add_argument("model", type=Path, nargs="?", default=EMBEDDED)
    parser.add_argument("--json", type=Path)
    given = parser.parse_args()
    packed = (given.model / archive.WEIGHTS).exists()
    nlp = archive.read(given.model) if packed else spacy.load(given.model)
    scores = measure(nlp, given.data)
    for name, value in scores.items():
        print(f"{name:32} {value}")
    if given.json:
        given.json.write_text(json.dumps(scores, indent=1) + "\n", encoding="utf-8")


def measure(nlp: spacy.Language, data: Path) -> dict[str, float]:
    """Return every score, in per cent, and the speed in words a second."""
    scores: dict[str, float] = {}
    if nlp.has_pipe("parser"):
        dev = list(read_treebank(data / "treebanks/en/en_ewt-ud-dev.conllu"))
        scores |= _named("EWT dev", tree_scores(nlp, dev))
        random = Random(7)
        posts = [social_copy([sentence], random)[0] for sentence in dev]
        scores |= _named("EWT dev as posts", tree_scores(nlp, posts))
        scores["words a second, all layers"] = speed(nlp, dev)
    if nlp.has_pipe("ner"):
        entities = data / "entities/en"
        named = list(read_entities(entities / "uner_ewt-dev.iob2", 1, 2))
        scores |= _named("UNER dev", name_scores(nlp, named))
        tweets = list(read_entities(entities / "btc-e.conll"))
        scores |= _named("BTC e", name_scores(nlp, tweets))
        noisy = list(read_entities(entities / "wnut17dev.conll"))
        scores |= _named("WNUT17 dev", name_scores(nlp, noisy))
    return scores


def _named(corpus: str, scores: dict[str, float]) -> dict[str, float]:
    return {f"{corpus} {name}": round(value, 1) for name, value in scores.items()}


def _docs(nlp: spacy.Language, sentences: list[Sentence], off: list[str]) -> list[Doc]:
    docs = []
    for sentence in sentences:
        words = [word.form for word in sentence.words]
        starts = [index == 0 for index in range(len(words))]
        docs.append(
            Doc(
                nlp.vocab, words=words, spaces=[w.space for w in sentence.words], sent_starts=starts
            )
        )
    return list(nlp.pipe(docs, batch_size=BATCH, disable=off))


def tree_scores(nlp: spacy.Language, sentences: list[Sentence]) -> dict[str, float]:
    """Return UPOS, features, lemmas, UAS and LAS over all words."""
    right: Counter[str] = Counter()
    total = lemmas = 0
    off = [name for name in nlp.pipe_names if name == "ner"]
    for sentence, doc in zip(sentences, _docs(nlp, sentences, off), strict=True):
        for word, token in zip(sentence.words, doc, strict=True):
            total += 1
            right["UPOS"] += token.pos_ == word.upos
            right["XPOS"] += token.tag_ == word.xpos
            right["features"] += str(token.morph) == (word.feats or "")
            if word.lemma is not None and word.lemma != "_":
                lemmas += 1
                right["lemma"] += token.lemma_.casefold() == word.lemma.casefold()
            label = "root" if token.dep_ == "ROOT" else token.dep_
            right["UAS"] += token.head.i == word.head
            right["LAS"] += token.head.i == word.head and label == word.deprel
    return {
        name: 100 * count / (lemmas if name == "lemma" else total) for name, count in right.items()
    }


def name_scores(nlp: spacy.Language, sentences: list[Sentence]) -> dict[str, float]:
    """Return F over exact spans and kinds, in all and by kind."""
    counts: Counter[tuple[str, str]] = Counter()
    off = [name for name in nlp.pipe_names if name != "ner"]
    for sentence, doc in zip(sentences, _docs(nlp, sentences, off), strict=True):
        gold = _spans([word.entity or "O" for word in sentence.words])
        found = {(entity.start, entity.end, entity.label_) for entity in doc.ents}
        for case, spans in (("both", gold & found), ("gold", gold), ("found", found)):
            counts.update((case, kind) for *_, kind in spans)
            counts[case, "all"] += len(spans)
    kinds = ["all", *sorted({kind for _, kind in counts} - {"all"})]
    return {
        f"F {kind}": 200 * counts["both", kind] / (counts["gold", kind] + counts["found", kind])
        for kind in kinds
    }


def _spans(labels: list[str]) -> set[tuple[int, int, str]]:
    spans, start = set(), None
    for index, label in enumerate([*labels, "O"]):
        if start is not None and not label.startswith("I-"):
            spans.add((start, index, labels[start][2:]))
            start = None
        if label.startswith("B-"):
            start = index
    return spans


def speed(nlp: spacy.Language, sentences: list[Sentence]) -> float:
    """Return how many words of text the whole pipeline parses in a second, in batches."""
    texts = ["".join(w.form + " " * w.space for w in s.words) for s in sentences]
    started = time.perf_counter()
    words = sum(len(doc) for doc in nlp.pipe(texts, batch_size=BATCH))
    return round(words / (time.perf_counter() - started))


if __name__ == "__main__":
    main()
