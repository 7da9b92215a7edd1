"""Ways to call somebody names, read off the words: “that clown X”, “his pathetic excuses”."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from postlint.constructions.scene import Aim
from postlint.constructions.vocabulary import FILLERS, GROUPS, PERSONS
from postlint.constructions.wording import split
from postlint.lazily import Pattern
from postlint.spans import Span

if TYPE_CHECKING:
    from postlint.constructions.scene import Scene

_OWNER: Final = Pattern(r"\b(his|her|their|its)\s+((?:[\w'-]+\s+){0,2})$")
_THING: Final = Pattern(r"^\s+[a-z]{3,}")
_NAMED: Final = Pattern(r"\s(?:[A-ZÀ-Þ][\w’'.-]*[^\W\d_.]\.?)(?:\s[A-ZÀ-Þ][\w’'-]+){0,2}")
_NO_PERSON: Final = Pattern(
    r"(?:street|road|avenue|lake|river|creek|bay|hill|island|mountain|park|beach|falls|day|week|month"
    r"|monday|tuesday|wednesday|thursday|friday|saturday|sunday|january|february|march|april|may|june"
    r"|july|august|september|october|november|december|act|law|practices|award|prize|band|club|hotel"
    r"|cafe|café|bridge|festival|show|movie|house|i|we|you|the|this|that)$",
    re.IGNORECASE,
)
_BETWEEN: Final = 2
_NEAR: Final = 40


def nickname(scene: Scene, word: Span) -> Aim | None:
    """“that clown President X”, “Crooked X”, “the clueless Prime Minister”."""
    own = next((a for a in scene.aims_after(word.start) if a.span.end > word.end), None)
    if own and own.span.start == word.start:
        return own if own.kind == "person" else None
    if scene.is_named(word):
        return None
    if own and own.span.start - word.end <= _NEAR:
        between = split(scene.document.folded[word.end : own.span.start])
        if (
            all(part in {"and", ","} or part in FILLERS for part in between[:3])
            and len(between) <= _BETWEEN
        ):
            joined = not between or not set(between) & {"of", "like", "the", "a"}
            return own if joined and own.kind not in ("you", "handle") else None
    if "person" not in scene.about:
        return None
    name = _NAMED.match(scene.document.masked, word.end)
    if name is None or _NO_PERSON.search(name.group().split()[0] + " " + name.group().split()[-1]):
        return None
    span = Span(word.end + 1, name.end())
    return Aim(span, "person", span.of(scene.document.text), certain=False)


def possessed(scene: Scene, word: Span) -> Aim | None:
    """“his pathetic excuses”, “President X's idiotic plan”: an insult by way of a thing."""
    if not _THING.match(scene.document.masked[word.end : word.end + 24]):
        return None
    before = scene.lead(word.start)[1]
    owner = _OWNER.search(before)
    aim = None
    if owner and all(part in FILLERS for part in owner.group(2).split()):
        kinds = GROUPS if owner.group(1) in {"their", "its"} else PERSONS
        aim = scene.before(word.start, kinds)
    else:
        candidate = next(scene.aims_before(word.start), None)
        if candidate and word.start - candidate.span.end <= _NEAR:
            between = split(scene.document.folded[candidate.span.end : word.start])
            owned = between[:1] == ["'s"] and all(part in FILLERS for part in between[1:])
            aim = candidate if owned else None
    return aim and Aim(aim.span, aim.kind, aim.text, certain=False)
