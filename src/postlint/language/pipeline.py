"""Parses texts with the embedded English model, or with another spaCy pipeline that is installed.

Whatever the pipeline's own labels, what comes out speaks Universal
Dependencies. The embedded model does without spaCy (`embedded`); a `Pipeline`
of spaCy's is another's, or the embedded one where its index does not fit.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from postlint.language.clearnlp import is_clearnlp
from postlint.language.pieces import pieces
from postlint.language.reading import parse_of
from postlint.language.stages import stages_for, tree_labels

if TYPE_CHECKING:
    from collections.abc import Sequence

    from spacy.language import Language
    from spacy.tokens import Doc

    from postlint.model import Layer, Parse
    from postlint.spans import Span

EMBEDDED_NAME = "embedded English"
EMBEDDED_LANGUAGE = "postlint_en"
BATCH = 128
UNSAFE = dict.fromkeys((0, *range(0xD800, 0xE000)), "\ufffd")


class Pipeline:
    """A pipeline that is ready to parse; `loading.load` makes one."""

    def __init__(self, nlp: Language, name: str) -> None:
        """Take a loaded pipeline and the name that people know it by."""
        self.name = name
        self._nlp = nlp
        self._universal = not is_clearnlp(tree_labels(nlp))

    def parse(
        self,
        texts: Sequence[str],
        sentences: Sequence[Sequence[Span]] | None,
        layers: frozenset[Layer],
    ) -> list[Parse]:
        """Parse each text, running only what the layers need.

        ``sentences`` are the sentence spans of each text, in order; the parser
        keeps to them. With None it finds its own when the tree is asked for.
        Spans of the result count code points of the text as given, even where
        it holds what cannot be parsed (NUL, lone surrogates). White space is
        no token.
        """
        bounds = [None] * len(texts) if sentences is None else list(sentences)
        docs = [self._cut(text, starts) for text, starts in zip(texts, bounds, strict=True)]
        off = stages_for(self._nlp, layers)
        done = self._nlp.pipe(docs, batch_size=BATCH, disable=off)
        return [
            parse_of(text, doc, starts, layers, universal=self._universal)
            for text, doc, starts in zip(texts, done, bounds, strict=True)
        ]

    def _cut(self, text: str, sentences: Sequence[Span] | None) -> Doc:
        """Return the text's words, with the sentence starts marked where they are known."""
        doc: Doc = self._nlp.tokenizer(text.translate(UNSAFE))
        if self._nlp.lang != EMBEDDED_LANGUAGE:
            _keep_pieces_whole(doc)
        if sentences is not None:
            starts = set(_first_words(doc, sentences))
            for token in doc:
                token.is_sent_start = token.i in starts
        return doc


def _keep_pieces_whole(doc: Doc) -> None:
    """Join what another pipeline's tokenizer has cut of a link, a handle, a hashtag or an emoji."""
    last = 0
    with doc.retokenize() as retokenizer:
        for start, end in pieces(doc.text):
            cut = doc.char_span(start, end, alignment_mode="expand")
            if cut is not None and len(cut) > 1 and cut.start >= last:
                retokenizer.merge(cut)
                last = cut.end


def _first_words(doc: Doc, sentences: Sequence[Span]) -> list[int]:
    """Return the index of the first word at or behind the start of each sentence."""
    firsts = [0]
    words = [(token.idx, token.i) for token in doc if not token.is_space]
    at = 0
    for sentence in sorted(sentences):
        while at < len(words) and words[at][0] < sentence.start:
            at += 1
        if at < len(words):
            firsts.append(words[at][1])
    return firsts
