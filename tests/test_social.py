from __future__ import annotations

import time
from itertools import pairwise
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from postlint.social import FILLER, Found, find, links, mask
from postlint.social.hosts import domain_end

if TYPE_CHECKING:
    from collections.abc import Iterable

    from postlint.spans import Span


PIECES = st.one_of(
    st.text(max_size=5),
    st.sampled_from("@＠#＃$./:-_?&=()aZ1é日\u200d\ufe0f\U0001f3fd\U0001f1e8👩🚀 \n"),
    st.sampled_from(["http://", "https://", ".com", ".ca/", "t.co/x", "RT", "@b.social", "1️⃣"]),
)
TEXTS = st.lists(PIECES, max_size=30).map("".join)


def texts(items: Iterable[Found]) -> list[str]:
    return [item.text for item in items]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("Thanks @CanadaFP!", ["@CanadaFP"], id="plain"),
        pytest.param("＠CanadaFP merci", ["＠CanadaFP"], id="fullwidth-sign"),
        pytest.param("本日は@embassyが", ["@embassy"], id="between-japanese"),
        pytest.param("RT@embassy: hello", ["@embassy"], id="retweet-without-space"),
        pytest.param("chart@embassy", [], id="within-a-word"),
        pytest.param("write to consul@example.com", [], id="e-mail-address"),
        pytest.param("@embassy@", [], id="sign-after"),
        pytest.param("@embassyé", [], id="accent-after"),
        pytest.param("@http://example.org", [], id="protocol-after"),
        pytest.param("!@a #@b $@c &@d *@e _@f", [], id="bad-neighbours"),
        pytest.param("(@a) “@b” .@c -@d", ["@a", "@b", "@c", "@d"], id="good-neighbours"),
        pytest.param("@embassy/missions-2026, see", ["@embassy/missions-2026"], id="list"),
        pytest.param("@embassy/2026", ["@embassy"], id="list-must-begin-with-letter"),
        pytest.param("@consul@mastodon.social hi", ["@consul@mastodon.social"], id="fediverse"),
        pytest.param("@consul@mastodon.nosuch hi", [], id="fediverse-no-such-domain"),
        pytest.param("@consul.bsky.social hi", ["@consul.bsky.social"], id="bluesky"),
        pytest.param("with @canada.It was", ["@canada"], id="missing-space-after-stop"),
        pytest.param("http://example.org/@consul", [], id="within-a-link"),
    ],
)
def test_mentions(text: str, expected: list[str]) -> None:
    assert texts(find(text).mentions) == expected


def test_mention_parts() -> None:
    listed, remote = find("@team/envoys @consul@Example.Org").mentions
    assert (listed.name, listed.slug, listed.domain) == ("team", "envoys", None)
    assert (remote.name, remote.slug, remote.domain) == ("consul", None, "example.org")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("#Peace now", ["#Peace"], id="plain"),
        pytest.param("＃平和 です", ["＃平和"], id="fullwidth-sign"),
        pytest.param("#Côte-d'Ivoire #Women's", ["#Côte", "#Women"], id="hyphen-apostrophe-end-it"),
        pytest.param("#G7 #7G #2026", ["#G7", "#7G"], id="digits-alone-are-none"),
        pytest.param("#می‌خواهم", ["#می‌خواهم"], id="zero-width-non-joiner"),
        pytest.param("#हिन्दी", ["#हिन्दी"], id="combining-marks"),
        pytest.param("#l·lustre #a_b", ["#l·lustre", "#a_b"], id="middle-dot-underscore"),
        pytest.param("a#b &#39; x&#b", [], id="after-letter-or-ampersand"),
        pytest.param("(#a) ✌️#b", ["#a", "#b"], id="after-bracket-or-emoji"),
        pytest.param("#a#b", [], id="sign-after"),
        pytest.param("#http://example.org", [], id="protocol-after"),
        pytest.param("https://example.org/#part", [], id="within-a-link"),
        pytest.param("#️⃣ one", [], id="keycap"),
    ],
)
def test_hashtags(text: str, expected: list[str]) -> None:
    assert texts(find(text).hashtags) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "See https://example.org/a/b?c=d#e.", ["https://example.org/a/b?c=d#e"], id="full"
        ),
        pytest.param("See travel.gc.ca, now.", ["travel.gc.ca"], id="bare"),
        pytest.param(
            "canada.ca and canada.ca/en", ["canada.ca", "canada.ca/en"], id="bare-country"
        ),
        pytest.param("v1.2.3, p.m. and 1.5 M", [], id="dots-that-are-none"),
        pytest.param("file.txt Mr.Okoro e.g.", [], id="no-such-domain"),
        pytest.param(
            "(http://example.org/Treaty_(1923)) x",
            ["http://example.org/Treaty_(1923)"],
            id="balanced-brackets",
        ),
        pytest.param("http://example.org/a(b(c)d)/", ["http://example.org/a(b(c)d)/"], id="nested"),
        pytest.param("http://example.org/a). b", ["http://example.org/a"], id="closing-bracket"),
        pytest.param("日本http://example.jp/あ", ["http://example.jp/"], id="japanese-around"),
        pytest.param("今日はexample.jpです", ["example.jp"], id="bare-japanese-around"),
        pytest.param(
            "https://münchen.example.de/ü", ["https://münchen.example.de/ü"], id="accents"
        ),
        pytest.param("http://日本.みんな/x", ["http://日本.みんな/x"], id="international"),
        pytest.param("日本.みんな", [], id="international-needs-protocol"),
        pytest.param("http://xn--r8jz45g.jp", ["http://xn--r8jz45g.jp"], id="punycode"),
        pytest.param("https://t.co/AbC12x/more", ["https://t.co/AbC12x"], id="shortened"),
        pytest.param("https://t.co/" + "a" * 41, [], id="shortened-too-long"),
        pytest.param("$example.org #example.org @example.org", [], id="after-a-sign"),
        pytest.param("-example.org /example.org .example.org", [], id="bare-after-mark"),
        pytest.param("http://a_b.example.org", ["http://a_b.example.org"], id="underscore-below"),
        pytest.param("http://a_b.org http://-a.org http://a-.org", [], id="bad-labels"),
        pytest.param("example.org:8080/x", ["example.org:8080/x"], id="port"),
        pytest.param("HTTPS://EXAMPLE.ORG", ["HTTPS://EXAMPLE.ORG"], id="capitals"),
        pytest.param(
            "\u202ahttp://example.org\u202c", ["http://example.org"], id="direction-marks"
        ),
        pytest.param("http://" + "a" * 64 + ".org", [], id="label-too-long"),
        pytest.param("consul@example.org", [], id="e-mail-address"),
        pytest.param(
            "http://example.org,http://example.com",
            ["http://example.org", "http://example.com"],
            id="two",
        ),
    ],
)
def test_links(text: str, expected: list[str]) -> None:
    assert texts(find(text).links) == expected


