"""Constructions read off the words from left to right, without the parser.

What they see is certain where a table names the target: the order of the
words leaves no second reading that matters.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from postlint.constructions.scene import Aim
from postlint.constructions.vocabulary import (
    BE,
    FILLERS,
    GROUPS,
    HE,
    LINKING,
    MODALS,
    PERSONS,
    THEY,
)
from postlint.lazily import Pattern
from postlint.spans import Span

if TYPE_CHECKING:
    from collections.abc import Sequence

    from postlint.constructions.scene import Scene

_WORDS: Final = Pattern(
    r"'(?:s|re|d|ll|ve|m)\b|[\w-]+(?:'(?!s\b|re\b|d\b|ll\b|ve\b|m\b)\w+)?|[^\w\s]"
)
_WHAT_A: Final = Pattern(r"\b(?:what|such|how)\s+(?:an?\s+)?(?:[\w'-]+\s+){0,3}$")
_ONLY_A: Final = Pattern(r"\bonly\s+(?:an?|the)\s+(?:[\w'-]+\s+){0,2}$")
_YOU_BEFORE: Final = Pattern(r"\byou(?:'re| are| were|r)?\s+(?:[\w'-]+\s+){0,3}$")
_OF_TARGET: Final = Pattern(
    r"^\s+(?:of\s+(?=an?\s)|(?:like|named|called)\s+)(?:an?\s+|the\s+|that\s+|this\s+)*$"
)
_LIKE: Final = Pattern(r"\blike\s+(?:an?|the|some|your|his|her)?\s*((?:[\w'-]+\s+){0,3})$")
_OTHERS: Final = frozenset({"the", "his", "her", "their", "its"})
_APPOSED_END: Final = Pattern(r"^\s*[,.!;)–—-]|^\s(?:and|on|in|who|of|at)\b|^$")
_MOST: Final = Pattern(r",\s+(?:one|some|another)\s+of\s+(?:the|our|history's)\s+(?:\w+\s+)?$")
_MODIFIED: Final = Pattern(
    r"(?:is|was|are|were|been|be|'s|'re|remains?|became|becomes?)\s+(?:now\s+|still\s+|such\s+|just\s+)*"
    r"(?:an?|the)\s+(?:(?!(?:of|in|on|at|by|for|with|to|from|and|or|but|who|that|not|no|which|as|than"
    r"|former|self-\w+|like|into|about)\b)[\w'-]+\s+){1,2}$"
)
_BREAK: Final = Pattern(r"\s*(?:[.!?,;:)”\"…–—]|$|-\s)|\s+(?:for|who|and|when|because)\b")
_LED_BY: Final = Pattern(
    r"\b(?:run|led|ruled|governed|headed|staffed|owned|represented|ruined|hijacked)\s+by\s+"
    r"((?:[\w'-]+\s+){0,3})$"
)
_BODY: Final = Pattern(
    r"\s*(?:[:,—–-]|'s|is|are|was|were|remains)?\s*(?:(?:an?|the|another)\s+)?(?:\w+\s+)?"
    r"(?:(?:country|nation|government|state|regime|place|republic|party|cabinet|palace)\s+)?"
)
_FRAGMENT: Final = 5
_TAILS: Final = frozenset({"to", "for", "as", "beyond", "through"})
_BETWEEN: Final = 3
_FAR: Final = 10
_OF_REACH: Final = 40
_APPOSED_REACH: Final = 80
_OF_PLACE: Final = Pattern(
    r"\s+(?:of|in|from|for)\s+(?:the\s+)?[A-ZÀ-Þ][\w-]+(?:\s+[A-ZÀ-Þ][\w-]+)*"
    r"|['’]s\s+(?:[a-z]+\s+)?(?:leadership|rulers?|elites?|politicians?|generals?|leaders?|officials"
    r"|diplomats|diplomacy|bureaucrats|delegation|negotiators|people|lawmakers|ministers)\b"
)
_PREPOSITION: Final = Pattern(r"\s(?:of|in|from|to|at|for|with|by|near|over|about)\s(?:the\s)?$")
_THOSE_IN: Final = Pattern(r"^\s(?:in|running|leading|governing|who run|who rule)\s(?:the\s)?$")


def split(text: str) -> list[str]:
    """Return the words and marks of a folded text; a contracted verb stands alone."""
    return _WORDS.findall(text)


def _links(between: Sequence[str]) -> bool:
    """Tell whether the words between a subject and a judgement join the two, and only that."""
    if not between or len(between) > _FAR:
        return False
    known = all(w in BE or w in LINKING or w in MODALS or w in FILLERS or w == "," for w in between)
    return known and any(w in BE or w in LINKING for w in between)


def said(scene: Scene, word: Span) -> Aim | None:
    """“X is (such a complete) jerk”, “X would be a disaster”, “They are liars.”."""
    if scene.is_reported_at(word):
        return None
    start, before = scene.lead(word.start)
    for aim in scene.aims_before(word.start):
        if aim.span.start < start:
            break
        if aim.kind != "you":
            if _links(_after(scene, aim, word)) and not _is_possessive(scene, aim, word):
                return _whole(scene, aim)
            break
    return _said_at_length(scene, word) or _said_of_pronoun(scene, word, split(before))


def _said_at_length(scene: Scene, word: Span) -> Aim | None:
    """“X has been a foreign policy disaster”: a noun with its own modifiers, ending a clause."""
    start, before = scene.lead(word.start)
    modified = _MODIFIED.search(before)
    if modified is None or not _BREAK.match(scene.document.folded, word.end):
        return None
    verb = start + modified.start()
    aim = next(scene.aims_before(verb), None)
    if aim is None or aim.span.start < start or aim.kind in ("you", "people"):
        return None
    between = _after(scene, aim, Span(verb, verb))
    known = all(w in BE or w in MODALS or w in FILLERS for w in between)
    return _whole(scene, aim) if known and len(between) <= _BETWEEN else None


def led_by(scene: Scene, word: Span) -> Aim | None:
    """“Ruritania: a country run by crooks”, “that government is led by clowns”."""
    led = _LED_BY.search(scene.lead(word.start)[1])
    if led is None or not all(part in FILLERS for part in led.group(1).split()):
        return None
    if scene.is_reported_at(word):
        return None
    start = scene.lead(word.start)[0] + led.start()
    aim = next(scene.aims_before(start), None)
    if aim is None or aim.kind not in ("state", "institution") or start - aim.span.end > _OF_REACH:
        return None
    return aim if _BODY.fullmatch(scene.document.folded, aim.span.end, start) else None


def _after(scene: Scene, aim: Aim, word: Span) -> list[str]:
    """Return the words from a target to the judgement, without “of Ruritania” behind its title."""
    between = scene.document.masked[aim.span.end : word.start]
    place = _OF_PLACE.match(between)
    start = aim.span.end + (place.end() if place else 0)
    return split(scene.document.folded[start : word.start])


def _is_possessive(scene: Scene, aim: Aim, word: Span) -> bool:
    """Tell “X's joke about a goat” from “X's a joke” and “X's pathetic.”."""
    between = _after(scene, aim, word)
    rest = scene.document.folded[word.end : word.end + 2].strip()
    return between[:1] == ["'s"] and len(between) == 1 and rest[:1].isalnum()


