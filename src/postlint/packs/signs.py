"""Signs of rules: as they are found out, and as they are kept for the next run.

A kept sign is read by itself when somebody asks for it. Who looks through a
few short texts needs none of them: the index of all signs will do, of which
only those lines are read that such a text asks for.
"""

from __future__ import annotations

from collections import defaultdict
from functools import cached_property
from typing import TYPE_CHECKING, Any

from postlint.lexicon import spellings
from postlint.packs import buckets
from postlint.packs.buckets import BETWEEN, Buckets
from postlint.values import dataclass

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from postlint.model import Layer, Sign, Way


@dataclass(frozen=True, slots=True)
class FoundSign:
    """A sign that was found out by compiling its rule."""

    literals: frozenset[str] | None
    ways: tuple[Way, ...]
    layers: frozenset[Layer]
    as_written: bool = False


class KeptSign:
    """A sign that an earlier run kept; ``number`` is its rule's in the ``index`` of all signs."""

    def __init__(
        self, layers: frozenset[Layer], index: Index, number: int, read: Callable[[], Any]
    ) -> None:
        """Take what is known without reading, and what reads the rest (see `told`)."""
        self.layers = layers
        self.index = index
        self.number = number
        self._read = read

    @cached_property
    def _known(self) -> Mapping[str, Any]:
        known: Mapping[str, Any] = self._read()
        return known

    @property
    def as_written(self) -> bool:
        """Whether the ways are looked for in links and handles too."""
        return bool(self._known["as_written"])

    @cached_property
    def literals(self) -> frozenset[str] | None:
        """Folded words of which every hit's text contains one."""
        literals = self._known["literals"]
        return None if literals is None else frozenset(filter(None, literals.split(BETWEEN)))

    @cached_property
    def ways(self) -> tuple[Way, ...]:
        """In which every hit comes about."""
        return tuple(tuple(map(frozenset, way)) for way in self._known["ways"])


def told(sign: Sign) -> dict[str, Any]:
    """Return in JSON what a kept sign reads; literals are read fastest as one text."""
    return {
        "literals": None if sign.literals is None else BETWEEN.join(sorted(sign.literals)),
        "as_written": sign.as_written,
        "ways": [[sorted(strings) for strings in way] for way in sign.ways],
    }


class Index:
    """All signs at once, by the numbers of their rules, as `indexed` told them."""

    def __init__(self, entry: Callable[[], Any], read: Callable[[int], Any]) -> None:
        """Take what reads the index itself, and what reads a line of it."""
        self._entry = entry
        self._read = read

    @cached_property
    def _known(self) -> Mapping[str, Any]:
        known: Mapping[str, Any] = self._entry()
        return known

    @cached_property
    def with_literals(self) -> frozenset[int]:
        """The rules that promise literals."""
        return frozenset(self._known["with_literals"])

    @cached_property
    def with_ways(self) -> frozenset[int]:
        """The rules that promise ways."""
        return frozenset(self._known["with_ways"])

    def askers(self, folded: str) -> dict[str, list[int]]:
        """Return the literals that stand in a folded text, be it in a word, with their rules."""
        variants = self._known["variants"]
        stored = Buckets(self._known["literals"], self._read)
        return {variants.get(each, each): rules for each, rules in stored.standing_in(folded)}

    def open(self, edged: str, *, as_written: bool) -> dict[int, list[int]]:
        """Return the rules of one view that may find something in it, each with its ways."""
        view = self._known["written" if as_written else "masked"]
        stored = Buckets(view["strings"], self._read)
        present = {number for _, sets in stored.standing_in(edged) for number in sets}
        found: dict[int, list[int]] = {}
        for rule, way, *sets in view["ways"]:
            if present.issuperset(sets):
                found.setdefault(rule, []).append(way)
        return found


def indexed(signs: Sequence[Sign], keep: Callable[[object], int]) -> dict[str, Any]:
    """Return the index of all signs in JSON; ``keep`` puts a value in a line, and tells which."""
    askers: dict[str, list[int]] = defaultdict(list)
    for number, sign in enumerate(signs):
        for literal in sign.literals or ():
            askers[literal].append(number)
    variants = {
        spelling: literal for spelling, literal in spellings(askers).items() if spelling != literal
    }
    askers.update({spelling: askers[literal] for spelling, literal in variants.items()})
    return {
        "literals": _places(askers, keep),
        "variants": variants,
        "with_literals": [n for n, sign in enumerate(signs) if sign.literals is not None],
        "with_ways": [number for number, sign in enumerate(signs) if sign.ways],
        "masked": _view(signs, keep, as_written=False),
        "written": _view(signs, keep, as_written=True),
    }


def _view(
    signs: Sequence[Sign], keep: Callable[[object], int], *, as_written: bool
) -> dict[str, Any]:
    """Return the ways of the signs that look at one view of a text, and their strings."""
    numbers: dict[frozenset[str], int] = {}
    ways = [
        [rule, way, *(numbers.setdefault(strings, len(numbers)) for strings in sets)]
        for rule, sign in enumerate(signs)
        if sign.as_written is as_written
        for way, sets in enumerate(sign.ways)
    ]
    owners: dict[str, list[int]] = defaultdict(list)
    for strings, number in numbers.items():
        for string in strings:
            owners[string].append(number)
    return {"strings": _places(owners, keep), "ways": ways}


def _places(owners: Mapping[str, list[int]], keep: Callable[[object], int]) -> dict[str, int]:
    return {beginning: keep(alike) for beginning, alike in buckets.sort(owners).items()}
