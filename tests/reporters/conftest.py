"""One canonical report, from which every reporter is tested, and the switch for its goldens.

UPDATE_GOLDENS=1 writes the golden files anew; read their diff before it is committed.
"""

from __future__ import annotations

import os
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from postlint.model import (
    Acceptance,
    Accepted,
    Finding,
    Fix,
    Length,
    Needless,
    Post,
    Report,
    Result,
    Rule,
    Severity,
    Source,
    Unreadable,
    Unused,
    Verdict,
)
from postlint.spans import Anchor, SourceMap, Span

if TYPE_CHECKING:
    from collections.abc import Callable

GOLDENS = Path(__file__).parent / "goldens"


def make_rule(
    identifier: str, severity: Severity, *, panel: str = "", url: str | None = None, why: str = ""
) -> Rule:
    """Return a rule with the words that a report needs."""
    pack = identifier.split("/", 1)[0]
    title = "Guidance for officials on social media" if url else ""
    return Rule(
        id=identifier,
        pack=pack,
        panel=panel or pack,
        language="en",
        severity=severity,
        message="",
        why=why or "Readers remember the slip and forget the message.",
        how="Say what you know, and who says so.",
        kind="phrase",
        options={},
        source=Source(title, url, "2025-03-27") if url else None,
    )


INSULT = make_rule(
    "embarrass-government/insulted-leader",
    Severity.ERROR,
    url="https://www.example.org/guidance/propriety-in-digital-and-social-media",
    why="The panel's own example: you can't go and call President X a jerk. "
    "A government keeps the other one talking, even in a quarrel about fish.",
)
FIGURE = make_rule("untrue/unsourced-figure", Severity.WARNING)
PLACE = make_rule("embarrass-government/outdated-place-name", Severity.WARNING)
OPENER = make_rule("boring/tired-opener", Severity.SUGGESTION)
LENGTH = make_rule("embarrass-yourself/over-length", Severity.ERROR)
LOCAL = make_rule("mission-harare/local-title", Severity.WARNING, panel="untrue")
HIDDEN = make_rule("embarrass-yourself/hidden-characters", Severity.WARNING)

CLEAN = {
    "embarrass-yourself": "A",
    "embarrass-government": "A",
    "untrue": "A",
    "boring": "A",
}


def found(
    rule: Rule, text: str, match: str, message: str, *fixes: Fix, severity: Severity | None = None
) -> Finding:
    """Return a finding at the first place of ``match`` in ``text``; no match: at the end."""
    start = text.index(match) if match else len(text)
    span = Span(start, start + len(match))
    return Finding(rule, severity or rule.severity, message, span, match, fixes)


def judged(  # noqa: PLR0913 - a row of the table below
    post: Post,
    platform: str,
    length: Length,
    findings: tuple[Finding, ...] = (),
    *,
    language: str = "en",
    accepted: tuple[Accepted, ...] = (),
    unused: tuple[Unused, ...] = (),
    strengths: tuple[str, ...] = (),
) -> Result:
    """Return a result whose grades and verdict follow from its findings."""
    grades = dict(CLEAN)
    for finding in sorted(findings, key=lambda one: one.severity):
        grades[finding.rule.panel] = {1: "B", 2: "C", 3: "F"}[finding.severity]
    worst = max((finding.severity for finding in findings), default=Severity.SUGGESTION)
    verdict = (Verdict.READY, Verdict.REVIEW, Verdict.HOLD)[worst - 1]
    return Result(
        post, platform, language, length, findings, accepted, unused, grades, verdict, strengths
    )


def plain(source: str, text: str, line: int = 1, **context: object) -> Post:
    """Return a post that stands in its file as it is."""
    return Post(text, source, SourceMap.plain(text, line), **context)  # type: ignore[arg-type]


def hold() -> Result:
    """Several lines with front matter above, an error, a fix, a suggestion."""
    text = (
        "Who feeds the world? Honestly, the Atlantic does.\n"
        "But President Okoro is a jerk about our fisheries,\n"
        "and his fleet left Kiev Harbour with 40,000 tonnes."
    )
    start = text.index("Kiev")
    return judged(
        plain("examples/fisheries.md", text, 7),
        "x",
        Length(152, 280),
        (
            found(OPENER, text, "Honestly", "“Honestly” says nothing."),
            found(INSULT, text, "jerk", "“jerk” insults President Okoro."),
            found(
                PLACE,
                text,
                "Kiev",
                "“Kiev” is no longer the name in use: Kyiv.",
                Fix(Span(start, start + 4), "Kyiv", safe=True),
            ),
        ),
        strengths=("opens with a question", "names a person"),
    )


