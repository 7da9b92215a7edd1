"""The English that the embedded model speaks: spaCy's word splitting, with whole social pieces.

Imports spaCy, so it is itself imported late; training uses this same module.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast

from spacy.attrs import NORM, ORTH, PREFIX, SUFFIX
from spacy.lang.en import English
from spacy.language import BaseDefaults, Language
from spacy.tokenizer import Tokenizer
from spacy.tokens import Doc
from spacy.util import (
    compile_infix_regex,
    compile_prefix_regex,
    compile_suffix_regex,
    registry,
)

from postlint.language import spelling
from postlint.language.pieces import pieces

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping
    from pathlib import Path

    from spacy.vocab import Vocab

TOKENIZER = "postlint.SocialTokenizer.v1"
LANGUAGE = "postlint_en"


class SocialTokenizer:
    """Cuts a text into words without losing a character; social pieces stay whole."""

    def __init__(self, vocab: Vocab) -> None:
        """Take the vocabulary that the words are to live in."""
        self.vocab = vocab
        self.words = _word_tokenizer(vocab)

    def __call__(self, text: str) -> Doc:
        """Return a Doc whose ``text`` is exactly ``text``."""
        parts = list(_parts(text))
        if len(parts) == 1 and not parts[0][1]:
            return cast("Doc", self.words(text))
        words: list[str] = []
        spaces: list[bool] = []
        for part, whole in parts:
            if whole:
                words.append(part)
                spaces.append(False)
                continue
            rest = part
            if words and rest.startswith(" "):
                spaces[-1] = True
                rest = rest[1:]
            for token in self.words(rest):
                words.append(token.text)
                spaces.append(bool(token.whitespace_))
        return Doc(self.vocab, words=words, spaces=spaces)

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


def _parts(text: str) -> Iterator[tuple[str, bool]]:
    """Yield the text in parts, each with whether it stays whole."""
    last = 0
    for start, end in pieces(text):
        if start > last:
            yield text[last:start], False
        yield text[start:end], True
        last = end
    if last < len(text) or not text:
        yield text[last:], False


def _word_tokenizer(vocab: Vocab) -> Tokenizer:
    defaults = English.Defaults
    return Tokenizer(
        vocab,
        rules=_plain_rules(defaults.tokenizer_exceptions),
        prefix_search=compile_prefix_regex(defaults.prefixes or ()).search,
        suffix_search=compile_suffix_regex(defaults.suffixes or ()).search,
        infix_finditer=compile_infix_regex(defaults.infixes or ()).finditer,
    )


def _plain_rules(rules: Mapping[str, Any]) -> dict[str, list[dict[int, str]]]:
    """Drop the exceptions' norms: the same word must look the same however it was cut."""
    return {word: [{ORTH: part[ORTH]} for part in parts] for word, parts in rules.items()}


class PostEnglishDefaults(BaseDefaults):
    """spaCy's English, but for the three looks of a word that the model is trained on."""

    lex_attr_getters: dict[int, Any] = {  # noqa: RUF012 (spaCy reads it so)
        **English.Defaults.lex_attr_getters,
        NORM: spelling.norm,
        PREFIX: spelling.prefix,
        SUFFIX: spelling.suffix,
    }
    stop_words: set[str] = set()  # noqa: RUF012


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
