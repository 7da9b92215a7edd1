"""Ways to lay a failing to somebody: “his lies”, “X has done a terrible job”, “incompetence by X”.

Here the word names a thing, not a person, so that it must be owned, shown or
committed by a target, or be said of what the target said or did.
"""

from __future__ import annotations

from dataclasses import replace
from itertools import islice
from typing import TYPE_CHECKING, Final

from postlint.constructions.vocabulary import BE, FILLERS, GROUPS, MODALS, PERSONS
from postlint.constructions.wording import split
from postlint.lazily import Pattern

if TYPE_CHECKING:
    from postlint.constructions.scene import Aim, Scene
    from postlint.spans import Span

_OWNER: Final = Pattern(r"\b(his|her|their|its)\s+(?:[\w'-]+\s+){0,3}$")
_NO_NOUN_NEXT: Final = Pattern(
    r"\s*(?:[.!?,;:)\"”…–—@#]|$|-(?!\w))|\s+(?:about|of|in|by|from|is|was|are|were|has|have|had|for|on"
    r"|to|when|that|again|as|over|with|before|after|and|or|but|at|today|yesterday|this|know|knows"
    r"|representing|running|leading|handling|managing|will|would|cost|costs|can|must|never|only)\b"
)
_FROM: Final = Pattern(
    r"(?:\s+(?!and\b|or\b|in\b|on\b|with\b)[\w'-]+){0,2}\s+(?:by|from|of|on the part of)\s+"
    r"(?:the\s+|that\s+|this\s+|our\s+)?$"
)
_HAVING: Final = frozenset(
    "has have had 's having shows show showed displays display displayed demonstrates demonstrated "
    "suffers suffered suffer from does did done do doing made makes make making delivers delivered "
    "peddles peddled peddling spreads spread spreading tells told telling".split()
)
_MADE: Final = (
    r"(?:speech|speeches|remarks?|words?|statements?|plans?|polic(?:y|ies)|ideas?|decisions?|answers?"
    r"|excuses?|claims?|performance|tweets?|posts?|interviews?|letters?|reasoning|behaviour|behavior"
    r"|conduct|response|outburst|rant|apology|argument|arguments|logic)"
)
_WORK: Final = Pattern(rf"'s?\s+(?:[\w'-]+\s+)?{_MADE}\s+(.*)$")
_REACH: Final = 90
_NEAREST: Final = 3


def owned(scene: Scene, word: Span) -> Aim | None:
    """“his long-term lie”, “the minister's hypocrisy”, “their stupidity”."""
    if not _ends(scene, word):
        return None
    before = scene.lead(word.start)[1]
    owner = _OWNER.search(before)
    if owner:
        kinds = GROUPS if owner.group(1) in {"their", "its"} else PERSONS
        return _softened(scene.before(word.start, kinds))
    aim = next(scene.aims_before(word.start), None)
    if aim is None or word.start - aim.span.end > _REACH or aim.kind in {"you", "handle"}:
        return None
    between = split(scene.document.folded[aim.span.end : word.start])
    near = between[:1] in (["'s"], ["'"]) and all(w in FILLERS or "-" in w for w in between[1:])
    return _softened(aim) if near else None


def shown(scene: Scene, word: Span) -> Aim | None:
    """“X has done a terrible job”, “X, who leads …, suffers from bad judgement”."""
    if not _ends(scene, word) or scene.is_reported_at(word):
        return None
    start, _ = scene.lead(word.start)
    for aim in islice(scene.aims_before(word.start), _NEAREST):
        if aim.span.start < start:
            return None
        if aim.kind != "you" and _shows(split(scene.document.folded[aim.span.end : word.start])):
            return _softened(aim)
    return None


def _shows(between: list[str]) -> bool:
    if between[:2] == [",", "who"] and "," in between[2:]:
        between = between[between.index(",", 2) + 1 :]
    known = all(w in FILLERS or w in MODALS or w in _HAVING or w in BE for w in between)
    return known and bool(_HAVING & set(between))


def committed(scene: Scene, word: Span) -> Aim | None:
    """“such poor leadership by the mayor”, “a masterclass in incompetence from Minister X”."""
    aim = next(scene.aims_after(word.end), None)
    if aim is None or aim.span.start - word.end > _REACH or aim.kind in {"you", "handle"}:
        return None
    between = scene.document.folded[word.end : aim.span.start]
    return _softened(aim) if _FROM.fullmatch(between) else None


def of_work(scene: Scene, word: Span) -> Aim | None:
    """“The ambassador's remarks were moronic”: what is said of a speech is said of its speaker."""
    if not _ends(scene, word) or scene.is_reported_at(word):
        return None
    for aim in scene.aims_before(word.start):
        if word.start - aim.span.end > _REACH:
            return None
        work = _WORK.match(scene.document.folded[aim.span.end : word.start])
        if work is None:
            return None
        rest = split(work.group(1))
        said = all(w in BE or w in FILLERS or w in MODALS for w in rest) and BE & set(rest)
        return _softened(aim) if said and aim.kind not in {"you", "handle"} else None
    return None


def _ends(scene: Scene, word: Span) -> bool:
    """Tell whether no further noun follows, as in “his lie detector”."""
    return bool(_NO_NOUN_NEXT.match(scene.document.folded[word.end : word.end + 24]))


def _softened(aim: Aim | None) -> Aim | None:
    return aim and replace(aim, certain=False)
