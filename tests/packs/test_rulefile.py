"""A pack that cannot be used says where, what, and what was probably meant."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from postlint import packs
from postlint.errors import MissingFile, PackError
from postlint.model import Severity, Source
from postlint.spans import Span

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

RULE = """\
pack: ours
panel: untrue
language: en
words:
  worn: [synergy, hub]
rules:
  worn-out:
    severity: warning
    message: "“{match}” says nothing."
    why: "Nobody outside says it."
    how: "Say what happens."
    check: phrase
    words: ${worn}
    examples:
      flag: ["Our [[synergy]].", {text: "A [[hub]].", platform: bluesky}]
      pass: ["Our work.", "A husband."]
"""


def test_a_rule_is_read(folder: Callable[..., Path]) -> None:
    text = RULE.replace(
        "    examples:",
        "    unless: [quoted, {near: [port]}, {near: {words: [sea], within: post}}]\n"
        "    lower: {negated: suggestion, near: {to: suggestion, words: [rail]}}\n"
        "    when: {platforms: [x, bluesky], reply: false}\n"
        "    supersedes: [boring/jargon]\n"
        "    acceptable: false\n"
        "    source: {title: A guide, url: 'https://example.org', date: 2025-03-27}\n"
        "    examples:",
    )
    (rule,) = packs.load(folder(text)).rules
    assert (rule.id, rule.pack, rule.panel, rule.language) == (
        "ours/worn-out",
        "ours",
        "untrue",
        "en",
    )
    assert (rule.severity, rule.kind, rule.line) == (Severity.WARNING, "phrase", 7)
    assert rule.options["words"] == ("synergy", "hub")
    assert rule.options["forms"] == "exact"
    assert [name for name, _ in rule.unless] == ["quoted", "near", "near"]
    assert rule.unless[2][1]["within"] == "post"
    assert [(name, level.word) for name, _, level in rule.lower] == [
        ("negated", "suggestion"),
        ("near", "suggestion"),
    ]
    assert rule.when == {"platforms": ("x", "bluesky"), "reply": False}
    assert (rule.supersedes, rule.acceptable) == (("boring/jargon",), False)
    assert rule.source == Source("A guide", "https://example.org", "2025-03-27")
    first, second = rule.flag
    assert (first.text, first.spans, first.line) == ("Our synergy.", (Span(4, 11),), 21)
    assert second.context == {"platform": "bluesky"}
    assert [example.text for example in rule.quiet] == ["Our work.", "A husband."]


BROKEN: dict[str, tuple[str, str, str]] = {
    "no pack": ("pack: ours\n", "", r":1:1: a pack file needs the key “pack”"),
    "pack name": ("pack: ours", "pack: Ours!", r":1:7: pack: “Ours!” is not a name in-lower"),
    "panel": ("untrue", "untru", r":2:8: panel: “untru” is not a rule of the panel; did you"),
    "language": ("language: en", "language: eng", r":3:11: language: “eng” is not a language; d"),
    "head key": ("words:\n", "wrods:\n", r":4:1: unknown key “wrods” in a pack file; did you m"),
    "rule name": ("worn-out:", "Worn_Out:", r":7:3: “Worn_Out” is not a rule’s name"),
    "rule is text": ("  worn-out:\n", "  worn-out: no\n  x:\n", r":7:13: a rule is a mapping"),
    "severity": ("warning", "warnin", r":8:15: severity: “warnin” is not a severity; did you"),
    "no severity": ("    severity: warning\n", "", r":8:5: a rule needs the key “severity”"),
    "no message": ('    message: "“{match}” says nothing."\n', "", r"needs the key “message”"),
    "placeholder in why": (
        "Nobody outside says it.",
        "{mach} says nothing.",
        r":10:10: why: nothing is called {mach} here; did you mean “match”",
    ),
    "placeholder in how": (
        "Say what happens.",
        "Say {match}.",
        r":11:10: how: {match} is filled in only in the message",
    ),
    "placeholder": ("{match}", "{mach}", r":9:14: message: nothing is called {mach} here; did "),
    "half a placeholder": ("{match}", "{match", r":9:14: message: "),
    "attribute": ("{match}", "{match.upper}", r"nothing is called {match.upper} here"),
    "width": ("{match}", "{match:>999999999}", r":9:14: message: a placeholder is a bare name"),
    "conversion": ("{match}", "{match!r}", r":9:14: message: a placeholder is a bare name"),
    "empty why": ('"Nobody outside says it."', '""', r":10:10: why: is empty"),
    "kind": ("phrase", "phrases", r":12:12: check: “phrases” is not a kind of check; did you mean"),
    "option": ("words: ${", "wrds: ${", r":13:5: unknown key “wrds” in a rule of kind “phrase”; "),
    "other option": (
        "    words: ${worn}",
        "    words: ${worn}\n    swaps: {a: b}",
        r":14:5: unknown key “swaps” in a rule of kind “phrase”",
    ),
    "no option": ("    words: ${worn}\n", "", r"the kind “phrase” needs the option “words”: Words"),
    "list": ("${worn}", "${wron}", r":13:12: no word list is called “wron”; did you mean “worn”"),
    "circle": ("[synergy, hub]", "[$[worn]]", r"contains itself"),
    "choice": ("${worn}", "${worn}\n    where: begin", r":14:12: where: “begin” is not a where; "),
    "words": ("words: ${worn}", "words: {a: b}", r":13:12: words: a list of texts is wanted here"),
    "guard": ("${worn}", "${worn}\n    unless: [quote]", r":14:14: “quote” is not a guard; did yo"),
    "guard option": (
        "${worn}",
        "${worn}\n    unless: [{near: {word: [a]}}]",
        r":14:22: unknown key “word” in the guard “near”; did you mean “words”",
    ),
    "empty guard": ("${worn}", "${worn}\n    unless: [near]", r":7: rule “ours/worn-out”: say “wo"),
    "lower": ("${worn}", "${worn}\n    lower: {quoted: mild}", r":14:21: quoted: “mild” is not a"),
    "when": ("${worn}", "${worn}\n    when: {platforms: [myspace]}", r"“myspace” is not a platfo"),
    "when key": ("${worn}", "${worn}\n    when: {platform: [x]}", r":14:12: unknown key “platfor"),
    "pass is marked": ('"A husband."', '"A [[husband]]."', r":16:1: a “pass” example is a near-m"),
    "one flag": ('"Our [[synergy]].", ', "", r"examples: “flag” needs at least 2, not 1"),
    "no pass": ('["Our work.", "A husband."]', "[]", r":16:13: pass: is empty"),
    "open mark": ("[[synergy]]", "[[synergy", r":15:14: example: “\[\[” is never closed"),
    "example": ('"Our work."', "[a]", r":16:14: an example is a text, or a mapping"),
    "example key": ("flag:", "flags:", r"a examples needs|an examples needs the key “flag”"),
    "source": ("${worn}", "${worn}\n    source: {url: x}", r":14:13: a source needs the key “titl"),
    "acceptable": ("${worn}", "${worn}\n    acceptable: maybe", r":14:17: acceptable: .*true or f"),
    "twice": ("    why:", "    message: x\n    why:", r":10:5: "),
    "no yaml": ("rules:", "rules: [", r":\d+:\d+: "),
}


@pytest.mark.parametrize("name", BROKEN)
def test_a_mistake_is_refused_with_its_place(name: str, folder: Callable[..., Path]) -> None:
    old, new, problem = BROKEN[name]
    assert old in RULE
    text = RULE.replace(old, new, 1).replace("$[worn]", "'${worn}'")
    path = folder(text)
    with pytest.raises(PackError, match=problem) as fault:
        packs.load(path)
    assert fault.value.path.endswith("rules.yaml")


def test_a_pattern_that_the_engine_refuses_names_its_rule(folder: Callable[..., Path]) -> None:
    text = RULE.replace("phrase", "regex").replace("words: ${", "patterns: ['(']\n    words: ${")
    with pytest.raises(PackError, match=r"rules.yaml:7: rule “ours/worn-out”: “\(” is not"):
        packs.load(folder(text))


def test_groups_of_a_pattern_are_placeholders(folder: Callable[..., Path]) -> None:
    text = RULE.replace("check: phrase", "check: regex\n    patterns: ['(?P<city>Kyiv)']")
    assert packs.load(folder(text.replace("{match}", "{city}"))).rules
    with pytest.raises(PackError, match=r"nothing is called {town} here"):
        packs.load(folder(text.replace("{match}", "{town}")))


def test_a_missing_folder_is_named(tmp_path: Path) -> None:
    with pytest.raises(MissingFile, match="nowhere: there is no such pack folder"):
        packs.load(tmp_path / "nowhere")


def test_an_empty_folder_is_named(tmp_path: Path) -> None:
    with pytest.raises(PackError, match=r"holds no .yaml file; “postlint pack new” starts one"):
        packs.load(tmp_path)


def test_two_rules_of_one_name_are_refused(folder: Callable[..., Path]) -> None:
    with pytest.raises(PackError, match=r"rules.yaml:7: the rule .* is there already, at .*:5"):
        packs.load(folder(RULE, more=RULE.replace("words:\n  worn: [synergy, hub]\n", "")))


def test_two_lists_of_one_name_are_refused(folder: Callable[..., Path]) -> None:
    more = "pack: ours\nwords: {worn: [hub]}\n"
    with pytest.raises(PackError, match="the word list “worn” is defined twice in this pack"):
        packs.load(folder(RULE, more=more))


def test_lists_are_shared_by_the_files_of_a_pack(folder: Callable[..., Path]) -> None:
    more = "pack: ours\nwords: {worn: [hub, '${old}'], old: [synergy]}\n"
    rules = packs.load(folder(RULE.replace("words:\n  worn: [synergy, hub]\n", ""), more=more))
    assert rules.rules[0].options["words"] == ("hub", "synergy")


def test_lists_may_come_from_a_table(folder: Callable[..., Path]) -> None:
    (rule,) = packs.load(folder(RULE.replace("${worn}", "['${table.capitals}', hub]"))).rules
    assert {"Ottawa", "Kyiv", "hub"} <= set(rule.options["words"])


def test_guards_of_the_head_are_shared(folder: Callable[..., Path]) -> None:
    text = RULE.replace("rules:\n", "unless: [quoted]\nrules:\n")
    (rule,) = packs.load(folder(text)).rules
    assert [name for name, _ in rule.unless] == ["quoted"]


@pytest.mark.parametrize("text", ["[]", "just words", "", "a: &x 1\nb: *x\n", "!!python/none x"])
def test_what_is_no_pack_is_refused(text: str, folder: Callable[..., Path]) -> None:
    with pytest.raises(PackError):
        packs.load(folder(text))


def test_bytes_that_are_no_text_are_refused(tmp_path: Path) -> None:
    (tmp_path / "rules.yaml").write_bytes(b"pack: \xff\xfe")
    with pytest.raises(PackError, match=r"rules.yaml: .*UTF-8"):
        packs.load(tmp_path)
