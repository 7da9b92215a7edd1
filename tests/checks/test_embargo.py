"""Embargoes: a post that goes out too early, across zones, days and moments without a zone."""

from __future__ import annotations

import pytest

from postlint import facts, posts
from postlint.checks import calendar
from postlint.document import Document
from postlint.model import Hit, Severity
from postlint.prefilter import Prefilter
from postlint.spans import Span

NAIROBI = facts.of_values({"mission": {"name": "M", "time_zone": "Africa/Nairobi"}}, "m.yaml")


class NoGrammar:
    def parse(self, *_: object) -> None:
        raise AssertionError


def hits(publish_at: str | None, until: str | None, mission: facts.Facts | None) -> list[Hit]:
    front = {"publish_at": publish_at, "embargo_until": until}
    post = posts.from_values("News. More news.", {k: v for k, v in front.items() if v}, "p.md")
    document = Document(post, NoGrammar(), facts=mission)  # type: ignore[arg-type]
    finder = calendar.compile({"fault": "embargo"})
    found = list(finder.find(document, ()))
    ways = sorted(Prefilter(finder.required).awake(document.edged))
    assert list(finder.find_by(document, ways)) == found, "what is required is not in the text"
    return found


@pytest.mark.parametrize(
    ("publish_at", "until", "mission"),
    [
        ("2026-11-24T09:00Z", "2026-11-24T09:01Z", None),
        ("2026-11-24T18:30+03:00", "2026-11-24T12:00-05:00", None),
        ("2026-11-24T09:00", "2026-11-24T09:30", None),
        ("2026-11-24", "2026-11-25", None),
        ("2026-11-24T23:59", "2026-11-25", None),
        ("2026-11-24T09:00", "2026-11-25T09:00Z", None),
        ("2026-11-24T09:00", "2026-11-24T06:30Z", NAIROBI),
        ("2026-11-24T08:00Z", "2026-11-24T12:00", NAIROBI),
    ],
    ids=[
        "a minute", "two zones", "both naive", "two days", "an hour before the day",
        "naive and a day away", "the mission's zone", "the mission's zone, embargo",
    ],
)  # fmt: skip
def test_too_early(publish_at: str, until: str, mission: facts.Facts | None) -> None:
    (hit,) = hits(publish_at, until, mission)
    assert hit.severity is None
    assert hit.span == Span(0, 5)


@pytest.mark.parametrize(
    ("publish_at", "until", "mission"),
    [
        ("2026-11-24T09:00Z", "2026-11-24T09:00Z", None),
        ("2026-11-24T12:00+03:00", "2026-11-24T09:00Z", None),
        ("2026-11-25", "2026-11-25", None),
        ("2026-11-24T09:00", "2026-11-24T18:00Z", None),
        ("2026-11-24T09:00", "2026-11-24T06:00Z", NAIROBI),
        ("2026-11-24T09:00Z", None, None),
        (None, "2020-01-01", None),
        (None, "2999-01-01", None),
    ],
    ids=[
        "on the dot", "on the dot elsewhere", "the day itself", "naive, in some zone",
        "the mission's zone", "no embargo", "no schedule, past", "no schedule, to come",
    ],
)  # fmt: skip
def test_in_time(publish_at: str | None, until: str | None, mission: facts.Facts | None) -> None:
    assert hits(publish_at, until, mission) == []


def test_a_day_without_an_hour_is_a_warning() -> None:
    (hit,) = hits("2026-11-24", "2026-11-24T18:00", None)
    assert hit.severity is Severity.WARNING


def test_the_reckoning_is_given() -> None:
    (hit,) = hits("2026-11-24T09:00-05:00", "2026-11-24T18:00-05:00", None)
    assert hit.values["truth"] == (
        "The post goes out on 2026-11-24 09:00-05:00, the embargo ends on"
        " 2026-11-24 18:00-05:00, 9 hours too early"
    )
