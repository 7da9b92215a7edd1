"""Two posts that cannot both be true: what is the same thing, and what only looks like it."""

from __future__ import annotations

import json
from time import process_time
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from postlint import dates, packs, posts, runner
from postlint.linter import Linter
from postlint.model import Post
from postlint.queues import Queue, statements

RULES = [rule for rule in packs.shipped() if rule.id == "untrue/contradictory-posts"]
CALL = "Registration for the Freedonia scholarship closes on 3 December."
PLACES = "Canada offers 120 scholarships to students of Freedonia."


def queue(*entries: str | dict[str, Any]) -> list[Post]:
    written = [{"text": each} if isinstance(each, str) else each for each in entries]
    found = posts.read(json.dumps(written).encode(), "q.json")
    return [post for post in found if isinstance(post, Post)]


def found(*entries: str | dict[str, Any]) -> list[tuple[str | None, str]]:
    report = runner.run(Linter(runner.compiled(RULES)), queue(*entries), "1")
    return [
        (result.post.id, finding.message)
        for result in report.results
        for finding in result.findings
    ]


CONTRADICT = [
    (CALL, "Registration for the Freedonia scholarship closes on 5 December."),
    (CALL, "Reminder: registration for the Freedonia scholarship closes on Saturday, 5 December!"),
    (CALL, "Last chance! The Freedonia scholarship closes on 5 December."),
    (CALL, "Registration closes on 5 December. #FreedoniaScholarship"),
    (
        "The Freedonia scholarship is back! Apply by 3 December.",
        "The Freedonia scholarship is back. Deadline: 5 December.",
    ),
    (
        "Apply by 3 December! #FreedoniaScholarship",
        "Applications close on 5 December. #FreedoniaScholarship",
    ),
    (
        "Deadline for the Freedonia scholarship: 3 December 2026.",
        "Freedonia scholarship: apply by 5 December 2026, please.",
    ),
    (
        "The Halifax Book Fair takes place on 3 December.",
        "Join us at the Halifax Book Fair on 5 December!",
    ),
    (
        "On 3 December, the Halifax Book Fair opens.",
        "The Halifax Book Fair opens on 4 December at 10 a.m.",
    ),
    (
        "Applications for the photo contest on ocean life close on 3 December.",
        "The deadline for applications to the ocean life photo contest is 5 December.",
    ),
    (
        "Nominations for the Okoro Prize close on 3 December.",
        "Nominations for the Okoro Prize close on 13 December.",
    ),
    (
        "President Okoro arrives in Halifax on 3 December.",
        "President Okoro arrives in Halifax on 4 December.",
    ),
    (
        "Les inscriptions à la bourse Freedonia se terminent le 3 décembre.",
        "Date limite d'inscription à la bourse Freedonia : le 5 décembre.",
    ),
    (PLACES, "Canada offers 140 scholarships to students of Freedonia."),
    (
        "Canada will fund 120 scholarships for young leaders in Freedonia.",
        "Canada funds 140 scholarships for young leaders in Freedonia.",
    ),
    (
        "Canada is giving $5 million to the Harbour Lights project.",
        "Canada gives $6 million to the Harbour Lights project.",
    ),
    (
        "The Freedonia Scholarship Programme offers 120 places.",
        "The Freedonia scholarship program has 140 places.",
    ),
    (
        "This is 60 years of friendship between Canada and Freedonia!",
        "Canada and Freedonia: 65 years of friendship between them.",
    ),
    ("La bourse Freedonia offre 120 places.", "La bourse Freedonia offre 140 places."),
    (
        "Twelve scholarships for students of Freedonia.",
        "Fourteen scholarships for students of Freedonia.",
    ),
    (
        {"id": "a", "lang": "en", "text": "Registration closes on 3 December."},
        {
            "lang": "fr",
            "translation_of": "a",
            "text": "Les inscriptions se terminent le 5 décembre.",
        },
    ),
    (
        {"id": "a", "lang": "en", "text": "From 3 to 5 December, the kitchen is open."},
        {"lang": "fr", "translation_of": "a", "text": "La cuisine ouvre du 3 au 6 décembre."},
    ),
    (
        {"id": "a", "lang": "en", "text": "We have 1,200 places at 4:30 p.m."},
        {"lang": "fr", "translation_of": "a", "text": "Nous avons 1 300 places à 16 h 30."},
    ),
]


