"""Whom a judging word concerns: one small function for each construction of English.

Each takes a ``Scene`` (the parsed text and its targets) and the span of the
word, and returns the ``Aim`` or None. Labels are Universal Dependencies.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Final, TypeAlias

from postlint.spans import Span

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from postlint.document import Document
    from postlint.model import Token

_BE: Final = frozenset({"is", "are", "was", "were", "be", "been", "being", "'s", "'re", "am", "'m"})
_LINKING: Final = frozenset(
    "seem seems seemed look looks looked looking sound sounds sounded sounding become becomes "
    "became becoming remain remains remained appear appears appeared turn turns turned act acts "
    "acted acting behave behaves behaved behaving prove proves proved".split()
)
_ALIKE: Final = (
    _LINKING
    | _BE
    | frozenset(
        "talk talks talked talking speak speaks spoke speaking govern governs governed cry cries cried "
        "crying whine whines whined whining perform performs performed reacts reacted react lies runs "
        "negotiates negotiated negotiate throws sulks sulked".split()
    )
)
_NAMING: Final = frozenset(
    "call calls called calling label labels labelled labeled consider considers considered brand "
    "brands branded deem deems deemed name names named dub dubs dubbed".split()
)
_SPEECH: Final = frozenset(
    "say says said saying claim claims claimed argue argues argued write writes wrote tell tells "
    "told think thinks thought believe believes believed insist insists insisted suggest suggests "
    "suggested allege alleges alleged report reports reported ask asks asked".split()
)
_FIRST: Final = frozenset({"i", "we", "let's", "us", "me"})
_HE: Final = frozenset({"he", "she", "him", "her", "himself", "herself", "this", "that"})
_THEY: Final = frozenset({"they", "them", "these", "those"})
_PERSONS: Final = frozenset({"leader", "official", "person", "journalist", "handle"})
_GROUPS: Final = frozenset({"state", "people", "institution", "journalist", "citizens"})
_FILLER: Final = frozenset(
    "a an the such total totally complete completely absolute absolutely utter utterly real really "
    "truly just so very simply nothing but and or another quite clearly obviously frankly honestly "
    "pretty still always ever now only also too as like spoiled spoilt big biggest worst most more "
    "little old bit of one first-class sheer pure plain downright incredibly extremely completely "
    "hopelessly deeply profoundly".split()
)
_WHAT_A: Final = re.compile(r"\b(?:what|such)\s+(?:an?\s+)?(?:[\w'-]+\s+){0,3}$")
_ONLY_A: Final = re.compile(r"\bonly\s+(?:an?|the)\s+(?:[\w'-]+\s+){0,2}$")
_YOU_BEFORE: Final = re.compile(r"\byou(?:'re| are| were|r)?\s+(?:[\w'-]+\s+){0,3}$")
_OF_TARGET: Final = re.compile(r"^\s+(?:of|like)\s+(?:an?\s+|the\s+|that\s+|this\s+)?$")
_FRAGMENT: Final = 4


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
        if "person" in self.about:
            for name in self.document.guessed_names:
                known = any(aim.span.overlaps(name.span) for aim in found)
                if name.kind == "person" and not known:
                    found.append(Aim(name.span, "person", name.text, certain=False))
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
        kinds = _PERSONS if word in _HE else _GROUPS if word in _THEY else frozenset()
        return self.before(self.tokens[index].span.start, kinds)

    def before(self, offset: int, kinds: frozenset[str]) -> Aim | None:
        """Return the last target of ``kinds`` before ``offset``, in this sentence or the last."""
        here = self.document.sentence_index(offset)
        for aim in reversed(self.aims):
            if aim.span.end <= offset and aim.kind in kinds:
                near = here - self.document.sentence_index(aim.span.start) <= 1
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
                by_us = speaker is not None and self.low(speaker) in _FIRST
                if self.low(token.head) in _SPEECH and not by_us:
                    return True
            index = token.head
        return False


def predicate(scene: Scene, word: Span) -> Aim | None:
    """“X is a jerk”, “X seems clueless”, “X remains a liar and a thug”."""
    head = scene.head_of(word)
    if head is None or scene.is_reported(head):
        return None
    token = scene.tokens[head]
    if token.role.split(":")[0] in {"xcomp", "obj", "advmod"}:
        verb = token.head
        if scene.low(verb) not in _LINKING:
            return None
        subject = scene.subject(verb)
    else:
        root = head
        while scene.tokens[root].role == "conj":
            root = scene.tokens[root].head
        if not any(True for _ in scene.under(root, "cop")):
            return None
        subject = scene.subject(head)
    return None if subject is None else scene.aim_at(subject)


def plain_predicate(scene: Scene, word: Span) -> Aim | None:
    """“X is (such a complete) jerk”, read off the words where the tree is wrong."""
    head = scene.head_of(word)
    if head is None or scene.is_reported(head):
        return None
    for aim in reversed(scene.aims):
        if aim.span.end <= word.start and aim.kind != "you":
            between = (
                scene.document.folded[aim.span.end : word.start].replace("'s ", " is ").split()
            )
            if not between or between[0] not in _BE or len(between) > _FRAGMENT + 1:
                return None
            return aim if all(part in _FILLER for part in between[1:]) else None
    return None


def simile(scene: Scene, word: Span) -> Aim | None:
    """“X behaves like a child”, “like a spoiled child, X …”."""
    head = scene.head_of(word)
    if head is None or scene.is_reported(head):
        return None
    if not any(scene.low(case) in {"like", "as"} for case in scene.under(head, "case", "mark")):
        return None
    verb = scene.tokens[head].head
    if scene.low(verb) not in _ALIKE and scene.subject(verb) is None:
        return None
    subject = scene.subject(verb)
    return None if subject is None else scene.aim_at(subject)


def attribute(scene: Scene, word: Span) -> Aim | None:
    """“the clueless president”, “that clown Okoro”, “Okoro, a liar, …”."""
    head = scene.head_of(word)
    if head is None:
        return None
    links = {"amod", "compound", "nmod:desc", "appos", "flat", "nmod", "dep"}
    token = scene.tokens[head]
    for child in scene.under(head, "appos", "compound", "flat", "nmod:desc"):
        if scene.tokens[child].role != "compound" or child > head:
            aim = scene.aim_at(child)
            if aim is not None and aim.kind != "state":
                return aim
    if token.role in links - {"nmod"} and token.head != head:
        aim = scene.aim_at(token.head)
        adjective = token.role == "amod"
        comma = (
            "," in scene.document.text[min(aim.span.end, word.end) : word.start] if aim else False
        )
        if aim is not None and (
            adjective or token.role == "appos" or comma or aim.span.start >= word.end
        ):
            return None if token.role == "compound" and aim.kind in _GROUPS else aim
    return None


def of_target(scene: Scene, word: Span) -> Aim | None:
    """“a joke of a country”, “a clown like President X”."""
    for aim in scene.aims:
        if aim.span.start >= word.end:
            between = scene.document.folded[word.end : aim.span.start]
            return (
                aim if _OF_TARGET.match(between + ("" if between.endswith(" ") else " ")) else None
            )
    return None


def exclamation(scene: Scene, word: Span) -> Aim | None:
    """“What a clown that prime minister is.”, “The president spoke. What a clown.”."""
    sentence = scene.document.sentence_at(word.start)
    before = scene.document.folded[sentence.start : word.start]
    if not _WHAT_A.search(before):
        return None
    for aim in scene.aims:
        if word.end <= aim.span.start < sentence.end:
            return aim
    return scene.before(word.start, _PERSONS | _GROUPS) or _answered(scene, word)


def fragment(scene: Scene, word: Span) -> Aim | None:
    """“The minister resigned. Pathetic.”: a sentence that is nothing but the judgement."""
    sentence = scene.document.sentence_at(word.start)
    words = [w for w in scene.document.words if sentence.covers(w)]
    if len(words) > _FRAGMENT or not words or words[-1].end > word.end:
        return None
    if any(sentence.covers(aim.span) for aim in scene.aims if aim.kind != "handle"):
        return None
    rest = scene.document.folded[words[0].start : word.start].split()
    if not all(part in _FILLER for part in rest):
        return None
    aim = scene.before(word.start, _PERSONS | _GROUPS)
    return aim and Aim(aim.span, aim.kind, aim.text, certain=False)


def address(scene: Scene, word: Span) -> Aim | None:
    """“you idiot”, “you are a fool”, “@critic only an idiot would write that”."""
    sentence = scene.document.sentence_at(word.start)
    before = scene.document.folded[sentence.start : word.start]
    you = _YOU_BEFORE.search(before)
    if you and "you" in scene.about:
        between = before[you.start() :].split()[1:]
        if all(part in _FILLER or part in _BE for part in between):
            start = sentence.start + you.start()
            return Aim(Span(start, start + 3), "you", "the reader", certain=True)
    if _ONLY_A.search(before):
        return _answered(scene, word)
    return None


def _answered(scene: Scene, word: Span) -> Aim | None:
    """Return the handle or person whom a reply, or a post that begins with @, speaks to."""
    mentions = [m for m in scene.document.social.mentions if m.span.end <= word.start]
    if "handle" in scene.about and mentions:
        first = mentions[0]
        return Aim(first.span, "handle", first.span.of(scene.document.text), certain=True)
    if scene.document.post.reply_to and scene.about & {"handle", "you"}:
        return Aim(word, "you", scene.document.post.reply_to, certain=True)
    return None


def naming(scene: Scene, word: Span) -> Aim | None:
    """“I call President X a jerk”; what others call somebody is a report."""
    head = scene.head_of(word)
    if head is None or scene.tokens[head].role.split(":")[0] not in {"xcomp", "obj", "obl"}:
        return None
    verb = scene.tokens[head].head
    if scene.low(verb) not in _NAMING:
        return None
    subject = scene.subject(verb)
    if subject is not None and scene.low(subject) not in _FIRST:
        return None
    for child in scene.under(verb, "obj", "iobj"):
        if child != head:
            return scene.aim_at(child)
    return None


def acting(scene: Scene, word: Span) -> Aim | None:
    """“President X lied again”: the target is the subject of an active verb."""
    head = scene.head_of(word)
    if head is None or scene.is_reported(head):
        return None
    if scene.tokens[head].tag not in {"VERB", "AUX"}:
        return None
    passive = any(scene.tokens[c].role == "aux:pass" for c in scene.children.get(head, ()))
    if passive or scene.tokens[head].role.split(":")[0] in {"acl", "advcl", "amod"}:
        return None
    subject = scene.subject(head)
    return None if subject is None else scene.aim_at(subject)


Way: TypeAlias = "Callable[[Scene, Span], Aim | None]"
TARGET_OF_WORD: Final[tuple[Way, ...]] = (
    predicate,
    plain_predicate,
    simile,
    naming,
    exclamation,
    of_target,
    attribute,
    address,
    fragment,
)
TARGET_OF_VERB: Final[tuple[Way, ...]] = (acting,)
