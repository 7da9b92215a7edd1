"""What postlint sees in a post, as plain values: the object of ``inspect --format json``."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from postlint import platforms

if TYPE_CHECKING:
    from collections.abc import Iterable

    from postlint.document import Document
    from postlint.spans import Span

_KINDS: Final = {
    "people": {"leader", "official", "person"},
    "places": {"state", "place"},
    "organisations": {"institution", "organisation"},
}


def _piece(span: Span, text: str) -> dict[str, Any]:
    return {"text": span.of(text), "span": {"start": span.start, "end": span.end}}


def _named(document: Document, kinds: set[str]) -> list[dict[str, Any]]:
    """Return names of some kinds, those of the tables first, guesses where no table spoke."""
    spans = [target.span for target in document.targets if target.kind in kinds]
    for name in document.guessed_names:
        if name.kind in kinds and not any(name.span.overlaps(span) for span in spans):
            spans.append(name.span)
    return [_piece(span, document.text) for span in sorted(spans)]


def inspect(document: Document) -> dict[str, Any]:
    """Return everything that is seen in one post, on all platforms."""
    post, text, social = document.post, document.text, document.social

    def pieces(spans: Iterable[Span]) -> list[dict[str, Any]]:
        return [_piece(span, text) for span in spans]

    lengths = {name: platforms.length(name, text) for name in platforms.PLATFORMS}
    return {
        "source": post.source,
        "id": post.id,
        "line": post.line,
        "text": text,
        "language": document.language,
        "length": {name: {"used": n.used, "limit": n.limit} for name, n in lengths.items()},
        "mentions": pieces(item.span for item in social.mentions),
        "hashtags": pieces(item.span for item in social.hashtags),
        "links": pieces(item.span for item in social.links),
        "emoji": pieces(item.span for item in social.emoji),
        "sentences": pieces(document.sentences),
        **{key: _named(document, kinds) for key, kinds in _KINDS.items()},
        "readability": {
            name: None if score is None else round(score, 1)
            for name, score in document.readability.items()
        },
        "preview": {name: platforms.preview(name, text) for name in platforms.PLATFORMS},
    }
