"""The sheets themselves: what contradicts another row is told, what agrees is not."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from postlint import facts
from postlint.cli import main
from postlint.errors import ConfigError

if TYPE_CHECKING:
    from pathlib import Path

DOUBTFUL: dict[str, tuple[dict[str, Any], str]] = {
    "figure": (
        {
            "figures": [
                {"subject": ["scholarships"], "value": 25},
                {"subject": ["bursaries", "Scholarships"], "value": 30},
            ]
        },
        "is 30 here and 25 at",
    ),
    "contact": (
        {"contacts": [{"what": "line", "phone": "1"}, {"what": "Line", "phone": "2"}]},
        "is 2 here and 1 at",
    ),
    "handle of two": (
        {"handles": [{"handle": "@A", "whose": "Ada"}, {"handle": "@a", "whose": "Awa"}]},
        "is “Awa” here and “Ada” at",
    ),
    "handles of one": (
        {
            "people": [
                {"name": "Ada", "titles": ["Mayor"], "handle": "@Ada"},
                {"name": "Ada", "titles": ["Baker"], "handle": "@AdaBakes"},
            ]
        },
        "is @AdaBakes here and @Ada at",
    ),
    "name": (
        {
            "names": [
                {"use": "Maple Library", "avoid": ["Library"]},
                {"use": "Library of Maple", "avoid": ["maple library"]},
            ]
        },
        "is to be avoided, says",
    ),
    "hours": (
        {
            "hours": [
                {"what": "library", "days": ["Mon", "Tue"], "from": "9:00", "to": "17:00"},
                {"what": "library", "days": ["Tue"], "from": "9:00", "to": "18:00"},
            ]
        },
        "is 9:00–18:00 here and 9:00–17:00 at",
    ),
    "no sign": ({"handles": [{"handle": "Ada", "whose": "Ada"}]}, "without its @: “@Ada”"),
}
CLEAR: dict[str, dict[str, Any]] = {
    "the same twice": {"figures": [{"subject": ["x"], "value": 1}, {"subject": ["x"], "value": 1}]},
    "another unit": {
        "figures": [
            {"subject": ["x"], "value": 1, "unit": "$"},
            {"subject": ["x"], "value": 50, "unit": "%"},
        ]
    },
    "phone and e-mail": {
        "contacts": [{"what": "line", "phone": "1"}, {"what": "line", "email": "a@b.ca"}]
    },
    "one way of writing": {
        "contacts": [
            {"what": "line", "phone": "+1 613 996 8885"},
            {"what": "line", "phone": "613-996-8885"},
        ]
    },
    "two titles": {
        "people": [
            {"name": "Ada", "titles": ["Mayor"], "handle": "@Ada"},
            {"name": "Ada", "titles": ["Baker"], "handle": "@ada"},
        ]
    },
}


def rows(values: dict[str, Any]) -> dict[str, Any]:
    """Give every row a day of its own: rows made in memory all stand on one line."""
    dated = {
        key: [{**row, "as_of": f"2026-11-{day:02}"} for day, row in enumerate(found, 1)]
        for key, found in values.items()
    }
    return {"source": "S", **dated}


@pytest.mark.parametrize("case", DOUBTFUL)
def test_doubts_are_told(case: str) -> None:
    values, problem = DOUBTFUL[case]
    found = list(facts.doubts(facts.of_values(rows(values), "facts.yaml")))
    assert len({dated for _, dated, _ in found}) == 1
    assert problem in found[0][2]


@pytest.mark.parametrize("case", CLEAR)
def test_what_agrees_is_not_told(case: str) -> None:
    assert list(facts.doubts(facts.of_values(rows(CLEAR[case]), "facts.yaml"))) == []


def test_two_levels_of_advice_in_two_sheets(tmp_path: Path) -> None:
    for name, level in (("a", "normal"), ("b", "avoid-all")):
        text = f"{{as_of: 2026-11-01, source: S, travel_advice: {{level: {level}}}}}"
        (tmp_path / f"{name}.yaml").write_text(text, encoding="utf-8")
    (tmp_path / "mission.yaml").write_text("facts: [a.yaml, b.yaml]", encoding="utf-8")
    ((name, _, problem),) = facts.doubts(facts.load(tmp_path / "mission.yaml"))
    assert name == "travel advice “normal”"
    assert "is “avoid-all” at" in problem


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("quotes: [{text: We stay.}]", "needs the key “speaker”"),
        ("travel_advice: {level: hihg-caution}", "did you mean “high-caution”?"),
        ("hours: [{what: desk, from: '9:00', to: '8:00'}]", "end before they begin"),
        ("hours: [{what: desk, from: '25:00', to: '26:00'}]", "is not an hour such as 8:30"),
        ("hours: [{what: desk, days: [Mo], from: '8:00', to: '9:00'}]", "did you mean “Mon”?"),
    ],
    ids=["quote", "level", "backward", "hour", "day"],
)
def test_a_broken_row_says_where_and_what(tmp_path: Path, text: str, problem: str) -> None:
    sheet = tmp_path / "facts.yaml"
    sheet.write_text(f"as_of: 2026-11-01\nsource: S\n{text}\n", encoding="utf-8")
    with pytest.raises(ConfigError) as caught:
        facts.load(sheet)
    assert problem in str(caught.value)


def test_the_command_tells_doubts(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    sheet = tmp_path / "facts.yaml"
    sheet.write_text(
        "as_of: 2026-11-01\nsource: S\nfigures:\n"
        "  - {subject: [x], value: 1}\n  - {subject: [x], value: 2}\n"
        "handles:\n  - {handle: Ada, whose: Ada}\n",
        encoding="utf-8",
    )
    assert main(["facts", "check", str(sheet), "--now", "2026-11-24"]) == 1
    out = capsys.readouterr().out
    assert f"{sheet}:5: x is 2 here and 1 at {sheet}:4" in out
    assert "3 facts, 0 past their date, 2 in doubt" in out
