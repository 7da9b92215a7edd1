"""Turns treebank sentences into what people post: mentions, hashtags, links, emoji, no full stops.

Every change keeps the gold layers right, with Universal Dependencies relations
for what is added. It does not touch the development data.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from corpora import Sentence, Word

if TYPE_CHECKING:
    from random import Random

SHORT = {
    "you": "u",
    "your": "ur",
    "are": "r",
    "please": "pls",
    "thanks": "thx",
    "and": "&",
    "because": "bc",
    "with": "w/",
    "people": "ppl",
    "for": "4",
    "to": "2",
}
COMMON_SHORT = {"you", "your", "are", "please", "thanks", "and"}
EMOJI = [
    "😀",
    "😂",
    "🙏",
    "❤️",
    "👏",
    "🎉",
    "🔥",
    "👍",
    "😢",
    "😡",
    "🇨🇦",
    "🇫🇷",
    "🇺🇦",
    "✅",
    "👉",
    "💪",
    "🌍",
    "📢",
    "🤔",
    "😎",
    "👨\u200d👩\u200d👧",
    "👍🏽",
    "✨",
    "🙌",
    "💙",
    "⚠️",
    "🕊️",
    "🥳",
    "🤝",
    "📸",
    "➡️",
    ":)",
    ";)",
    ":D",
    ":(",
]
STEMS = [
    "news",
    "gov",
    "minister",
    "world",
    "team",
    "embassy",
    "voice",
    "north",
    "global",
    "green",
    "daily",
    "real",
    "one",
    "city",
    "press",
    "alex",
    "sam",
    "kim",
    "jo",
    "maria",
    "chris",
    "dr",
    "uk",
    "eu",
    "un",
    "can",
    "aus",
]
TOPICS = [
    "peace",
    "climate",
    "budget",
    "health",
    "trade",
    "women",
    "science",
    "youth",
    "jobs",
    "energy",
    "ocean",
    "football",
    "love",
    "fail",
    "win",
    "monday",
    "breaking",
    "election",
    "education",
    "culture",
    "security",
    "travel",
    "now",
    "live",
]
ENDINGS = {".", "!", "?", "...", ".."}


def social_copy(sentences: list[Sentence], random: Random) -> list[Sentence]:
    """Return the sentences of one document as a post; the first and last get the trimmings."""
    lower = random.random() < 0.3
    bare = random.random() < 0.45
    repeat = random.random() < 0.25
    short = random.random() < 0.35
    inline = random.random() < 0.4
    posts = []
    for sentence in sentences:
        words = list(sentence.words)
        if lower:
            words = [_lower(word) for word in words]
        if short:
            words = [_shortened(word, random) for word in words]
        if inline:
            words = [_inline(word, random) for word in words]
        words = _ending(words, bare, repeat, random)
        posts.append(replace(sentence, words=tuple(words)))
    posts[0] = _lead(posts[0], random)
    posts[-1] = _trail(posts[-1], random)
    return posts


def shouted(sentences: list[Sentence]) -> list[Sentence]:
    """Return the sentences in capitals; lemmas stay as they are."""
    return [
        replace(s, words=tuple(replace(w, form=w.form.upper()) for w in s.words)) for s in sentences
    ]


def _lower(word: Word) -> Word:
    lemma = word.lemma.lower() if word.lemma is not None else None
    return replace(word, form=word.form.lower(), lemma=lemma)


def _shortened(word: Word, random: Random) -> Word:
    short = SHORT.get(word.form.lower())
    if short is None or (word.form.lower() not in COMMON_SHORT and random.random() < 0.7):
        return word
    return replace(word, form=short) if random.random() < 0.8 else word


def _inline(word: Word, random: Random) -> Word:
    if not word.form.isalpha() or len(word.form) < 3:
        return word
    named = word.upos == "PROPN" or (word.entity or "O") != "O"
    if named and word.space and random.random() < 0.15:
        mark = "@" if random.random() < 0.4 else "#"
    elif (word.upos in {"NOUN", "ADJ", "VERB"} or word.upos is None) and random.random() < 0.06:
        mark = "#"
    else:
        return word
    lemma = mark + word.lemma if word.lemma is not None else None
    entity = "O" if mark == "@" and word.entity else word.entity
    return replace(word, form=mark + word.form, lemma=lemma, entity=entity)


def _ending(words: list[Word], bare: bool, repeat: bool, random: Random) -> list[Word]:
    """Drop or repeat the final punctuation, where nothing hangs on it."""
    last = len(words) - 1
    if last < 1 or words[last].form not in ENDINGS:
        return words
    leaf = all(word.head != last for index, word in enumerate(words) if index != last)
    if bare and leaf and words[last].head != last:
        return [*words[:-1], replace(words[-2], space=True)]
    if repeat:
        form = words[last].form[0] * random.randint(2, 4)
        lemma = form if words[last].lemma is not None else None
        return [*words[:-1], replace(words[last], form=form, lemma=lemma)]
    return words


def _root(words: tuple[Word, ...]) -> int | None:
    return next((i for i, word in enumerate(words) if word.head == i), None)


def _added(form: str, upos: str, xpos: str, deprel: str, like: Word) -> Word:
    """Return a new word with just the layers that its neighbours have; the head is set later."""
    tree = like.head is not None
    return Word(
        form=form,
        upos=upos if like.upos is not None else None,
        xpos=xpos if like.xpos is not None else None,
        feats=("Number=Sing" if upos == "PROPN" else "") if like.feats is not None else None,
        lemma=form if like.lemma is not None else None,
        head=-1 if tree else None,
        deprel=deprel if tree else None,
        entity="O" if like.entity is not None else None,
    )


def _lead(sentence: Sentence, random: Random) -> Sentence:
    """Put RT, mentions or an emoji before the first word."""
    like, added = sentence.words[0], []
    choice = random.random()
    if choice < 0.1:
        added = [
            _added("RT", "X", "RT", "discourse", like),
            _added(_handle(random), "PROPN", "NNP", "discourse", like),
            _added(":", "PUNCT", ":", "punct", like),
        ]
        added[1] = replace(added[1], space=False)
    elif choice < 0.4:
        added = [
            _added(_handle(random), "PROPN", "NNP", "vocative", like)
            for _ in range(random.choice((1, 1, 1, 2, 3)))
        ]
    elif choice < 0.5:
        added = [_added(random.choice(EMOJI), "SYM", "NFP", "discourse", like)]
    elif choice < 0.55:
        added = [
            _added(_hashtag(random), "X", "HT", "discourse", like),
            _added(":", "PUNCT", ":", "punct", like),
        ]
        added[0] = replace(added[0], space=False)
    return _grown(sentence, added, [])


def _trail(sentence: Sentence, random: Random) -> Sentence:
    """Put hashtags, links and emoji after the last word."""
    like, added = sentence.words[-1], []
    if random.random() < 0.25:
        count = random.choice((1, 1, 1, 2, 3))
        added += [_added(random.choice(EMOJI), "SYM", "NFP", "discourse", like)] * count
    if random.random() < 0.3:
        count = random.choice((1, 1, 2, 2, 3, 4))
        added += [_added(_hashtag(random), "X", "HT", "discourse", like) for _ in range(count)]
    if random.random() < 0.3:
        added.append(_added(_link(random), "X", "ADD", "list", like))
    if random.random() < 0.15:
        random.shuffle(added)
    return _grown(sentence, [], added)


def _grown(sentence: Sentence, before: list[Word], after: list[Word]) -> Sentence:
    """Return the sentence with new words hung on its root."""
    if not before and not after:
        return sentence
    root, shift = _root(sentence.words), len(before)
    middle = [
        word if word.head is None else replace(word, head=word.head + shift)
        for word in sentence.words
    ]
    if after:
        middle[-1] = replace(middle[-1], space=True)
    hang = None if root is None else root + shift
    new = [[replace(word, head=hang) for word in words] for words in (before, after)]
    return replace(sentence, words=(*new[0], *middle, *new[1]))


def _handle(random: Random) -> str:
    parts = [random.choice(STEMS) for _ in range(random.choice((1, 2, 2)))]
    name = random.choice(("", "_")).join(parts)
    name += random.choice(("", "", str(random.randint(1, 99))))
    return "@" + (name if random.random() < 0.5 else name.title())


def _hashtag(random: Random) -> str:
    parts = [random.choice(TOPICS) for _ in range(random.choice((1, 1, 2, 3)))]
    name = "".join(parts) if random.random() < 0.4 else "".join(part.title() for part in parts)
    return "#" + (name.upper() if random.random() < 0.1 else name)


def _link(random: Random) -> str:
    code = "".join(random.choice("abcdefghkmnpqrstxyzABCDEFGH0123456789") for _ in range(9))
    host = random.choice(("t.co", "bit.ly", "www.example.org", "ow.ly", "gov.example.com/news"))
    return f"https://{host}/{code}" if random.random() < 0.9 else f"{host}/{code}"
