"""``regex``: patterns on a linear-time engine (RE2), so that no pack can hang the linter."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, Final

from postlint.lexicon import fold, is_whole
from postlint.model import Hit, Layer
from postlint.options import Option, spell_out
from postlint.patterns import linear
from postlint.patterns.required import required as required_by
from postlint.spans import Span
from postlint.values import dataclass

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from postlint.document import Document
    from postlint.lexicon import Spot
    from postlint.model import Way
    from postlint.options import Options

OPTIONS: Final[Mapping[str, Option]] = {
    "patterns": Option(
        "patterns",
        "RE2 patterns; a group named “hit” narrows what is marked, other named groups are values.",
        required=True,
    ),
    "words": Option("words", "What “<words>” stands for in the patterns: any one of these."),
    "triggers": Option(
        "words",
        "Words of which every match contains one; makes it faster. Over “text” they are not "
        "used: words are looked for outside links and handles only.",
    ),
    "case": Option("flag", "Match capitals exactly.", default=False),
    "typed": Option(
        "flag",
        "Look at the capitals as typed, even in a post that is typed all in one case.",
        default=False,
    ),
    "whole": Option("flag", "A match must begin and end at edges of words.", default=True),
    "over": Option(
        "choice",
        "words: links, handles and e-mail addresses are blank; text: everything as written.",
        default="words",
        choices=("words", "text"),
    ),
}
PLACEHOLDERS: Final = frozenset({"*"})


@dataclass(frozen=True, slots=True)
class RegexFinder:
    """Yields matches of its patterns, in order of the patterns."""

    patterns: tuple[str, ...]
    case: bool
    typed: bool
    whole: bool
    over_text: bool
    literals: frozenset[str] | None
    layers: frozenset[Layer] = frozenset()

    def engines(self) -> tuple[Any, ...]:
        """Compile all patterns; ``ValueError`` for one that RE2 does not know."""
        return tuple(linear(pattern, case=self.case) for pattern in self.patterns)

    @property
    def required(self) -> tuple[Way, ...]:
        """What each pattern requires of a text."""
        return tuple(map(required_by, self.patterns))

    def _text(self, document: Document) -> str:
        if self.typed:
            return document.text if self.over_text else document.written
        return document.cased if self.over_text else document.masked

    def find(self, document: Document, spots: Sequence[Spot]) -> Iterator[Hit]:  # noqa: ARG002
        """Yield a hit a match; overlapping matches of later patterns are left out."""
        return self.find_by(document, range(len(self.patterns)))

    def find_by(self, document: Document, ways: Sequence[int]) -> Iterator[Hit]:
        """Do so with some of the patterns alone: those that may match."""
        text = self._text(document)
        folded = document.folded_text if self.over_text else document.folded
        taken: list[Span] = []
        for way in ways:
            engine = linear(self.patterns[way], case=self.case)
            for match in engine.finditer(text):
                groups = match.groupdict()
                start, end = match.span(engine.groupindex["hit"] if groups.get("hit") else 0)
                span = Span(start, end)
                if start == end or any(span.overlaps(other) for other in taken):
                    continue
                if self.whole and not is_whole(folded, start, end):
                    continue
                taken.append(span)
                values = {name: value for name, value in groups.items() if value}
                yield Hit(span, values)


def _any_of(words: Sequence[str]) -> str:
    """Return a pattern for any of the words, the longest first, with either apostrophe."""
    spelled = sorted(spell_out(words, "exact"), key=lambda word: (-len(word), word))
    return "(?:" + "|".join(re.escape(word).replace("'", "['’]") for word in spelled) + ")"


def compile(options: Options) -> RegexFinder:  # noqa: A001 - the protocol's name
    """Make the finder; each pattern is compiled once here, so that a bad one never loads."""
    triggers = options["triggers"]
    listed = _any_of(options["words"] or ())
    over_text = options["over"] == "text"
    fast = triggers and not over_text
    return RegexFinder(
        patterns=tuple(pattern.replace("<words>", listed) for pattern in options["patterns"]),
        case=options["case"],
        typed=options["typed"],
        whole=options["whole"],
        over_text=over_text,
        literals=frozenset(map(fold, spell_out(triggers, "exact"))) if fast else None,
    )
