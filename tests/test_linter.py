"""The linter: which rules run, what is found, what becomes of it, and that nothing is lost."""

from __future__ import annotations

import json
import random
from datetime import date
from textwrap import dedent
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from postlint import language, packs, runner
from postlint.findings import MOST_SUGGESTIONS
from postlint.linter import BATCH, MOST_FINDINGS, Linter
from postlint.model import Acceptance, Needless, Report, Severity, Verdict
from postlint.posts import from_values
from postlint.reporters import REPORTERS, Style

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from postlint.model import Finding, Post, Result
    from postlint.packs import CompiledRule

PACK = """\
pack: ours
panel: untrue
language: en
rules:
  big-word:
    severity: warning
    message: "“{match}” on {platform}."
    why: "It says nothing."
    how: "Say what."
    check: phrase
    words: [synergy, synergy hub]
    unless: [negated]
    lower: {quoted: suggestion}
    examples: {flag: ["[[synergy]]", "[[synergy]]"], pass: [a, b]}
  any-hub:
    severity: suggestion
    message: "A hub."
    why: "There are too many."
    how: "Say where."
    check: regex
    patterns: ["(?P<kind>\\\\w+) hubs?"]
    triggers: [hub, hubs]
    examples: {flag: ["[[a hub]]", "[[a hub]]"], pass: [a, b]}
"""


@pytest.fixture(scope="module")
def ours(tmp_path_factory: pytest.TempPathFactory) -> Callable[..., Linter]:
    def make(pack: str = PACK, **settings: object) -> Linter:
        folder = tmp_path_factory.mktemp("ours")
        (folder / "rules.yaml").write_text(dedent(pack), encoding="utf-8")
        return Linter(runner.compiled(packs.load(folder).rules), **settings)  # type: ignore[arg-type]

    return make


def lint(linter: Linter, text: str, **front: object) -> Result:
    return next(linter.lint([from_values(text, front, "draft.md")]))


def told(result: Result) -> list[tuple[str, str, str]]:
    return [(f.rule.id.partition("/")[2], f.severity.word, f.match) for f in result.findings]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Our synergy.", [("big-word", "warning", "synergy")]),
        ("No synergy.", []),
        ("“Synergy,” he said.", [("big-word", "suggestion", "Synergy")]),
        ("A synergy hub.", [("big-word", "warning", "synergy hub")]),
        ("Two hubs.", [("any-hub", "suggestion", "Two hubs")]),
        ("Synergyhub.", []),
        ("Notre synergie dans les hubs de la ville.", []),
        ("", []),
    ],
)
def test_it_finds_acquits_lowers_and_keeps_the_gravest(
    text: str, expected: list[tuple[str, str, str]], ours: Callable[..., Linter]
) -> None:
    assert told(lint(ours(), text, media=["a.jpg"])) == expected


def test_a_sentence_in_another_language_is_left_alone(ours: Callable[..., Linter]) -> None:
    text = "We are here for you and with you. Nous sommes ici pour la synergy dans le pays."
    assert told(lint(ours(), text)) == []


def test_the_message_tells_what_was_found(ours: Callable[..., Linter]) -> None:
    result = lint(ours(), "Our synergy.", platform="bluesky")
    assert [finding.message for finding in result.findings] == ["“synergy” on Bluesky."]


def test_a_message_stays_on_one_line(ours: Callable[..., Linter]) -> None:
    result = lint(ours(), "A synergy\nhub.")
    assert [finding.message for finding in result.findings] == ["“synergy hub” on X."]


def test_braces_in_a_post_are_no_placeholders(ours: Callable[..., Linter]) -> None:
    pack = PACK.replace('["(?P<kind>\\\\w+) hubs?"]', '["\\\\{match\\\\} hubs"]')
    linter = ours(pack.replace('"A hub."', '"“{match}”"').replace("synergy", "energy"))
    result = lint(linter, "Ah, {match} hubs and {nothing}.")
    assert [finding.message for finding in result.findings] == ["“{match} hubs”"]


def test_a_post_for_two_platforms_is_judged_for_each(ours: Callable[..., Linter]) -> None:
    linter = ours()
    results = list(linter.lint([from_values("x", {"platform": ["mastodon", "x"]}, "draft.md")]))
    assert [result.platform for result in results] == ["mastodon", "x"]
    assert [result.length.limit for result in results] == [500, 280]


def test_the_run_has_defaults_and_the_post_wins(ours: Callable[..., Linter]) -> None:
    linter = ours(platform="mastodon", language="fr")
    plain = lint(linter, "Our synergy.")
    assert (plain.platform, plain.language, plain.findings) == ("mastodon", "fr", ())
    named = lint(linter, "Our synergy.", platform="threads", lang="en")
    assert (named.platform, named.language, len(named.findings)) == ("threads", "en", 1)


