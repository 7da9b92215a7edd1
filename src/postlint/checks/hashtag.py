"""``hashtag``: tags that a screen reader cannot read, that break off, or that read two ways."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from postlint import segmentation
from postlint.lexicon import fold
from postlint.listed import listed
from postlint.model import Fix, Hit, Layer
from postlint.options import Option, spell_out
from postlint.spans import Span
from postlint.values import dataclass

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from postlint.document import Document
    from postlint.lexicon import Spot
    from postlint.options import Options

FAULTS: Final = ("run-together", "truncated", "double-meaning")
OPTIONS: Final[Mapping[str, Option]] = {
    "fault": Option("choice", "What is wrong with the tag.", required=True, choices=FAULTS),
    "words": Option(
        "words",
        "double-meaning: words that must not appear in another reading; truncated: tags to "
        "which a possessive ’s belongs.",
        default=(),
    ),
    "allow": Option("words", "Tags that a community writes this way.", default=()),
}
PLACEHOLDERS: Final = frozenset({"better", "reading"})
_CUTTERS: Final = "'’-&"


def _has_boundary(tag: str) -> bool:
    """Tell whether a capital or an underscore inside the tag shows where words begin."""
    inner = any(char.isupper() for char in tag[1:])
    return "_" in tag or (inner and any(char.islower() for char in tag))


def _run_together(tag: str, span: Span, text: str, words: frozenset[str]) -> Hit | None:  # noqa: ARG001
    if _has_boundary(tag) or tag.isupper() or any(char.isdigit() for char in tag):
        return None
    parts = segmentation.split(tag.lower())
    if parts is None or len(parts) == 1:
        return None
    better = "#" + "".join(part[:1].upper() + part[1:] for part in parts)
    return Hit(span, {"better": better}, (Fix(span, better, safe=True),))


def _truncated(tag: str, span: Span, text: str, words: frozenset[str]) -> Hit | None:
    """A tag ends at an apostrophe or hyphen: “#Women's” links to “#Women” only.

    A possessive after a name cuts nothing (“#Canada's skaters”).
    """
    after = text[span.end : span.end + 2]
    if len(after) < 2 or after[0] not in _CUTTERS or not after[1].isalnum():  # noqa: PLR2004
        return None
    end = span.end + 1
    while end < len(text) and (text[end].isalnum() or text[end] in "_" + _CUTTERS):
        end += 1
    if fold(text[span.end : end]) == "'s" and fold(tag) not in words:
        return None
    return Hit(Span(span.start, end), {"better": f"#{tag}"})


def _double_meaning(tag: str, span: Span, text: str, words: frozenset[str]) -> Hit | None:  # noqa: ARG001
    if _has_boundary(tag):
        return None
    for reading in segmentation.readings(tag.lower(), words):
        return Hit(span, {"reading": " ".join(reading)})
    return None


_FAULTS: Final[Mapping[str, Callable[[str, Span, str, frozenset[str]], Hit | None]]] = {
    "run-together": _run_together,
    "truncated": _truncated,
    "double-meaning": _double_meaning,
}


@dataclass(frozen=True, slots=True)
class HashtagFinder:
    """Yields each tag with the fault."""

    fault: str
    words: frozenset[str]
    allow: frozenset[str]
    literals: frozenset[str] | None = frozenset({"#", "\uff03"})
    layers: frozenset[Layer] = frozenset()

    def find(self, document: Document, spots: Sequence[Spot]) -> Iterator[Hit]:  # noqa: ARG002
        """Yield at most one hit a tag."""
        for found in document.social.hashtags:
            tag = found.text.lstrip("#\uff03")
            if fold(tag) in self.allow:
                continue
            hit = _FAULTS[self.fault](tag, found.span, document.text, self.words)
            if hit is not None:
                yield hit


def compile(options: Options) -> HashtagFinder:  # noqa: A001 - the protocol's name
    """Make the finder."""
    return HashtagFinder(
        fault=options["fault"],
        words=listed(options["words"]),
        allow=frozenset(fold(tag.lstrip("#")) for tag in spell_out(options["allow"], "exact")),
    )
