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
_OURSELVES: Final = Pattern(r"\b(?:i|we|je|nous)\s+(?:\w+\s+)?$")


def compile(options: Options) -> Acquits:  # noqa: A001, ARG001 - the protocol's name
    """Make the guard; what we ourselves say is no report."""

    def acquits(document: Document, hit: Hit) -> bool:
        sentence = document.sentence_at(hit.span.start)
        text = document.folded[sentence.start : min(sentence.end, hit.span.end + _CLOSE)]
        return any(not _OURSELVES.search(text[: match.start()]) for match in _SAYING.finditer(text))

    return acquits
