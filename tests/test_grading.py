"""Grades, verdicts and praise: one letter for each rule of the panel, and what is good."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from postlint import grading
from postlint.model import PANEL, Finding, Rule, Severity, Verdict
from postlint.spans import Span

if TYPE_CHECKING:
    from collections.abc import Callable

    from postlint.document import Document
    from postlint.linter import Linter
    from postlint.model import Post

S, W, E = Severity.SUGGESTION, Severity.WARNING, Severity.ERROR


def finding(*, severity: Severity, panel: str = "boring") -> Finding:
    """Return a finding of a rule of the panel."""
    rule = Rule(
        id=f"{panel}/a-rule",
        pack=panel,
        panel=panel,
        language="en",
        severity=severity,
        message="",
        why="",
        how="",
        kind="phrase",
        options={},
    )
    return Finding(rule, severity, "", Span(0, 1), "")


@pytest.mark.parametrize(
    ("severities", "letter", "verdict"),
    [
        ([], "A", Verdict.READY),
        ([S], "B", Verdict.READY),
        ([S, S, S], "B", Verdict.READY),
        ([S, W], "C", Verdict.REVIEW),
        ([W, W], "D", Verdict.REVIEW),
        ([W, E, S], "F", Verdict.HOLD),
    ],
)
def test_a_letter_and_a_verdict_follow_from_the_findings(
    severities: list[Severity], letter: str, verdict: Verdict
) -> None:
    findings = [finding(severity=severity) for severity in severities]
    assert grading.letter(severities) == letter
    assert grading.verdict(findings) is verdict


def test_every_rule_of_the_panel_has_its_own_letter() -> None:
    findings = [finding(severity=E, panel="untrue"), finding(severity=S, panel="boring")]
    assert grading.grades(findings) == {
        "embarrass-yourself": "A",
        "embarrass-government": "A",
        "untrue": "F",
        "boring": "B",
    }
    assert set(grading.grades([])) == set(PANEL)


MERITS = {
    "opens with a question": (
        ["Why is there a canoe on the roof? Watch.", "#Fun Is it spring? Not yet."],
        ["There is a canoe on the roof. Why?", "“Why?” asked the goat.", "https://e.org/?x=1"],
    ),
    "asks the reader something": (
        ["A canoe on the roof. Would you paddle it?", "Snow. What do your kids call it?"],
        ["A canoe. Whose is it?", "“Do you ski?” was all she said.", "Tell us what you think."],
    ),
    "names a person": (
        [
            "Aïssatou was pleased to announce it herself.",
            "The tap in the yard: Joyce's tap has run for a year.",
            "Good catch, Ana: the form was wrong.",
            "Yesterday Marta retired.",
            "Meet Biscuit at the counter.",
            "We asked Dr. Diallo.",
            "Our goalie is Ingrid, 71.",
        ],
        [
            "Canada is cold. Norway was warm.",
            "Parliament says so.",
            "On Monday was the fair.",
            "Farmers said no.",
            "The streets in Kisumu's centre.",
            "Today is the day, and tomorrow’s too.",
            "UNESCO said yes.",
            "The Embassy's roof leaks.",
        ],
    ),
    "lets somebody speak": (
        ["“Your bees are fine,” said the vet.", "The mayor told us: “Come in and stay.”"],
        ["The “Queen of the North” sails.", "The mayor said hello."],
    ),
    "gives one concrete number": (
        [
            "The bridge is 923 m long.",
            "She stamped 31,000 passports.",
            "Forty students steamed it.",
            "Deaths fell by 60%.",
            "We lost 5-4.",
            "It cost $3 million in 2019.",
        ],
        [
            "On 12 May at 14:10 in room 3.",
            "Since 1867, and the 1970s.",
            "Call +1 613 996 8885.",
            "G7 and COP30 met.",
            "From 3 to 9 to 12 loaves.",
            "No number at all.",
            "We are #1.",
            "The 2nd of June.",
        ],
    ),
    "speaks as “we” to “you”": (
        ["We kept your seat.", "Our door is open: bring your dog."],
        ["Thank you for our lunch.", "You are here.", "We are here.", "We heard: “you!”"],
    ),
    "speaks as “I” to “you”": (
        ["I kept your seat.", "My dog likes you."],
        ["I thank you.", "We kept your seat."],
    ),
}


@pytest.mark.parametrize(
    ("merit", "text"), [(merit, text) for merit, (good, _) in MERITS.items() for text in good]
)
def test_praise_is_given(document: Callable[..., Document], merit: str, text: str) -> None:
    assert merit in grading.strengths(document(text), [])


@pytest.mark.parametrize(
    ("merit", "text"), [(merit, text) for merit, (_, bad) in MERITS.items() for text in bad]
)
def test_praise_is_not_given_for_nothing(
    document: Callable[..., Document], merit: str, text: str
) -> None:
    assert merit not in grading.strengths(document(text), [])


def test_pictures_are_praised_when_all_are_described(document: Callable[..., Document]) -> None:
    good, bad = {"file": "a.jpg", "alt": "A goat on a desk."}, {"file": "b.jpg"}
    assert "describes its pictures" in grading.strengths(document("Lunch.", media=[good]), [])
    assert "describes its pictures" not in grading.strengths(
        document("Lunch.", media=[good, bad]), []
    )


def test_at_most_three_merits_and_no_lonely_one_beside_a_boring_warning(
    document: Callable[..., Document],
) -> None:
    lively = document("Why 14 stamps? “No idea,” said Ana. We asked you, and 31 of you knew.")
    assert len(grading.strengths(lively, [])) == 3
    dull = document("We meet for your good.")
    boring = finding(severity=W, panel="boring")
    assert grading.strengths(dull, []) == ("speaks as “we” to “you”",)
    assert grading.strengths(dull, [boring]) == ()
    assert grading.strengths(lively, [boring]) == grading.strengths(lively, [])


def test_what_a_finding_blames_is_not_praised(linter: Linter, post: Callable[..., Post]) -> None:
    (blamed,) = linter.lint([post("A market burned. 120 people died in the south.", lang="en")])
    assert "gives one concrete number" not in blamed.strengths
    media = [{"file": "IMG_2034.jpg", "alt": "IMG_2034"}]
    (weak,) = linter.lint([post("Our new roof is green.", lang="en", media=media)])
    assert "describes its pictures" not in weak.strengths
