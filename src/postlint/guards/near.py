"""``near``: named words stand beside the hit, in its sentence or in the post: sport, idiom."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from postlint.listed import lexicon
from postlint.options import Option
from postlint.patterns import linear
from postlint.spans import Span

if TYPE_CHECKING:
    from collections.abc import Mapping

    from postlint.document import Document
    from postlint.guards.guard import Acquits
    from postlint.model import Hit
    from postlint.options import Options

WITHIN: Final = ("before", "after", "beside", "sentence", "neighbours", "post", "over")
OPTIONS: Final[Mapping[str, Option]] = {
    "words": Option("words", "Words that acquit.", default=()),
    "patterns": Option("patterns", "RE2 patterns that acquit.", default=()),
    "within": Option(
        "choice",
        "sentence; neighbours (the sentences around too); post; before, after or beside (a few "
        "words away); over (the words include the hit: an idiom).",
        default="sentence",
        choices=WITHIN,
    ),
    "window": Option("number", "How many words away before, after and beside look.", default=3),
    "forms": Option(
        "choice", "Whether inflections count too.", default="exact", choices=("exact", "lemma")
    ),
}


def _range(document: Document, hit: Hit, within: str, window: int) -> Span:
    """Return where to look, in code points."""
    if within == "post":
        return Span(0, len(document.text))
    if within == "over":
        return Span(max(0, hit.span.start - 60), min(len(document.text), hit.span.end + 60))
    index = document.sentence_index(hit.span.start)
    if within == "neighbours":
        around = document.sentences[max(0, index - 1) : index + 2]
        return Span(around[0].start, around[-1].end) if around else Span(0, 0)
    sentence = document.sentence_at(hit.span.start)
    if within == "sentence":
        return Span(sentence.start, max(sentence.end, hit.span.end))
    before = [w.start for w in document.words_in(sentence.start, hit.span.start)]
    after = [w.end for w in document.words_in(hit.span.end, sentence.end)]
    start = ([hit.span.start, *reversed(before)][: window + 1])[-1]
    end = ([hit.span.end, *after][: window + 1])[-1]
    if within == "before":
        return Span(start, hit.span.start)
    return Span(hit.span.end if within == "after" else start, end)


def compile(options: Options) -> Acquits:  # noqa: A001 - the protocol's name
    """Make the guard; it needs words or patterns."""
    if not (options["words"] or options["patterns"]):
        msg = "say “words” or “patterns”"
        raise ValueError(msg)
    words = lexicon(options["words"], options["forms"])
    for pattern in options["patterns"]:
        linear(pattern)
    within, window = options["within"], int(options["window"])

    def acquits(document: Document, hit: Hit) -> bool:
        place = _range(document, hit, within, window)
        spots = words.find(document.folded, place.start, place.end)
        if within == "over":
            return any(s.start < hit.span.end and hit.span.start < s.end for s in spots)
        if any(not hit.span.covers(Span(s.start, s.end)) for s in spots):
            return True
        text = re.sub("\n", " ", place.of(document.masked))
        return any(linear(pattern).search(text) for pattern in options["patterns"])

    return acquits
