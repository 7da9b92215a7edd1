"""Joins the two trained pipelines and writes them as postlint's embedded model.

    python scripts/pack.py GRAMMAR NAMES OUT [SCORES.json]

The words of the training texts stay behind: only labels, features and the
strings of edit trees are written. Checks that the packed model's output is the
unpacked one's.
"""

from __future__ import annotations

import json
import sys
from datetime import UTC, datetime
from pathlib import Path

import functions  # noqa: F401  (registers what the configs name)
import spacy

from postlint.language import archive

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
PROBES = [
    "Honestly, President Okoro is a jerk about our fisheries.",
    "RT @freedonia_gov: thx everyone 🎉🎉 pls read this #PeaceTalks https://example.org/a",
    "The first ever visit was announced by Minister Ada Lindqvist in Ruritania on Monday!!",
    "we're not sure that they have been told\n\nGoing to sign it now",
]


def main(grammar: Path, names: Path, out: Path, scores: Path | None) -> None:
    """Write ``out`` and compare it with what went in."""
    nlp = spacy.load(grammar)
    nlp.add_pipe("ner", source=spacy.load(names))
    before = [_output(doc) for doc in nlp.pipe(PROBES)]
    archive.write(nlp, out)
    after = [_output(doc) for doc in archive.read(out).pipe(PROBES)]
    if before != after:
        sys.exit("the packed model says something else than the unpacked one")
    described = {
        "name": "postlint embedded English",
        "language": "en",
        "date": datetime.now(UTC).date().isoformat(),
        "spacy": spacy.__version__,
        "licence": "CC BY-SA 4.0",
        "attribution": "postlint contributors, from the sources below",
        "sources": SOURCES,
        "scores": json.loads(scores.read_text()) if scores else {},
    }
    (out / archive.META).write_text(json.dumps(described, indent=1) + "\n", encoding="utf-8")
    print({path.name: path.stat().st_size for path in out.iterdir()})


def _output(doc: spacy.tokens.Doc) -> list[tuple[str, ...]]:
    return [
        (t.text, t.tag_, t.pos_, str(t.morph), t.lemma_, t.dep_, str(t.head.i), t.ent_type_)
        for t in doc
    ]


if __name__ == "__main__":
    given = [Path(argument) for argument in sys.argv[1:]]
    main(given[0], given[1], given[2], given[3] if len(given) > 3 else None)