def test_link_knows_its_host() -> None:
    (link,) = find("See HTTPS://Travel.GC.ca/x").links
    assert (link.host, link.protocol) == ("travel.gc.ca", True)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("👨‍👩‍👧 and 🧑🏽‍🚀", ["👨‍👩‍👧", "🧑🏽‍🚀"], id="joined"),
        pytest.param("👍🏽👍", ["👍🏽", "👍"], id="skin-tone"),
        pytest.param("🇨🇦🇫🇷", ["🇨🇦", "🇫🇷"], id="flags"),
        pytest.param("🏴󠁧󠁢󠁳󠁣󠁴󠁿 🏳️‍🌈", ["🏴󠁧󠁢󠁳󠁣󠁴󠁿", "🏳️‍🌈"], id="tags-and-rainbow"),
        pytest.param("1️⃣ #️⃣ 1 #", ["1️⃣", "#️⃣"], id="keycaps"),
        pytest.param("© ™ ❤ ☀", [], id="text-by-default"),
        pytest.param("©️ ❤️ ☀️", ["©️", "❤️", "☀️"], id="text-made-picture"),
        pytest.param("⌚︎ ⌚", ["⌚"], id="picture-made-text"),
        pytest.param("❤‍🔥", ["❤‍🔥"], id="joined-without-selector"),
    ],
)
def test_emoji(text: str, expected: list[str]) -> None:
    assert texts(find(text).emoji) == expected


def test_emails_and_cashtags() -> None:
    found = find("Write to jane.roe+press@international.gc.ca, not a@b. Buys $ABC or $5.")
    assert texts(found.emails) == ["jane.roe+press@international.gc.ca"]
    assert texts(found.cashtags) == ["$ABC"]


def test_mask() -> None:
    text = "Ask @consul at https://example.org or x@example.org #Visa 🇨🇦."
    hidden = mask(text, find(text))
    assert len(hidden) == len(text)
    assert hidden.replace(FILLER, "") == "Ask  at  or  #Visa 🇨🇦."
    hidden = mask(text, find(text), hashtags=True, emoji=True)
    assert hidden.replace(FILLER, "") == "Ask  at  or   ."


@given(TEXTS)
def test_every_run_that_may_hold_a_domain_is_read(text: str) -> None:
    read = set(links._dotted_runs(text))
    for run in links._RUN.finditer(text):
        start, stop = run.span()
        if any(domain_end(text, at, stop)[0] is not None for at in range(start, stop)):
            assert (start, stop) in read


@given(TEXTS)
def test_found_is_where_it_says(text: str) -> None:
    found = find(text)
    kinds: list[tuple[Found, ...]] = [found.mentions, found.hashtags, found.links, found.emails]
    for kind in [*kinds, found.emoji]:
        spans: list[Span] = [item.span for item in kind]
        assert spans == sorted(spans)
        assert all(item.span.of(text) == item.text for item in kind)
        assert all(a.end <= b.start for a, b in pairwise(spans))
    assert len(mask(text, found, hashtags=True, emoji=True)) == len(text)


@pytest.mark.parametrize(
    "piece",
    ["a", "日", "a.", "日.", "a_.", "@", "@a", "#a", "a@b.", "http://", "/a(", "example.org/(", ".",
     "-", "_", "$A ", "example.com日", "❤\u200d", "👩🏽\u200d", "a" * 63 + "日.", "!?", "x@"],
)  # fmt: skip
def test_time_is_linear(piece: str) -> None:
    text = (piece * 20_000)[:20_000]
    begin = time.perf_counter()
    find("example.org/" + text)
    find(text)
    assert time.perf_counter() - begin < 2
