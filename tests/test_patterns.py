"""Patterns from data: linear, bounded, and refused with a reason."""

from __future__ import annotations

import time

import pytest

from postlint.checks.regex import RegexFinder
from postlint.lexicon import fold
from postlint.packs import compile_rule, shipped
from postlint.patterns import atoms, linear


def test_case_is_ignored_unless_asked_for() -> None:
    assert linear("kyiv").search("KYIV")
    assert not linear("kyiv", case=True).search("KYIV")


@pytest.mark.parametrize("pattern", ["(", r"(?=ahead)", r"(a)\1", "a{1,99999}", "[z-a]"])
def test_what_the_engine_does_not_know_is_refused(pattern: str) -> None:
    with pytest.raises(ValueError, match="is not a pattern that RE2 knows"):
        linear(pattern)


def test_a_pattern_that_hangs_other_engines_is_fast() -> None:
    start = time.perf_counter()
    assert not linear("(a+)+$").search("a" * 50_000 + "b")
    assert time.perf_counter() - start < 2


def test_places_are_code_points() -> None:
    text = "🇨🇦 café “jerk”"
    match = linear("(?P<hit>jerk)").search(text)
    assert text[match.start() : match.end()] == "jerk"


ATOMS = {
    "a branch each": (r"\b(?:rose|fell)\s+by \d+", {"rose", "fell"}),
    "the longest run": (r"be the change (?:that )?you", {"be the change "}),
    "an optional letter": (r"abcd?e", {"abc"}),
    "an optional group": (r"(?:very )?large", {"large"}),
    "digits": (r"\d+", set("0123456789")),
    "either apostrophe": (r"it[’']s", {"it's"}),
    "folded": (r"TOP SECRET", {"top secret"}),
    "a class with a bracket": (r"[\[(]name[^\])]*[\])]", {"name"}),
    "escapes": (r"\.\.\.|\?!", {"...", "?!"}),
    "repeated": (r"(?:ha){3}", {"ha"}),
    "nothing": (r"[^a-z]{3,}", None),
    "an empty branch": (r"a|", None),
    "a class of letters": (r"\pL+\s?", None),
}


@pytest.mark.parametrize("case", ATOMS)
def test_atoms_of_a_pattern(case: str) -> None:
    pattern, expected = ATOMS[case]
    assert atoms(pattern) == (None if expected is None else frozenset(expected))


def test_atoms_keep_their_promise_over_the_shipped_rules() -> None:
    finders = [compile_rule(rule).finder for rule in shipped()]
    pairs = [
        (linear(p, case=finder.case), atoms(p), p)
        for finder in finders
        if isinstance(finder, RegexFinder)
        for p in finder.patterns
    ]
    texts = [example.text for rule in shipped() for example in (*rule.flag, *rule.quiet)]
    for text in texts[::6]:
        folded = fold(text)
        for engine, promise, pattern in pairs:
            if promise is None or any(atom in folded for atom in promise):
                continue
            assert engine.search(text) is None, (pattern, text)
