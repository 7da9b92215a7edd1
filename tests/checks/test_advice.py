"""Travel advice and opening hours against the sheet."""

from __future__ import annotations

import pytest

from postlint import facts, posts
from postlint.checks import fact
from postlint.document import Document


class NoGrammar:
    def parse(self, *_: object) -> None:
        raise AssertionError


def found(text: str, of: str, **values: object) -> list[str]:
    sheet = facts.of_values(
        {
            "mission": {"name": "M", "country": "Ruritania"},
            "as_of": "2026-11-01",
            "source": "travel.gc.ca",
            **values,
        },
        "facts.yaml",
    )
    document = Document(posts.from_values(text, {}, "p.md"), NoGrammar(), facts=sheet)  # type: ignore[arg-type]
    return [hit.span.of(text) for hit in fact.compile({"of": of}).find(document, ())]


CONFLICT = [
    ("avoid-non-essential", "Don't believe the news, it's perfectly safe to travel here!"),
    ("avoid-non-essential", "It is safe to visit again."),
    ("avoid-all", "Ruritania is a safe country."),
    ("avoid-all", "Tourists: there is no danger for visitors."),
    ("avoid-all", "Travel here is completely safe."),
    ("avoid-all", "Avoid non-essential travel to Ruritania."),
    ("avoid-all", "Exercise a high degree of caution."),
    ("avoid-all", "Le pays est une destination sans danger."),
    ("avoid-non-essential", "Take normal security precautions."),
    ("high-caution", "It's totally safe for tourists."),
    ("high-caution", "Avoid all travel."),
    ("high-caution", "Évitez tout voyage."),
    ("high-caution", "Ruritania is the safest country of the continent."),
    ("normal", "Do not travel to Ruritania."),
    ("normal", "Avoid non-essential travel."),
    ("avoid-all", "Safe to visit in December, says our cook."),
    ("avoid-all", "Canadians, it is safe to come to Ruritania."),
]
AGREES = [
    ("avoid-all", "Avoid all travel to Ruritania."),
    ("avoid-all", "Is it safe to travel here?"),
    ("avoid-all", "It is not safe to travel here."),
    ("avoid-all", "It isn't yet safe to visit."),
    ("avoid-all", "We will tell you when it is safe to return."),
    ("avoid-all", "It was once safe to travel by canoe."),
    ("avoid-all", "Is it safe to pet a moose? No."),
    ("avoid-all", "The oysters are perfectly safe to eat."),
    ("avoid-all", "A safe pair of hands, a safe bet, safe travels."),
    ("avoid-all", "It is perfectly safe to travel to Iceland."),
    ("avoid-all", "Safe to visit Freedonia: yes, says Freedonia."),
    ("avoid-non-essential", "Avoid all travel to the border area."),
    ("avoid-non-essential", "Avoid all travel within 10 km of the river."),
    ("avoid-non-essential", "Avoid non-essential travel."),
    ("high-caution", "It is safe to visit, with a guide and a torch."),
    ("normal", "Perfectly safe to travel here."),
    ("normal", "Avoid the soup."),
]


@pytest.mark.parametrize(("level", "text"), CONFLICT, ids=lambda value: value[:40])
def test_a_conflict_with_the_advice(level: str, text: str) -> None:
    assert len(found(text, "travel-advice", travel_advice={"level": level})) == 1


@pytest.mark.parametrize(("level", "text"), AGREES, ids=lambda value: value[:40])
def test_no_conflict_with_the_advice(level: str, text: str) -> None:
    assert found(text, "travel-advice", travel_advice={"level": level}) == []


HOURS = [
    {
        "what": ["library", "Maple Library"],
        "days": ["Mon", "Tue", "Wed", "Thu"],
        "from": "9:00",
        "to": "17:00",
    },
    {"what": "library", "days": ["Fri"], "from": "9:00", "to": "13:00"},
    {"what": "visa desk", "from": "8:30", "to": "12:00"},
]
WRONG = {
    "The library is open until 18:00.": "18:00",
    "The library closes at 6 p.m. on Mondays.": "6 p.m.",
    "The Maple Library opens at 8:30.": "8:30",
    "Library: Monday to Thursday, 9:00–16:00.": "9:00–16:00",
    "The library is open from 10 a.m. to 5 p.m. on Tuesdays.": "10 a.m. to 5 p.m.",
    "On Fridays the library closes at 5 p.m.": "5 p.m.",
    "Our visa desk opens at 9:00.": "9:00",
}
RIGHT = [
    "The library is open until 17:00.",
    "The library closes at 5 p.m. on Mondays.",
    "The Maple Library opens at 9 a.m.",
    "Library: Monday to Thursday, 9:00–17:00; Friday 9:00–13:00.",
    "On Fridays the library closes at 13:00.",
    "Tonight the library is open until 21:00.",
    "The library is open until 9 pm for the concert.",
    "The museum is open until 18:00.",
    "Is the library open until 18:00?",
    "The library has 18,000 books.",
    "On Sundays the library opens at 11:00 for nobody.",
    "The library was open until 18:00 in 1999.",
]


@pytest.mark.parametrize("text", WRONG)
def test_wrong_hours(text: str) -> None:
    assert found(text, "hours", hours=HOURS) == [WRONG[text]]


@pytest.mark.parametrize("text", RIGHT)
def test_right_hours(text: str) -> None:
    assert found(text, "hours", hours=HOURS) == []
