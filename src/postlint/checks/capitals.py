"""``capitals``: words shouted in capitals; acronyms and labels are not shouting."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Final

from postlint import marks
from postlint.lazily import Pattern
from postlint.lexicon import fold
from postlint.listed import listed
from postlint.model import Hit, Layer
from postlint.options import Option
from postlint.spans import Span
from postlint.values import dataclass

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from postlint.document import Document
    from postlint.lexicon import Spot
    from postlint.model import Way
    from postlint.options import Options

OPTIONS: Final[Mapping[str, Option]] = {
    "run": Option("number", "Flag so many words in capitals running, or more.", default=4),
    "ordinary": Option("number", "So many of them must be ordinary words.", default=2),
    "acronym": Option("number", "Words of at most so many letters may be acronyms.", default=5),
    "small-words": Option(
        "words", "Short words that are no acronyms (the, not, our …).", required=True
    ),
    "allow": Option("words", "Acronyms, labels and names that are always in capitals.", default=()),
}
PLACEHOLDERS: Final = frozenset({"count"})
_TWO: Final = 2


@lru_cache(maxsize=4)
def _stretch(shortest: int) -> Pattern:
    """Return what a run of words in capitals lies in: no small letter of Latin, nothing masked."""
    return Pattern(f"[^a-zß-öø-ÿ\ufffc]{{{shortest},}}")


@dataclass(frozen=True, slots=True)
class CapitalsFinder:
    """Yields runs of words in capitals."""

    run: int
    ordinary: int
    acronym: int
    small_words: frozenset[str]
    allow: frozenset[str]
    literals: frozenset[str] | None = None
    layers: frozenset[Layer] = frozenset()
    required: tuple[Way, ...] = ((frozenset({marks.CAPITALS}),),)

    def find(self, document: Document, spots: Sequence[Spot]) -> Iterator[Hit]:  # noqa: ARG002
        """Yield each run of neighbours with enough ordinary words among them."""
        shortest = 2 * self.run - 1  # words of a letter each, and something between them
        for stretch in _stretch(max(1, shortest)).finditer(document.written):
            if sum(map(str.isupper, stretch.group())) >= self.run:
                yield from self._runs(document, document.words_in(*stretch.span()))

    def _runs(self, document: Document, words: Sequence[Span]) -> Iterator[Hit]:
        """Yield the runs among some words."""
        run: list[Span] = []
        for word in words:
            text = word.of(document.written)
            joined = run and _joined(document.written[run[-1].end : word.start])
            capital = _is_capital(text)
            if not (capital and (joined or not run)):
                yield from self._judge(document, run)
                run = []
            if capital:
                run.append(word)
        yield from self._judge(document, run)

    def _is_ordinary(self, word: str) -> bool:
        low = fold(word)
        if low in self.allow or len(word) < _TWO:
            return False
        return low in self.small_words or len(word) > self.acronym

    def _judge(self, document: Document, run: list[Span]) -> Iterator[Hit]:
        ordinary = sum(self._is_ordinary(word.of(document.written)) for word in run)
        if len(run) >= self.run and ordinary >= self.ordinary:
            yield Hit(Span(run[0].start, run[-1].end), {"count": str(len(run))})


def _is_capital(word: str) -> bool:
    """Tell whether all letters of a word, and at least one, are capitals."""
    letters = [char for char in word if char.isalpha()]
    return bool(letters) and all(map(str.isupper, letters))


def _joined(between: str) -> bool:
    """Tell whether two words are neighbours: only spaces, commas or dashes between them."""
    return all(char in " ,&'’-–—\u00a0" for char in between)


def compile(options: Options) -> CapitalsFinder:  # noqa: A001 - the protocol's name
    """Make the finder."""
    return CapitalsFinder(
        run=int(options["run"]),
        ordinary=int(options["ordinary"]),
        acronym=int(options["acronym"]),
        small_words=listed(options["small-words"]),
        allow=listed(options["allow"]),
    )
