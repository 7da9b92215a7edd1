"""Platforms: how each counts a post's length, where it folds it, and its other limits.

One literal table; a new platform is one entry, and at most one way of counting.
"""

from __future__ import annotations

from bisect import bisect_right
from types import MappingProxyType
from typing import TYPE_CHECKING

from postlint.model import Length
from postlint.platforms import counting
from postlint.social import find
from postlint.values import dataclass

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

__all__ = ["PLATFORMS", "Measure", "Platform", "length", "lengths", "preview"]


@dataclass(frozen=True, slots=True)
class Measure:
    """One limit: at most ``limit`` of a ``unit`` as ``count`` counts them."""

    unit: str
    limit: int
    count: Callable[[str], int]


@dataclass(frozen=True, slots=True)
class Platform:
    """What a platform allows.

    ``fold``: how many of its first unit show before “see more” on a phone, None
    where a whole post shows. ``alt_text``: the longest description of a picture,
    in characters, None where no limit is published. ``hashtags``: how many are
    advised; ``most_hashtags``: how many it accepts. ``source`` says where the
    numbers are from, and when they were read.
    """

    name: str
    measures: tuple[Measure, ...]
    fold: int | None
    alt_text: int | None
    hashtags: int
    most_hashtags: int | None
    source: str


PLATFORMS: Mapping[str, Platform] = MappingProxyType(
    {
        "x": Platform(
            name="X",
            measures=(Measure("weighted characters", 280, counting.weighted),),
            fold=280,
            alt_text=1000,
            hashtags=2,
            most_hashtags=None,
            source="docs.x.com/fundamentals/counting-characters; twitter-text 3.1,"
            " config/v3.json; alt text: github.com/w3c/wcag/issues/2126 (2026-11)",
        ),
        "bluesky": Platform(
            name="Bluesky",
            measures=(
                Measure("characters", 300, counting.graphemes),
                Measure("bytes", 3000, counting.utf8),
            ),
            fold=None,
            alt_text=2000,
            hashtags=3,
            most_hashtags=None,
            source="atproto lexicons/app/bsky/feed/post.json: maxGraphemes, maxLength;"
            " alt text: the app's own limit (2026-11)",
        ),
        "mastodon": Platform(
            name="Mastodon",
            measures=(Measure("characters", 500, counting.mastodon),),
            fold=None,
            alt_text=1500,
            hashtags=4,
            most_hashtags=None,
            source="mastodon app/validators/status_length_validator.rb and"
            " app/models/media_attachment.rb; an instance may set others (2026-11)",
        ),
        "threads": Platform(
            name="Threads",
            measures=(Measure("characters", 500, counting.threads),),
            fold=None,
            alt_text=1000,
            hashtags=1,
            most_hashtags=1,
            source="developers.facebook.com/documentation/threads/posts; alt text:"
            " repliz-docs.pages.dev (2026-11)",
        ),
        "linkedin": Platform(
            name="LinkedIn",
            measures=(Measure("characters", 3000, counting.utf16),),
            fold=140,
            alt_text=300,
            hashtags=5,
            most_hashtags=None,
            source="countcharacters.net; fold: about 140 on phones, 210 on desktops,"
            " count-words.com and unanswered.io (2026-11)",
        ),
        "facebook": Platform(
            name="Facebook",
            measures=(Measure("characters", 63_206, counting.code_points),),
            fold=125,
            alt_text=None,
            hashtags=3,
            most_hashtags=None,
            source="sproutsocial.com; fold: about 125 on phones, 477 on desktops,"
            " socialk.it (2026-11)",
        ),
        "instagram": Platform(
            name="Instagram",
            measures=(Measure("characters", 2200, counting.code_points),),
            fold=125,
            alt_text=None,
            hashtags=5,
            most_hashtags=30,
            source="socialk.it: 2,200 characters, 30 hashtags, 5 from December 2025 on;"
            " developers.facebook.com/docs/instagram-platform (2026-11)",
        ),
    }
)
"""By slug, as posts name them. Folds and hashtag advice are other people's
measurements and habits: good for a suggestion, not for an error."""


def length(platform: str, text: str) -> Length:
    """Return how much of the platform's tightest limit ``text`` uses, in that limit's unit.

    ``KeyError`` for a platform that is not in the table.
    """
    return max(lengths(platform, text).values(), key=lambda found: found.used / found.limit)


def lengths(platform: str, text: str) -> Mapping[str, Length]:
    """Return what ``text`` uses of each of the platform's limits, by unit."""
    return {
        measure.unit: Length(measure.count(text), measure.limit)
        for measure in PLATFORMS[platform].measures
    }


def preview(platform: str, text: str) -> str:
    """Return the text that shows before the fold: all of it, or a beginning of it.

    A link, an emoji or a letter with its accents is never cut in two.
    """
    fold = PLATFORMS[platform].fold
    count = PLATFORMS[platform].measures[0].count
    if fold is None or count(text) <= fold:
        return text
    within = {at for link in find(text).links for at in range(link.span.start + 1, link.span.end)}
    ends = [end for end in counting.grapheme_ends(text) if end not in within]
    kept = bisect_right(ends, fold, key=lambda end: count(text[:end]))
    return text[: ends[kept - 1] if kept else 0].rstrip()