WHEN = {
    "platforms: [linkedin]": ({"platform": "linkedin"}, {"platform": "x"}),
    "accounts: [personal]": ({"account": "personal"}, {}),
    "accounts: [institutional]": ({}, {"account": "head-of-mission"}),
    "reply: true": ({"reply_to": "@ama"}, {}),
    "reply: false": ({}, {"reply_to": "@ama"}),
}


@pytest.mark.parametrize("when", WHEN)
def test_a_rule_may_be_for_some_posts_only(when: str, ours: Callable[..., Linter]) -> None:
    linter = ours(PACK.replace("check: phrase", f"check: phrase\n    when: {{{when}}}"))
    yes, no = WHEN[when]
    assert lint(linter, "Our synergy.", **yes).findings
    assert not lint(linter, "Our synergy.", **no).findings


def accept(rule: str = "ours/big-word", until: str | None = None) -> list[dict[str, str]]:
    entry = {"rule": rule, "reason": "It is their name.", "by": "hom"}
    return [entry | ({"until": until} if until else {})]


def test_an_accepted_risk_does_not_count_and_is_listed(ours: Callable[..., Linter]) -> None:
    result = lint(ours(), "Our synergy.", accept=accept(until="2026-12-31"))
    assert (result.findings, result.verdict, result.grades["untrue"]) == ((), Verdict.READY, "A")
    assert [risk.finding.match for risk in result.accepted] == ["synergy"]
    assert result.unused == ()


@pytest.mark.parametrize(
    ("text", "entries", "why"),
    [
        ("Our synergy.", accept(until="2025-12-31"), Needless.EXPIRED),
        ("Our work.", accept(), Needless.NOTHING_FOUND),
        ("Our synergy.", accept("ours/bigword"), Needless.NOT_RUN),
    ],
    ids=["expired", "nothing found", "misspelt"],
)
def test_an_acceptance_that_accepts_nothing_says_why(
    text: str, entries: list[dict[str, str]], why: Needless, ours: Callable[..., Linter]
) -> None:
    result = lint(ours(today=date(2026, 11, 24)), text, accept=entries)
    assert [entry.why for entry in result.unused] == [why]
    assert result.accepted == ()


def test_a_risk_of_the_whole_run_is_accepted_in_every_post(ours: Callable[..., Linter]) -> None:
    risk = Acceptance("ours/big-word", "It is their name.", "command line")
    linter = ours(accept=(risk,))
    assert len(lint(linter, "Our synergy.").accepted) == 1
    assert lint(linter, "Our work.").unused == ()


def test_an_accepted_risk_may_be_called_by_its_bare_name(ours: Callable[..., Linter]) -> None:
    result = lint(ours(), "Our synergy.", accept=accept("big-word"))
    assert [risk.acceptance.rule for risk in result.accepted] == ["ours/big-word"]


def test_an_accepted_suggestion_pushes_no_other_out() -> None:
    def suggestions(result: Result) -> int:
        return sum(each.severity is Severity.SUGGESTION for each in result.findings)

    text = "Click here. We utilize synergies going forward, in order to leverage stakeholders."
    linter = Linter(packs.compile_rule(rule) for rule in packs.shipped(["boring"]))
    found = lint(linter, text)
    assert suggestions(found) == MOST_SUGGESTIONS
    result = lint(linter, text, accept=accept("dead-call-to-action"))
    assert len(result.accepted) == 1
    assert suggestions(result) == MOST_SUGGESTIONS


def test_order_and_number_of_posts_do_not_matter(ours: Callable[..., Linter]) -> None:
    linter = ours()
    posts = [from_values(f"{n} synergy", {}, "draft.md") for n in range(BATCH + 3)]
    results = list(linter.lint(posts))
    assert [result.post for result in results] == posts
    assert all(len(result.findings) == 1 for result in results)


def test_posts_are_read_as_they_are_needed(ours: Callable[..., Linter]) -> None:
    def endless() -> Iterator[Post]:
        while True:
            yield from_values("x", {}, "draft.md")

    assert next(ours().lint(endless())).verdict is Verdict.READY


# ---------------------------------------------------------------- the shipped rules


MOST = 250
"""Posts of two sentences or so; all examples would take a minute."""


def examples(shipped: Sequence[CompiledRule]) -> list[str]:
    """Return the packs' own examples joined by twos and threes, shuffled the same way each time."""
    chance = random.Random(20261124)  # noqa: S311 - a shuffle
    texts = [e.text for c in shipped for e in (*c.rule.flag, *c.rule.quiet) if e.text.strip()]
    texts = sorted(set(texts))
    chance.shuffle(texts)
    joined, at = [], 0
    while at < len(texts):
        size = chance.choice((1, 1, 2, 3))
        joined.append(" ".join(texts[at : at + size]))
        at += size
    return joined[:MOST]


def found(results: Sequence[Result]) -> list[list[tuple[str, Severity, str, int, int]]]:
    def plain(finding: Finding) -> tuple[str, Severity, str, int, int]:
        span = finding.span
        return finding.rule.id, finding.severity, finding.message, span.start, span.end

    return [[plain(finding) for finding in result.findings] for result in results]


