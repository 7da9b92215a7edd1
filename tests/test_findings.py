"""What happens to findings: superseded, one a place, few suggestions, in order."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hypothesis import given
from hypothesis import strategies as st

from postlint import findings as filters
from postlint.findings import MOST_SUGGESTIONS
from postlint.model import Finding, Rule, Severity
from postlint.spans import Span

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from postlint.document import Document

S, W, E = Severity.SUGGESTION, Severity.WARNING, Severity.ERROR


def finding(  # noqa: PLR0913 - whatever a test is about, all keywords
    start: int = 0,
    end: int = 5,
    *,
    name: str = "a-rule",
    severity: Severity = S,
    of: Severity | None = None,
    panel: str = "boring",
    kind: str = "phrase",
    supersedes: tuple[str, ...] = (),
) -> Finding:
    """Return a finding; ``of`` is its rule's own severity, where a guard has lowered it."""
    rule = Rule(
        id=f"{panel}/{name}",
        pack=panel,
        panel=panel,
        language="en",
        severity=of or severity,
        message="",
        why="",
        how="",
        kind=kind,
        options={},
        supersedes=supersedes,
    )
    return Finding(rule, severity, "", Span(start, end), "")


def names(found: Sequence[Finding]) -> list[str]:
    return [f.rule.id.partition("/")[2] for f in found]


def test_a_finding_supersedes_within_its_sentence_only(
    document: Callable[..., Document],
) -> None:
    doc = document("One thing here. Another thing there.")
    teller = finding(0, 3, name="teller", supersedes=("boring/word",))
    near, far = finding(4, 9, name="word"), finding(16, 23, name="word")
    assert filters.superseded([teller, near, far], doc) == [teller, far]


def test_one_finding_of_a_panel_about_the_same_words(document: Callable[..., Document]) -> None:
    doc = document("Twenty words or so, and then some more of them for good measure.")
    grave, light = finding(0, 12, name="grave", severity=W), finding(2, 10, name="light")
    other = finding(2, 10, name="other", panel="untrue")
    whole = finding(0, 60, name="whole", kind="count")
    kept = filters.one_per_place([light, grave, other, whole], doc)
    assert sorted(names(kept)) == ["grave", "other", "whole"]


def test_different_rules_come_before_repeats(document: Callable[..., Document]) -> None:
    repeats = [finding(i, i + 1, name="same") for i in range(5)]
    late = finding(40, 44, name="late", kind="readability")
    kept = filters.few_suggestions([*repeats, late], document("x" * 50))
    assert names(kept) == ["same", "same", "late"]


def test_the_most_useful_suggestions_are_kept(document: Callable[..., Document]) -> None:
    measure = finding(0, 40, name="measure", kind="readability")
    word = finding(1, 5, name="word", kind="phrase")
    lowered = finding(6, 9, name="lowered", kind="phrase", of=W)
    risk = finding(10, 14, name="risk", kind="phrase", panel="untrue")
    structure = finding(15, 19, name="structure", kind="regex")
    kept = filters.few_suggestions([measure, word, lowered, risk, structure], document("x" * 50))
    assert names(kept) == ["lowered", "risk", "structure"]


@given(
    st.lists(
        st.builds(
            finding,
            start=st.integers(0, 20),
            end=st.integers(21, 30),
            name=st.sampled_from("abcd"),
            severity=st.sampled_from(Severity),
            panel=st.sampled_from(["boring", "untrue"]),
            kind=st.sampled_from(["phrase", "regex", "count", "a-third-party-kind"]),
        ),
        max_size=12,
    )
)
def test_only_suggestions_are_capped_and_order_stays(found: list[Finding]) -> None:
    kept = filters.few_suggestions(found, None)  # type: ignore[arg-type]
    suggestions = [f for f in kept if f.severity is S]
    wanted = sum(f.severity is S for f in found)
    assert len(suggestions) >= min(MOST_SUGGESTIONS, wanted)
    assert [f for f in kept if f.severity is not S] == [f for f in found if f.severity is not S]
    rest = iter(found)
    assert all(any(f is other for other in rest) for f in kept)
