"""What stands on the page about a rule, in words; the layouts are beside this module."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from postlint.cli import namelist
from postlint.model import PANEL
from postlint.reporters import words

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from postlint.model import Rule, Source

OWN: Final = "No published guidance that we know of says this; it is postlint's own experience."
LANGUAGES: Final[Mapping[str, str]] = {"any": "any language", **words.LANGUAGES}
MOST_WORDS: Final = 4
"""Of the words that acquit, a few tell what is meant."""

GUARDS: Final[Mapping[str, str]] = {
    "decrease": "the post says that it fell, ended or was prevented",
    "historic": "the sentence speaks of the past",
    "mention": "the words are spoken about, not used",
    "name": "the words are part of a proper name",
    "near": "other words beside it show that something else is meant",
    "negated": "the words are denied",
    "occasion": "the occasion excuses it",
    "outside": "the post goes out outside the days that the mission's file sets",
    "question": "the words stand in a question",
    "quoted": "the words stand in a quotation",
    "reported": "the sentence says who says so",
    "self": "the writers speak of themselves",
    "sourced": "the post names its source",
}


OCCASIONS: Final[Mapping[str, str]] = {
    "condolence": "the post is one of sympathy",
    "emergency": "it is an emergency",
    "reply": "the post is a reply",
    "media": "a picture goes with it",
}


def head(rule: Rule) -> str:
    """Return severity, the panel's sentence that the rule serves, and its language."""
    language = LANGUAGES.get(rule.language, rule.language)
    return " · ".join((rule.severity.word, PANEL[rule.panel], language))


def parts(rule: Rule) -> Iterator[tuple[str, str]]:
    """Yield a label and a text each: why, instead, who says so, where it stays silent or milder."""
    yield "why", rule.why
    yield "instead", rule.how
    yield "source", _cited(rule.source) if rule.source else OWN
    if rule.table:
        yield "table", _table(rule.table)
    yield from namelist.parts(rule)
    if only := ", ".join(_when(rule)):
        yield "only", f"{only}."
    if silent := list(dict.fromkeys(_guard(*each) for each in rule.unless)):
        yield "silent", f"{'; '.join(map(_where, silent))}."
    if milder := list(dict.fromkeys(f"{_guard(n, o)}: {to.word}" for n, o, to in rule.lower)):
        yield "milder", f"{'; '.join(map(_where, milder))}."
    accept = f"postlint check --accept '{rule.id.partition('/')[2]}=why you take the risk'"
    yield "accept", accept if rule.acceptable else "Not possible: this cannot be accepted."


def _where(said: str) -> str:
    return said if said.startswith("near ") else f"where {said}"


def _cited(source: Source) -> str:
    return source.title + (f" ({source.date})" if source.date else "")


def _table(name: str) -> str:
    from postlint import tables

    table = tables.load(name)
    until = f"; past {table.review_by} it speaks softly" if table.review_by else ""
    return f"“{name}” as of {table.as_of}, after {_cited(table.source)}{until}."


def _when(rule: Rule) -> Iterator[str]:
    when = rule.when
    if "platforms" in when:
        yield "on " + " and ".join(map(words.platform, when["platforms"]))
    if "accounts" in when:
        from postlint.cli.cases import ACCOUNTS

        yield "from " + " or ".join(ACCOUNTS[each] for each in when["accounts"])
    if "reply" in when:
        yield "in replies" if when["reply"] else "in posts that are no reply"


def _guard(name: str, options: Mapping[str, object]) -> str:
    said = GUARDS.get(name, name)
    if name == "near":
        listed = options.get("words")
        known = listed if isinstance(listed, list | tuple) else ()
        few = [f"“{word}”" for word in known if str(word).replace(" ", "").isalpha()][:MOST_WORDS]
        return f"near words such as {', '.join(few)}" if few else said
    if name == "occasion":
        kinds = options.get("of")
        if isinstance(kinds, list | tuple):
            return " or ".join(OCCASIONS.get(str(kind), str(kind)) for kind in kinds)
    return said
