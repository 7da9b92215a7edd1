"""A parsed text and those of its people, states and bodies that a remark may concern."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from postlint.constructions.vocabulary import FIRST, GROUPS, HE, PERSONS, SPEECH, THEY

if TYPE_CHECKING:
    from collections.abc import Iterator

    from postlint.document import Document
    from postlint.model import Token
    from postlint.spans import Span


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
            known = any(one.span.overlaps(name.span) for one in self.document.targets)
            if kind is not None and kind in self.about and not known:
                found.append(Aim(name.span, kind, name.text, certain=False))
        return tuple(sorted(found, key=lambda aim: aim.span.start))

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
        for child in self.children.get(index, ()):
            role = self.tokens[child].role
            if role in roles or role.split(":")[0] in roles:
                yield child

    def head_of(self, span: Span) -> int | None:
        """Return the token of ``span`` that the rest of it hangs on."""
        inside = [i for i, token in enumerate(self.tokens) if token.span.overlaps(span)]
        for index in inside:
            if self.tokens[index].head not in inside or self.tokens[index].head == index:
                return index
        return inside[0] if inside else None

    def low(self, index: int) -> str:
        """Return a token in lower case with a plain apostrophe."""
        return self.tokens[index].text.lower().replace("\u2019", "'")

    def aim_at(self, index: int) -> Aim | None:
        """Return the target whose words include the token, pronouns resolved."""
        span = self.tokens[index].span
        for aim in self.aims:
            if aim.span.overlaps(span):
                return aim
        return self._pronoun(index)

    def _pronoun(self, index: int) -> Aim | None:
        word = self.low(index)
        if word in {"who", "which", "that"}:
            clause = self.tokens[index].head
            while self.tokens[clause].role.split(":")[0] not in {"acl", "root"}:
                clause = self.tokens[clause].head
            noun = self.tokens[clause].head
            return None if noun in (clause, index) else self.aim_at(noun)
        kinds = PERSONS if word in HE else GROUPS if word in THEY else frozenset()
        return self.before(self.tokens[index].span.start, kinds)

    def before(self, offset: int, kinds: frozenset[str], *, sentences: int = 1) -> Aim | None:
        """Return the last target of ``kinds`` before ``offset``, at most so many sentences back."""
        here = self.document.sentence_index(offset)
        for aim in reversed(self.aims):
            if aim.span.end <= offset and aim.kind in kinds:
                near = here - self.document.sentence_index(aim.span.start) <= sentences
                return aim if near else None
        return None

    def subject(self, index: int) -> int | None:
        """Return the subject of a predicate, its own or that of what it is joined to."""
        seen = set[int]()
        while index not in seen:
            seen.add(index)
            for child in self.under(index, "nsubj"):
                return child
            role = self.tokens[index].role.split(":")[0]
            if role not in {"conj", "parataxis"}:
                return None
            index = self.tokens[index].head
        return None

    def is_reported(self, index: int) -> bool:
        """Tell whether the clause hangs on “said”, “claimed” … of somebody else."""
        seen = set[int]()
        while index not in seen:
            seen.add(index)
            token = self.tokens[index]
            if token.role.split(":")[0] in {"ccomp", "parataxis"} and token.head != index:
                speaker = self.subject(token.head)
                by_us = speaker is not None and self.low(speaker) in FIRST
                if self.low(token.head) in SPEECH and not by_us:
                    return True
            index = token.head
        return False

    def is_reported_at(self, word: Span) -> bool:
        """Tell whether the word stands in what somebody else is said to say."""
        head = self.head_of(word)
        return head is not None and self.is_reported(head)