@pytest.mark.parametrize("typed", [str, str.lower, str.upper], ids=["as is", "lower", "upper"])
def test_triggers_keep_their_promise(
    shipped_rules: tuple[CompiledRule, ...],
    monkeypatch: pytest.MonkeyPatch,
    typed: Callable[[str], str],
) -> None:
    """With triggers ignored, the findings are the same, before any is filtered away."""
    monkeypatch.setattr("postlint.linter.FILTERS", ())
    posts = [from_values(text, {}, "draft.md") for text in map(typed, examples(shipped_rules))]
    today = date(2026, 11, 24)
    with_triggers = found(list(Linter(shipped_rules, today=today).lint(posts)))
    without = found(list(Linter(shipped_rules, today=today, ignore_triggers=True).lint(posts)))
    lost = [
        (late[0], post.text[late[3] : late[4]])
        for post, one, other in zip(posts, with_triggers, without, strict=True)
        for late in other
        if late not in one
    ]
    assert not lost, "the triggers of these rules miss these words"
    assert with_triggers == without
    assert sum(map(len, with_triggers)) > len(shipped_rules) / 2, "a sample that tells something"


def test_rules_alone_and_together_find_the_same(
    shipped_rules: tuple[CompiledRule, ...], linter: Linter
) -> None:
    """No rule depends on another's words: alone it finds what stands among all."""
    posts = [from_values(text, {}, "draft.md") for text in examples(shipped_rules)[:12]]
    together = [
        {f.rule.id for f in result.findings if f.severity > Severity.SUGGESTION}
        for result in linter.lint(posts)
    ]
    for compiled in shipped_rules:
        if compiled.finder.layers:
            continue
        alone = Linter([compiled], today=date(2026, 11, 24))
        for result, ids in zip(alone.lint(posts), together, strict=True):
            assert compiled.rule.id not in ids or result.findings


def check_result(result: Result) -> None:
    text = result.post.text
    for finding in (*result.findings, *(risk.finding for risk in result.accepted)):
        assert 0 <= finding.span.start <= finding.span.end <= len(text)
        assert finding.span.of(text) == finding.match
        assert "\n" not in finding.message
        for fix in finding.fixes:
            assert fix.span.end <= len(text)


HOSTILE = [
    "\x00\x1b[2J[bold]x[/bold]\u202e",
    "𝓙𝓮𝓻𝓴 " * 40,
    "🏳️‍🌈🇨🇦👩‍👩‍👧‍👦" * 30,
    "a" * 5_000,
    "!?" * 2_000,
    "@a " * 1_000,
    "#a" * 1_000,
    "“" * 2_000,
    "http://" * 500,
    "\n" * 2_000 + "x",
    "{match} {0} {} %s",
    "\u0301\u0301\u0301",
    "1" * 3_000,
    "President Okoro is a " + "very " * 800 + "jerk.",
    "İstanbul ŉ ǰ \ufb03 \u1e9e",
]


def test_a_rule_that_finds_thousands_is_cut_short(ours: Callable[..., Linter]) -> None:
    result = lint(ours(), "synergy " * 1_000)
    assert len(result.findings) == MOST_FINDINGS


@pytest.mark.parametrize("text", HOSTILE, ids=lambda text: ascii(text[:20]))
def test_hostile_texts_do_no_harm(text: str, linter: Linter) -> None:
    result = lint(linter, text)
    check_result(result)
    for reporter in REPORTERS.values():
        reporter.render(Report("0.1.0", (result,)), Style())


PIECES = [
    "President Okoro is a jerk.",
    "3,000 people died!",
    "We are pleased to announce",
    "#canadaday",
    "@ama",
    "https://example.org/a?b=c",
    "« Nous sommes là »",
    "“quoted",
    "🎉🇨🇦",
    "\n\n",
    "\u00a0",
    "[NAME]",
    "TBC",
    "the the",
    "é",
]


@settings(max_examples=60, deadline=None)
@given(st.lists(st.one_of(st.sampled_from(PIECES), st.text(max_size=6)), max_size=8))
def test_every_finding_stands_within_its_text(linter: Linter, pieces: list[str]) -> None:
    result = lint(linter, " ".join(pieces).replace("\ud800", ""), media=["a.jpg"])
    check_result(result)
    text = REPORTERS["json"].render(Report("0.1.0", (result,)), Style())
    post = json.loads(text)["posts"][0]
    assert post["text"] == result.post.text
    spans = [(f["span"]["start"], f["span"]["end"]) for f in post["findings"]]
    assert spans == [(f.span.start, f.span.end) for f in result.findings]
    places = {(f["start"]["line"], f["start"]["column"]) for f in post["findings"]}
    assert places == {tuple(result.post.positions.position(f.span.start)) for f in result.findings}


def test_a_clean_draft_needs_no_grammar(linter: Linter, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(language, "load", lambda _: None)
    assert lint(linter, "The library opens at nine.").findings == ()
