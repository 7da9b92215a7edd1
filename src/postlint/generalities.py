"""How English generalises about a people: one small function for each construction.

Each takes a ``View`` (the people and the words beside it) and the rule's word
lists, and returns the span of the generalisation or None. Word by word, no
grammar: the constructions are fixed phrases with one open place.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Final, TypeAlias

from postlint.spans import Span
from postlint.values import dataclass

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

Word: TypeAlias = tuple[Span, str]
Phrases: TypeAlias = Mapping[str, tuple[tuple[str, ...], ...]]

LINKS: Final = frozenset(
    "are is all always just simply really so such never usually mostly often generally basically "
    "naturally notoriously famously known to be can tend the will a an too very by nature who "
    "apparently clearly still both 're people men women drivers officials politicians born "
    "such".split()
)
GENERIC: Final = frozenset(
    "all always never so such just simply naturally notoriously famously generally usually born "
    "tend will known too mostly basically".split()
)
"""Words that make a statement one about the people and not about a day."""
EPISODES: Final = frozenset(
    "today tonight tomorrow yesterday now monday tuesday wednesday thursday friday saturday sunday "
    "this because due currently".split()
)
"""Words that tell of a day."""
UNABLE: Final = frozenset(
    "can't cannot never don't couldn't won't will ever just simply really clearly apparently do "
    "can not know how to hate refuse are unable aren't able incapable of ever people even".split()
)
DENYING: Final = frozenset(
    "can't cannot never don't couldn't won't not hate refuse unable aren't incapable".split()
)
DOING: Final = frozenset(
    "will would always happily even only just all ever gladly love to can people are men women "
    "tend keep keeps constantly".split()
)
HABIT: Final = frozenset("will would always only just all love tend constantly keep".split())
ARTICLES: Final = frozenset({"the", "a", "an", "these", "those", "some", "any"})
TYPICAL: Final = frozenset({"typical", "typically", "classic", "classically", "quintessential"})
EXCLAIMING: Final = frozenset({"so", "how", "very"})
USUAL: Final = frozenset({"so", "very", "how", "such", "that", "usual", "this"})
_OF_THEM: Final = frozenset({"them", "him", "her", "you", "me", "us"})
_EXPECTING: Final = frozenset({"do", "did", "can", "could", "else", "would", "you", "one", "we"})
_DISTRUST: Final = frozenset({"trust", "hire", "marry", "believe", "date"})
_DEALING: Final = frozenset({"to", "with"})
_SURPRISED: Final = frozenset(
    "very quite surprisingly remarkably really rather so actually unusually is was 's are he she "
    "it they he's she's it's they're speaks works".split()
)


@dataclass(frozen=True, slots=True)
class Lists:
    """The rule's words by what they are: phrases by their first word, the longest first."""

    traits: Phrases
    praise: Phrases
    failings: Phrases
    unable: Phrases
    things: Phrases

    @classmethod
    def of(cls, words: Mapping[str, Iterable[str]]) -> Lists:
        """Take folded phrases by list."""
        return cls(**{name: _phrases(phrases) for name, phrases in words.items()})


def _phrases(words: Iterable[str]) -> Phrases:
    found: dict[str, list[tuple[str, ...]]] = {}
    for phrase in sorted(words, key=lambda words: (-len(words), words)):
        parts = tuple(phrase.split())
        found.setdefault(parts[0], []).append(parts)
    return {first: tuple(parts) for first, parts in found.items()}


@dataclass(frozen=True, slots=True)
class View:
    """A people and the words of its sentence on either side, folded."""

    folded: str
    sentence: Span
    people: Span
    before: tuple[Word, ...]
    after: tuple[Word, ...]

    def begins(self) -> int:
        """Return where the people begins, its article included."""
        if self.before and self.before[-1][1] in ARTICLES:
            return self.before[-1][0].start
        return self.people.start

    def lead(self) -> tuple[Word, ...]:
        """Return the words before the people, without its article."""
        return self.before[:-1] if self.begins() != self.people.start else self.before

    def unbroken(self, start: int, end: int) -> bool:
        """Tell whether no mark but a comma stands between two places."""
        return not set(self.folded[start:end]) & set('.!?;:()“”"—–…')

    def closes(self, end: int) -> bool:
        """Tell whether a clause ends at ``end``."""
        rest = self.folded[end : self.sentence.end].lstrip(" ”\"'’")
        return not rest or not rest[0].isalnum()


