"""A parsed text and those of its people, states and bodies that a remark may concern."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from functools import cached_property
from typing import TYPE_CHECKING, Final

from postlint.constructions.vocabulary import FIRST, GROUPS, HE, OUR, PERSONS, SPEECH, THEY
from postlint.lazily import Pattern
from postlint.spans import Span
from postlint.values import dataclass

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from postlint.document import Document
    from postlint.model import Token

_REACH: Final = 240
"""Code points before a word in which its construction must begin; more would be quadratic."""
_WORDS_OF_NAME: Final = (2, 3)
_FEW: Final = 50
_PRONOUN: Final = Pattern(r"\b(?:he|she|his|her|him|himself|herself|who)\b")
_CLIMB: Final = 12
"""Steps up the tree from a relative pronoun or a joined word to what it belongs to."""


@dataclass(frozen=True, slots=True)
class Aim:
    """Somebody whom a remark may concern; ``certain`` unless statistics alone found the name."""

    span: Span
    kind: str
    text: str
    certain: bool


class Scene:
    """A parsed document and those of its targets that a rule is about."""

    def __init__(self, document: Document, about: frozenset[str]) -> None:
        """Keep the document; targets are found at first use."""
        self.document = document
        self.about = about
        self._under: dict[tuple[int, tuple[str, ...]], list[int]] = {}
        self._reported: dict[int, bool] = {}
        self._subjects: dict[int, int | None] = {}

    @cached_property
    def aims(self) -> tuple[Aim, ...]:
        """All targets in order: those of the tables first, guesses where no table spoke."""
        found = [
            Aim(t.span, t.kind, t.text, certain=True)
            for t in self.document.targets
            if t.kind in self.about
        ]
        for name in self.document.guessed_names:
            kind = {"person": "person", "place": "state"}.get(name.kind)
            if kind is not None and kind in self.about and not self._is_known(name.span):
                found.append(Aim(name.span, kind, name.text, certain=False))
        if "person" in self.about:
            found += self._unguessed(found)
        return tuple(sorted(found, key=lambda aim: aim.span.start))

    def _unguessed(self, found: Sequence[Aim]) -> Iterator[Aim]:
        """Yield names of a subject that statistics overlooked, where “she”, “his” … follows."""
        spans = [aim.span for aim in found]
        for first in self._heads_of_names:
            last = first + 1
            while last < len(self.tokens) and self.tokens[last].tag == "PROPN":
                last += 1
            span = Span(self.tokens[first].span.start, self.tokens[last - 1].span.end)
            named = last - first in _WORDS_OF_NAME and _PRONOUN.search(
                self.document.folded, span.end, span.end + _REACH
            )
            if named and not any(span.overlaps(other) for other in spans[:_FEW]):
                yield Aim(span, "person", span.of(self.document.text), certain=False)

    @property
    def _heads_of_names(self) -> Iterator[int]:
        """Yield the first words of sentences that begin with a name."""
        for sentence in self.document.sentences[:_FEW]:
            at = bisect_left(self._token_starts, sentence.start)
            if at < len(self.tokens) and self.tokens[at].tag == "PROPN":
                yield at

    def _is_known(self, span: Span) -> bool:
        """Tell whether a table names somebody in ``span``; targets hardly ever nest."""
        targets = self.document.targets
        at = bisect_left(targets, span.end, key=lambda target: target.span.start)
        return any(target.span.overlaps(span) for target in targets[max(0, at - 3) : at])

    @cached_property
    def _aim_starts(self) -> list[int]:
        return [aim.span.start for aim in self.aims]

    def aims_before(self, offset: int) -> Iterator[Aim]:
        """Yield the targets that end at or before ``offset``, the nearest first."""
        for at in range(bisect_left(self._aim_starts, offset) - 1, -1, -1):
            if self.aims[at].span.end <= offset:
                yield self.aims[at]

    def aims_after(self, offset: int) -> Iterator[Aim]:
        """Yield the targets that begin at or after ``offset``, in order."""
        for at in range(bisect_left(self._aim_starts, offset), len(self.aims)):
            yield self.aims[at]

    def lead(self, offset: int) -> tuple[int, str]:
        """Return where the words that lead up to ``offset`` begin in its sentence, and they."""
        start = max(self.document.sentence_at(offset).start, offset - _REACH)
        return start, self.document.folded[start:offset]

    @property
    def tokens(self) -> tuple[Token, ...]:
        """The words as grammar sees them."""
        return self.document.tokens

    @cached_property
    def children(self) -> dict[int, list[int]]:
        """The dependents of each token."""
        found: dict[int, list[int]] = {}
        for index, token in enumerate(self.tokens):
            if token.head != index:
                found.setdefault(token.head, []).append(index)
        return found

    def under(self, index: int, *roles: str) -> Iterator[int]:
        """Yield dependents of ``index`` whose relation is one of ``roles``, subtypes included."""
        key = (index, roles)
        if key not in self._under:
            self._under[key] = [
                child
                for child in self.children.get(index, ())
                if (role := self.tokens[child].role) in roles or role.split(":")[0] in roles
            ]
        yield from self._under[key]

    @cached_property
    def _token_starts(self) -> list[int]:
        return [token.span.start for token in self.tokens]

    @cached_property
    def _token_ends(self) -> list[int]:
        return [token.span.end for token in self.tokens]

    def head_of(self, span: Span) -> int | None:
        """Return the token of ``span`` that the rest of it hangs on."""
        first = bisect_right(self._token_ends, span.start)
        inside = range(first, bisect_left(self._token_starts, span.end, first))
        for index in inside:
            if self.tokens[index].head not in inside or self.tokens[index].head == index:
                return index
        return inside[0] if inside else None

    def low(self, index: int) -> str:
        """Return a token in lower case with a plain apostrophe."""
        return self.tokens[index].text.lower().replace("\u2019", "'")

    def aim_at(self, index: int) -> Aim | None:
        """Return the target whose words include the token, pronouns resolved."""
        return self._aim_over(self.tokens[index].span) or self._pronoun(index)

    def _aim_over(self, span: Span) -> Aim | None:
        at = bisect_left(self._aim_starts, span.end)
        near = (aim for aim in self.aims[max(0, at - 3) : at] if aim.span.overlaps(span))
        return next(near, None)

    def is_named(self, span: Span) -> bool:
        """Tell whether the words are part of how a target is named."""
        return self._aim_over(span) is not None

    def _pronoun(self, index: int) -> Aim | None:
        word = self.low(index)
        if word in {"who", "which", "that"}:
            clause = self.tokens[index].head
            for _ in range(_CLIMB):
                if self.tokens[clause].role.split(":")[0] in {"acl", "root"}:
                    break
                clause = self.tokens[clause].head
            noun = self.tokens[clause].head
            return None if noun in (clause, index) else self.aim_at(noun)
        kinds = PERSONS if word in HE else GROUPS if word in THEY else frozenset()
        return self.before(self.tokens[index].span.start, kinds)

    def before(self, offset: int, kinds: frozenset[str], *, sentences: int = 1) -> Aim | None:
        """Return the last target of ``kinds`` before ``offset``, at most so many sentences back."""
        here = self.document.sentence_index(offset)
        for aim in self.aims_before(offset):
            if here - self.document.sentence_index(aim.span.start) > sentences:
                return None
            if aim.kind in kinds:
                return aim
        return None

    def root_of(self, index: int) -> int:
        """Return the first of the words that ``index`` is joined to by “and”."""
        for _ in range(_CLIMB):
            if self.tokens[index].role != "conj":
                break
            index = self.tokens[index].head
        return index

    def subject(self, index: int) -> int | None:
        """Return the subject of a predicate, its own or that of what it is joined to."""
        path: list[int] = []
        while index not in self._subjects:
            self._subjects[index] = next(self.under(index, "nsubj"), None)
            path.append(index)
            if self.tokens[index].role.split(":")[0] in {"conj", "parataxis"}:
                index = self.tokens[index].head if self._subjects[index] is None else index
        for step in path:
            self._subjects[step] = self._subjects[index]
        return self._subjects[index]

    def is_reported(self, index: int) -> bool:
        """Tell whether the clause hangs on “said”, “claimed” … of somebody else."""
        path: list[int] = []
        while index not in self._reported:
            self._reported[index] = self._hangs_on_speech(index)
            path.append(index)
            index = index if self._reported[index] else self.tokens[index].head
        for step in path:
            self._reported[step] = self._reported[index]
        return self._reported[index]

    def _hangs_on_speech(self, index: int) -> bool:
        token = self.tokens[index]
        if token.role.split(":")[0] not in {"ccomp", "parataxis"} or token.head == index:
            return False
        if self.low(token.head) not in SPEECH:
            return False
        speaker = self.subject(token.head)
        return speaker is None or not self.is_ours(speaker)

    def is_ours(self, index: int) -> bool:
        """Tell whether a speaker is one of us: “we”, “I”, “our minister”, “our own envoy”."""
        owned = any(self.low(child) in OUR for child in self.children.get(index, ()))
        return owned or self.low(index) in FIRST

    def is_reported_at(self, word: Span) -> bool:
        """Tell whether the word stands in what somebody else is said to say."""
        head = self.head_of(word)
        return head is not None and self.is_reported(head)
