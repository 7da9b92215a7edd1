"""Joins the two trained pipelines and writes them as postlint's embedded model.

    python scripts/pack.py GRAMMAR NAMES DATA OUT

The words of the training texts stay behind: only labels, features and the
strings of edit trees are written. Checks that the packed model's output is the
unpacked one's.
"""

from __future__ import annotations

import json
import sys
from datetime import UTC, datetime
from pathlib import Path
from random import Random

import spacy
from evaluate import measure

import functions  # noqa: F401  (registers what the configs name)
from corpora import read_treebank
from postlint.language import archive
from social import social_copy

SOURCES = [
    {
        "name": "Universal Dependencies English Web Treebank",
        "part": "train",
        "url": "https://github.com/UniversalDependencies/UD_English-EWT",
        "commit": "15d613d",
        "licence": "CC BY-SA 4.0",
    },
    {
        "name": "Universal NER, English EWT",
        "part": "train (silver)",
        "url": "https://github.com/UniversalNER/UNER_English-EWT",
        "commit": "0c7ce0d",
        "licence": "CC BY-SA 4.0",
    },
    {
        "name": "Broad Twitter Corpus",
        "part": "sections a, b, f, g",
        "url": "https://github.com/GateNLP/broad_twitter_corpus",
        "commit": "0c45ef7",
        "licence": "CC BY 4.0",
    },
    {
        "name": "WNUT 2017 Emerging Entities",
        "part": "train",
        "url": "https://github.com/leondz/emerging_entities_17",
        "commit": "e52a2d2",
        "licence": "CC BY 4.0",
    },
]


def main(grammar: Path, names: Path, data: Path, out: Path) -> None:
    """Write ``out``, compare it with what went in, and note its scores in ``meta.json``."""
    nlp = spacy.load(grammar)
    nlp.add_pipe("ner", source=spacy.load(names))
    texts = _texts(data)
    exact = _outputs(nlp, texts)
    archive.write(nlp, out)
    rounded = _outputs(nlp, texts)
    packed = archive.read(out)
    if _outputs(packed, texts) != rounded:
        sys.exit("the packed model says something else than the unpacked one")
    moved = sum(a != b for a, b in zip(exact, rounded, strict=True))
    described = {
        "name": "postlint embedded English",
        "language": "en",
        "date": datetime.now(UTC).date().isoformat(),
        "spacy": spacy.__version__,
        "licence": "CC BY-SA 4.0",
        "attribution": "postlint contributors, from the sources below; see NOTICE",
        "sources": SOURCES,
        "scores": measure(packed, data),
        "words_moved_by_16_bits": f"{moved} of {len(exact)}",
    }
    (out / archive.META).write_text(json.dumps(described, indent=1) + "\n", encoding="utf-8")
    print(json.dumps(described["scores"], indent=1), described["words_moved_by_16_bits"])
    print({path.name: path.stat().st_size for path in out.iterdir()})


def _texts(data: Path) -> list[str]:
    """Return the development sentences as they are, and as posts."""
    dev = list(read_treebank(data / "treebanks/en/en_ewt-ud-dev.conllu"))
    random = Random(11)
    posts = [social_copy([sentence], random)[0] for sentence in dev]
    return ["".join(w.form + " " * w.space for w in s.words) for s in (*dev, *posts)]


def _outputs(nlp: spacy.Language, texts: list[str]) -> list[tuple[str, ...]]:
    return [
        (t.text, t.tag_, t.pos_, str(t.morph), t.lemma_, t.dep_, str(t.head.i), t.ent_type_)
        for doc in nlp.pipe(texts, batch_size=128)
        for t in doc
    ]


if __name__ == "__main__":
    main(*(Path(argument) for argument in sys.argv[1:5]))
