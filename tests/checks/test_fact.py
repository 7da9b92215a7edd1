"""The mission's own facts: what contradicts them is found, everything else is silent."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from postlint import facts, packs, posts
from postlint.errors import ConfigError, MissingFile
from postlint.linter import Linter
from postlint.model import Finding, Severity

if TYPE_CHECKING:
    from pathlib import Path

SHEET = {
    "as_of": "2026-11-01",
    "source": "Handbook",
    "people": [
        {
            "name": "Awa Marchand",
            "titles": ["High Commissioner"],
            "from": "2025-09-01",
            "handle": "AwaMarchand",
            "also": ["Awa Diallo"],
        },
        {"name": "Ada Okoro", "titles": ["Minister of Trade", "Trade Minister", "Minister"]},
        {
            "name": "Tomas Weld",
            "titles": ["Minister of Fisheries", "Minister"],
            "until": "2026-09-30",
        },
        {"name": "Ines Calloway", "titles": ["Mayor"], "from": "2027-01-01"},
    ],
    "figures": [
        {"subject": ["scholarships", "bursaries"], "value": 25},
        {"subject": ["first office", "opened our office"], "value": 1957, "unit": "year"},
        {
            "subject": ["trade between"],
            "value": 2_100_000_000,
            "unit": "$",
            "tolerance": 50_000_000,
        },
        {"subject": ["women in our team"], "value": 52, "unit": "%", "tolerance": 1},
        {"subject": ["the bridge"], "value": 923, "unit": "metres", "tolerance": 1},
        {"subject": ["old fee"], "value": 10, "unit": "$", "valid_until": "2026-06-30"},
    ],
    "contacts": [
        {"what": "emergency line", "phone": "+1 613 996 8885", "emergency": True},
        {"what": "emergency desk", "email": "sos@international.gc.ca", "emergency": True},
    ],
    "handles": [{"handle": "@CanadaRuritania", "whose": "our account"}],
    "names": [{"use": "Maple Library", "avoid": ["Canada Library", "Canadian Library"]}],
}
RULES = [packs.compile_rule(rule) for rule in packs.shipped(["untrue"]) if rule.kind == "fact"]


def find(text: str) -> list[Finding]:
    linter = Linter(RULES, facts=facts.of_values(SHEET, "facts.yaml"), today=date(2026, 11, 24))
    post = posts.from_values(text, {"lang": "en"}, "draft.md")
    return [finding for result in linter.lint([post]) for finding in result.findings]


CONTRADICTED = {
    "office of the sheet to another name": (
        "With Trade Minister Lena Tarn at the port.",
        "Trade Minister Lena Tarn",
    ),
    "left office, title behind the name": (
        "Tomas Weld, Minister of Fisheries, sang.",
        "Tomas Weld, Minister of Fisheries",
    ),
    "length in another unit": ("The bridge is 1.2 km long.", "1.2"),
    "share in words of one in so many": (
        "The women in our team: one in four of us.",
        "one in four",
    ),
    "wrong title": ("Thank you, Minister Marchand.", "Minister Marchand"),
    "title of another office": ("With President Okoro at the port.", "President Okoro"),
    "full name, wrong title": (
        "With Ambassador Awa Marchand at the port.",
        "Ambassador Awa Marchand",
    ),
    "another name of hers": ("With Governor Diallo at the port.", "Governor Diallo"),
    "slip in another name": ("High Commissioner Dialo sings.", "Dialo"),
    "left office": ("Minister Weld opens the fish market.", "Minister Weld"),
    "not yet in office": ("Mayor Calloway cuts the ribbon.", "Mayor Calloway"),
    "wrong title, possessive": ("At Governor Okoro's garden.", "Governor Okoro's"),
    "name with two letters swapped": ("Welcome, High Commissioner Marchnad!", "Marchnad"),
    "name with a letter missing": ("High Commissioner Marchan sings.", "Marchan"),
    "name with a letter too many": ("Thank you, Minister Okorro.", "Okorro"),
    "count": ("There are 52 scholarships.", "52"),
    "count, other wording": ("We give 30 bursaries this year.", "30"),
    "count after the subject": ("Scholarships: 24 in all.", "24"),
    "year": ("Our first office opened in 1975.", "1975"),
    "year before the subject": ("In 1975 we opened our office on the hill.", "1975"),
    "money": ("Trade between us reached $3.4 billion.", "$3.4 billion"),
    "money in millions": ("Trade between us reached $210 million.", "$210 million"),
    "money, rounded too far": ("Trade between us is about $3 billion.", "$3 billion"),
    "share": ("The women in our team are 62%.", "62%"),
    "share in words": ("Women in our team: 25 per cent.", "25 per cent"),
    "length": ("The bridge is 932 metres long.", "932"),
    "thousands": ("The bridge is 9,230 metres long.", "9,230"),
    "phone, one digit": ("Call +1 613 996 8855.", "+1 613 996 8855"),
    "phone, two swapped": ("Call 613-996-8858 in need.", "613-996-8858"),
    "phone, other way of writing": ("Call (613) 996.8825 in need.", "613) 996.8825"),
    "phone, another line in an emergency": ("Emergency? +1 613 944 4000", "+1 613 944 4000"),
    "address": ("Write to sos@internatonal.gc.ca.", "sos@internatonal.gc.ca"),
    "handle": ("Follow @CanadaRuritnia.", "@CanadaRuritnia"),
    "handle of a person": ("With @AwaMarchant today.", "@AwaMarchant"),
    "name of a place": ("Come to the Canada Library.", "Canada Library"),
    "name of a place, other wording": ("The canadian library is open.", "canadian library"),
}
TRUE = {
    "office of another state": "With Freedonia's Trade Minister Lena Tarn at the port.",
    "office of a state of the map": "With Kenyan Trade Minister Lena Tarn at the port.",
    "left office, another year": "In 2024 Minister Weld sent fish.",
    "then, before a longer title": "In May then-Trade Minister Weld sent fish.",
    "length in another unit": "The bridge is 0.92 km long.",
    "share in words of one in so many": "Women in our team: one in two of us.",
    "right title": "Thank you, High Commissioner Marchand.",
    "right title, another name": "Thank you, High Commissioner Diallo.",
    "handle that the sheet writes without its sign": "With @AwaMarchand today.",
    "right title in full": "Minister of Trade Okoro spoke first.",
    "short title": "Minister Okoro spoke first.",
    "former": "Former Minister Weld sent fish.",
    "then": "In May then-Minister Weld sent fish.",
    "somebody else": "Brad Marchand plays hockey.",
    "another name with a title": "Minister Lund brought the bread.",
    "a courtesy is no office": "Mr Weld sent fish.",
    "no slip, another name": "Minister Okafor brought the bread.",
    "possessive": "High Commissioner Marchand's garden is open.",
    "count": "There are 25 scholarships.",
    "count with commas round it": "All 25 scholarships, and not one fewer.",
    "another count in the sentence": "There are 25 scholarships for 400 applicants.",
    "another year": "In 2019 we had 18 scholarships.",
    "last year": "Last year there were 18 scholarships.",
    "no number": "Scholarships change lives.",
    "a number of something else": "Scholarships are open from 3 May at 9:00.",
    "year with another in the sentence": "In 1975 our first office, opened in 1957, got a cat.",
    "year that belongs elsewhere": "Our first office smelled of paint. In 1975 we got a cat.",
    "money as given": "Trade between us reached $2.1 billion.",
    "money within the tolerance": "Trade between us reached $2.13 billion.",
    "money, about": "Trade between us is about $2 billion.",
    "share within the tolerance": "The women in our team are 53%.",
    "length": "The bridge is 923 metres long and 12 metres wide.",
    "another unit": "The bridge is 40 years old.",
    "phone": "In need? Call +1 613 996 8885.",
    "phone, other way of writing": "Call collect: (613) 996-8885.",
    "another country's phone, no emergency": "Tables: 020 7946 0018.",
    "address": "Write to sos@international.gc.ca.",
    "handle": "Follow @canadaruritania.",
    "another handle": "Thanks @portofgdynia.",
    "name of a place": "Come to the Maple Library.",
    "quoted": "“Canada Library”, says the old sign.",
}


@pytest.mark.parametrize("case", CONTRADICTED)
def test_a_contradiction_is_found(case: str) -> None:
    text, match = CONTRADICTED[case]
    assert [finding.match for finding in find(text)] == [match]


@pytest.mark.parametrize("case", TRUE)
def test_what_agrees_is_silent(case: str) -> None:
    assert [(f.rule.id, f.match) for f in find(TRUE[case])] == []


def test_the_message_gives_fact_and_source() -> None:
    (finding,) = find("There are 52 scholarships.")
    assert finding.message == (
        "“52” is not what the fact sheet says: scholarships: 25 (Handbook, 2026-11-01)."
    )


def test_a_fact_past_its_date_speaks_softly() -> None:
    (finding,) = find("The old fee was $12.")
    assert finding.severity is Severity.SUGGESTION
    assert "past its date" in finding.message


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        (
            "{as_of: 2026-11-01, source: S, people: [{name: Awa}]}",
            "facts.yaml:1:41: an entry of “people” needs the key “titles”",
        ),
        ("figures: [{subject: [x], value: 1}]", "needs “as_of” and “source”"),
        ("as_of: 2026-11-01\nsource: S\ncontacts: [{what: desk}]", "needs “phone” or “email”"),
        ("mission: {name: M, time_zone: Nowhere/Town}", "“Nowhere/Town” is not a zone"),
        ("mission: {name: M, kind: embasy}", "did you mean “embassy”?"),
        ("peeple: []", "did you mean “people”?"),
        (
            "mission: {name: M, caretaker: [{from: 2026-05-02, until: 2026-05-01}]}",
            "ends before it begins",
        ),
    ],
    ids=["titles", "undated", "contact", "zone", "kind", "key", "period"],
)
def test_a_broken_sheet_says_where_and_what(tmp_path: Path, text: str, problem: str) -> None:
    sheet = tmp_path / "facts.yaml"
    sheet.write_text(text, encoding="utf-8")
    with pytest.raises(ConfigError) as caught:
        facts.load(sheet)
    assert problem in str(caught.value)


def test_a_missing_sheet_is_named(tmp_path: Path) -> None:
    (tmp_path / "mission.yaml").write_text("facts: [none.yaml]", encoding="utf-8")
    with pytest.raises(MissingFile, match=r"none\.yaml"):
        facts.load(tmp_path / "mission.yaml")


@pytest.mark.parametrize(("day", "past"), [("2026-11-24", 0), ("2027-04-15", 0), ("2027-06-01", 1)])
def test_stale_facts_are_listed(day: str, past: int) -> None:
    sheet = facts.of_values(
        {
            "as_of": "2026-11-01",
            "source": "S",
            "figures": [
                {"subject": ["x"], "value": 1, "valid_until": "2027-04-30"},
                {"subject": ["y"], "value": 1},
            ],
        },
        "facts.yaml",
    )
    on = date.fromisoformat(day)
    assert sum(dated.stale(on) for _, dated, _ in facts.stale(sheet, on)) == past
