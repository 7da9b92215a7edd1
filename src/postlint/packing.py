"""Make beforehand what a first run would make, so that it can come with the program."""

from __future__ import annotations

from postlint import gazetteer, packs, social, tables, targets
from postlint.casing import known


def make() -> None:
    """Keep what rules, tables and names come to, in the folder that the environment names."""
    packs.bare()
    for name in tables.names():
        tables.load(name)
    gazetteer.names()
    known.titles()
    targets.find("", "", social.find(""))
