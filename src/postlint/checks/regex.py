"""``regex``: patterns on a linear-time engine (RE2), so that no pack can hang the linter."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from postlint.lexicon import fold, is_whole
from postlint.model import Hit
from postlint.options import Option, spell_out
from postlint.patterns import Linear

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from postlint.document import Document
    from postlint.lexicon import Spot
    from postlint.model import Layer, Way
    from postlint.options import Options
    from postlint.spans import Span

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


class RegexFinder:
    """Yields matches of its patterns, in order of the patterns."""

    layers: Final[frozenset[Layer]] = frozenset()

    def __init__(  # noqa: PLR0913 - its options, all keywords
        self,
        patterns: Sequence[str],
        *,
        case: bool,
        typed: bool,
        whole: bool,
        over_text: bool,
        literals: frozenset[str] | None,
    ) -> None:
        """Take the options; each pattern is compiled when it is first looked for."""
        self.patterns = tuple(patterns)
        self.case = case
        self.over_text = over_text
        self.literals = literals
        self._typed = typed
        self._whole = whole
        self._engines: list[Linear | None] = [None] * len(self.patterns)

    def compile(self) -> None:
        """Compile all patterns; ``ValueError`` for one that RE2 does not know."""
        for way in range(len(self.patterns)):
            self._engine(way).compile()

    def _engine(self, way: int) -> Linear:
        engine = self._engines[way]
        if engine is None:
            engine = self._engines[way] = Linear(self.patterns[way], case=self.case)
        return engine

    @property
    def required(self) -> tuple[Way, ...]:
        """What each pattern requires of a text."""
        from postlint.patterns.required import required  # a rule with a kept sign asks no more

        return tuple(map(required, self.patterns))

    def _encoded(self, document: Document) -> bytes:
        if self._typed:
            return (document.text if self.over_text else document.written).encode()
        return document.encoded_text if self.over_text else document.encoded

    def find(self, document: Document, spots: Sequence[Spot]) -> Iterator[Hit]:  # noqa: ARG002
        """Yield a hit a match; overlapping matches of later patterns are left out."""
        return self.find_by(document, range(len(self.patterns)))

    def find_by(self, document: Document, ways: Sequence[int]) -> Iterator[Hit]:
        """Do so with some of the patterns alone: those that may match."""
        encoded = self._encoded(document)
        taken: list[Span] = []
        for way in ways:
            for span, values in self._engine(way).finditer(encoded):
                if any(span.overlaps(other) for other in taken):
                    continue
                if self._whole and not self._is_whole(document, span):
                    continue
                taken.append(span)
                yield Hit(span, values)

    def _is_whole(self, document: Document, span: Span) -> bool:
        folded = document.folded_text if self.over_text else document.folded
        return is_whole(folded, span.start, span.end)


def _any_of(words: Sequence[str]) -> str:
    """Return a pattern for any of the words, the longest first, with either apostrophe."""
    spelled = sorted(spell_out(words, "exact"), key=lambda word: (-len(word), word))
    return "(?:" + "|".join(re.escape(word).replace("'", "['’]") for word in spelled) + ")"


def compile(options: Options) -> RegexFinder:  # noqa: A001 - the protocol's name
    """Make the finder; its patterns wait for the first text that may match them."""
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
