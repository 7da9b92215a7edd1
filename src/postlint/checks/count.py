"""``count``: too many, or too large a share, of something: hashtags, emoji, listed words."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from postlint import marks
from postlint.acronyms import unexpanded
from postlint.lexicon import longest
from postlint.listed import listed
from postlint.model import Hit, Layer
from postlint.options import Option, limit_for
from postlint.spans import Span
from postlint.values import dataclass

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from postlint.document import Document
    from postlint.lexicon import Spot
    from postlint.model import Way
    from postlint.options import Options

OF: Final = (
    "listed",
    "acronyms",
    "hashtags",
    "mentions",
    "links",
    "emoji",
    "words",
    "sentence-words",
    "paragraph-words",
    "exclamations",
    "questions",
)
OPTIONS: Final[Mapping[str, Option]] = {
    "of": Option("choice", "What is counted.", required=True, choices=OF),
    "words": Option(
        "words", "What “listed” counts; the acronyms that “acronyms” leaves out.", default=()
    ),
    "forms": Option(
        "choice",
        "Whether plurals and verb forms count too (English).",
        default="exact",
        choices=("exact", "lemma"),
    ),
    "above": Option("limits", "Flag more than this; one number, or one for each platform."),
    "below": Option("limits", "Flag fewer than this."),
    "share": Option("number", "Flag more than this share of the words (0 to 1)."),
    "at-least": Option("number", "Say nothing of a share below this many.", default=2),
    "commas": Option(
        "number", "Leave out sentences with more commas than this: lists.", default=99
    ),
    "distinct": Option("flag", "Count equal things once.", default=False),
}
PLACEHOLDERS: Final = frozenset({"count", "limit", "things"})


def _ends(mark: str) -> Callable[[Document], list[Span]]:
    def ends(document: Document) -> list[Span]:
        found = []
        for sentence in document.sentences:
            text = sentence.of(document.text).rstrip()
            if text.endswith(mark):
                last = sentence.start + len(text)
                found.append(Span(last - 1, last))
        return found

    return ends


def _emoji(document: Document) -> list[Span]:
    """Return the emoji; neighbouring flags count as one."""
    found: list[Span] = []
    for emoji in document.social.emoji:
        is_flag = "\U0001f1e6" <= emoji.text[0] <= "\U0001f1ff"
        follows = found and found[-1].end == emoji.span.start
        if is_flag and follows and "\U0001f1e6" <= document.text[found[-1].start] <= "\U0001f1ff":
            found[-1] = Span(found[-1].start, emoji.span.end)
        else:
            found.append(emoji.span)
    return found


_LEAST: Final[Mapping[str, str]] = {"exclamations": "!", "questions": "?"}
"""What stands in a text for each thing that is counted, in some texts more often."""
_SPANS: Final[Mapping[str, Callable[[Document], list[Span]]]] = {
    "hashtags": lambda document: [tag.span for tag in document.social.hashtags],
    "mentions": lambda document: [mention.span for mention in document.social.mentions],
    "links": lambda document: [link.span for link in document.social.links],
    "emoji": _emoji,
    "words": lambda document: list(document.words),
    "exclamations": _ends("!"),
    "questions": _ends("?"),
}


_BLOCKS: Final = frozenset({"sentence-words", "paragraph-words"})


def _blocks(document: Document, of: str) -> list[Span]:
    """Return the sentences, or the paragraphs (no line break within)."""
    if of == "sentence-words":
        return list(document.sentences)
    found, start = [], 0
    for line in document.text.split("\n"):
        found.append(Span(start, start + len(line)))
        start += len(line) + 1
    return found


WAYS: Final[Mapping[str, tuple[Way, ...]]] = {
    "acronyms": ((frozenset({marks.CAPITALS}),),),
    "hashtags": ((frozenset("#＃"),),),
    "mentions": ((frozenset({marks.MENTION}),),),
    "emoji": ((frozenset({marks.SIGN}),),),
    "exclamations": ((frozenset("!"),),),
    "questions": ((frozenset("?"),),),
}
"""What there must be to be counted (see `postlint.prefilter`)."""


@dataclass(frozen=True, slots=True)
class CountFinder:
    """Yields what is too much, from the first thing over the limit to the last."""

    of: str
    above: Any
    below: Any
    share: float | None
    at_least: int
    commas: int
    distinct: bool
    known: frozenset[str]
    literals: frozenset[str] | None
    required: tuple[Way, ...] = ()
    layers: frozenset[Layer] = frozenset()

    def find(self, document: Document, spots: Sequence[Spot]) -> Iterator[Hit]:
        """Yield one hit, or for words in sentences and paragraphs one for each that is too long."""
        if self.of in _BLOCKS:
            yield from self._long_blocks(document)
            return
        if self._is_short_of_them(document):
            return
        if self.of == "listed":
            things = [Span(spot.start, spot.end) for spot in longest(spots)]
        elif self.of == "acronyms":
            things = unexpanded(document.written, document.words, self.known)
        else:
            things = _SPANS[self.of](document)
        if self.distinct:
            things = list({thing.of(document.folded): thing for thing in reversed(things)}.values())
            things.sort()
        yield from self._judge(document, things)

    def _is_short_of_them(self, document: Document) -> bool:
        """Tell at a glance that there are not too many."""
        mark, above = _LEAST.get(self.of), limit_for(self.above, document.platform)
        if mark is None or above is None or self.share is not None or self.below is not None:
            return False
        return document.text.count(mark) <= above

    def _judge(self, document: Document, things: list[Span]) -> Iterator[Hit]:
        above, below = (
            limit_for(self.above, document.platform),
            limit_for(self.below, document.platform),
        )
        count, words = len(things), max(1, len(document.words))
        dense = self.share is not None and count >= self.at_least and count / words > self.share
        if above is not None and count > above:
            span = Span(things[int(above)].start, things[-1].end)
            names = dict.fromkeys(thing.of(document.text) for thing in things)
            values = {"count": str(count), "limit": f"{above:g}", "things": ", ".join(names)}
            yield Hit(span, values)
        elif dense:
            span = Span(things[0].start, things[-1].end)
            yield Hit(span, {"count": str(count), "limit": f"{self.share:.0%}"})
        elif below is not None and count < below and document.text.strip():
            end = len(document.text.rstrip())
            yield Hit(Span(0, end), {"count": str(count), "limit": f"{below:g}"})

    def _long_blocks(self, document: Document) -> Iterator[Hit]:
        above = limit_for(self.above, document.platform)
        if above is None or len(document.words) <= above:
            return
        for block in _blocks(document, self.of):
            words = document.words_in(block.start, block.end)
            is_list = block.of(document.text).count(",") > self.commas
            if len(words) > above and not is_list:
                values = {"count": str(len(words)), "limit": f"{above:g}"}
                yield Hit(Span(words[0].start, words[-1].end), values)


def compile(options: Options) -> CountFinder:  # noqa: A001 - the protocol's name
    """Make the finder; it needs a bound, and words where it counts listed ones."""
    if all(options[bound] is None for bound in ("above", "below", "share")):
        msg = "say “above”, “below” or “share”"
        raise ValueError(msg)
    only_listed = options["of"] == "listed"
    if only_listed and options["below"] is not None:
        msg = "“of: listed” cannot be “below”: nobody looks where no word stands; use “missing”"
        raise ValueError(msg)
    if only_listed and not options["words"]:
        msg = "“of: listed” needs “words”"
        raise ValueError(msg)
    words = listed(options["words"], options["forms"])
    return CountFinder(
        of=options["of"],
        above=options["above"],
        below=options["below"],
        share=options["share"],
        at_least=int(options["at-least"]),
        commas=int(options["commas"]),
        distinct=options["distinct"],
        known=words,
        literals=words if only_listed else None,
        required=_required(options["of"], options["above"]) if options["below"] is None else (),
    )


def _required(of: str, above: Any) -> tuple[Way, ...]:
    """Return what there must be for too many of something."""
    one = above is None or isinstance(above, int | float)
    bounds = (above or 0,) if one else tuple(above.values())
    if of in _BLOCKS and min(bounds) >= marks.MANY - 1:
        return ((frozenset({marks.MANY_WORDS}),),)
    return WAYS.get(of, ())