@pytest.mark.parametrize(("one", "two"), CONTRADICT)
def test_what_cannot_both_be_true_is_found(one: Any, two: Any) -> None:
    assert len(found(one, two)) == 1


AGREE = [
    (CALL, CALL.replace("scholarship", "bursary").replace("3", "5")),
    (CALL, "The deadline for the Freedonia scholarship was extended to 5 December."),
    (CALL, "New date! Registration for the Freedonia scholarship closes on 5 December."),
    (CALL, "Correction: registration for the Freedonia scholarship closes on 5 December."),
    (CALL, "Registration for the Freedonia scholarship closes on 5 December, not on 3 December."),
    (CALL, "Registration for the Freedonia scholarship opens on 1 December."),
    (CALL, "Does registration for the Freedonia scholarship close on 5 December?"),
    (CALL, "Registration for the Freedonia scholarship does not close on 5 December."),
    (CALL, {"text": CALL.replace("3", "5"), "account": "personal"}),
    (CALL, {"text": CALL.replace("3", "5"), "lang": "de"}),
    (CALL.replace("December", "December 2025"), CALL.replace("3 December", "5 December 2026")),
    (CALL.replace(" closes", " in Halifax closes"), CALL.replace("3", "5")),
    (CALL.replace("Registration", "Early-bird registration"), CALL.replace("3", "5")),
    (CALL, "The second round of the Freedonia scholarship closes on 5 December."),
    ("The Halifax book club meets on 3 December.", "The Halifax book club meets on 17 December."),
    ("Each month: Halifax Talks on 3 December.", "Halifax Talks on 6 December."),
    (
        "The embassy in Freedonia is closed on 25 December.",
        "The embassy in Freedonia is closed on 26 December.",
    ),
    ("The Halifax library is open on 3 December.", "The Halifax library is open on 4 December."),
    (
        "The Harbour Lights festival runs from 3 December to 5 December.",
        "The Harbour Lights festival is on 4 December.",
    ),
    (
        "The Harbour Lights festival, 3-5 December.",
        "The Harbour Lights festival is on 4 December.",
    ),
    (
        "The Harbour Lights festival opens on 3 December.",
        "The Harbour Lights festival closes on 5 December.",
    ),
    (
        "Registration for the Harbour Lights festival closes on 3 December.",
        "The Harbour Lights festival closes on 10 December.",
    ),
    (
        "Day one of the Harbour Lights festival: 3 December.",
        "Day two of the Harbour Lights festival: 4 December.",
    ),
    (
        "The Minister meets President Okoro at 10:00 on 3 December.",
        "The Minister meets President Doe at 10:00 on 4 December.",
    ),
    (
        "Happy National Day to Freedonia on 3 December!",
        "Happy Independence Day to Freedonia on 5 December!",
    ),
    (
        "3/12/2026: the Halifax Book Fair opens.",
        "The Halifax Book Fair opens on 12 March 2026.",
    ),
    (
        {"text": "Coffee with Consul Doe on 3 December.", "publish_at": "2026-12-01T12:00Z"},
        {"text": "Coffee with Consul Doe on 8 December.", "publish_at": "2026-12-06T12:00Z"},
    ),
    (
        {"text": "National Day of Freedonia: 3 December.", "publish_at": "2026-01-01T12:00Z"},
        {"text": "National Day of Freedonia: 5 December.", "publish_at": "2026-12-02T12:00Z"},
    ),
    ("Registration closes on 3 December.", "Registration closes on 5 December."),
    ("Registration closes on 3 December. #Trade", "Registration closes on 5 December. #Trade"),
    (PLACES, "More than 100 scholarships for students of Freedonia."),
    (PLACES, "20 more scholarships for students of Freedonia."),
    (PLACES, "Scholarships for students of Freedonia rose from 120 to 140."),
    (PLACES, "In 2027, Canada offers 140 scholarships to students of Freedonia."),
    (PLACES, "Canada offers 140 scholarships to students of Freedonia and of Sylvania."),
    (PLACES, "Canada now offers 140 scholarships to students of Freedonia."),
    ("Nearly 120 scholarships in Freedonia.", "118 scholarships in Freedonia."),
    ("1.2 million doses for Freedonia.", "1,213,000 doses for Freedonia."),
    ("120 people signed up for the Halifax Run.", "140 people signed up for the Halifax Run."),
    ("Only 10 places left at the Halifax Run.", "Only 5 places left at the Halifax Run."),
    ("10 days to the Halifax Run!", "5 days to the Halifax Run!"),
    ("Our team visited 3 schools in Halifax.", "Our team visited 5 schools in Halifax."),
    ("Two Canadians were killed in Freedonia.", "Three Canadians were killed in Freedonia."),
    ("Look out for Highway 104 closures.", "Look out for Highway 102 closures."),
    ("In Halifax, 120 places for students.", "In Toronto, 140 places for students."),
    ("Top 5 sights of Freedonia", "Top 10 sights of Freedonia"),
    (
        {
            "id": "a",
            "lang": "en",
            "text": "Registration closes on Dec. 3, 2:30 p.m. 1,200 seats.",
        },
        {
            "lang": "fr",
            "translation_of": "a",
            "text": "Inscriptions jusqu'au 3 décembre, 14 h 30. 1 200 places.",
        },
    ),
    (
        {"id": "a", "lang": "en", "text": "Exports grew by 3.5 per cent."},
        {"lang": "fr", "translation_of": "a", "text": "Les exportations ont crû de 3,5 %."},
    ),
]


