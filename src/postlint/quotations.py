"""Quoted passages of a text, and whether somebody is named as their speaker.

Works on characters alone; what a rule makes of a quotation is not decided here.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from postlint.lazily import Pattern
from postlint.spans import Span
from postlint.values import dataclass

if TYPE_CHECKING:
    from collections.abc import Iterator

_PAIRS: Final = {"“": "”", "„": "“”", "«": "»", '"': '"', "‘": "’", "'": "'", "‹": "›"}
_OPENING: Final = Pattern("[" + "".join(_PAIRS) + "]")
_LONGEST: Final = 1_200

SPEECH: Final = (
    r"say|says|said|saying|tell|tells|told|write|writes|wrote|writing|ask|asks|asked|add|adds|added"
    r"|explain|explains|explained|reply|replies|replied|answer|answers|answered|recall|recalls"
    r"|recalled|call|calls|called|shout|shouts|shouted|whisper|whispers|whispered|note|notes|noted"
    r"|warn|warns|warned|declare|declares|declared|joke|jokes|joked|laugh|laughs|laughed|remark"
    r"|remarks|remarked|announce|announces|announced|insist|insists|insisted|sing|sings|sang"
    r"|quote|quotes|quoted|quoting|according to|in the words of|as .{1,40} put it|reads|read"
    r"|claim|claims|claimed|argue|argues|argued|describe|describes|described|label|labels|labelled"
    r"|dit|dits|disait|déclare|déclaré|écrit|écrivait|explique|expliqué|confie|raconte|répond"
    r"|ajoute|selon|d'après|lance|affirme"
)
_SPEECH = r"\b(?:" + SPEECH + r")\b"
_CREDIT = (
    r"^[\s.,!?…]*(?:[-–—~―|(/•\ufffd]+\s*(?:@\w|\p{Lu})"
    r"|(?:\p{Lu}[\w.'’-]+ ){1,4}\p{Lu}[\w'’-]+\s*(?:$|\n|[,#(@]|https?:))"
)
"""A dash and a name (archives garble dashes), or a name that fills what is left of the line."""


@dataclass(frozen=True, slots=True)
class Quotation:
    """A quoted passage: ``span`` with its marks, ``inner`` without, and the speaker's trace."""

    span: Span
    inner: Span
    attributed: bool


@lru_cache(maxsize=1)
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str]]:
    credit = _CREDIT.replace(r"\p{Lu}", "[A-ZÀ-ÖØ-Þ]")
    return re.compile(_SPEECH, re.IGNORECASE), re.compile(credit)


def _may_open(text: str, at: int) -> bool:
    """Tell a quotation mark from an apostrophe, an inch or a closing mark."""
    before = text[at - 1] if at else " "
    after = text[at + 1] if at + 1 < len(text) else " "
    return not (before.isalnum() or after.isspace())


def _limit(text: str, start: int) -> int:
    """Return how far a quotation that opens at ``start`` may go.

    An empty line ends it, so that one stray mark cannot swallow a post.
    """
    stop = min(len(text), start + _LONGEST)
    blank = text.find("\n\n", start, stop)
    return stop if blank == -1 else blank


def _may_close(text: str, at: int) -> bool:
    """Tell whether the mark at ``at`` can close: a straight or single one only after a word."""
    after = text[at + 1] if at + 1 < len(text) else " "
    inside = after.isalnum() and text[at] in "'’\""
    return text[at] == "»" or not (inside or text[at - 1].isspace())


def _spans(text: str) -> Iterator[tuple[int, int]]:
    """Yield ``[start, end)`` of each quotation.

    ``empty`` remembers how far a search for some closing marks was in vain, so
    that a thousand stray opening marks do not search the same text a thousand times.
    """
    done, empty = 0, dict.fromkeys(_PAIRS.values(), 0)
    for mark in _OPENING.finditer(text):
        at, closers = mark.start(), _PAIRS[mark[0]]
        if at < done or not (mark[0] in "“„«" or _may_open(text, at)):
            continue
        places = range(max(at + 1, empty[closers]), _limit(text, at))
        end = next((i for i in places if text[i] in closers and _may_close(text, i)), -1)
        if end == -1:
            empty[closers] = max(empty[closers], places.stop)
        if end > at + 1:
            done = end + 1
            yield at, done


def _attributed(text: str, start: int, end: int) -> bool:
    """Look for a verb of speech or a credit close to the quotation."""
    speech, credit = _patterns()
    before, after = text[max(0, start - 70) : start], text[end : end + 70]
    if credit.search(after) or re.search(r"[\wÀ-ÿ)]\s?:\s*$", before):
        return True
    last_stop = max(
        before.rfind(". "), before.rfind("! "), before.rfind("? "), before.rfind("\n\n")
    )
    next_stop = re.search(r"[.!?](?:\s|$)", after)
    near_after = after[: next_stop.start()] if next_stop else after
    return bool(speech.search(before[last_stop + 1 :]) or speech.search(near_after))


def find(text: str) -> tuple[Quotation, ...]:
    """Return the quotations of ``text`` in order; nested ones belong to the outer."""
    return tuple(
        Quotation(Span(start, end), Span(start + 1, end - 1), _attributed(text, start, end))
        for start, end in _spans(text)
    )
