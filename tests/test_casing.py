"""Posts typed in one case read as if they were not; only letters change, and only their case."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from postlint import casing, social
from postlint.casing import view
from postlint.casing.stretches import blanked, stretches

if TYPE_CHECKING:
    from collections.abc import Callable

    from postlint.document import Document
    from postlint.linter import Linter


def cased(text: str, language: str = "en", names: tuple[str, ...] = ()) -> str:
    return casing.cased(text, social.find(text), language, names)


RESTORED = {
    "sentence starts": ("we met. it rained! did it?", "We met. It rained! Did it?"),
    "abbreviation": ("it was no. 4, e.g. this one.", "It was no. 4, e.g. this one."),
    "I": ("so i said i'm here.", "So I said I'm here."),
    "countries": ("from ireland to ruritania.", "From Ireland to Ruritania."),
    "peoples": ("the irish and the ruritanians.", "The Irish and the Ruritanians."),
    "several words": ("in kuala lumpur, malaysia", "In Kuala Lumpur, Malaysia"),
    "article": ("we like the united states.", "We like the United States."),
    "bodies": ("nato and the un met.", "NATO and the UN met."),
    "title": ("so president okoro left.", "So President Okoro left."),
    "title and letter": ("so president x's speech.", "So President X's speech."),
    "courtesy": ("we met ms a. diallo.", "We met Ms A. Diallo."),
    "given name": ("we met joel ouimet.", "We met Joel Ouimet."),
    "given name too": ("then mark tremblay left.", "Then Mark Tremblay left."),
    "known surname": ("then dr. john smith left.", "Then Dr. John Smith left."),
    "town": ("a nurse from kelowna.", "A nurse from Kelowna."),
    "weekday": ("see you on monday.", "See you on Monday."),
    "month with day": ("on 12 march or may 3.", "On 12 March or May 3."),
    "month with year": ("back in may 2026.", "Back in May 2026."),
    "zone": ("at 2 p.m. est (19:00 utc).", "At 2 p.m. EST (19:00 UTC)."),
    "number": ("lost passport ab123456.", "Lost passport AB123456."),
    "turkey's government": ("the president of turkey.", "The president of Turkey."),
    "address": ("hello from istanbul, turkey", "Hello from Istanbul, Turkey"),
    "demand": ("now china must release them.", "Now China must release them."),
    "flag": ("thanks turkey 🇹🇷", "Thanks Turkey 🇹🇷"),
    "polish embassy": ("the polish embassy.", "The Polish embassy."),
    "the us": ("in the us, us president x.", "In the US, US President X."),
    "party": ("our liberal government.", "Our Liberal government."),
    "shouted": (
        "THE TEAM MET PRESIDENT OKORO IN RURITANIA.",
        "The team met President Okoro in Ruritania.",
    ),
    "one sentence shouted": (
        "I met President Okoro in Ottawa. THIS IS GREAT NEWS FOR EVERYBODY! So happy.",
        "I met President Okoro in Ottawa. This is great news for everybody! So happy.",
    ),
    "two words shouted": (
        "THE CHOICE IS YOURS. VOTE LIBERAL.",
        "The choice is yours. Vote Liberal.",
    ),
    "source": (
        "21% of it (us epa) and 30% (great lakes union, 2025)",
        "21% of it (US EPA) and 30% (Great lakes union, 2025)",
    ),
    "no source": ("21% of it (plus snacks)", "21% of it (plus snacks)"),
    "line ends": ("film night\ndoors at 7", "Film night\nDoors at 7"),
    "first capital only": (
        "Met president okoro in ruritania! so good.",
        "Met President Okoro in Ruritania! So good.",
    ),
    "a capital in between": (
        "we met president okoro in Freedonia.",
        "We met President Okoro in Freedonia.",
    ),
}


@pytest.mark.parametrize(("typed", "read"), RESTORED.values(), ids=RESTORED)
def test_capitals_come_back(typed: str, read: str) -> None:
    assert cased(typed) == read


WORDS = [
    "we had turkey, and more turkey.",
    "the fine china broke, so we bought china plates.",
    "please polish the boots.",
    "join us, tell us who it is, and who said so.",
    "we may march, and it may rain.",
    "so chad and the hanging chads, will you mark it?",
    "nice weather for reading in bath robes.",
    "a split second, a cork, a jersey, a mobile phone.",
    "what a liberal helping of green soup, said the conservative cook.",
    "the president said that the minister laughed.",
    "an ambassador for kindness, a minister without portfolio.",
    "the sun sat on the wed, and an est. 40 people.",
]


@pytest.mark.parametrize("text", WORDS)
def test_words_stay_words(text: str) -> None:
    assert cased(text) == text[:1].upper() + text[1:]


ALONE = [
    "We met President Okoro. a turkey and ireland.",
    "The EU met in Ottawa.",
    "Bring the iPhone to Halifax.",
    "See #canada, @ireland and https://ruritania.example/canada.",
    "`ireland` and `canada`",
    "Canadian families deserve better. Tickets tbd. A turkey, a liberal helping.",
    "9 days. 44 stops (plus 1 more in Victoria tonight). ireland",
    "@ama is here. The turkey is, too.",
    "🎉🎉",
    "",
]


@pytest.mark.parametrize("text", ALONE)
def test_what_is_right_or_live_stays(text: str) -> None:
    assert cased(text) == text


def test_a_right_text_costs_one_look(monkeypatch: pytest.MonkeyPatch) -> None:
    text = "We met President Okoro in Ottawa, and the EU's envoy."
    assert not stretches(text, blanked(text, social.find(text)))
    monkeypatch.setattr(view, "Page", None)
    assert cased(text) is text


@pytest.mark.parametrize(
    "text",
    [
        "ıstanbul in ıspanak, ﬁn, straße, ŉ, ǰ, ΐ and ﬅ",
        "İSTANBUL VE İZMİR, GROẞE STRAẞE, ΟΔΟΣ ΚΑΙ ΟΔΟΣ",
        "cafe\u0301 in que\u0301bec 👩🏽\u200d🚀 and 🇨🇦 today",
        "ქართული ენა და ireland",
        "the \u212a and \u2126 signs OF THE KELVIN AND THE OHM",
    ],
)
def test_odd_letters_are_safe(text: str) -> None:
    assert len(cased(text)) == len(text)
    assert cased(text).casefold() == text.casefold()


PIECES = st.sampled_from(
    "president okoro ireland IRELAND turkey i'm . ! \n mr. #canada @canada https://x.org/a ß İ ı ﬁ "
    "Σ THE WHO in may 3 é e\u0301 🇹🇷 🎉 « nato mark john smith VOTE FOR “a” ` ` ǆ ᾳ ŉ".split(" ")
)


@given(st.one_of(st.text(max_size=80), st.lists(PIECES, max_size=25).map(" ".join)))
def test_only_the_case_of_letters_changes(text: str) -> None:
    for language in ("en", "fr"):
        read = cased(text, language)
        assert len(read) == len(text)
        assert read.casefold() == text.casefold()


@given(st.lists(PIECES, max_size=25).map(" ".join))
def test_what_is_live_never_changes(text: str) -> None:
    read, found = cased(text), social.find(text)
    for item in (*found.links, *found.mentions, *found.hashtags, *found.emails):
        assert item.span.of(read) == item.text


def test_french_names() -> None:
    assert cased("nous aimons la chine et les québécois.", "fr").startswith("Nous aimons la Chine")
    assert cased("il est le président de la fête.", "fr") == "Il est le président de la fête."


def test_a_missions_own_names() -> None:
    assert cased("so minister garden came.", names=("Ana Garden",)) == "So Minister Garden came."
    assert cased("so minister garden came.") == "So minister garden came."


@pytest.mark.parametrize(
    ("text", "rule", "match"),
    [
        ("president okoro is a jerk.", "embarrass-government/insulted-leader", "jerk"),
        ("PRESIDENT OKORO IS A TOTAL JERK.", "embarrass-government/insulted-leader", "JERK"),
        ("a toast with our romanian friends 🇹🇩", "embarrass-government/wrong-flag", "🇹🇩"),
        ("hello from budapest, romania!", "untrue/city-country-mismatch", "budapest, romania"),
        ("vote for marie on monday.", "embarrass-government/partisan-domestic", "vote for marie"),
        ("talks in vilnius, latvia.", "untrue/city-country-mismatch", "vilnius, latvia"),
    ],
)
def test_rules_find_what_was_typed(linter: Linter, text: str, rule: str, match: str) -> None:
    from postlint.posts import from_values

    results = linter.lint([from_values(text, {"lang": "en"}, "draft.md")])
    found = [(f.rule.id, f.match) for result in results for f in result.findings]
    assert (rule, match) in found


def test_the_document_keeps_what_was_typed(document: Callable[..., Document]) -> None:
    text = "we met president okoro. see https://example.org/canada"
    post = document(text, lang="en")
    assert post.text == text
    assert post.written.startswith("we met president okoro.")
    assert post.masked.startswith("We met President Okoro.")
    assert post.cased.endswith("https://example.org/canada")
    assert [target.text for target in post.targets] == ["President Okoro"]
