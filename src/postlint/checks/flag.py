"""``flag``: a flag in the post that is not that of the country named, above all its lookalike."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Final

from postlint import gazetteer, tables
from postlint.model import Fix, Hit, Layer, Severity
from postlint.options import Option
from postlint.values import dataclass

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from postlint.document import Document
    from postlint.lexicon import Spot
    from postlint.model import Way
    from postlint.options import Options
    from postlint.spans import Span

OPTIONS: Final[Mapping[str, Option]] = {
    "own": Option(
        "words", "Codes of flags that may stand anywhere: the mission's own.", default=("CA",)
    ),
}
PLACEHOLDERS: Final = frozenset({"truth", "right"})
_FIRST: Final = 0x1F1E6
_LETTERS: Final = 26
_REGIONAL: Final = frozenset(chr(_FIRST + letter) for letter in range(_LETTERS))
_PAIR: Final = 2


def code(emoji: str) -> str | None:
    """Return the alpha-2 code of a flag, None for any other emoji."""
    letters = [ord(char) - _FIRST for char in emoji]
    if len(letters) != _PAIR or not all(0 <= letter < _LETTERS for letter in letters):
        return None
    return "".join(chr(ord("A") + letter) for letter in letters)


def flag(iso: str) -> str:
    """Return the flag of an alpha-2 code."""
    return "".join(chr(_FIRST + ord(letter) - ord("A")) for letter in iso)


@lru_cache(maxsize=1)
def _alike() -> Mapping[frozenset[str], str]:
    """Return the pairs that are mistaken for one another, and how they are alike."""
    pairs = {
        frozenset(row.texts("flags")): row.text("likeness")
        for row in tables.load("flag-lookalikes").rows
    }
    for row in tables.load("confusables").rows:
        codes = row.texts("countries")
        for one in codes:
            for other in codes:
                pairs.setdefault(frozenset({one, other}), "name")
    return pairs


_HOW: Final = {
    "near": "the two are hard to tell apart at this size",
    "mirrored": "the same colours in another order",
    "family": "the two follow the same pattern",
    "name": "the names are easily confused",
}


@dataclass(frozen=True, slots=True)
class FlagFinder:
    """Yields flags of countries that the text does not name, beside one that it does."""

    own: frozenset[str]
    literals: frozenset[str] | None = None
    layers: frozenset[Layer] = frozenset()
    required: tuple[Way, ...] = ((_REGIONAL,),)

    def find(self, document: Document, spots: Sequence[Spot]) -> Iterator[Hit]:  # noqa: ARG002
        """Yield a lookalike of a country without its flag, and a lone flag that fits nobody."""
        flags = [
            (emoji.span, iso)
            for emoji in document.social.emoji
            if (iso := code(emoji.text)) and iso not in self.own
        ]
        if not flags:
            return
        spoken = _spoken(document)
        shown = {iso for _, iso in flags}
        wanting = {isos for isos in spoken if not isos & (shown | self.own)}
        named = frozenset().union(*spoken) if spoken else frozenset()
        for span, iso in flags:
            if iso not in named and tables.country(iso):
                yield from self._judge(span, iso, wanting, alone=len(shown) == 1)

    def _judge(
        self, span: Span, iso: str, wanting: set[frozenset[str]], *, alone: bool
    ) -> Iterator[Hit]:
        single = {next(iter(isos)) for isos in wanting if len(isos) == 1}
        for other in sorted(single):
            how = _alike().get(frozenset({iso, other}))
            if how is not None and (alone or how in ("near", "mirrored")):
                truth = (
                    f"This is the flag of {gazetteer.called(iso)}, not {gazetteer.called(other)}"
                )
                values = {"truth": f"{truth}: {_HOW[how]}", "right": flag(other)}
                yield Hit(span, values, (Fix(span, flag(other)),))
                return
        if alone and len(wanting) == 1 and len(single) == 1:
            other = next(iter(single))
            theirs, named = gazetteer.called(iso), gazetteer.called(other)
            truth = f"This is the flag of {theirs}; the post names {named}"
            yield Hit(span, {"truth": truth, "right": flag(other)}, severity=Severity.WARNING)


def _spoken(document: Document) -> set[frozenset[str]]:
    """Return the countries that the text names, each as the codes that the name can mean."""
    places = gazetteer.find(document.masked, document.folded)
    return {
        isos
        for place in places
        if (isos := place.known.country or place.known.people or place.known.city)
    }


def compile(options: Options) -> FlagFinder:  # noqa: A001 - the protocol's name
    """Make the finder."""
    return FlagFinder(frozenset(map(str.upper, options["own"])))
