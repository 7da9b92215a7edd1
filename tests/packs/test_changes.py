"""A user's pack changes the shipped ones in a word or two."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from postlint import packs
from postlint.errors import PackError
from postlint.model import Rule, Severity

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path


def first(kind: str, option: str, folder: str = "boring") -> Rule:
    """Return a shipped rule of a kind that lists words: whichever the pack has today."""
    return next(
        rule
        for name in (folder, *packs.SHIPPED)
        for rule in packs.shipped([name])
        if rule.kind == kind and rule.options[option]
    )


PHRASE = first("phrase", "words")
SWAP = first("swap", "swaps")


def changed(folder: Path, rule: Rule) -> Rule | None:
    found = [one for one in packs.load(folder).rules if one.id == rule.id]
    return found[0] if found else None


def head(rule: Rule, change: str) -> str:
    return f"pack: ours\nextends: [{rule.pack}]\nrules:\n  {rule.id}: {change}\n"


def test_nothing_changes_by_itself(folder: Callable[..., Path]) -> None:
    loaded = packs.load(folder("pack: ours\nextends: boring\n"))
    assert loaded.rules == packs.shipped(["boring"])
    assert loaded.extends == {"boring"}


def test_a_rule_may_be_off(folder: Callable[..., Path]) -> None:
    assert changed(folder(head(PHRASE, "off")), PHRASE) is None


@pytest.mark.parametrize("level", Severity)
def test_a_severity_may_change_in_one_word(level: Severity, folder: Callable[..., Path]) -> None:
    rule = changed(folder(head(PHRASE, level.word)), PHRASE)
    assert rule is not None
    assert rule.severity is level


@pytest.mark.parametrize("key", ["message", "why", "how"])
def test_a_change_of_words_knows_no_other_placeholders(
    key: str, folder: Callable[..., Path]
) -> None:
    with pytest.raises(PackError, match=rf"4:\d+: {key}: nothing is called {{mach}} here"):
        packs.load(folder(head(PHRASE, f'{{{key}: "Say {{mach}}."}}')))


def test_words_may_be_added_and_taken_away(folder: Callable[..., Path]) -> None:
    gone = PHRASE.options["words"][0]
    change = f'{{words+: [brandnew], words-: ["{gone}"], severity: error, how: "Say so."}}'
    rule = changed(folder(head(PHRASE, change)), PHRASE)
    assert rule is not None
    assert set(rule.options["words"]) == {*PHRASE.options["words"], "brandnew"} - {gone}
    assert (rule.severity, rule.how, rule.why) == (Severity.ERROR, "Say so.", PHRASE.why)


def test_words_may_be_replaced(folder: Callable[..., Path]) -> None:
    rule = changed(folder(head(PHRASE, "{words: [brandnew]}")), PHRASE)
    assert rule is not None
    assert rule.options["words"] == ("brandnew",)


def test_swaps_may_be_added_and_taken_away(folder: Callable[..., Path]) -> None:
    gone = next(iter(SWAP.options["swaps"]))
    change = f'{{swaps+: {{brandnew: new}}, swaps-: ["{gone}"]}}'
    rule = changed(folder(head(SWAP, change)), SWAP)
    assert rule is not None
    assert rule.options["swaps"]["brandnew"] == "new"
    assert gone not in rule.options["swaps"]


def test_the_shipped_rule_itself_never_changes(folder: Callable[..., Path]) -> None:
    changed(folder(head(PHRASE, "{words+: [brandnew]}")), PHRASE)
    assert first("phrase", "words") == PHRASE


BROKEN = {
    "boring/jargn: off": r":4:3: no rule is called “boring/jargn” in the packs that this one ext",
    f"{PHRASE.id}: of": r"“of” is not a severity, nor “off”; did you mean “off”",
    f"{PHRASE.id}: {{word+: [a]}}": r"unknown key “word\+” in a change of “.*”; did you mean “w",
    f"{PHRASE.id}: {{severity: loud}}": r"“loud” is not a severity",
    f"{PHRASE.id}: {{words-: [neverthere]}}": r"words-: “neverthere” is not in the list",
}


@pytest.mark.parametrize("change", BROKEN)
def test_a_mistake_is_refused(change: str, folder: Callable[..., Path]) -> None:
    text = f"pack: ours\nextends: [{PHRASE.pack}]\nrules:\n  {change}\n"
    with pytest.raises(PackError, match=BROKEN[change]):
        packs.load(folder(text))


def test_a_pack_that_is_not_shipped_cannot_be_extended(folder: Callable[..., Path]) -> None:
    with pytest.raises(PackError, match=r":2:11: extends: “borng” is not a shipped pack; did you"):
        packs.load(folder("pack: ours\nextends: [borng]\n"))


def test_packs_are_combined_in_order(folder: Callable[..., Path], tmp_path: Path) -> None:
    rules = packs.combine([folder(head(PHRASE, "off"))])
    assert PHRASE.id not in {rule.id for rule in rules}
    assert {rule.pack for rule in rules} == set(packs.SHIPPED)
    second = tmp_path / "second"
    second.mkdir()
    (second / "a.yaml").write_text(head(PHRASE, "error"), encoding="utf-8")
    both = {rule.id: rule for rule in packs.combine([tmp_path, second])}
    assert both[PHRASE.id].severity is Severity.ERROR