@pytest.mark.parametrize(("one", "two"), AGREE)
def test_what_may_both_be_true_is_left_alone(one: Any, two: Any) -> None:
    assert found(one, two) == []


def test_a_message_names_the_other_post_and_what_it_says() -> None:
    later = CALL.replace("3", "5")
    assert found({"id": "call", "text": CALL}, "Snow.", later) == [
        ("post 3", "“5 December” here, “3 December” in call, of the same thing.")
    ]


def test_a_series_has_many_days() -> None:
    assert found(*(f"Join us for the Halifax Walk on {day} December." for day in (3, 5, 8))) == []


def test_what_agrees_with_the_first_is_not_told_again() -> None:
    later = CALL.replace("3", "5")
    assert [each[0] for each in found(CALL, later, CALL, later)] == ["post 2", "post 4"]


def test_many_statements_are_compared_in_linear_time() -> None:
    read = queue(*(CALL.replace("3", str(1 + n % 2)) for n in range(2_000)))
    start = process_time()
    whole = Queue(read)
    assert sum(whole.contradiction(at) is not None for at in range(2_000)) == 1_000
    assert process_time() - start < 5


@given(
    st.lists(
        st.sampled_from(
            "1 40,000 -3.5 one twenty twenty-one someone often about nearly $ million k % ten's"
            " we four, zero".split()
        ),
        max_size=6,
    ).map(" ".join)
)
def test_where_nothing_may_count_there_is_no_number(text: str) -> None:
    if not statements._MAY_COUNT.search(text):
        assert statements._pattern().search(text) is None


@given(
    st.lists(
        st.sampled_from(
            "1 12 2026 3/12/2026 24.11.26 2026-11-24 Jan March may Sept. déc DÉC Dec, the second of"
            " 1st 3-Dec-2026 août AOÛT AVR make".split()
        ),
        max_size=6,
    ).map(" ".join)
)
def test_where_no_date_may_be_held_none_is_found(text: str) -> None:
    if not dates.may_hold(text):
        assert not any(form.search(text) for _, form in dates._forms())
