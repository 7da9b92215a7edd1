"""What patterns require of a text: strings that every match holds, and none is lost for them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from postlint.checks.regex import RegexFinder
from postlint.lexicon import fold
from postlint.packs import compile_rule, shipped
from postlint.patterns import linear
from postlint.patterns.edges import RARE, edged
from postlint.patterns.outline import outline
from postlint.patterns.required import required
from postlint.prefilter import Prefilter

REQUIRED = {
    "a branch each, and a digit": (
        r"\b(?:rose|fell)\s+by \d+",
        [{"|rose|", "|fell|"}, {f"|by| |{n}" for n in range(10)}, set("0123456789")],
    ),
    "the whole run": (r"be the change", [{"be| |the| |change"}]),
    "an optional letter": (r"abcd?e", [{"abcde", "abce"}]),
    "an optional group": (r"(?:very )?large", [{"large"}]),
    "digits": (r"\d+", [set("0123456789")]),
    "either apostrophe": (r"it[’']s", [{"it|'|s"}]),
    "folded": (r"TOP SECRET", [{"top| |secret"}]),
    "a class with a bracket": (r"[\[(]name[^\])]*[\])]", [{"[|name", "(|name"}]),
    "escapes": (r"\.\.\.|\?!", [{"...", "?!"}]),
    "repeated": (r"(?:ha){3}", [{"ha"}]),
    "the first that repeats": (r"\b(?:ha\s){3}", [{"|ha|"}]),
    "the last that repeats": (r"(?:\sha){3}\b", [{"|ha|"}]),
    "words before a word": (r" (?:a|the) \bclown\b", [{" |a| |clown|", " |the| |clown|"}]),
    "a group in a group": (
        r"\ba(?:n (?:old|odd)|) car",
        [{"|an| |old| |car", "|an| |odd| |car", "|a| |car"}],
    ),
    "too many to spell out": (
        r"[abcde][fghij]\. [klmno]\.",
        [{f"{a}{b}|. " for a in "abcde" for b in "fghij"}, {f"|{a}|." for a in "klmno"}],
    ),
    "one of a few signs, repeated": (r"\bf[*@]{1,3}ck", [{"|f|*", "|f|@"}, {"*|ck", "@|ck"}]),
    "behind the start or a sign": (r"(?:^|[^\w*])f[*@]t", [{"|f|*|t", "|f|@|t"}]),
    "before the end or a sign": (r"foul(?:[\s.,]|$)", [{"foul|"}]),
    "a lost character": (r"[a-z]\x{FFFD}[a-z]", [{"\ufffd"}]),
    "spaces of any kind": (r"free\s*speech\s", [{"free"}, {"speech|"}]),
    "letters of another script": (r"\p{Cyrillic}+", [{RARE}]),
    "unusual signs": (r"[\x{202D}\x{202E}]", [{RARE}]),
    "flags for a part": (r"(?i:clown) car", [{"clown| |car"}]),
    "nothing": (r"[^a-z]{3,}", []),
    "spelled as it is meant": (r"\Q(\E clown", []),
    "a class that is none": (r"\Q[\E", []),
    "an empty branch": (r"a|", []),
    "a class of letters": (r"\pL+\s?", []),
    "too deep to look": ("(" * 80 + "clown" + ")" * 80, []),
}


@pytest.mark.parametrize("case", REQUIRED)
def test_what_a_pattern_requires(case: str) -> None:
    pattern, expected = REQUIRED[case]
    found = [{string.replace("\x01", "|") for string in strings} for strings in required(pattern)]
    assert sorted(found, key=sorted) == sorted((set(each) for each in expected), key=sorted)


PIECES = st.sampled_from(
    [*"abs '-.é", r"\b", r"\s", r"\s+", r"\d", "[1-3]", r"[^\\w]", "[ab]", "[^a]", "[-' ]", "a?",
     "b+", " ?", "^", "$", "ab", "s a", r"\x{41}", r"\w", r"[^\w]", "[*@#]{1,2}",
     "(?:^|[^\\w*])", r"\W", "a{2}", "[’']", "(?i)"]
)  # fmt: skip
GROUPS = st.recursive(
    st.lists(PIECES, max_size=4).map("".join),
    lambda inner: st.tuples(
        st.lists(inner, min_size=1, max_size=3).map("|".join),
        st.sampled_from(["", "?", "+", "*", "{2}"]),
        inner,
    ).map(lambda drawn: f"(?:{drawn[0]}){drawn[1]}{drawn[2]}"),
    max_leaves=6,
)


@given(GROUPS, st.text("ab *@sAS'-. é’\n1ſ", max_size=12))
def test_no_match_is_lost(pattern: str, text: str) -> None:
    if linear(pattern).search(text):
        assert list(Prefilter([required(pattern)]).awake(edged(fold(text)))) == [0]


def test_no_match_of_the_shipped_rules_is_lost() -> None:
    finders = [compile_rule(rule).finder for rule in shipped()]
    patterns = [
        (pattern, finder.case)
        for finder in finders
        if isinstance(finder, RegexFinder)
        for pattern in finder.patterns
    ]
    prefilter = Prefilter([required(pattern) for pattern, _ in patterns])
    texts = [example.text for rule in shipped() for example in (*rule.flag, *rule.quiet)]
    for text in texts[::12]:
        awake = set(prefilter.awake(edged(fold(text))))
        for number, (pattern, case) in enumerate(patterns):
            if linear(pattern, case=case).search(text):
                assert number in awake, (pattern, text)
                assert linear(outline(pattern), case=case).search(text), (pattern, text)


WAYS = st.lists(
    st.lists(st.frozensets(st.text("ab", min_size=1, max_size=3), min_size=1)), max_size=6
)


@given(WAYS, st.text("ab", max_size=8))
def test_one_text_and_many_are_looked_through_alike(
    drawn: list[list[frozenset[str]]], text: str
) -> None:
    ways = [tuple(sets) for sets in drawn]
    prefilter = Prefilter(ways)
    expected = {
        number
        for number, way in enumerate(ways)
        if all(any(string in text for string in strings) for strings in way)
    }
    assert all(set(prefilter.awake(text)) == expected for _ in range(10))
