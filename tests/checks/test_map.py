"""The kinds that know the map: capitals, cities, missions, members, twins and flags."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from postlint import tables
from postlint.checks.flag import code, flag

if TYPE_CHECKING:
    from collections.abc import Callable

    from postlint.model import Hit

CAPITAL = ("place", {"claim": "capital"})
CITY = ("place", {"claim": "city"})
EMBASSY = ("place", {"claim": "embassy"})
MISSION = ("mission", {"own": "CA"})
MEMBER = ("membership", {"claim": "member"})
COUNT = ("membership", {"claim": "count"})
COUNTRY = ("confusion", {"claim": "country"})
PEOPLE = ("confusion", {"claim": "people"})
FLAG = ("flag", {"own": ("CA",)})

WRONG = [
    (CAPITAL, "Good morning from [[Sydney]], capital of Australia!"),
    (CAPITAL, "[[Istanbul]], the capital of Türkiye, at dawn"),
    (CAPITAL, "Australia's capital, [[Sydney]], hosts us."),
    (CAPITAL, "Australia’s capital [[Melbourne]] hosts us."),
    (CAPITAL, "The Canadian capital, [[Toronto]], is white."),
    (CAPITAL, "The capital of Brazil is [[Rio de Janeiro]]."),
    (CAPITAL, "[[Zurich]] is the beautiful capital of Switzerland."),
    (CAPITAL, "Greetings from [[Auckland]], New Zealand's capital!"),
    (CAPITAL, "[[Lagos]] – Nigeria's bustling capital city."),
    (CAPITAL, "[[Budapest]] is the capital of Romania."),
    (CITY, "Hello from [[Budapest, Romania]]!"),
    (CITY, "Talks in [[Bratislava, Slovenia]] this week."),
    (CITY, "Our team is in [[Vilnius, Latvia]]."),
    (CITY, "Film night in [[Auckland, Australia]], on Friday."),
    (CITY, "A choir in [[Ljubljana in Slovakia]]."),
    (EMBASSY, "The [[Embassy of Canada in New York]] is hiring."),
    (EMBASSY, "Visit our [[embassy in Sydney]]."),
    (MISSION, "The [[Embassy]] of Canada in New Delhi, India"),
    (MISSION, "The Canadian [[Embassy]] in Nairobi"),
    (MISSION, "Canada's [[Ambassador]] to Australia sang."),
    (MISSION, "The [[Ambassador]] of Kenya to Canada sang."),
    (MISSION, "The Canadian [[High Commission]] in Paris"),
    (MISSION, "The [[High Commissioner]] of Canada to Germany, Ada Okoro, sang."),
    (MEMBER, "Our fellow [[NATO member Ireland]]"),
    (MEMBER, "[[EU member state Norway]] joins."),
    (MEMBER, "[[Norway, an EU]] member, has signed."),
    (MEMBER, "[[Switzerland is a member of the European Union]] now."),
    (MEMBER, "[[NATO ally Austria]] waltzes."),
    (CAPITAL, "Snow in [[Zurich]], the Swiss capital, and sun above."),
    (CAPITAL, "[[Guayaquil]], the capital of Ecuador, has a library."),
    (CAPITAL, "Greetings from [[Medellín]], capital of Colombia!"),
    (CITY, "Our consulate in [[Barcelona, Portugal]]."),
    (CITY, "Thanks to [[Antwerp, the Netherlands]], for the tour."),
    (CITY, "We met in [[Porto (Hungary]])."),
    (CITY, "Rain in [[Faro, in southern Spain]]."),
    (CITY, "Two days in the [[Brazilian city of Medellín]]"),
    (CITY, "The [[Kenyan city of Kampala]] welcomed us."),
    (CITY, "[[Chile's second city, Córdoba]], hosts us."),
    (CITY, "[[Kyiv, the Russian]] city on the Dnipro, is cold."),
    (CITY, "A night in [[Turin, the Swiss]] city, with friends"),
    (CITY, "[[Guayaquil, Colombia]], has a new library."),
    (EMBASSY, "Our [[embassy in Guayaquil]] hosts a film night."),
    (MISSION, "The [[High Commission]] in Paris opens late."),
    (MEMBER, "Canada and [[Ireland]], both NATO members, signed."),
    (MEMBER, "Canada and [[Austria]] are NATO allies."),
    (COUNT, "[[All thirty-one NATO allies]] signed."),
    (COUNT, "[[All 30 NATO allies]] signed."),
    (COUNT, "The [[EU's 28 members]] agreed."),
    (COUNT, "[[The 54 members of the Commonwealth]] met."),
    (COUNT, "The [[53-nation Commonwealth]]"),
    (COUNT, "[[NATO has 31 members]]."),
    (COUNTRY, "Great talks in Ljubljana on [[Slovakia]]'s ports."),
    (COUNTRY, "Snow in Riga! [[Lithuania]] is beautiful."),
    (PEOPLE, "Meeting [[Nigerian]] farmers in Niamey, Niger."),
    (PEOPLE, "Proud of the [[Slovak]] students in Ljubljana."),
    (FLAG, "Friends in Ireland! 🇨🇦[[🇨🇮]]"),
    (FLAG, "Our Romanian neighbours [[🇹🇩]]"),
    (FLAG, "Thank you, Portugal [[🇧🇷]]"),
]


@pytest.mark.parametrize(("check", "marked"), WRONG, ids=lambda value: str(value)[:40])
def test_contradiction_is_marked(
    marks: Callable[..., None], check: tuple[str, dict[str, Any]], marked: str
) -> None:
    marks(check[0], marked, check[1])


RIGHT = [
    (CAPITAL, "Lagos, economic capital of Nigeria"),
    (CAPITAL, "Sydney, capital of New South Wales"),
    (CAPITAL, "Canberra, capital of Australia, and Sydney"),
    (CAPITAL, "La Paz, capital of Bolivia; Sucre, capital of Bolivia"),
    (CAPITAL, "Halifax, capital of Nova Scotia"),
    (CAPITAL, "Germany's capital markets are open; Frankfurt never sleeps."),
    (CAPITAL, "Kingston, capital of Canada from 1841, of Jamaica today"),
    (CAPITAL, "Luxembourg, capital of Luxembourg"),
    (CAPITAL, "The capital of Canada, not Toronto"),
    (CAPITAL, "Sydney, Australia's harbour, and its capital, Canberra"),
    (CITY, "Paris, Ontario, and London, Ontario"),
    (CITY, "Meetings in Budapest, Romania's consulate and a late train"),
    (CITY, "Three stops: Vienna, Slovenia and Croatia"),
    (CITY, "Budapest, Hungary, has the best cake."),
    (CITY, "In Ottawa, Ghana opened its chancery."),
    (CITY, "Athens, USA; Perth, Canada; Moscow, United States."),
    (CITY, "George Town, Malaysia, has cats."),
    (CITY, "Tripoli, Lebanon; Hyderabad, Pakistan; Valencia, Venezuela."),
    (CITY, "San José, Costa Rica, and Santiago, Cuba."),
    (CITY, "Savannah, Georgia, and the Georgian city of Bath"),
    (CITY, "Under the Paris Agreement, Germany reports."),
    (CITY, "Paris Hilton, Germany's guest, sang."),
    (CITY, "Nice, Italy! Reading, Kenya, is fun."),
    (CITY, "Club Brugge, Portugal's guests tonight, won."),
    (CITY, "The Geneva Conventions, Kenya recalled, are for everyone."),
    (CITY, "After Rome, Spain."),
    (CITY, "From Lisbon, Porto, Spain and Italy"),
    (CITY, "Born in Wrocław, Germany, in 1910."),
    (CITY, "From Sevastopol, Russia. From Ramallah, Israel. From Pristina, Serbia."),
    (CITY, "The ancient Greek city of Alexandria"),
    (CITY, "The Canadian city planners in Kampala"),
    (CITY, "Hello from San Juan, United States."),
    (CAPITAL, "Guayaquil, the capital of Ecuador's cocoa"),
    (CAPITAL, "Medellín, capital of Antioquia, Colombia"),
    (CAPITAL, "Astana, Gitega and Pretoria: Astana, capital of Kazakhstan"),
    (CAPITAL, "Amsterdam, capital of the Netherlands, and The Hague"),
    (CAPITAL, "Matera, European Capital of Culture; Mendoza, wine capital of Argentina"),
    (MISSION, "The UN High Commission in Paris. The Embassy in Washington."),
    (MEMBER, "Canada and Norway are NATO allies. Canada and Ireland are NATO partners."),
    (COUNT, "Thirty-one NATO allies sent cooks."),
    (EMBASSY, "Our embassy in Tel Aviv; our consulate in New York"),
    (EMBASSY, "The embassy in Mexico City"),
    (MISSION, "The Embassy of Japan in New Delhi"),
    (MISSION, "The Canadian High Commission in Accra"),
    (MISSION, "The Embassy of Canada in Dublin"),
    (MISSION, "The UN High Commissioner for Refugees visited Canada."),
    (MISSION, "Our goodwill ambassador from Canada sang in Nairobi."),
    (MISSION, "The Canadian Embassy opens at nine."),
    (MEMBER, "A toast with NATO partner Ireland and NATO's newest member, Sweden"),
    (MEMBER, "Norway, not an EU member, has signed."),
    (MEMBER, "NATO membership for Ireland? No."),
    (MEMBER, "EU member Ireland and Norway"),
    (COUNT, "All 32 NATO allies and the EU's 27 members"),
    (COUNT, "The 14 NATO allies that sent cooks"),
    (COUNT, "25 EU members have a coast."),
    (COUNT, "In 2010 the EU had 27 members; the EU's 28 members of 2014"),
    (COUNTRY, "Slovenia and Slovakia met in Ljubljana."),
    (PEOPLE, "Nigerien and Nigerian farmers in Niamey, Niger"),
    (PEOPLE, "Meeting Nigerien farmers in Niamey"),
    (PEOPLE, "Nigerian troops in Niger"),
    (FLAG, "Ireland v Côte d'Ivoire 🇮🇪🇨🇮"),
    (FLAG, "Friends in Ireland 🇨🇦🇮🇪"),
    (FLAG, "Irish and Ivorian friends 🇨🇮"),
    (FLAG, "Good morning from Ottawa 🇨🇦🇮🇹🇫🇷"),
    (FLAG, "Medals 🇳🇴🇸🇪, and thank you, Switzerland"),
]


@pytest.mark.parametrize(("check", "text"), RIGHT, ids=lambda value: str(value)[:40])
def test_near_miss_is_silent(
    find: Callable[..., list[Hit]], check: tuple[str, dict[str, Any]], text: str
) -> None:
    assert [hit.span.of(text) for hit in find(check[0], text, check[1])] == []


@pytest.mark.parametrize("country", tables.countries(), ids=lambda country: country.iso)
def test_every_capital_of_the_table_is_right(
    find: Callable[..., list[Hit]], country: tables.Country
) -> None:
    for capital in country.capitals:
        for text in (
            f"{capital}, capital of {country.name}, at dawn.",
            f"Hello from {capital}, {country.name}!",
        ):
            assert find(*CAPITAL[:1], text, CAPITAL[1]) == []
            assert find(*CITY[:1], text, CITY[1]) == []


@pytest.mark.parametrize("iso", ["CA", "FR", "CI"])
def test_flags_and_codes_are_each_others_inverse(iso: str) -> None:
    assert code(flag(iso)) == iso
    assert code("🍁") is None