def _match(phrases: Phrases, words: Sequence[Word], at: int) -> int | None:
    """Return where the longest phrase that begins at word ``at`` ends, as an index."""
    if at >= len(words):
        return None
    for parts in phrases.get(words[at][1], ()):
        if tuple(word for _, word in words[at : at + len(parts)]) == parts:
            return at + len(parts)
    return None


def _run(words: Sequence[Word], allowed: frozenset[str], at: int = 0) -> int:
    while at < len(words) and words[at][1] in allowed:
        at += 1
    return at


def _after(view: View, allowed: frozenset[str], phrases: Phrases) -> tuple[Span, set[str]] | None:
    """Return the span from the people to a phrase behind allowed words, and those words."""
    most = _run(view.after, allowed)
    for at in range(most, 0, -1):
        end = _match(phrases, view.after, at)
        if end is not None:
            span = Span(view.begins(), view.after[end - 1][0].end)
            if view.unbroken(view.people.end, span.end):
                return span, {word for _, word in view.after[:at]}
    return None


def being(view: View, lists: Lists) -> Span | None:
    """“X are all lazy”; “X are late today” tells of a day."""
    found = _after(view, LINKS, lists.traits)
    if found is None or not found[1] & {"are", "is", "can", "will", "tend", "'re", "never"}:
        return None
    span, words = found
    rest = {w for place, w in view.after if place.start >= span.end}
    return None if not words & GENERIC and rest & EPISODES else span


def unable(view: View, lists: Lists) -> Span | None:
    """“X can't queue”, “X never keep their word”."""
    found = _after(view, UNABLE, lists.unable)
    return found[0] if found and found[1] & DENYING else None


def doing(view: View, lists: Lists) -> Span | None:
    """“X always complain”, “X only care about money”."""
    found = _after(view, DOING, lists.failings)
    return found[0] if found and found[1] & HABIT else None


def typical(view: View, lists: Lists) -> Span | None:
    """“Typical X punctuality!”, “Typical X.”, “How very X of them.”."""
    if not view.before or view.before[-1][1] not in TYPICAL | USUAL | {"of"}:
        return None
    opener = len(view.before) - 1
    while opener and view.before[opener - 1][1] in TYPICAL | EXCLAIMING:
        opener -= 1
    if not view.unbroken(view.before[opener][0].start, view.people.start):
        return None
    start, words = view.before[opener][0].start, {word for _, word in view.before[opener:]}
    end = _match(lists.things, view.after, 0)
    if end is not None and view.unbroken(view.people.end, view.after[end - 1][0].end):
        return Span(start, view.after[end - 1][0].end)
    exclaimed = words & (TYPICAL | EXCLAIMING) and not words & {"such", "that", "of", "this"}
    if exclaimed and view.closes(view.people.end):
        return Span(start, view.people.end)
    of = [word for _, word in view.after[:2]]
    if exclaimed and len(of) == len(("of", "them")) and of[0] == "of" and of[1] in _OF_THEM:
        return Span(start, view.after[1][0].end)
    return None


def for_a(view: View, lists: Lists) -> Span | None:
    """“punctual for a X”, “For a X, she is surprisingly punctual”."""
    words = [word for _, word in view.before]
    if words[-2:-1] != ["for"] or words[-1] not in {"a", "an"}:
        return None
    for at in range(max(0, len(words) - 5), len(words) - 2):
        if _match(lists.praise, view.before, at) == len(words) - 2:
            return Span(view.before[at][0].start, view.people.end)
    if len(words) > 2 and view.unbroken(view.before[-3][0].end, view.people.start):  # noqa: PLR2004
        return None
    at = _run(view.after, _SURPRISED)
    end = _match(lists.praise, view.after, at) if at else None
    return Span(view.before[-2][0].start, view.after[end - 1][0].end) if end else None


def as_a(view: View, lists: Lists) -> Span | None:
    """“as punctual as a X bus”, “as honest as a X”."""
    words = [word for _, word in view.before]
    if words[-2:-1] != ["as"] or words[-1] not in {"a", "an", "the"}:
        return None
    for at in range(max(0, len(words) - 5), len(words) - 2):
        known = (_match(lists.praise, view.before, at), _match(lists.traits, view.before, at))
        if len(words) - 2 in known and at and words[at - 1] in {"as", "about"}:
            last = view.after[0][0].end if view.after and not view.closes(view.people.end) else 0
            return Span(view.before[at - 1][0].start, max(view.people.end, last))
    return None


