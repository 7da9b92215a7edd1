"""The English that the embedded model speaks: `words` and `spelling` in spaCy's clothes.

Imports spaCy, so it is itself imported late; training uses this same module.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from spacy.attrs import LIKE_NUM, NORM, PREFIX, SUFFIX
from spacy.language import BaseDefaults, Language
from spacy.tokens import Doc
from spacy.util import registry

from postlint.language import spelling
from postlint.language.words import words

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from spacy.vocab import Vocab

TOKENIZER = "postlint.SocialTokenizer.v1"
LANGUAGE = "postlint_en"


class SocialTokenizer:
    """Cuts a text into words without losing a character; social pieces stay whole."""

    def __init__(self, vocab: Vocab) -> None:
        """Take the vocabulary that the words are to live in."""
        self.vocab = vocab

    def __call__(self, text: str) -> Doc:
        """Return a Doc whose ``text`` is exactly ``text``."""
        found, spaces = words(text)
        return Doc(self.vocab, words=found, spaces=spaces)

    def to_bytes(self, **_: Any) -> bytes:
        """Return nothing: the rules are code, not weights."""
        return b""

    def from_bytes(self, _: bytes, **__: Any) -> SocialTokenizer:
        """Read nothing."""
        return self

    def to_disk(self, _: str | Path, **__: Any) -> None:
        """Write nothing."""

    def from_disk(self, _: str | Path, **__: Any) -> SocialTokenizer:
        """Read nothing."""
        return self


class PostEnglishDefaults(BaseDefaults):
    """spaCy's defaults, but for the looks of a word that the model is trained on."""

    lex_attr_getters: dict[int, Any] = {  # noqa: RUF012 (spaCy reads it so)
        **BaseDefaults.lex_attr_getters,
        NORM: spelling.norm,
        PREFIX: spelling.prefix,
        SUFFIX: spelling.suffix,
        LIKE_NUM: spelling.like_number,
    }


@registry.languages(LANGUAGE)
class PostEnglish(Language):  # type: ignore[no-untyped-call]
    """The pipeline class of the embedded English model."""

    lang = LANGUAGE
    Defaults = PostEnglishDefaults


@registry.tokenizers(TOKENIZER)  # type: ignore[untyped-decorator]
def make_tokenizer() -> Callable[[Language], SocialTokenizer]:
    """Return a factory for spaCy's configuration."""

    def create(nlp: Language) -> SocialTokenizer:
        return SocialTokenizer(nlp.vocab)

    return create
