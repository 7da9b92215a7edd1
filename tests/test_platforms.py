from __future__ import annotations

import os
import time
import unicodedata
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from postlint.platforms import PLATFORMS, length, lengths, preview
from postlint.social import find

DATA = os.environ.get("POSTLINT_DATA")
LINK = "https://example.org/a/very/long/path/that/costs/as/much/as/any"
TEXTS = st.lists(
    st.one_of(
        st.text(max_size=8), st.sampled_from([LINK, "👩🏽‍🚀", "e\u0301", "@a@b.social", "\r\n"])
    ),
    max_size=60,
).map("".join)


def conformance() -> list[Any]:
    """Return the cases of twitter-text's validate.yml, where a copy is at hand."""
    path = Path(DATA or "", "twitter-text", "validate.yml")
    if not DATA or not path.exists():
        return [pytest.param("", 0, marks=pytest.mark.skip(reason="POSTLINT_DATA is not set"))]
    import yaml

    tests = yaml.safe_load(path.read_text(encoding="utf-8"))["tests"]
    return [
        pytest.param(case["text"], case["expected"]["weightedLength"], id=case["description"])
        for group in (
            "WeightedTweetsCounterTest",
            "WeightedTweetsWithDiscountedEmojiCounterTest",
            "UnicodeDirectionalMarkerCounterTest",
        )
        for case in tests[group]
        # Without the discount, a joined emoji costs as much as its parts.
        if not (group == "WeightedTweetsCounterTest" and "\u200d" in case["text"])
    ]


@pytest.mark.parametrize(("text", "expected"), conformance())
def test_x_conforms(text: str, expected: int) -> None:
    assert length("x", text).used == expected


@pytest.mark.parametrize(
    ("platform", "text", "used"),
    [
        pytest.param("x", "Hello", 5, id="x-latin"),
        pytest.param("x", "«\u00a0é\u00a0» – “œ”", 11, id="x-light-signs"),
        pytest.param("x", "€ … • ™", 11, id="x-heavy-signs"),
        pytest.param("x", "\u202f", 2, id="x-narrow-space"),
        pytest.param("x", "ᐃᓄᒃᑎᑐᑦ", 12, id="x-inuktitut"),
        pytest.param("x", "e\u0301", 1, id="x-composes"),
        pytest.param("x", f"See {LINK}.", 28, id="x-link"),
        pytest.param("x", "travel.gc.ca", 23, id="x-bare-link"),
        pytest.param("x", "👩🏽‍🚀🇨🇦", 4, id="x-emoji"),
        pytest.param("bluesky", "👩🏽‍🚀e\u0301", 2, id="bluesky-graphemes"),
        pytest.param("bluesky", LINK, len(LINK), id="bluesky-link"),
        pytest.param("mastodon", f"{LINK} travel.gc.ca", 36, id="mastodon-links"),
        pytest.param("mastodon", "hi @consul@mastodon.social!", 11, id="mastodon-remote"),
        pytest.param("mastodon", "👩🏽‍🚀", 1, id="mastodon-grapheme"),
        pytest.param("threads", "é 🇨🇦", 10, id="threads-emoji"),
        pytest.param("linkedin", "é🇨🇦", 5, id="linkedin-utf16"),
        pytest.param("facebook", "é🇨🇦", 3, id="facebook-code-points"),
        pytest.param("instagram", "#a 🎉", 4, id="instagram"),
    ],
)
def test_length(platform: str, text: str, used: int) -> None:
    assert length(platform, text).used == used


def test_bluesky_takes_the_tighter_limit() -> None:
    family = "👨‍👩‍👧‍👦" * 130
    assert length("bluesky", family) == (3250, 3000)
    assert lengths("bluesky", family)["characters"] == (130, 300)


@pytest.mark.parametrize("platform", PLATFORMS)
def test_every_platform(platform: str) -> None:
    assert length(platform, "").used == 0
    assert preview(platform, "Short.") == "Short."
    assert PLATFORMS[platform].source


def test_unknown_platform() -> None:
    with pytest.raises(KeyError):
        length("myspace", "")


@pytest.mark.parametrize(
    ("platform", "text", "expected"),
    [
        pytest.param("linkedin", "a" * 139 + "é" + "b", "a" * 139 + "é", id="cut"),
        pytest.param("linkedin", "a" * 139 + "👩🏽‍🚀 b", "a" * 139, id="emoji-whole"),
        pytest.param("instagram", "a" * 124 + "  tail", "a" * 124, id="no-space-at-the-end"),
        pytest.param("x", "a" * 270 + " " + LINK, "a" * 270, id="link-whole"),
        pytest.param("bluesky", "a" * 300, "a" * 300, id="no-fold"),
    ],
)
def test_preview(platform: str, text: str, expected: str) -> None:
    assert preview(platform, text) == expected


@given(TEXTS, st.sampled_from(sorted(PLATFORMS)))
def test_any_text(text: str, platform: str) -> None:
    assert all(used.used >= 0 for used in lengths(platform, text).values())
    assert text.startswith(preview(platform, text))


@given(st.text(max_size=200))
def test_weights_are_those_of_each_character(text: str) -> None:
    normal = unicodedata.normalize("NFC", text)
    found = find(normal)
    if found.links or found.emoji:
        return
    light = [*range(0x1100), *range(0x2000, 0x200E), *range(0x2010, 0x2020), *range(0x2032, 0x2038)]
    assert length("x", text).used == sum(1 if ord(c) in light else 2 for c in normal)


@pytest.mark.parametrize("piece", ["a", "日", "https://a.ca ", "🎉", "e\u0301", "@a@b.ca "])
@pytest.mark.parametrize("platform", PLATFORMS)
def test_time_is_nearly_linear(platform: str, piece: str) -> None:
    text = (piece * 20_000)[:20_000]
    begin = time.perf_counter()
    length(platform, text)
    preview(platform, text)
    assert time.perf_counter() - begin < 3
