"""Sentences, words and the language of each sentence, by rule and fast.

For readability, position rules and word lists; grammar is `postlint.language`'s
affair. Everything here takes linear time on any text.
"""

from __future__ import annotations

from postlint.prose.languages import language, may_mix, sentence_languages
from postlint.prose.sentences import sentences
from postlint.prose.words import words

__all__ = ["language", "may_mix", "sentence_languages", "sentences", "words"]
