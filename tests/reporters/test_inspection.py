"""What ``inspect`` shows to people, from an object that follows its schema."""

from __future__ import annotations

import json
from importlib import resources
from typing import TYPE_CHECKING, Any

import jsonschema
import pytest
from rich.cells import cell_len

from postlint.reporters import Style
from postlint.reporters.inspection import render_inspection

if TYPE_CHECKING:
    from collections.abc import Callable

TEXT = (
    "Who feeds the world? The Atlantic does, says President Okoro of Ruritania. Ask @FreedoniaFish "
    "at https://example.org/fish about #OceanWeek 🐟🇨🇦 \x1b[1m and read on, for there is much more "
    "to say about the fish, the sea and the people who live by both of them."
)


def pieces(*parts: str) -> list[dict[str, Any]]:
    return [
        {"text": part, "span": {"start": (at := TEXT.index(part)), "end": at + len(part)}}
        for part in parts
    ]


@pytest.fixture
def inspection() -> dict[str, Any]:
    return {
        "source": "examples/fisheries.md",
        "id": None,
        "line": 7,
        "text": TEXT,
        "language": "en",
        "length": {
            "x": {"used": 255, "limit": 280},
            "bluesky": {"used": 301, "limit": 300},
            "facebook": {"used": 250, "limit": 63206},
        },
        "mentions": pieces("@FreedoniaFish"),
        "hashtags": pieces("#OceanWeek"),
        "links": pieces("https://example.org/fish"),
        "emoji": pieces("🐟", "🇨🇦"),
        "sentences": pieces("Who feeds the world?", "The Atlantic does"),
        "people": pieces("President Okoro", "President Okoro"),
        "places": pieces("Ruritania"),
        "organisations": [],
        "readability": {"flesch_reading_ease": 62.12, "kandel_moles": None},
        "preview": {"x": TEXT, "bluesky": TEXT, "facebook": TEXT[:125], "instagram": TEXT[:125]},
    }


def test_golden(inspection: dict[str, Any], golden: Callable[[str, str], None]) -> None:
    golden("inspection.txt", render_inspection(inspection, Style()))


def test_the_page_is_safe_and_fits(inspection: dict[str, Any]) -> None:
    page = render_inspection(inspection, Style())
    assert "\x1b" not in page
    assert all(cell_len(line) <= 80 for line in page.splitlines())


def test_a_narrow_page_keeps_the_numbers_whole(inspection: dict[str, Any]) -> None:
    page = render_inspection(inspection, Style(width=45))
    assert "█" not in page
    assert "301 of 300" in page
    assert "1 too long" in page


def test_a_text_too_short_to_measure_says_so(inspection: dict[str, Any]) -> None:
    inspection["readability"] = {"flesch_reading_ease": None}
    assert "too short to be measured" in render_inspection(inspection, Style())


def test_an_empty_text_is_no_fault(inspection: dict[str, Any]) -> None:
    empty = {key: type(value)() if value else value for key, value in inspection.items()}
    assert render_inspection(empty, Style()).endswith("\n")


def inspect_schema() -> jsonschema.Draft202012Validator:
    file = resources.files("postlint") / "schemas" / "inspect-1.json"
    return jsonschema.Draft202012Validator(json.loads(file.read_text(encoding="utf-8")))


def test_it_follows_its_schema(inspection: dict[str, Any]) -> None:
    inspect_schema().validate({"schema": 1, "posts": [inspection]})


BREAKS: dict[str, Callable[[Any], Any]] = {
    "no length": lambda post: post.pop("length"),
    "a key too many": lambda post: post.update(verdict="hold"),
    "span as a list": lambda post: post["people"][0].update(span=[1, 2]),
    "readability in words": lambda post: post["readability"].update(ease="easy"),
}


@pytest.mark.parametrize("change", BREAKS.values(), ids=BREAKS)
def test_the_schema_refuses(change: Callable[[Any], Any], inspection: dict[str, Any]) -> None:
    change(inspection)
    assert not inspect_schema().is_valid({"schema": 1, "posts": [inspection]})
