"""``naming``: names to avoid, places given to states, and the names of another ministry."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

import pytest

from postlint import packs, posts
from postlint.cli import main
from postlint.errors import PackError
from postlint.linter import Linter
from postlint.model import Finding, Severity

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from postlint.model import Hit

MARKED: list[tuple[str, str]] = [
    ("old", "From [[Kharkov]] to [[Lvov]] by night train, then [[Odessa]]."),
    ("old", "The choir of [[Cape Dorset]] sings in [[Bombay]]."),
    ("old", "Kyiv, Kharkiv, Lviv, Odesa, North Macedonia, Eswatini, Côte d'Ivoire"),
    ("old", "Chicken Kiev, Bombay duck, the Calcutta Cup, Peking University, an Eskimo curlew"),
    ("old", "Odessa, Texas has a fine museum; Greek Macedonia too."),
    ("old", "Turkey, gravy and stuffing at the Residence."),
    ("old", "Our cook in Ottawa likes his kiev, a turkey and calcutta spices."),
    ("old", "Paddling on Frobisher Bay at dawn."),
    ("in-use", "Tulips from [[Holland]], carried to [[Saigon]]."),
    ("in-use", "Tom Holland opens Miss Saigon at Holland Park. Ceylon tea is served."),
    ("in-use", "Government of the Czech Republic, Prague"),
    ("article", "Back from [[the Sudan]] and [[The Ukraine]]."),
    ("side", "Ships in the [[Arabian Gulf]], penguins of the [[Malvinas]]."),
    ("side", "The South China Sea, the Falkland Islands, the Gulf, the Falklands War."),
    ("owner", "Sunset in [[Yalta, Russia]]. Greetings from [[Sevastopol in Russia]]!"),
    ("owner", "[[Israeli Golan]], [[Russia’s Crimea]], [[Serbian Kosovo]]."),
    ("owner", "[[Kosovo 🇷🇸]] sends a choir; Kosovo 🇽🇰 and Serbia 🇷🇸 sing along."),
    ("owner", "[[Taiwan is a beautiful country]]. We love [[countries like Taiwan]]."),
    ("owner", "[[Jerusalem, the eternal capital of Israel]]"),
    ("owner", "[[Crimea is Russian again]], they say."),
    ("owner", "The [[Northwest Passage, an international strait]]"),
    ("owner", "We watch the West Bank, Israel and Lebanon with concern."),
    ("owner", "Lebanon, Gaza, Israel: our team is stretched."),
    ("owner", "After Kosovo, Serbia was next. In Gaza, Israel continues its strikes."),
    ("owner", "Trucks wait outside Gaza, Israel says. Refugees from Kosovo in Serbia came."),
    (
        "owner",
        "Canada's Taiwan policy, China's Taiwan office, Israel's Gaza war, Russia's Crimea lie",
    ),
    ("owner", "Taiwan is a democracy. Taipei, Taiwan; Kherson, Ukraine; Nuuk, Greenland."),
    ("owner", "Jerusalem artichokes in Jerusalem"),
]


@pytest.mark.parametrize(("claim", "marked"), MARKED)
def test_it_marks(claim: str, marked: str, marks: Callable[..., None]) -> None:
    marks("naming", marked, {"claim": claim})


@pytest.mark.parametrize(
    ("claim", "text", "fix"),
    [
        ("old", "Landing in Kiev.", ("Kyiv",)),
        ("owner", "Hello from Yalta, Russia!", ("Yalta, Ukraine",)),
        ("owner", "Touring Kashmir, India.", ()),
        ("owner", "Countries like Taiwan.", ()),
        ("side", "The Gulf of America", ("Gulf of Mexico",)),
        ("side", "The Persian Gulf", ()),
    ],
)
def test_a_fix_is_offered_where_one_answer_is_right(
    claim: str, text: str, fix: tuple[str, ...], find: Callable[..., list[Hit]]
) -> None:
    (hit,) = find("naming", text, {"claim": claim})
    assert tuple(each.text for each in hit.fixes) == fix


def test_a_hit_carries_reason_source_and_date(find: Callable[..., list[Hit]]) -> None:
    (hit,) = find("naming", "Landing in Swaziland.", {"claim": "old"})
    basis = hit.basis
    assert basis is not None
    assert "2018" in basis.why
    assert basis.source is not None
    assert (basis.source.url or "").startswith("https://unterm.un.org")
    assert basis.source.date
    assert basis.good_until


# ---------------------------------------------------------------- another ministry

OWN = """\
as_of: 2026-10-01
source: {title: "Style of the Ministry of Freedonia", url: "https://example.org/names"}
rows:
- {avoid: Myanmar, use: Burma, why: "Freedonia writes Burma."}
- {avoid: [Falkland Islands, Falklands], use: [Malvinas, Islas Malvinas], claim: side}
- {place: [Kosovo, Pristina], never_called: [country], use: "{place}"}
- {place: [Hatay], never_with: [Syria], use: "{place}, Türkiye"}
- {avoid: Beijing, use: Peking, review_by: 2026-10-31}
"""


@pytest.fixture
def own(tmp_path: Path) -> Path:
    path = tmp_path / "names.yaml"
    path.write_text(OWN, encoding="utf-8")
    return path


def findings(text: str, own: Path) -> list[Finding]:
    rules = packs.with_names(packs.shipped(), [str(own)])
    naming = [packs.compile_rule(rule) for rule in rules if rule.kind == "naming"]
    post = posts.from_values(text, {"lang": "en"}, "x")
    (result,) = Linter(naming, today=date(2026, 11, 23)).lint([post])
    return list(result.findings)


def test_a_ministry_has_its_own_names(own: Path) -> None:
    (found,) = findings("Landing in Myanmar.", own)
    assert found.fixes[0].text == "Burma"
    assert "is not the name on your ministry's list: Burma" in found.message
    assert found.why == "Freedonia writes Burma."
    assert found.source is not None
    assert (found.source.title, found.source.date) == (
        "Style of the Ministry of Freedonia",
        "2026-10-01",
    )


@pytest.mark.parametrize(
    ("text", "marked"),
    [
        ("A film from Burma.", []),
        ("Penguins of the Malvinas and the Islas Malvinas.", []),
        ("Penguins of the Falkland Islands.", ["Falkland Islands"]),
        ("Scholars from Pristina, Serbia.", []),
        ("We love the country of Kosovo.", ["the country of Kosovo"]),
        ("Soap from Hatay, Syria.", ["Hatay, Syria"]),
        ("Landing in Kiev.", ["Kiev"]),
        ("Peking in spring.", []),
    ],
)
def test_own_forms_are_silent_and_the_rest_stays(text: str, marked: list[str], own: Path) -> None:
    assert [found.match for found in findings(text, own)] == marked


def test_a_row_past_its_date_speaks_softly_and_says_so(own: Path) -> None:
    (found,) = findings("Beijing in spring.", own)
    assert found.severity is Severity.SUGGESTION
    assert "good until 2026-10-31" in found.message


def test_a_mistake_in_an_own_table_is_told_with_its_place(tmp_path: Path) -> None:
    path = tmp_path / "names.yaml"
    path.write_text(OWN.replace("use: Burma", "instead: Burma"), encoding="utf-8")
    with pytest.raises(PackError, match=r"names.yaml:4:\d+: .*unknown column “instead”"):
        findings("Hello", path)


def check(capsys: pytest.CaptureFixture[str], *arguments: str) -> str:
    main(["check", "-f", "concise", *arguments])
    return capsys.readouterr().out


def test_the_configuration_names_the_table(
    own: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(own.parent)
    (own.parent / "postlint.yaml").write_text("names: names.yaml\n", encoding="utf-8")
    assert "Burma" in check(capsys, "--text", "Landing in Myanmar tonight.")
    main(["explain", "outdated-exonym"])
    assert "Ministry of Freedonia" in capsys.readouterr().out


def test_a_pack_names_the_table(own: Path, capsys: pytest.CaptureFixture[str]) -> None:
    pack: dict[str, Any] = {"folder": own.parent / "pack"}
    pack["folder"].mkdir()
    (pack["folder"] / "ours.yaml").write_text(
        "pack: ours\npanel: boring\nextends: embarrass-government\nrules:\n"
        "  embarrass-government/outdated-exonym: {own: ../names.yaml}\n",
        encoding="utf-8",
    )
    told = check(capsys, "--pack", str(pack["folder"]), "--text", "Landing in Myanmar tonight.")
    assert "Burma" in told


@pytest.mark.parametrize(
    ("text", "as_usual", "as_the_un_writes"),
    [
        ("Ships cross the Persian Gulf tonight.", "Persian Gulf", ""),
        ("Ships cross the Sea of Japan tonight.", "Sea of Japan", ""),
        ("Penguins of the Falkland Islands.", "", "Falkland Islands (Malvinas)"),
        ("Penguins of the Falkland Islands (Malvinas).", "", ""),
        ("Landing in Kiev tonight.", "Kyiv", "Kyiv"),
    ],
)
def test_the_profile_un_writes_as_the_secretariat_does(
    text: str, as_usual: str, as_the_un_writes: str, capsys: pytest.CaptureFixture[str]
) -> None:
    for profile, name in (("mission", as_usual), ("un", as_the_un_writes)):
        told = check(
            capsys, "--select", "embarrass-government", "--profile", profile, "--text", text
        )
        assert (name in told) if name else not told.strip()
