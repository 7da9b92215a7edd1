"""Cities beyond the table of capitals, called a capital or given an embassy."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from postlint import gazetteer, tables
from postlint.lazily import Pattern
from postlint.spans import Span
from postlint.whereabouts.lying import NAME

if TYPE_CHECKING:
    from collections.abc import Iterator

    from postlint.document import Document

_CAPITAL_OF: Final = Pattern(
    rf"(?P<name>{NAME})(?:,|\s[–—-]|\s\()?\s(?:(?:which\s)?is\s|as\s)?(?:the\s|our\s)?"
    r"(?:(?:[a-z]+ful|lovely|bustling|great|proud|national|official|federal)\s)?"
    r"capital(?:\scity)?\sof\s(?:the\s)?$"
)
_EMBASSY: Final = Pattern(
    rf"\b[Ee]mbass(?:y|ies)(?:\sof\s(?:the\s)?[\w’' ]{{3,40}}?)?,?\s(?:in|at)\s(?P<name>{NAME})"
)
_UNTIL: Final = Pattern(r"\s*(?:from|until|till|before|between|in|after)\s+\d{4}|['’]")
_BACK: Final = 90


def _beyond(name: str) -> tables.City | None:
    """Return a larger city that is no capital and stands in no other table."""
    city = tables.city(name)
    if city is None or city.capital or city.size == 1:
        return None
    return city if gazetteer.about(name) == gazetteer.Known() else None


def capitals(document: Document) -> Iterator[tuple[Span, str, str]]:
    """Yield each city called the capital of a country, its name, and which capital is right."""
    text = document.masked
    for land in gazetteer.find(text, document.folded):
        start = max(0, land.span.start - _BACK)
        said = _CAPITAL_OF.search(text[start : land.span.start])
        lands = [c for iso in land.known.country if (c := tables.country(iso)) and c.capitals]
        if said is None or len(lands) != 1 or _UNTIL.match(text, land.span.end):
            continue
        end = start + said.end("name")
        for name in (said["name"], said["name"].rpartition(" ")[2]):
            if _beyond(name):
                right = " and ".join(lands[0].capitals)
                truth = f"The capital of {gazetteer.called(lands[0].iso)} is {right}"
                yield Span(end - len(name), end), name, truth
                break


def embassies(document: Document) -> Iterator[tuple[Span, str, str]]:
    """Yield each embassy in a city that is no capital, the city, and where the embassy is."""
    for found in _EMBASSY.finditer(document.masked):
        name = found["name"].removesuffix("'s").removesuffix("’s")
        city = _beyond(name)
        lands = [c for iso in city.homes if (c := tables.country(iso))] if city else []
        if len(lands) == 1 and lands[0].capitals:
            span = Span(found.start(), found.start("name") + len(name))
            truth = f"{name} is no capital: the embassy is in {lands[0].capitals[0]}"
            yield span, name, truth