def _whole(scene: Scene, aim: Aim) -> Aim | None:
    """Return who is spoken of: in “the government of X is …” not X, and not “the embassy of X”."""
    start = max(0, aim.span.start - _FAR)
    before = _PREPOSITION.search(scene.document.folded, start, aim.span.start)
    if before is None or aim.kind not in ("state", "people"):
        return aim
    nearest = next(scene.aims_before(before.start()), None)
    return nearest if nearest and nearest.span.end == before.start() else None


def _said_of_pronoun(scene: Scene, word: Span, before: Sequence[str]) -> Aim | None:
    """“He is a joke”: the pronoun stands for whoever was named last."""
    for at in range(len(before) - 1, max(-1, len(before) - _FAR), -1):
        if before[at] in HE or before[at] in THEY:
            if not _links(before[at + 1 :]):
                return None
            kinds = PERSONS if before[at] in HE else GROUPS
            return scene.before(word.start, kinds, sentences=2)
    return _said_of_watching(scene, word, before)


def _said_of_watching(scene: Scene, word: Span, before: Sequence[str]) -> Aim | None:
    """“Watching Minister X dance is a joke”."""
    if not before or not before[0].endswith("ing") or not {"is", "was"} & set(before[-4:]):
        return None
    start = scene.document.sentence_at(word.start).start
    close = next(scene.aims_after(start), None)
    if close is None or close.span.start > start + len(before[0]) + 2:
        return None
    return Aim(close.span, close.kind, close.text, certain=False)


def likened(scene: Scene, word: Span) -> Aim | None:
    """“X negotiates like a spoiled child”."""
    start, before = scene.lead(word.start)
    like = _LIKE.search(before)
    if like is None or not all(part in FILLERS for part in like.group(1).split()):
        return None
    stop = start + like.start()
    aim = next(scene.aims_before(stop), None)
    if aim is None or aim.span.start < start or aim.kind == "you" or scene.is_reported_at(word):
        return None
    between = split(scene.document.folded[aim.span.end : stop])
    near = 0 < len(between) <= _FAR and not {",", "but", "i", "we", "you", "not"} & set(between)
    return aim if near else None


def exclamation(scene: Scene, word: Span) -> Aim | None:
    """“What a clown that prime minister is.”, “The president spoke. What a clown.”."""
    sentence = scene.document.sentence_at(word.start)
    if not _WHAT_A.search(scene.lead(word.start)[1]):
        return None
    aim = next(scene.aims_after(word.end), None)
    if aim is not None and aim.span.start < sentence.end:
        return aim
    return scene.before(word.start, PERSONS | GROUPS) or _answered(scene, word)


