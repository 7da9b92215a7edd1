"""``reported``: the sentence says who says so, without quotation marks: “critics called him …”."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from postlint.lazily import Pattern

if TYPE_CHECKING:
    from collections.abc import Mapping

    from postlint.document import Document
    from postlint.guards.guard import Acquits
    from postlint.model import Hit
    from postlint.options import Option, Options

OPTIONS: Final[Mapping[str, Option]] = {}
_SAYING: Final = Pattern(
    r"\b(?:says|said|told|claims|claimed|claiming|argues|argued|called|calls|calling|described"
    r"|describes|accused|accuses|accusing|alleged|alleges|allegedly|denied|denies|reported"
    r"|reportedly|convicted|charged|according to|accusations? of|allegations? of|labelled|labeled"
    r"|(?:police|officials|authorities|experts|critics|analysts|witnesses|opponents|they|many)"
    r" (?:say|claim|argue|believe|call)|dubbed|considered|regarded as|known as"
    r"|a dit|affirme|selon|accusé|qualifié)\b"
)
_CLOSE: Final = 25
"""How many code points behind the hit a verb of speech may stand: “…, the critics said”."""
_REACH: Final = 300
"""How many code points before the hit are read; more would be quadratic in a long post."""
_OURSELVES: Final = Pattern(r"\b(?:i|we|je|nous)\s+(?:\w+\s+)?$")
_OUR_OWN: Final = Pattern(
    r"\b(?:our|my|notre|mon)\s+(?:own\s+)?[\w'’-]+(?:\s+(?!(?:is|was|are|were|been|be|has|had|gets|got|who"
    r"|that|when|because|as|if|and)\b)[\w'’-]+){0,4}\s+$"
)
_STATING: Final = frozenset(
    "says said told claims claimed argues argued called calls described describes dubbed "
    "labelled labeled affirme".split()
)
"""What our minister says or calls somebody is our word; what our minister denies is not."""
_NAME_THEN_VERB: Final = Pattern(r"(?:\s+[A-ZÀ-Þ@][\w'’.-]*){1,4}\s+(?:also\s+|now\s+)?$")


def compile(options: Options) -> Acquits:  # noqa: A001, ARG001 - the protocol's name
    """Make the guard; what we ourselves say is no report."""

    def acquits(document: Document, hit: Hit) -> bool:
        sentence = document.sentence_at(hit.span.start)
        start = max(sentence.start, hit.span.start - _REACH)
        end = min(sentence.end, hit.span.end + _CLOSE)
        said = _SAYING.finditer(document.folded, start, end)
        return any(_is_report(document, hit, start, verb.start(), verb.group()) for verb in said)

    return acquits


def _is_report(document: Document, hit: Hit, start: int, verb: int, word: str) -> bool:
    """Tell whether the verb of speech is somebody else's and has the hit in what it tells."""
    before = document.folded[start:verb]
    if _OURSELVES.search(before) or (word in _STATING and _OUR_OWN.search(before)):
        return False
    # “Crooked Okoro said …”: the jeer is ours, the rest is his.
    return verb < hit.span.end or not _NAME_THEN_VERB.fullmatch(document.cased, hit.span.end, verb)
