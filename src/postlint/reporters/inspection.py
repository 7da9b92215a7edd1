"""What postlint sees in one post, for people: the object of ``inspect --format json``, laid out.

Not for judging: lengths, names and readability are shown, nothing is found fault with.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from postlint.reporters import words
from postlint.reporters.terminal import ink

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from postlint.reporters.style import Style
    from postlint.reporters.terminal.page import Block, Page

SEEN = ("people", "places", "organisations", "mentions", "hashtags", "links", "emoji")
"""Lists of pieces that are shown in one line each, in this order."""

BAR = 24
"""Cells of a bar that is full."""

DRAWN = 72
"""On a page of fewer cells there are no bars: the numbers come first."""

MARGIN = 2


def render_inspection(inspection: Mapping[str, Any], style: Style) -> str:
    """Return the page for one entry of ``posts`` (see ``schemas/inspect-1.json``)."""
    from postlint.reporters.terminal.page import Page

    page = Page(style)
    return page.printed(_blocks(page, inspection))


def _blocks(page: Page, inspection: Mapping[str, Any]) -> Iterator[Block]:
    name = words.name_of(inspection["source"], inspection["id"])
    language = words.LANGUAGES.get(inspection["language"], inspection["language"])
    yield from page.ends(name, language)
    yield page.gap()
    yield from _section(page, "Length", _lengths(page, inspection["length"]))
    yield from _section(page, "Seen", _pieces(page, inspection))
    yield from _section(page, "Sentences", _sentences(page, inspection["sentences"]))
    yield from _section(page, "Readability", _readability(page, inspection["readability"]))
    previews = _previews(page, inspection["preview"], inspection["text"])
    yield from _section(page, "Before the fold", previews)


def _section(page: Page, title: str, blocks: Iterator[Block]) -> Iterator[Block]:
    """Put a title above the blocks, unless there are none."""
    body = list(blocks)
    if body:
        yield page.prose(title, ink.BOLD)
        yield from body
        yield page.gap()


def _lengths(page: Page, lengths: Mapping[str, Mapping[str, int]]) -> Iterator[Block]:
    """Draw for each platform how much of its limit the text uses."""
    rows = []
    for platform, length in lengths.items():
        used, limit = length["used"], length["limit"]
        filled = min(BAR, -(-BAR * used // max(1, limit)))
        over = used - limit
        bar = "█" * filled + "░" * (BAR - filled)
        left = (f"{over:,} too long", ink.RED) if over > 0 else (f"{-over:,} left", ink.NONE)
        cells = [
            page.prose(words.platform(platform)),
            page.prose(f"{used:,} of {limit:,}"),
            page.prose(bar, left[1]),
            page.prose(*left),
        ]
        rows.append(cells if page.width >= DRAWN else [*cells[:2], cells[3]])
    if rows:
        yield page.grid(rows)


def _pieces(page: Page, inspection: Mapping[str, Any]) -> Iterator[Block]:
    """List the names, handles, hashtags, links and emoji, each kind on a line."""
    found = {kind: dict.fromkeys(piece["text"] for piece in inspection[kind]) for kind in SEEN}
    yield from page.labelled((kind, ", ".join(texts) or "–") for kind, texts in found.items())


def _sentences(page: Page, sentences: list[Mapping[str, Any]]) -> Iterator[Block]:
    """Give each sentence its number and its count of words."""
    counted = [(each["text"], len(each["text"].split())) for each in sentences]
    said = [f"{text} ({words.many(size, 'word')})" for text, size in counted]
    yield from page.labelled(((str(at), each) for at, each in enumerate(said, 1)), 0)


def _readability(page: Page, metrics: Mapping[str, float | None]) -> Iterator[Block]:
    """Give each metric, or say that the text is too short to have any."""
    known = {name: value for name, value in metrics.items() if value is not None}
    yield from page.labelled((name.replace("_", " "), f"{known[name]:g}") for name in known)
    if metrics and not known:
        yield from page.indented("The text is too short to be measured.", MARGIN)


def _previews(page: Page, previews: Mapping[str, str], text: str) -> Iterator[Block]:
    """Show what readers see before they unfold the post; platforms that agree share a line."""
    shared: dict[str, list[str]] = {}
    for platform, preview in previews.items():
        shared.setdefault(preview, []).append(words.platform(platform))
    for preview, platforms in shared.items():
        yield from page.indented(", ".join(platforms) + ":", MARGIN)
        whole = preview.strip() == text.strip()
        yield from page.indented("the whole text" if whole else f"“{preview}”", 2 * MARGIN)
