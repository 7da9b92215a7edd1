"""Last year's year in a festive post that is used again."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from postlint import posts
from postlint.checks import calendar
from postlint.document import Document
from postlint.prefilter import Prefilter

if TYPE_CHECKING:
    from postlint.model import Hit


class NoGrammar:
    def parse(self, *_: object) -> None:
        raise AssertionError


def hits(text: str, publish_at: str | None) -> list[Hit]:
    front = {"publish_at": publish_at} if publish_at else {}
    document = Document(posts.from_values(text, front, "p.md"), NoGrammar())  # type: ignore[arg-type]
    finder = calendar.compile({"fault": "recycled-year"})
    found = list(finder.find(document, ()))
    ways = sorted(Prefilter(finder.required).awake(document.edged))
    assert list(finder.find_by(document, ways)) == found, "what is required is not in the text"
    return found


STALE = {
    "new year's eve": ("Happy New Year 2026 from all of us!", "2026-12-31", "2027"),
    "new year's day": ("Happy New Year 2026!", "2027-01-01", "2027"),
    "a year too far": ("Happy New Year, 2028!", "2027-01-01", "2027"),
    "new year's tag": ("Snow! #HappyNewYear2025", "2026-01-01", "2026"),
    "bonne année": ("Bonne année 2025 !", "2026-01-03", "2026"),
    "hello": ("Hello 2025! We baked.", "2026-01-01", "2026"),
    "season": ("Season's greetings 2024 from the rink.", "2026-12-20", "2027"),
    "christmas tag": ("Cookies! #MerryChristmas2024", "2026-12-20", "2027"),
    "day tag": ("Syrup for all! #CanadaDay2025", "2026-07-01", "2026"),
    "happy day": ("Happy Women's Day 2025!", "2026-03-08", "2026"),
    "edition": ("Join the 2025 edition of our festival.", "2026-05-01", "2026"),
    "festival": ("Festival 2024: book your seat.", "2026-05-01", "2026"),
    "édition": ("Bienvenue à l'édition 2025 !", "2026-05-01", "2026"),
    "invited": ("You are invited to our 2025 festival.", "2026-05-01", "2026"),
}
FRESH = {
    "the year to come": ("Happy New Year 2027!", "2026-12-31"),
    "the year begun": ("Happy New Year 2027!", "2027-01-02"),
    "lunar": ("Happy Lunar New Year 2026!", "2026-02-17"),
    "season over the turn": ("Happy holidays 2026!", "2027-01-02"),
    "season with both years": ("Holiday season 2026-27 opens.", "2026-12-02"),
    "this year's day": ("Syrup for all! #CanadaDay2026", "2026-07-01"),
    "next year's day": ("Save the date: #CanadaDay2027", "2026-07-02"),
    "photos of last year": ("Photos from #CanadaDay2025 are up.", "2026-06-01"),
    "past tense": ("At #CanadaDay2025 you ate 300 tarts.", "2026-07-01"),
    "throwback": ("#TBT to #WinterFest2024", "2026-02-01"),
    "winners": ("Winners of the 2025 edition of the prize: two bakers.", "2026-02-01"),
    "long ago": ("Our #Festival2012 cake is still in the freezer.", "2026-02-01"),
    "years in a sentence": (
        "In 2025 you sent us 4,000 questions. In 2027 we'd like fewer.",
        "2026-12-31",
    ),
    "an event with its year": ("The crew of Paris 2024 visits.", "2026-05-01"),
    "no schedule": ("Happy New Year 1999!", None),
}


@pytest.mark.parametrize("case", STALE)
def test_a_year_of_another_round(case: str) -> None:
    text, publish_at, right = STALE[case]
    (hit,) = hits(text, publish_at)
    assert hit.span.of(text).isdigit()
    assert (hit.values["right"], hit.fixes[0].text) == (right, right)


@pytest.mark.parametrize("case", FRESH)
def test_years_that_are_meant(case: str) -> None:
    assert hits(*FRESH[case]) == []
