"""What postlint sees in one post, for people: the object of ``inspect --format json``, laid out.

Not for judging: lengths, names and readability are shown, nothing is found fault with.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from postlint.reporters import ink, words
from postlint.reporters.cells import cells
from postlint.reporters.page import Page

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from postlint.reporters.style import Style

SEEN = ("people", "places", "organisations", "mentions", "hashtags", "links", "emoji")
"""Lists of pieces that are shown in one line each, in this order."""

BAR = 24
"""Cells of a bar that is full."""

MARGIN = 2


def render_inspection(inspection: Mapping[str, Any], style: Style) -> str:
    """Return the page for one entry of ``posts`` (see ``schemas/inspect-1.json``)."""
    page = Page(style)
    name = words.name_of(inspection["source"], inspection["id"])
    language = words.LANGUAGES.get(inspection["language"], inspection["language"])
    lines = [*page.ends(name, language), ""]
    lines.extend(_section(page, "Length", _lengths(page, inspection["length"])))
    lines.extend(_section(page, "Seen", _pieces(page, inspection)))
    lines.extend(_section(page, "Sentences", _sentences(page, inspection["sentences"])))
    lines.extend(_section(page, "Readability", _readability(page, inspection["readability"])))
    previews = _previews(page, inspection["preview"], inspection["text"])
    lines.extend(_section(page, "Before the fold", previews))
    return "\n".join(lines).rstrip("\n") + "\n"


def _section(page: Page, title: str, lines: Iterator[str]) -> Iterator[str]:
    """Put a title above the lines, unless there are none."""
    body = list(lines)
    if body:
        yield page.ink.paint(ink.BOLD, title)
        yield from body
        yield ""


def _lengths(page: Page, lengths: Mapping[str, Mapping[str, int]]) -> Iterator[str]:
    """Draw for each platform how much of its limit the text uses."""
    for platform, length in lengths.items():
        used, limit = length["used"], length["limit"]
        filled = min(BAR, -(-BAR * used // max(1, limit)))
        bar = page.ink.sign("█" * filled + "░" * (BAR - filled))
        over = used - limit
        rest = f"{over:,} too long" if over > 0 else f"{-over:,} left"
        title = words.PLATFORMS.get(platform, platform)
        counts = f"{used:,} of {limit:,}"
        yield (
            f"  {title:<11}{counts:<17}"
            + page.ink.paint(ink.RED if over > 0 else "", bar)
            + f" {rest}"
        )


def _pieces(page: Page, inspection: Mapping[str, Any]) -> Iterator[str]:
    """List the names, handles, hashtags, links and emoji, each kind on a line."""
    for kind in SEEN:
        found = list(dict.fromkeys(piece["text"] for piece in inspection[kind]))
        yield from page.labelled(kind, ", ".join(found) or "–", 17)


def _sentences(page: Page, sentences: list[Mapping[str, Any]]) -> Iterator[str]:
    """Give each sentence its number and its count of words."""
    for number, sentence in enumerate(sentences, start=1):
        size = len(sentence["text"].split())
        yield from page.labelled(
            f"{number:>2}", f"{sentence['text']} ({words.many(size, 'word')})", 6
        )


def _readability(page: Page, metrics: Mapping[str, float | None]) -> Iterator[str]:
    """Give each metric, or say that the text is too short to have any."""
    known = {name: value for name, value in metrics.items() if value is not None}
    wide = max(map(cells, known), default=0) + 2 * MARGIN
    for name, value in known.items():
        yield from page.labelled(name.replace("_", " "), f"{value:g}", wide)
    if metrics and not known:
        yield from page.indented("The text is too short to be measured.", MARGIN)


def _previews(page: Page, previews: Mapping[str, str], text: str) -> Iterator[str]:
    """Show what readers see before they unfold the post; platforms that agree share a line."""
    shared: dict[str, list[str]] = {}
    for platform, preview in previews.items():
        shared.setdefault(preview, []).append(words.PLATFORMS.get(platform, platform))
    for preview, platforms in shared.items():
        yield from page.indented(", ".join(platforms) + ":", MARGIN)
        whole = preview.strip() == text.strip()
        yield from page.indented("the whole text" if whole else f"“{preview}”", 2 * MARGIN)
