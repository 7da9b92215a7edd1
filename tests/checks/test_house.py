"""The mission's own file: what it says of the mission, and what is refused."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from postlint import facts, posts
from postlint.checks import fact
from postlint.document import Document
from postlint.errors import ConfigError

if TYPE_CHECKING:
    from pathlib import Path

MISSION: dict[str, Any] = {
    "name": "High Commission to Kenya",
    "country": "Kenya",
    "capital": "Nairobi",
    "kind": "high-commission",
    "languages": ["en", "fr"],
    "solemn_days": ["04-07", {"date": "05-09", "name": "Martyrs' Day"}, "Remembrance Day"],
}


class NoGrammar:
    def parse(self, *_: object) -> None:
        raise AssertionError


def said(of: str, text: str, **front: Any) -> list[str]:
    sheet = facts.of_values({"mission": MISSION}, "mission.yaml")
    post = posts.from_values(text, front, "x")
    document = Document(post, NoGrammar(), facts=sheet)  # type: ignore[arg-type]
    return [hit.span.of(text) for hit in fact.compile({"of": of}).find(document, ())]


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Party tonight!", "2026-04-07"),
        ("Party tonight!", "2031-04-07"),
        ("A happy Friday, and cake!", "2026-11-11"),
        ("Happy Martyrs' Day!", "2026-05-01"),
        ("Cheers 🍻", "2026-05-09"),
    ],
    ids=["date", "another-year", "table", "name", "emoji"],
)
def test_a_solemn_day_is_kept(text: str, day: str) -> None:
    assert len(said("solemn-day", text, publish_at=day)) == 1


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Party tonight!", "2026-04-08"),
        ("We remember the victims; the party is cancelled.", "2026-04-07"),
        ("The library is open.", "2026-04-07"),
        ("Party tonight!", None),
    ],
    ids=["day-after", "remembrance", "plain", "undated"],
)
def test_other_days_and_grave_posts_are_left_alone(text: str, day: str | None) -> None:
    front = {"publish_at": day} if day else {}
    assert said("solemn-day", text, **front) == []


@pytest.mark.parametrize(
    ("text", "marked"),
    [
        ("Coffee at our Embassy.", ["Embassy"]),
        ("our ambassador bakes", ["ambassador"]),
        ("Come to our High Commission in Mombasa.", ["Mombasa"]),
        ("Come to our High Commission in Nairobi.", []),
        ("Our embassy in Paris sent cheese.", ["Paris"]),
        ("Our goodwill ambassador sang.", []),
        ("The Embassy of Japan", []),
    ],
    ids=["embassy", "ambassador", "city", "right-city", "embassy-elsewhere", "goodwill", "other"],
)
def test_the_mission_is_what_it_is(text: str, marked: list[str]) -> None:
    assert said("house", text) == marked


@pytest.mark.parametrize(
    ("mission", "problem"),
    [
        ({"solemn_day": ["04-07"]}, "did you mean “solemn_days”"),
        ({"solemn_days": ["Remembrence Day"]}, "did you mean “Remembrance Day”"),
        ({"solemn_days": ["13-40"]}, "there is no 13-40"),
        ({"solemn_days": [{"date": "soon", "name": "X"}]}, "is not a day such as 04-07"),
        ({"kind": "embasy"}, "did you mean “embassy”"),
        ({"captal": "Nairobi"}, "did you mean “capital”"),
    ],
    ids=["key", "table-day", "no-date", "no-day", "kind", "capital"],
)
def test_a_slip_in_the_file_is_refused(mission: dict[str, Any], problem: str) -> None:
    with pytest.raises(ConfigError, match=problem):
        facts.of_values({"mission": {"name": "M", **mission}}, "mission.yaml")


def test_days_of_one_year_and_of_all(tmp_path: Path) -> None:
    path = tmp_path / "mission.yaml"
    path.write_text("mission: {name: M, solemn_days: [2026-04-07, 02-29]}", encoding="utf-8")
    once, leap = facts.load(path).solemn_days
    assert isinstance(once, facts.SolemnDay)
    assert isinstance(leap, facts.SolemnDay)
    assert (once.year, leap.year, leap.month, leap.day) == (2026, None, 2, 29)
