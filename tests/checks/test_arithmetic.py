"""The arithmetic kind: tables of sums that are wrong and right, and honest rounding for all."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from postlint import posts
from postlint.checks import arithmetic
from postlint.document import Document
from postlint.model import Severity
from postlint.prefilter import Prefilter

if TYPE_CHECKING:
    from postlint.model import Hit


class NoGrammar:
    def parse(self, *_: object) -> None:
        raise AssertionError


def hits(text: str, *faults: str) -> list[Hit]:
    document = Document(posts.from_values(text, {}, "post.md", 1), NoGrammar())  # type: ignore[arg-type]
    chosen = faults or tuple(arithmetic.FAULTS)
    finder = arithmetic.compile({"faults": chosen})
    found = list(finder.find(document, ()))
    ways = sorted(Prefilter(finder.required).awake(document.edged))
    assert list(finder.find_by(document, ways)) == found, "what is required is not in the text"
    return found


WRONG = [
    ("Student visas rose from 40,000 to 60,000, up 20%.", "20%", "+50"),
    ("Visas rose by 20% from 40,000 to 60,000.", "20%", "+50"),
    ("Support rose from 40% to 60%, up 20%.", "20%", "+20 points"),
    ("Support rose from 40% to 60%, up 30 points.", "30", "+20 points"),
    ("Exports fell from $8 billion to $6 billion, a 40% drop.", "40%", "−25"),
    ("From 2.0 million to 3.0 million: up 20 per cent", "20 per cent", "+50"),
    ("Up to 60 from 40, an increase of 20%", "20%", "+50"),
    ("From 200 to 300 students, +20%", "20%", "+50"),
    ("The queue was cut from 60 to 40 minutes, down 50 percent", "50 percent", "−33"),
    ("A 5% increase, from 1,000 to 2,000", "5%", "+100"),
    ("Our choir doubled from 3 to 5 singers.", "doubled", "1.7"),
    ("Visits tripled, from 100 to 200 a day.", "tripled", "2 times"),
    ("Waiting time halved from 60 to 50 days.", "halved", "0.83"),
    ("Visits rose from 4,200 to 3,900.", "rose", "less"),
    ("Prices fell from $40 to $60.", "fell", "more"),
    ("Emissions fell by 150% in a year.", "fell by 150%", "leaves nothing"),
    ("We use 120% less paper.", "120% less", "leaves nothing"),
    ("3 of 4 towns (60%) cheered.", "60%", "75"),
    ("One in five (25%) speaks Cree.", "25%", "20"),
    ("Two thirds (50%) came by train.", "50%", "67"),
    ("12 out of 48 schools (30%) took part.", "30%", "25"),
    ("60% (3 of 4) said yes.", "60%", "75"),
    ("Half of our guests (40%) danced.", "40%", "50"),
    ("Our energy mix: 60% hydro, 30% wind, 25% solar.", "60% hydro, 30% wind, 25%", "115"),
    ("60% yes, 45% no.", "60% yes, 45%", "105"),
    ("5 + 8 = 12 reasons", "12", "13"),
    ("12 medals: 5 gold, 4 silver and 6 bronze", "12", "15"),
    ("A walk of 10 km (8 miles)", "8 miles", "6.2 miles"),
    ("20 °C (75 °F)", "75 °F", "68"),
    ("-10 °C / 20 °F", "20 °F", "14"),
    ("It weighs 100 kg (150 lb).", "150 lb", "220"),
    ("A 50-hectare park (50 acres)", "50 acres", "124"),
    ("100 km/h (80 mph)", "80 mph", "62"),
    ("Canada gives $5,000,00 in aid.", "5,000,00", "5,000.00"),
    ("More than 1,00,000 visitors", "1,00,000", "100,000"),
    ("A grant of $1.000.000,50", "1.000.000,50", "1,000,000.50"),
    ("A total of 10,0000 visitors", "10,0000", "grouped"),
    ("Trade rose from $2 billion to $3 billion, 33%.", "33%", "+50"),
    ("Our staff grew from 40 to 60 (20%).", "20%", "+50"),
    ("Visas: 40 000 last year, 60 000 this year, up 20%.", "20%", "+50"),
    ("From 12 grants in 2020 to 18 in 2026, that is 30% more.", "30%", "+50"),
    ("From forty to sixty schools: an increase of 20%.", "20%", "+50"),
    ("Visas rose from 40k to 60k, up 20%.", "20%", "+50"),
    ("A five-fold increase, from 10 to 30", "five-fold", "3 times"),
    ("Visits went from 100 to 200, three times as many.", "three times as many", "2 times"),
    ("Funding will double from $10 million to $30 million.", "double", "3 times"),
    ("An increase from 50 to 40 seats.", "increase", "less"),
    ("20%, or one in four, of our staff", "20%", "25"),
    ("three of five children, i.e. 80 %, go to school", "80 %", "60"),
    ("half of the 120 observers (70)", "70", "60"),
    ("60 of our 120 observers, a third, are women.", "60", "40"),
    ("25% of the 120 observers (60) are women.", "60", "30"),
    ("Of those asked, 60% agree, 30% disagree and 20% do not know.", None, "110"),
    ("The delegation is 60% women and 50% men.", None, "110"),
    ("Of the 120 observers, 70 are women and 60 are men.", "120", "130"),
    ("120 observers (70 women, 60 men)", "120", "130"),
    ("Our team of 12 has 8 women and 5 men.", "12", "13"),
    ("120 delegates: 70 from Canada, 60 from Ruritania.", "120", "130"),
    ("Out of 10 applicants, 12 were accepted.", "12", "cannot"),
    ("150% of Canadians agree.", "150% of Canadians", "all of them"),
    ("A turnout of 105%", "105", "all of them"),
    ("5 gold, 4 silver and 3 bronze: 13 medals!", "13", "12"),
    ("3 × 4 = 13 reasons", "13", "12"),
    ("$3 million for food and $4 million for water: $8 million in all.", "8 million", "7,000,000"),
    ("$10 million over five years ($3 million per year)", "3 million", "2 million a year"),
    ("We trained 100 teachers in 5 years, on average 30 a year.", "30", "20 a year"),
    ("$3,2 million for roads", "3,2", "3.2"),
    ("5.000.000 people", "5.000.000", "5,000,000"),
    ("forty (14) schools", "14", "40"),
    ("$5,000,000 million", "5,000,000 million", "two"),
    ("$3 billion million for roads", "billion million", "two"),
    ("1.5 million (1,500) volunteers", "1,500", "1,500,000"),
]


@pytest.mark.parametrize(("text", "marked", "reckoning"), WRONG, ids=lambda v: str(v)[:40])
def test_contradiction_is_found(text: str, marked: str | None, reckoning: str) -> None:
    (hit,) = hits(text)
    assert marked is None or hit.span.of(text) == marked
    assert reckoning in hit.values["truth"]


RIGHT = [
    "Student visas rose from 40,000 to 60,000, up 50%.",
    "From 41,250 to 59,800, up 45%.",
    "From about 40,000 to 60,000, up 45%.",
    "From 40,000 to 60,000, nearly 52% more.",
    "Support rose from 40% to 60%, up 20 points.",
    "Support rose from 40% to 60%, up 50%.",
    "Visits rose from 4,200 to 5,900, and complaints fell 20%.",
    "Visits rose from 4,200 to 5,900 while costs fell by 20%.",
    "From 2 to 3 million visitors, up 30%.",
    "From 2 to 5 p.m., 20% off all maple syrup.",
    "We drove from 100 Mile House to 70 Mile House, 20% of it on ice.",
    "Open from 9 to 17, up 2 floors.",
    "Our choir nearly doubled, from 3 to 5 singers.",
    "Our choir more than doubled, from 3 to 8 singers.",
    "Visits doubled from 1.2 million to 2.3 million.",
    "Canada rose from 12 to 5 in the ranking.",
    "She rose from 3rd to 1st.",
    "Temperatures fell from -5 to -15.",
    "Profits fell by 150%.",
    "Give 110%!",
    "Emissions fell by 15% while cycling grew by 150%.",
    "3 of 4 towns (75%) cheered.",
    "One in three (33%) brings a dog.",
    "One in five (22%) speaks Cree.",
    "About half (46%) came on foot.",
    "A third (35%) of us ski.",
    "7 of 12 (58%) agree.",
    "3 of 4 towns (60 km away) cheered.",
    "In our survey (several answers allowed) 70% chose hockey, 64% poutine, 30% both.",
    "62% of women and 58% of men voted.",
    "Exports: up 60% in fish, 45% in wood, 30% in paper.",
    "Our energy mix: 60% hydro, 30% wind, 10% solar.",
    "Our energy mix: 33.4% hydro, 33.4% wind, 33.4% solar.",
    "55% yes, 45% no.",
    "5 + 8 = 13 reasons",
    "12 medals: 5 gold, 4 silver and 3 bronze",
    "12 guests: 5 from Accra and 9 cousins of the cook",
    "A walk of 10 km (6 miles)",
    "100 km (60 miles) north",
    "-30 °C (-22 °F)",
    "20 °C (68 °F)",
    "A 5 km run or a 10 mile ride",
    "The tunnel is 2 km long (12 m wide).",
    "6 ft (1.8 m) of snow",
    "20 litres (5.3 gallons), or 20 litres (4.4 gallons) in London",
    "$100 (75 euros)",
    "Trade rose from $2 billion to $3 billion, 50%.",
    "Trade rose from about $2 billion to $3 billion, 33%.",
    "Our staff grew from 40 to 60 (50%).",
    "Our staff grew from 40 to 60 (20% of them women).",
    "Roughly from forty to sixty people came, 20% more than last year.",
    "Visas: 40 000 last year, 60 000 this year, up 50%.",
    "We doubled the hours: from 9 to 5 we are here.",
    "A 5-fold increase, from 10 to 50",
    "Visits fell to 120% of the 2019 level.",
    "More than half (62%) of our staff; less than a third (20%)",
    "half of the 120 observers (60), half of the 120 observers (40% women)",
    "Of the 120 observers, 70 are women and 60 are francophones.",
    "120 observers, 70 women and 60 men from Ruritania joined them.",
    "Of our 12 projects, 8 help women and 9 help youth.",
    "Our team of 13 has 8 women and 5 men.",
    "Literacy: 90% women, 95% men",
    "62% yes in Halifax, 45% no in Ottawa",
    "We reached 120% of our target; staff give 120%.",
    "5 gold, 4 silver and 3 bronze: 12 medals!",
    "1+1=3: teamwork!",
    "A total of $8 million, including $3 million and $4 million.",
    "$10 million over five years ($2 million per year)",
    "$10 million over three years, on top of $5 million a year",
    "Run 5 km (or 10 miles) with us",
    "Lat. 45,4215, tel. 613,555,0134",
    "forty (40) schools, grade five (10) winners, five (six with the dog)",
    "5,000.00 in your account? FR: 5 000,00 $",
    "Version 2.10.14",
    "Call 613.555.0134 or 1.800.555.0199",
    "Our share from 2000 to 2001 is going up by 21%.",
    "IP 192.168.10.1",
    "Seats 1,2,3 and the years 2019,2020",
    "On 24.11.2026",
    "Rs 1,00,000 (one lakh)",
    "1.5 million (1,500,000) trees",
    "1.5 million (2019) trees",
    "$3 billion, not million",
    "The call came at 555-1234, 3.14159 times",
]


@pytest.mark.parametrize("text", RIGHT, ids=lambda v: str(v)[:40])
def test_near_miss_is_silent(text: str) -> None:
    assert [(hit.span.of(text), hit.values) for hit in hits(text)] == []


numbers = st.integers(2, 9_999_999)


@settings(deadline=None)
@given(numbers, numbers, st.integers(0, 2))
def test_the_true_percentage_is_silent_at_any_rounding(old: int, new: int, places: int) -> None:
    change = 100 * (new - old) / old
    word = "up" if new >= old else "down"
    assume(abs(change) <= 1000)
    text = f"Visits went from {old:,} to {new:,}, {word} {abs(change):.{places}f}%."
    assert hits(text, "change") == []


@settings(deadline=None)
@given(st.integers(100, 9_999_999), st.floats(0.01, 4), st.floats(3, 60))
def test_a_false_percentage_is_found_and_its_fix_is_true(old: int, by: float, off: float) -> None:
    new = round(old * (1 + by))
    said = 100 * (new - old) / old * 1.25 + 15 + off
    text = f"Visits went from {old:,} to {new:,}, up {said:.0f}%."
    (hit,) = hits(text, "change")
    (fix,) = hit.fixes
    assert hits(text[: fix.span.start] + fix.text + text[fix.span.end :], "change") == []


@settings(deadline=None)
@given(st.integers(1, 2000), st.sampled_from(["km", "kilometres"]), st.integers(0, 1))
def test_an_honest_conversion_is_silent(kilometres: int, unit: str, places: int) -> None:
    miles = kilometres / 1.609344
    text = f"It is {kilometres} {unit} ({miles:.{places}f} miles) away."
    assert hits(text, "units") == []
    wrong = f"It is {kilometres + 10} {unit} ({2 * miles + 20:.0f} miles) away."
    assert len(hits(wrong, "units")) == 1


@settings(deadline=None)
@given(
    st.floats(1.05, 99),
    st.floats(1.05, 99),
    st.sampled_from(["million", "billion", "bn", "k", "thousand"]),
    st.integers(0, 1),
    st.integers(0, 1),
)
def test_the_true_percentage_of_rounded_amounts_is_no_error(
    old: float, new: float, scale: str, digits: int, places: int
) -> None:
    change = 100 * (new - old) / old
    word = "up" if new >= old else "down"
    text = (
        f"Trade went from ${old:.{digits}f} {scale} to ${new:.{digits}f} {scale}, "
        f"{word} {abs(change):.{places}f}%."
    )
    # A rounded amount may happen to look like the commonest slip: that is a warning.
    assert all(hit.severity is Severity.WARNING for hit in hits(text, "change"))


@settings(deadline=None)
@given(st.integers(-60, 60), st.integers(1, 900), st.integers(1, 900))
def test_honest_degrees_and_weights_are_silent(degrees: int, kilos: int, hectares: int) -> None:
    text = (
        f"It was {degrees} °C ({degrees * 9 / 5 + 32:.0f} °F). She weighs {kilos} kg "
        f"({kilos / 0.45359237:.0f} lb). The park has {hectares} ha "
        f"({hectares / 0.40468564:.0f} acres)."
    )
    assert hits(text, "units") == []


@settings(deadline=None)
@given(st.integers(1, 300), st.integers(1, 300), st.integers(0, 50))
def test_parts_of_a_whole(women: int, men: int, others: int) -> None:
    total = women + men + others
    for said in (total, women + men - 1):
        text = f"Of the {said} observers, {women} are women and {men} are men."
        assert bool(hits(text, "sum")) == (said < women + men)


@settings(deadline=None)
@given(st.integers(1, 500), st.integers(1, 500))
def test_a_counted_share_is_silent(part: int, whole: int) -> None:
    assume(part <= whole)
    text = f"{part} of {whole} towns ({100 * part / whole:.0f}%) took part."
    assert hits(text, "ratio") == []


@settings(deadline=None)
@given(st.floats(0, 1e9), st.integers(0, 2))
def test_a_well_formed_number_is_silent(value: float, places: int) -> None:
    assert hits(f"A total of ${value:,.{places}f} it is", "malformed") == []


@settings(deadline=None)
@given(st.text(max_size=200))
def test_no_text_breaks_it(text: str) -> None:
    for hit in hits(f"1 {text}"):
        assert 0 <= hit.span.start <= hit.span.end <= len(text) + 2
