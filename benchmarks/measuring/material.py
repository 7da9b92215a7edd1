"""What is linted: two short drafts of our own, and posts of files named by the caller."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from pathlib import Path

PLAIN: Final = (
    "Doors open at noon on Saturday at the Halifax library. Bring a friend, and a book to swap.\n"
)
"""A draft in which no word asks for grammar; the page says whether spaCy stayed away."""
WITH_TRIGGER: Final = (
    "The President of Ruritania is a clown, and our fishermen know it. Come and see us at noon.\n"
)
"""A draft that asks for grammar: whom does the word concern?"""
PRIMER: Final = "The Prime Minister of Freedonia is no fool. Snow fell on Ottawa in the night.\n"
"""Another draft, which fills the cache with everything but results of the two above."""
FAULTY: Final = "Teh chairman is very unique and was stolen by the the man.\n"
"""What every peer has something to say about."""


def read(paths: Iterable[Path]) -> list[str]:
    """Return the English texts of JSON Lines files, each on one line; others are left out.

    An entry without “lang” counts as English.
    """
    texts = []
    for path in paths:
        for line in path.read_text(encoding="utf-8").splitlines():
            entry = json.loads(line) if line.strip() else {}
            text = " ".join(str(entry.get("text", "")).split())
            if text and entry.get("lang", "en") == "en":
                texts.append(text)
    return texts


def sample(texts: Sequence[str], most: int) -> list[str]:
    """Return at most so many texts, spread evenly over all of them, in their order."""
    if len(texts) <= most:
        return list(texts)
    return [texts[at * len(texts) // most] for at in range(most)]


def grown(texts: Sequence[str], count: int) -> list[str]:
    """Return ``count`` texts: these, and then halves of one joined to halves of another.

    The same call gives the same texts. No two rounds join the same halves, so
    that the posts are as long as real ones and not copies of one another.
    """
    made = list(texts[:count])
    while len(made) < count:
        turn, at = divmod(len(made), len(texts))
        words = texts[at].split()
        other = texts[(at + turn) % len(texts)].split()
        made.append(" ".join([*words[: len(words) // 2], *other[len(other) // 2 :]]))
    return made


def write_queue(path: Path, texts: Iterable[str]) -> Path:
    """Write texts as a queue in JSON Lines, with made-up ids; return the path."""
    entries = ({"id": f"post-{n:06}", "text": text} for n, text in enumerate(texts, 1))
    lines = (json.dumps(entry, ensure_ascii=False) for entry in entries)
    path.write_text("".join(f"{line}\n" for line in lines), encoding="utf-8")
    return path


def write_page(path: Path, texts: Iterable[str]) -> Path:
    """Write texts as paragraphs of one file, as linters of prose read them; return the path."""
    path.write_text("\n\n".join(texts) + "\n", encoding="utf-8")
    return path


def word_count(texts: Iterable[str]) -> int:
    """Return how many words, cut at white space, the texts hold."""
    return sum(len(text.split()) for text in texts)