def of_target(scene: Scene, word: Span) -> Aim | None:
    """“a joke of a country”, “a clown like President X”, “Liar, President X”."""
    aim = next(scene.aims_after(word.end), None)
    if aim is None or aim.span.start > word.end + _OF_REACH:
        return None
    between = scene.document.folded[word.end : aim.span.start]
    if aim.text.lower().startswith(("a ", "an ")):
        between += "a "
    the = scene.lead(word.start)[1].split()[-1:]
    those = the in (["the"], ["those"], ["these"]) and aim.kind in ("state", "institution")
    found = _OF_TARGET.match(between) or (those and _THOSE_IN.match(between))
    return aim if found else None


def fragment(scene: Scene, word: Span) -> Aim | None:
    """“The minister resigned. Pathetic.”: a sentence that is nothing but the judgement."""
    rest = _before_in_fragment(scene, word)
    if rest is None or not all(part.strip(",") in FILLERS for part in rest):
        return None
    aim = scene.before(word.start, PERSONS)
    return aim and Aim(aim.span, aim.kind, aim.text, certain=False)


def verdict(scene: Scene, word: Span) -> Aim | None:
    """“The minister spoke. A total disgrace.”: as a fragment, but with an article."""
    rest = _before_in_fragment(scene, word)
    if not rest or rest[0] not in {"a", "an", "the", "another", "absolute", "total", "complete"}:
        return None
    return fragment(scene, word)


def _before_in_fragment(scene: Scene, word: Span) -> list[str] | None:
    """Return the words before ``word`` where it ends a short sentence that names nobody."""
    sentence = scene.document.sentence_at(word.start)
    words = scene.document.words_in(sentence.start, min(sentence.end, word.end + 1))
    if len(words) > _FRAGMENT or not words or words[-1].end > word.end:
        return None
    rest = scene.document.words_in(word.end, sentence.end)
    if rest and (len(rest) > _FRAGMENT or rest[0].of(scene.document.folded) not in _TAILS):
        return None
    if any(
        sentence.covers(aim.span)
        for aim in scene.aims_after(sentence.start)
        if aim.kind != "handle"
    ):
        return None
    return scene.document.folded[words[0].start : word.start].split()


def apposed(scene: Scene, word: Span) -> Aim | None:
    """“X, a liar, …”, “Not a fan of X, weak on crime”."""
    folded = scene.document.folded
    superlative = _MOST.search(scene.lead(word.start)[1])
    if not superlative and not _APPOSED_END.match(folded[word.end : word.end + 6]):
        return None
    for aim in scene.aims_before(word.start):
        if word.start - aim.span.end > _APPOSED_REACH:
            break
        if aim.kind != "you":
            between = split(folded[aim.span.end : word.start])
            known = between[:1] == [","] and all(part in FILLERS for part in between[1:])
            if not known or aim.kind not in PERSONS:
                return None
            return None if _OTHERS & set(between) and not superlative else aim
    return None


def address(scene: Scene, word: Span) -> Aim | None:
    """“you idiot”, “President X, you are a fool”, “@critic only an idiot would write that”."""
    at, before = scene.lead(word.start)
    you = _YOU_BEFORE.search(before)
    if you and all(p in FILLERS or p in BE for p in before[you.start() :].split()[1:]):
        start = at + you.start()
        aim = next(scene.aims_before(start), None)
        if aim and aim.span.start >= at:
            between = scene.document.folded[aim.span.end : start]
            if not split(between.replace(",", "")):
                return aim
        if "you" in scene.about:
            return Aim(Span(start, start + 3), "you", "the reader", certain=True)
    return _answered(scene, word) if _ONLY_A.search(before) else None


def _answered(scene: Scene, word: Span) -> Aim | None:
    """Return the handle or person whom a reply, or a post that begins with @, speaks to."""
    first = next(iter(scene.document.social.mentions), None)
    if "handle" in scene.about and first and first.span.end <= word.start:
        return Aim(first.span, "handle", first.span.of(scene.document.text), certain=True)
    if scene.document.post.reply_to and scene.about & {"handle", "you"}:
        return Aim(word, "you", scene.document.post.reply_to, certain=True)
    return None


def doing(scene: Scene, word: Span) -> Aim | None:
    """“President X lied again”, “X keeps lying”, “@x loves to lie”."""
    if scene.is_reported_at(word):
        return None
    start, _ = scene.lead(word.start)
    for aim in scene.aims_before(word.start):
        if aim.span.start < start:
            break
        if aim.kind != "you":
            between = split(scene.document.folded[aim.span.end : word.start])
            known = all(w in FILLERS or w in MODALS or w in BE for w in between)
            known = known and (
                between[:1] != ["'s"] or word.of(scene.document.folded)[-3:] == "ing"
            )
            return aim if known and not {"a", "an", "the", "of", "like"} & set(between) else None
    return None
