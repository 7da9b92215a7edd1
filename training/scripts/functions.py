"""What the configs name: the language class, and a reader that half the time cuts words itself.

Gold words teach what the treebank means; our own words are what the model will see.
"""

from __future__ import annotations

from pathlib import Path
from random import Random
from typing import TYPE_CHECKING

from spacy.tokens import Doc, DocBin
from spacy.training import Example
from spacy.util import registry

from postlint.language import english  # noqa: F401  (registers the language)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from spacy.language import Language


@registry.readers("postlint.Corpus.v1")
def make_reader(path: Path, own_words: float) -> Callable[[Language], Iterator[Example]]:
    """Return a reader of all DocBins that match the glob ``path``.

    ``own_words`` is the share of documents that our tokenizer cuts.
    """
    files = sorted(Path(path).parent.glob(Path(path).name))

    def read(nlp: Language) -> Iterator[Example]:
        random = Random(0)
        for file in files:
            for reference in DocBin().from_disk(file).get_docs(nlp.vocab):
                yield Example(_predicted(nlp, reference, random.random() < own_words), reference)

    return read


def _predicted(nlp: Language, reference: Doc, own: bool) -> Doc:
    if own:
        return nlp.make_doc(reference.text)
    return Doc(
        nlp.vocab,
        words=[token.text for token in reference],
        spaces=[bool(token.whitespace_) for token in reference],
    )