def distrusted(view: View, lists: Lists) -> Span | None:  # noqa: ARG001 - one signature for all
    """“Never trust a X”, “Never lend money to a X”."""
    lead = view.lead()
    words = [word for _, word in lead]
    if "never" not in words or view.begins() == view.people.start:
        return None
    verbs = words[words.index("never") + 1 :]
    dealing = {"lend", "business", "argue", "money"} & set(verbs) and verbs[-1] in _DEALING
    if not verbs or not (verbs[-1] in _DISTRUST or dealing):
        return None
    if view.after and view.after[0][1] in {"without", "before", "unless", "until", "who", "with"}:
        return None
    return Span(lead[words.index("never")][0].start, view.people.end)


def counted_on(view: View, lists: Lists) -> Span | None:
    """“You can count on a X to be late”, “Leave it to X to forget”, “Trust the X to strike”."""
    lead = view.lead()
    words = [word for _, word in lead]
    if words[-2:] not in (["count", "on"], ["rely", "on"], ["it", "to"], ["bank", "on"]):
        if words[-1:] != ["trust"] or "never" in words:
            return None
    elif words[-2:] == ["it", "to"] and words[-3:-2] != ["leave"]:
        return None
    if not view.after or view.after[0][1] != "to":
        return None
    end = _match(lists.failings, view.after, 1)
    first = len(words) - {"trust": 1, "on": 2}.get(words[-1], 3)
    return Span(lead[first][0].start, view.after[end - 1][0].end) if end else None


def expected(view: View, lists: Lists) -> Span | None:  # noqa: ARG001 - one signature for all
    """“X, what do you expect”, “What do you expect from X?”, “That's X for you”."""
    after = [word for _, word in view.after]
    if after[:1] == ["what"] and "expect" in after[1:5] and set(after[1:4]) & _EXPECTING:
        return Span(view.begins(), view.after[after.index("expect")][0].end)
    lead = view.lead()
    words = [word for _, word in lead]
    if words[-2:] in (["expect", "from"], ["expect", "of"]) and "what" in words:
        return Span(lead[words.index("what")][0].start, view.people.end)
    if after[:2] == ["for", "you"] and words[-1:] in (["that's"], ["is"], ["s"]):
        return Span(lead[-1][0].start, view.after[1][0].end)
    told = words[-3:] in (["you", "know", "how"], ["you", "know", "what"])
    if told and after[:1] in (["are"], ["is"]):
        return Span(lead[-3][0].start, view.after[0][0].end)
    said = words[-4:] == ["what", "they", "say", "about"]
    return Span(lead[-4][0].start, view.people.end) if said else None


def with_their(view: View, lists: Lists) -> Span | None:
    """“the X and their paperwork”: a thing that is everybody's, called theirs."""
    after = [word for _, word in view.after]
    if after[:2] not in (["and", "their"], ["with", "their"]):
        return None
    at = 2
    if after[2:3] in (["love"], ["endless"], ["eternal"], ["famous"], ["obsession"], ["beloved"]):
        at = 4 if after[3:4] in (["of"], ["for"], ["with"]) else 3
    end = _match(lists.things, view.after, at)
    return Span(view.begins(), view.after[end - 1][0].end) if end else None


def clocks(view: View, lists: Lists) -> Span | None:  # noqa: ARG001 - one signature for all
    """“The reception started on X time”, “X time again.”."""
    after, before = [w for _, w in view.after], [w for _, w in view.before]
    if after[:1] != ["time"] or (before and not before[-1].isalpha()):
        return None
    end = view.after[0][0].end
    if before[-1:] == ["on"]:
        return Span(view.before[-1][0].start, end)
    alone = not before and (view.closes(end) or after[1:2] in (["again"], ["strikes"], ["rules"]))
    return Span(view.people.start, end) if alone else None


Construction: TypeAlias = Callable[[View, Lists], Span | None]

CONSTRUCTIONS: Final[tuple[Construction, ...]] = (
    being,
    unable,
    doing,
    typical,
    for_a,
    as_a,
    distrusted,
    counted_on,
    expected,
    with_their,
    clocks,
)