def long_line() -> Result:
    """A line of 280 characters with findings at its start, in its middle and at its end."""
    text = (
        "We are pleased to announce that officials of both countries met again in the old "
        "customs house by the harbour, where about 3,000 people waited in the rain for news of "
        "the ferry, of the new timetable and of the two bridges that the storm took away last "
        "week, and nobody left."
    )
    return judged(
        plain("examples/ferry.txt", text),
        "bluesky",
        Length(283, 300),
        (
            found(OPENER, text, "We are pleased to announce that", "The post clears its throat."),
            found(FIGURE, text, "3,000", "“3,000 people” comes without a source."),
            found(OPENER, text, "nobody left.", "The last words carry no news."),
            found(LENGTH, text, "", "The post has no link to an official page."),
        ),
    )


def wide() -> Result:
    """Characters of two cells, emoji sequences, tabs and combining marks before the marker."""
    text = (
        "漢字とかな 🇨🇦👩‍👩‍👧👍🏽❤️\tPresident Okoro is a jerk\n"
        "Cafe\u0301 re\u0301sume\u0301 \U0001f3f4\U000e0067\U000e0062\U000e0073\U000e0063"
        "\U000e0074\U000e007f jerk again"
    )
    again = text.rindex("jerk")
    second = Finding(
        INSULT, Severity.SUGGESTION, "“jerk” once more.", Span(again, again + 4), "jerk"
    )
    return judged(
        plain("queue.yaml", text, 12, id="post-2"),
        "mastodon",
        Length(61, 500),
        (found(INSULT, text, "jerk", "“jerk” insults President Okoro."), second),
    )


def hostile() -> Result:
    """Escape codes, markup and bidi overrides that try to paint the screen."""
    text = (
        "[bold]Safe[/bold] \x1b[2J\x1b[31mREADY\x9b0m \u202eevil\u2069 zero\u200bwidth, a jerk\r\n"
        "End."
    )
    return judged(
        plain("queue.yaml", text, 20, id="post-\x1b[1m3"),
        "threads",
        Length(70, 500),
        (
            found(HIDDEN, text, "\u202eevil\u2069", "“\u202eevil\u2069” hides\nwhat it says."),
            found(INSULT, text, "jerk", "“jerk” insults [red]nobody[/red]."),
        ),
    )


def local() -> Result:
    """A rule of a user's own pack, in a French post that stands in a CSV cell with escapes."""
    text = "Merci à Son Excellence « Mme Nkosi » :\ndéjà 40 000 élèves à l’école !"
    break_at = text.index("\n") + 1
    positions = SourceMap([Anchor(0, 4, 12), Anchor(break_at, 5, 1)])
    post = Post(text, "queue.csv", positions, id="row 3", language="fr")
    span = Span(text.index("Mme"), text.index("école"))
    return judged(
        post,
        "facebook",
        Length(70, 63_206),
        (
            found(LOCAL, text, "Son Excellence", "“Son Excellence” wird hier nicht benutzt: Mme."),
            Finding(FIGURE, Severity.WARNING, "Two facts without a source.", span, span.of(text)),
        ),
        language="fr",
    )


def ready() -> list[Result]:
    """Posts without findings: praise and an accepted risk, nothing at all, two platforms."""
    text = "Visas in 24 h? Ask our consul, Ms Moyo, today at noon."
    used = Acceptance(
        "untrue/unsourced-figure",
        "In the minister's speech of 3 Nov.",
        "hom",
        date(2026, 12, 31),
        3,
    )
    opener = Acceptance("boring/tired-opener", "The minister likes it this way.", None, None, 4)
    source = Acceptance("untrue/old-figure", "Until the census.", "hom", date(2025, 12, 31), 5)
    unused = (Unused(opener, Needless.NOTHING_FOUND), Unused(source, Needless.EXPIRED))
    risk = Accepted(found(FIGURE, text, "24 h", "“24 h” comes without a source."), used)
    praised = judged(
        plain("examples/visas.md", text, 6),
        "x",
        Length(54, 280),
        accepted=(risk,),
        unused=unused,
        strengths=("opens with a question", "names a person", "one clear request"),
    )
    quiet = "Our library opens on Monday at nine."
    both = plain("queue.csv", quiet, 8, id="row 5")
    return [
        praised,
        judged(plain("queue.csv", quiet, 7, id="row 4"), "linkedin", Length(36, 3000)),
        judged(both, "x", Length(36, 280)),
        judged(both, "bluesky", Length(36, 300)),
    ]


@pytest.fixture(scope="session")
def report() -> Report:
    """Return the canonical report."""
    return Report(
        version="0.1.0",
        results=(hold(), long_line(), wide(), hostile(), local(), *ready()),
        unreadable=(
            Unreadable(
                "drafts/broken.yaml", "“plattform” is not a key; did you mean “platform”?", 3, 5
            ),
            Unreadable("drafts/photo.md", "this is not text in any encoding that postlint knows"),
        ),
    )


@pytest.fixture
def golden() -> Callable[[str, str], None]:
    """Return a function that compares a text with a golden file, byte by byte."""

    def compare(name: str, text: str) -> None:
        path = GOLDENS / name
        if os.environ.get("UPDATE_GOLDENS"):
            path.write_bytes(text.encode())
        assert text == path.read_bytes().decode(), f"{name}: see UPDATE_GOLDENS in conftest.py"

    return compare
