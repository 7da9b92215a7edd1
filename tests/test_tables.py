"""The dated tables: what every row owes its reader, and facts that must agree with one another."""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from datetime import date
from typing import TYPE_CHECKING, Any

import pytest

from postlint.errors import MissingFile, PackError
from postlint.tables import (
    NAMING,
    Country,
    Row,
    Table,
    countries,
    country,
    days,
    false_friends,
    institutions,
    load,
    naming,
    not_titles,
    organisations,
    read_table,
    rules_folder,
    titles,
)
from postlint.tables import city as find_city
from postlint.tables.days import easter
from postlint.yamlfile import Node

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

NAMES = sorted(path.stem for path in (rules_folder() / "tables").glob("*.yaml"))
SHARED_WORDS = {"Dominican", "Congolese", "Korean", "Samoan"}
"""Adjectives that two countries really share; everything else belongs to one."""


def texts(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for child in value.values():
            yield from texts(child)
    elif isinstance(value, list | tuple):
        for child in value:
            yield from texts(child)


# ---------------------------------------------------------------- every table


def test_the_tables_are_these() -> None:
    assert NAMES == [
        "confusables",
        "contested",
        "countries",
        "exhortations",
        "exonyms",
        "flag-lookalikes",
        "institutions",
        "memberships",
        "not-capitals",
        "observances",
        "proper-names",
        "solemn-days",
        "titles",
    ]


@pytest.mark.parametrize("name", NAMES)
def test_every_row_is_dated_and_sourced(name: str) -> None:
    table = load(name)
    assert table.rows
    for row in table.rows:
        assert row.as_of >= date(2026, 1, 1)
        assert row.source.title
        assert row.certain in (True, False)
        assert row.since is None or row.until is None or row.since <= row.until
        assert not row.text("note", "").strip().startswith("TODO")


@pytest.mark.parametrize("name", NAMES)
def test_texts_are_composed_plain_and_trimmed(name: str) -> None:
    for row in load(name).rows:
        for text in texts(dict(row)):
            assert text == unicodedata.normalize("NFC", text)
            assert text == text.strip()
            assert "  " not in text
            assert "\u2019" not in text, "an apostrophe is written ' in tables"


@pytest.mark.parametrize("name", NAMES)
def test_every_column_is_explained_and_used(name: str) -> None:
    table = load(name)
    used = {str(key) for row in table.rows for key in row}
    assert set(table.heading.columns) <= used
    assert all(table.heading.columns.values())


@pytest.mark.parametrize("name", NAMES)
def test_no_row_stands_twice(name: str) -> None:
    seen: set[str] = set()
    for row in load(name).rows:
        spelled = repr(dict(row))
        assert spelled not in seen
        seen.add(spelled)


def test_a_table_is_read_once() -> None:
    assert load("exonyms") is load("exonyms")


# ---------------------------------------------------------------- countries


def test_countries_are_all_there() -> None:
    kinds = defaultdict(set)
    for one in countries():
        kinds[one.kind].add(one.iso)
    assert len(kinds["state"]) == 193
    assert kinds["observer"] == {"VA", "PS"}
    assert kinds["partly-recognised"] == {"XK"}
    assert {"TW", "HK", "GL", "PR"} <= kinds["territory"]
    assert len({one.iso for one in countries()}) == len(countries())


@pytest.mark.parametrize("one", countries(), ids=lambda one: one.iso)
def test_a_country_is_complete(one: Country) -> None:
    assert re.fullmatch("[A-Z]{2}", one.iso)
    assert one.french
    assert one.adjectives
    assert one.people or one.iso == "VA"
    assert one.capitals or one.iso in {"IL", "PS"} or not one.is_state
    assert len(one.capitals) < 2 or "note" in one.row
    assert one.of is None or country(one.of)
    words = {*one.names, *one.french, *one.adjectives, *one.people}
    assert one.ambiguous <= words | {*one.capitals, *one.capital_aliases}


@pytest.mark.parametrize("key", ["names", "french", "adjectives", "people", "capitals"])
def test_a_word_belongs_to_one_country(key: str) -> None:
    owners: defaultdict[str, set[str]] = defaultdict(set)
    for one in countries():
        for word in getattr(one, key):
            owners[word].add(one.iso)
    shared = {word for word, isos in owners.items() if len(isos) > 1}
    assert {word.removeprefix("the ").removesuffix("s") for word in shared} <= SHARED_WORDS
    for word in shared:
        assert all(word in country_of(iso).ambiguous or "the " in word for iso in owners[word])


def country_of(iso: str) -> Country:
    found = country(iso)
    assert found is not None
    return found


@pytest.mark.parametrize(
    ("iso", "name", "capital", "adjective"),
    [
        ("CI", "Côte d'Ivoire", "Yamoussoukro", "Ivorian"),
        ("NO", "Norway", "Oslo", "Norwegian"),
        ("NE", "Niger", "Niamey", "Nigerien"),
        ("NG", "Nigeria", "Abuja", "Nigerian"),
        ("TR", "Türkiye", "Ankara", "Turkish"),
        ("BI", "Burundi", "Gitega", "Burundian"),
        ("KZ", "Kazakhstan", "Astana", "Kazakhstani"),
        ("GQ", "Equatorial Guinea", "Ciudad de la Paz", "Equatorial Guinean"),
    ],
)
def test_known_countries(iso: str, name: str, capital: str, adjective: str) -> None:
    found = country_of(iso)
    assert (found.name, found.capitals[0], found.adjectives[0]) == (name, capital, adjective)


def test_an_unknown_country_is_none() -> None:
    assert country("ZZ") is None


# ---------------------------------------------------------------- organisations


@pytest.mark.parametrize(
    ("name", "count"),
    [
        ("NATO", 32),
        ("EU", 27),
        ("UN", 193),
        ("Commonwealth", 56),
        ("African Union", 55),
        ("OSCE", 57),
        ("ASEAN", 11),
        ("G7", 7),
        ("G20", 21),
        ("Arctic Council", 8),
        ("OECD", 38),
        ("Council of Europe", 46),
        ("euro area", 21),
        ("Schengen area", 29),
        ("CARICOM", 15),
    ],
)
def test_organisations_have_as_many_members_as_they_say(name: str, count: int) -> None:
    found = next(one for one in organisations() if one.name == name)
    assert found.count == count


def test_members_are_countries_and_candidates_are_not_members() -> None:
    for one in organisations():
        assert all(country(iso) for iso in one.members | one.candidates)
        assert not one.members & one.candidates
        assert all(until < (one.since or date.max) for until in one.counts.values())


def test_the_members_of_the_un_are_the_states() -> None:
    found = next(one for one in organisations() if one.name == "UN")
    assert found.members == {one.iso for one in countries() if one.kind == "state"}


@pytest.mark.parametrize("iso", ["IE", "ZW", "US", "MM"])
def test_not_of_the_commonwealth(iso: str) -> None:
    assert not country_of(iso).commonwealth


@pytest.mark.parametrize("iso", ["CA", "GB", "RW", "GA", "TG", "MZ", "MV"])
def test_of_the_commonwealth(iso: str) -> None:
    assert country_of(iso).commonwealth


# ---------------------------------------------------------------- people


def test_titles() -> None:
    kinds = {name: one.kind for one in titles() for name in one.names}
    assert kinds["President"] == kinds["Taoiseach"] == kinds["Secretary-General"] == "leader"
    assert kinds["Foreign Minister"] == kinds["Ambassador"] == kinds["MP"] == "official"
    assert kinds["Mr."] == kinds["H.E."] == "honorific"
    assert {"queen bee", "president of the jury", "king salmon"} <= set(not_titles())


def test_a_title_stands_in_one_class() -> None:
    seen: set[str] = set()
    for one in titles():
        for name in one.names:
            assert name not in seen, name
            seen.add(name)


def test_institutions() -> None:
    kinds = {name: one.kind for one in institutions() for name in one.names}
    assert kinds["UN"] == "institution"
    assert kinds["police"] == "government"
    assert kinds["reporters"] == "journalist"
    assert kinds["asylum seekers"] == "citizens"
    assert kinds["Muslims"] == "people"


def test_false_friends_are_no_names_themselves() -> None:
    friends = set(false_friends())
    assert {"Jordan River", "queen bee", "King Street", "tennis court"} <= friends
    assert not friends & {"Papua New Guinea", "People's Republic of China", "Arab League"}


# ---------------------------------------------------------------- days


@pytest.mark.parametrize(
    ("name", "year", "day"),
    [
        ("Remembrance Day", 2026, date(2026, 11, 11)),
        ("Good Friday", 2026, date(2026, 4, 3)),
        ("Good Friday", 2027, date(2027, 3, 26)),
        ("Thanksgiving", 2026, date(2026, 10, 12)),
        ("American Thanksgiving", 2026, date(2026, 11, 26)),
        ("Victoria Day", 2026, date(2026, 5, 18)),
        ("Victoria Day", 2027, date(2027, 5, 24)),
        ("Labour Day", 2026, date(2026, 9, 7)),
        ("Holodomor Memorial Day", 2026, date(2026, 11, 28)),
        ("Volkstrauertag", 2026, date(2026, 11, 15)),
        ("Pink Shirt Day", 2026, date(2026, 2, 25)),
        ("Yom Kippur", 2026, date(2026, 9, 21)),
        ("Yom Kippur", 2050, None),
    ],
)
def test_days_fall_on(name: str, year: int, day: date | None) -> None:
    found = next(one for one in days() if one.names[0] == name)
    assert found.falls_on(year) == day


@pytest.mark.parametrize(
    "day",
    [date(2024, 3, 31), date(2025, 4, 20), date(2026, 4, 5), date(2027, 3, 28), date(2038, 4, 25)],
    ids=str,
)
def test_easter(day: date) -> None:
    assert easter(day.year) == day


def test_days_of_one_table() -> None:
    assert days() == (*days("solemn-days"), *days("observances"))
    assert {one.solemn for one in days("solemn-days")} == {True}


def test_no_solemn_day_may_be_wished_happy() -> None:
    assert all(not (one.solemn and one.happy) for one in days())


def test_every_day_has_a_rule_or_says_nothing() -> None:
    for one in days():
        assert not (one.when and one.dates)
        assert all(country(iso) for iso in one.where)


# ---------------------------------------------------------------- places and flags


def test_a_city_that_is_no_capital_is_none() -> None:
    capitals = {word for one in countries() for word in (*one.capitals, *one.french_capitals)}
    for row in load("not-capitals").rows:
        assert country(row.text("of")), row
        assert not {row.text("city"), *row.texts("aliases")} & capitals, row


@pytest.mark.parametrize(
    ("name", "key"), [("flag-lookalikes", "flags"), ("confusables", "countries")]
)
def test_pairs_are_of_known_countries_and_stand_once(name: str, key: str) -> None:
    seen: set[frozenset[str]] = set()
    for row in load(name).rows:
        pair = frozenset(row.texts(key))
        assert len(pair) == len(row.texts(key)) > 1
        assert all(country(iso) for iso in pair), row
        assert pair not in seen, row
        seen.add(pair)


def test_likeness_is_one_of_three() -> None:
    kinds = ("near", "mirrored", "family")
    assert {row.one_of("likeness", kinds) for row in load("flag-lookalikes").rows} == set(kinds)


@pytest.mark.parametrize("claim", NAMING)
def test_a_name_to_avoid_is_not_its_own_replacement(claim: str) -> None:
    found = naming(claim)
    avoided = [form.avoid for form in found.forms]
    assert avoided or found.territories
    assert len(set(avoided)) == len(avoided)
    assert not {form.use[0] for form in found.forms if form.use} & set(avoided)
    assert all(form.use or form.ask or "{place}" in form.row.text("use") for form in found.forms)


@pytest.mark.parametrize("name", ["exonyms", "contested"])
def test_every_name_belongs_to_a_rule_that_reads_it(name: str) -> None:
    claims = [claim for claim, table in NAMING.items() if table == name]
    read = {row.line for claim in claims for row in naming(claim).rows}
    assert read == {row.line for row in load(name).rows}


# ---------------------------------------------------------------- reading

TABLE = """
as_of: 2026-01-31
review_by: 2027-01-31
source: {{title: A list}}
columns: {{city: its name, of: its country}}
rows:
- {row}
"""


def row_of(row: str) -> Row:
    return Table.of(TABLE.format(row=row), "t.yaml").rows[0]


def test_a_row_inherits_and_overrides() -> None:
    plain = row_of("{city: Aville, of: [A, B]}")
    assert (plain.as_of, plain.source.title, plain.certain) == (date(2026, 1, 31), "A list", True)
    assert dict(plain) == {"city": "Aville", "of": ("A", "B")}
    assert plain == {"city": "Aville", "of": ("A", "B")}
    assert len({plain, plain}) == 1
    own = row_of("{city: A, as_of: 2025-02-03, source: {title: B, url: 'https://b.example'}}")
    assert (own.as_of, own.source.url) == (date(2025, 2, 3), "https://b.example")


@pytest.mark.parametrize(
    ("row", "on", "stale"),
    [
        ("{city: A}", date(2027, 1, 31), False),
        ("{city: A}", date(2027, 2, 1), True),
        ("{city: A, until: 2026-06-30}", date(2026, 6, 30), False),
        ("{city: A, until: 2026-06-30}", date(2026, 7, 1), True),
    ],
)
def test_stale(row: str, on: date, *, stale: bool) -> None:
    table = Table.of(TABLE.format(row=row), "t.yaml")
    assert table.stale(table.rows[0], on) is stale
    assert table.stale(None, on) is (on > date(2027, 1, 31))


@pytest.mark.parametrize(
    ("row", "problem"),
    [
        pytest.param(
            "{ctiy: A}", "t.yaml:7:4: unknown column “ctiy”; did you mean “city", id="typo"
        ),
        pytest.param("Aville", "t.yaml:7:3: a row is a mapping", id="no-mapping"),
        pytest.param("{city: A, city: B}", "t.yaml:7:13: the key “city” stands", id="twice"),
    ],
)
def test_a_bad_row_says_where(row: str, problem: str) -> None:
    with pytest.raises(PackError) as caught:
        row_of(row)
    assert str(caught.value).startswith(problem)


@pytest.mark.parametrize(
    ("row", "ask"),
    [
        pytest.param("{of: A}", lambda row: row.text("city"), id="absent"),
        pytest.param("{city: }", lambda row: row.text("city"), id="empty"),
        pytest.param("{city: [A, B]}", lambda row: row.text("city"), id="many"),
        pytest.param("{city: [A, [B]]}", lambda row: row.texts("city"), id="nested"),
        pytest.param("{city: A}", lambda row: row.one_of("city", ("B",)), id="not-allowed"),
        pytest.param("{city: A, certain: maybe}", lambda row: row.certain, id="no-flag"),
        pytest.param("{city: A, until: soon}", lambda row: row.until, id="no-day"),
    ],
)
def test_a_bad_value_says_where(row: str, ask: Any) -> None:
    with pytest.raises(PackError, match=r"^t\.yaml:7:"):
        ask(row_of(row))


def test_a_heading_needs_its_date_and_source() -> None:
    with pytest.raises(PackError, match="as_of"):
        Table.of("source: {title: A}\ncolumns: {a: b}\nrows: [{a: 1}]\n", "t.yaml")
    with pytest.raises(PackError, match="source"):
        Table.of("as_of: 2026-01-01\ncolumns: {a: b}\nrows: [{a: 1}]\n", "t.yaml")
    with pytest.raises(PackError, match="unknown key “colunms”"):
        Table.of(TABLE.format(row="{city: A}") + "colunms: 1\n", "t.yaml")


def test_files_that_cannot_be_read(tmp_path: Path) -> None:
    with pytest.raises(MissingFile):
        load("no-such-table")
    bad = tmp_path / "bad.yaml"
    bad.write_bytes(b"\xff\xfe\xfa")
    with pytest.raises(PackError, match="UTF-8"):
        read_table(bad)


def test_a_row_is_made_of_a_mapping_only() -> None:
    heading = load("confusables").heading
    with pytest.raises(PackError):
        Row(Node("text"), heading)


@pytest.mark.parametrize(
    ("name", "homes"),
    [
        ("Medellín", {"CO"}),
        ("medellin", {"CO"}),
        ("Haifa", {"IL"}),
        ("Paris", {"FR", "CA", "US"}),
        ("San José", {"CR", "US", "PH"}),
        ("Santiago", {"CL", "CU"}),
        ("Tripoli", {"LY", "LB", "GR"}),
        ("Hyderabad", {"IN", "PK"}),
        ("Valencia", {"ES", "VE"}),
        ("Victoria", {"SC", "CA"}),
    ],
)
def test_a_city_has_all_the_countries_of_its_name(name: str, homes: set[str]) -> None:
    city = find_city(name)
    assert city is not None
    assert homes <= city.homes | city.small


@pytest.mark.parametrize("name", ["Nice", "Reading", "Danzig", "Hope", "May", "Xyzzy", "", "\t"])
def test_words_former_names_and_nonsense_are_no_cities(name: str) -> None:
    assert find_city(name) is None


def test_the_table_of_cities_is_in_order_and_whole() -> None:
    lines = (rules_folder() / "tables" / "cities.txt").read_text("utf-8").splitlines()
    rows = [line.split("\t") for line in lines if not line.startswith("#")]
    assert len(rows) > 11_000
    assert [row[0] for row in rows] == sorted({row[0] for row in rows})
    assert all(len(row) == 4 and row[3][0] in "123" for row in rows)
