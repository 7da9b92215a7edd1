"""``sourced``: the post says where it has it from: a link, a named source, the front matter."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from postlint.lazily import Pattern
from postlint.options import Option

if TYPE_CHECKING:
    from collections.abc import Mapping

    from postlint.document import Document
    from postlint.guards.guard import Acquits
    from postlint.model import Hit
    from postlint.options import Options

BY: Final = ("link", "official-link", "words", "mention", "front-matter")
SHORTENERS: Final = frozenset(
    "bit.ly tinyurl.com goo.gl is.gd rb.gy cutt.ly ow.ly buff.ly t.ly shorturl.at tiny.cc "
    "rebrand.ly".split()
)
OFFICIAL: Final = Pattern(
    r"(?:^|\.)(?:canada\.ca|gc\.ca|gouv\.qc\.ca|gov|mil|int|europa\.eu|un\.org|who\.int|gov\.[a-z]{2}"
    r"|gouv\.[a-z]{2}|gob\.[a-z]{2}|go\.[a-z]{2}|govt\.nz|admin\.ch|bund\.de)$"
)
OPTIONS: Final[Mapping[str, Option]] = {
    "by": Option("choices", "What counts as a source.", default=BY, choices=BY),
}
_SAYS: Final = (
    "says|said|reports|reported|finds|found|shows|showed|estimates|estimated|confirms|confirmed"
    "|announced|wrote|writes"
)
_BODIES: Final = (
    "un|who|imf|world bank|oecd|unhcr|unicef|ministry|department|agency|bureau|census|report"
    "|study|survey|poll|authorities|police|government|office|court|army|hospital|institute"
)
_WORDS: Final = Pattern(
    r"\b(?:according to|as reported by|sources? ?:|per the|(?:data|figures) from"
    r"|an? (?:study|survey|report|poll) (?:by|from|of)"
    rf"|the (?:{_BODIES})[\w' ]{{0,40}}(?:{_SAYS})"
    rf"|(?:police|officials|authorities|rescuers|doctors|investigators) (?:say|report|confirm)"
    rf"|(?:{_SAYS}) (?:the|an?)\b|statistics canada|stats ?can|selon|d'après|rapporte|indique)"
)
_SAID_BY_NAME: Final = Pattern(
    rf"[A-ZÀ-Þ][\w’'.-]+ (?:\([A-Z]+\) )?(?:{_SAYS})\b(?! of\b)"
    r"|\([A-Z][\w&.’' -]{2,60}(?:, \d{4})?\)"
)


def _by_words(document: Document, hit: Hit) -> bool:
    sentence = document.sentence_at(hit.span.start)
    if _SAID_BY_NAME.search(sentence.of(document.masked)) or _WORDS.search(
        sentence.of(document.folded)
    ):
        return True
    index = document.sentence_index(hit.span.start)
    later = document.sentences[index + 1 : index + 2]
    return any(_WORDS.match(s.of(document.folded).lstrip("([")) for s in later)


def compile(options: Options) -> Acquits:  # noqa: A001 - the protocol's name
    """Make the guard; a shortened link hides its source and counts for nothing."""
    by = frozenset(options["by"])

    def acquits(document: Document, hit: Hit) -> bool:
        hosts = [link.host.lower().removeprefix("www.") for link in document.social.links]
        if "link" in by and any(host not in SHORTENERS for host in hosts):
            return True
        if "official-link" in by and any(OFFICIAL.search(host) for host in hosts):
            return True
        if "front-matter" in by and document.post.sources:
            return True
        if "mention" in by and any(
            document.text[max(0, m.span.start - 12) : m.span.start]
            .lower()
            .rstrip()
            .endswith(("via", "by", "from", "per", "to", "source", "source:", "h/t", "selon"))
            for m in document.social.mentions
        ):
            return True
        return "words" in by and _by_words(document, hit)

    return acquits
