"""The calendar kind: tables of contradictions and near-misses, and the promise for every date."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from postlint import dates, posts
from postlint.checks import calendar
from postlint.document import Document
from postlint.facts.sheet import Facts
from postlint.lexicon import Lexicon
from postlint.model import Hit, Severity
from postlint.prefilter import Prefilter


class NoGrammar:
    def parse(self, *_: object) -> None:
        raise AssertionError


def hits(fault: str, text: str, publish_at: str | None = None) -> list[Hit]:
    context = {"publish_at": publish_at} if publish_at else {}
    document = Document(posts.from_values(text, context, "post.md", 1), NoGrammar())  # type: ignore[arg-type]
    finder = calendar.compile({"fault": fault})
    if finder.literals is not None and not Lexicon(finder.literals).any(document.folded):
        return []
    found = list(finder.find(document, ()))
    ways = sorted(Prefilter(finder.required).awake(document.edged))
    assert list(finder.find_by(document, ways)) == found, "what is required is not in the text"
    return found


WRONG = [
    ("weekday", "Join us Monday, March 12, 2026, for film night.", None, "Monday"),
    ("weekday", "Monday, 24 November 2026, 18:00", None, "Monday"),
    ("weekday", "Mon 24 Nov 2026", None, "Mon"),
    ("weekday", "Mon. 24 Nov. 2026", None, "Mon."),
    ("weekday", "24 November 2026 (Monday)", None, "Monday"),
    ("weekday", "November 24, 2026, a Monday", None, "Monday"),
    ("weekday", "24 November 2026 is a Monday", None, "Monday"),
    ("weekday", "MONDAY, NOVEMBER 24TH, 2026", None, "MONDAY"),
    ("weekday", "Monday the 24th of November 2026", None, "Monday"),
    ("weekday", "Monday 24/11/2026", None, "Monday"),
    ("weekday", "Monday 11/24/2026", None, "Monday"),
    ("weekday", "Monday 24.11.2026", None, "Monday"),
    ("weekday", "2026-11-24 (Mon)", None, "Mon"),
    ("weekday", "Monday evening, 24 November 2026", None, "Monday"),
    ("weekday", "Monday at 6 p.m., November 24, 2026", None, "Monday"),
    ("weekday", "Monday | 24 November 2026", None, "Monday"),
    ("weekday", "Rendez-vous le lundi 24 novembre 2026", None, "lundi"),
    ("weekday", "Monday and Tuesday, November 24 and 25, 2026", None, "Monday"),
    ("weekday", "Mon–Fri, 10–14 March 2026", None, "Mon"),
    ("weekday", "See you Friday, 26 November", "2026-11-20", "Friday"),
    ("weekday", "See you Friday, 14 January", "2026-12-20", "Friday"),
    ("no-such-date", "Applications close on September 31.", None, "September 31"),
    ("no-such-date", "Closed on 29 February 2026.", None, "29 February 2026"),
    ("no-such-date", "By 2026-02-30", None, "2026-02-30"),
    ("no-such-date", "From 28 to 32 March", None, "28 to 32 March"),
    ("no-such-date", "On 2026-13-01 at noon", None, "2026-13-01"),
    ("no-such-date", "le 31 juin", None, "31 juin"),
    ("no-such-hour", "Come at 14 p.m. sharp", None, "14 p.m."),
    ("no-such-hour", "Doors at 25:00", None, "25:00"),
    ("no-such-hour", "From 7:75 a.m.", None, "7:75 a.m."),
    ("over", "Register by June 5!", "2026-06-10", "June 5"),
    ("over", "RSVP before 9 June.", "2026-06-10", "9 June"),
    ("over", "Join us on Friday, 5 June, at noon.", "2026-06-10", "5 June"),
    ("over", "The fair will take place from 2 to 6 June.", "2026-06-10", "2 to 6 June"),
    ("over", "Applications close on 1 May 2026.", "2026-06-10", "1 May 2026"),
    ("not-today", "Today is International Women's Day.", "2026-03-09", "International Women's Day"),
    ("not-today", "Today we mark Remembrance Day.", "2026-11-12", "Remembrance Day"),
    ("not-today", "Tomorrow is Canada Day!", "2026-07-01", "Canada Day"),
    ("not-today", "Today, 8 March, we read.", "2026-03-09", "8 March"),
    ("not-today", "Today is Tuesday.", "2026-03-09", "Tuesday"),
    ("not-today", "Join us this Friday, 27 November.", "2026-11-10", "27 November"),
    ("leap-year", "2026 is a leap year", None, "2026"),
    ("leap-year", "The next leap year is 2030.", "2026-11-24", "2030"),
    ("anniversary", "70 years of relations since 1965.", "2026-05-01", "70"),
    ("anniversary", "150 years since Confederation in 1867", "2026-07-01", "150"),
    ("anniversary", "50 years ago, in 1966, we opened.", "2026-07-01", "50"),
    ("anniversary", "Founded in 1966, our club turns 50.", "2026-07-01", "50"),
    ("anniversary", "The 75th anniversary of the treaty of 1961", "2026-07-01", "75th"),
    ("anniversary", "Since 1965, for 70 years, we dance.", "2026-07-01", "70"),
    ("backward-hours", "Open 9 a.m. to 5 a.m.", None, "9 a.m. to 5 a.m."),
    ("backward-hours", "Open from 17:00 to 15:00", None, "17:00 to 15:00"),
    ("backward-hours", "Open 6 pm–4 pm", None, "6 pm–4 pm"),
    ("zone", "Live on July 14 at 2 p.m. EST", "2026-07-01", "EST"),
    ("zone", "On 3 December 2026 at 10:00 CEST", None, "CEST"),
    ("zone", "20 January, 9 a.m. PDT", "2026-01-10", "PDT"),
    ("weekday", "2026/11/24 (Mon)", None, "Mon"),
    ("weekday", "Mon 24-Nov-2026", None, "Mon"),
    ("weekday", "24 Nov. '26, Monday", None, "Monday"),
    ("weekday", "Monday 24.11.26", None, "Monday"),
    ("weekday", "Monday, the twenty-fourth of November", "2026-11-20", "Monday"),
    ("weekday", "Monday, December 1: we open", "2026-11-20", "Monday"),
    ("no-such-date", "Register before 29 February!", "2027-01-24", "29 February"),
    ("no-such-date", "In Q5 2026 we grew", None, "Q5 2026"),
    ("no-such-date", "In week 54 of 2026", None, "week 54 of 2026"),
    ("no-such-date", "ISO week 53 of 2025", None, "ISO week 53 of 2025"),
    ("no-such-hour", "at 0:30 p.m.", None, "0:30 p.m."),
    ("no-such-hour", "Lunch is served at 12 a.m. sharp", None, "12 a.m"),
    ("no-such-hour", "The count ends at midnight (12 p.m.)", None, "12 p.m"),
    ("no-such-hour", "Live at 15:00 (5 pm)", None, "15:00"),
    ("over", "Applications for the grants close November 15.", "2026-11-24", "November 15"),
    ("over", "Live today at 2 p.m. EST!", "2026-11-24T21:00-05:00", "2 p.m. EST"),
    ("over", "Join us on 24 November, 10:00 UTC", "2026-11-24T18:00Z", "10:00 UTC"),
    ("over", "You still have until November 20 to apply!", "2026-11-24", "November 20"),
    ("over", "She will speak at the fair on Monday, 23 November.", "2026-11-24", "23 November"),
    ("not-today", "It's World Water Day today!", "2026-03-23", "World Water Day"),
    ("not-today", "World Water Day is today.", "2026-03-23", "World Water Day"),
    ("not-today", "Tomorrow (24 November), we vote.", "2026-11-24", "24 November"),
    ("not-today", "Tonight, 25 November, film night!", "2026-11-24", "25 November"),
    ("not-today", "Yesterday, 22 November, we met.", "2026-11-24", "22 November"),
    ("not-today", "Today, Wednesday, we are closed.", "2026-11-24", "Wednesday"),
    ("not-today", "See you tomorrow (Friday)!", "2026-11-24", "Friday"),
    ("not-today", "This Friday (4 December), join us.", "2026-11-24", "4 December"),
    ("countdown", "In 5 days, on 30 November, we open.", "2026-11-20", "5 days"),
    ("countdown", "In 5 days, on 28 November, we open.", "2026-11-24", "5 days"),
    ("countdown", "Just 10 days until Christmas!", "2026-12-05", "10 days"),
    ("countdown", "Only 30 days to go until Canada Day!", "2026-06-10", "30 days"),
    ("countdown", "Three days to go: on 30 November we open.", "2026-11-24", "Three days"),
    ("countdown", "We vote on 15 December, in two weeks.", "2026-11-24", "two weeks"),
    ("countdown", "Two days ago, on 20 November, we met.", "2026-11-24", "Two days"),
    ("countdown", "Next week, on 10 December, we vote.", "2026-11-24", "Next week"),
    ("countdown", "Last week, on 2 November, we met.", "2026-11-24", "Last week"),
    ("countdown", "Next month, on 5 January, we skate.", "2026-11-24", "Next month"),
    ("leap-year", "The last leap year was 2023.", "2026-11-24", "2023"),
    ("leap-year", "This is a leap year!", "2026-02-01", "This is a leap year"),
    ("anniversary", "Our ties, which began in 1961, are 70 years old.", "2026-05-01", "70"),
    ("anniversary", "1961–2026: 70 years of friendship", None, "70"),
    ("anniversary", "The treaty was signed in 1997, twenty years ago.", "2026-05-01", "twenty"),
    (
        "anniversary",
        "We mark the sixtieth anniversary of the pact of 1961",
        "2026-05-01",
        "sixtieth",
    ),
    ("anniversary", "Opened in 1961. Seventy years later, in 2026, we move.", None, "Seventy"),
    ("anniversary", "A century of friendship since 1946.", "2026-05-01", "A century"),
    ("anniversary", "In the 1990s, a decade ago, we had a rink.", "2026-05-01", "a decade"),
    ("anniversary", "Founded in 1945, the UN turns 80 today.", "2026-10-24", "80"),
    ("anniversary", "Canada turns 160 this year: it was born in 1867.", "2026-07-01", "160"),
    ("anniversary", "Happy 60th anniversary to our ties (1961-2026)", None, "60th"),
    ("zone", "10 July 2026, 18:00 GMT, London", None, "GMT"),
    ("clocks", "14:00 in Ottawa (15:00 UTC) on 3 December", "2026-11-24", "15:00 UTC"),
    ("clocks", "3 December: 15:00 Tokyo | 08:00 Paris", "2026-11-24", "08:00 Paris"),
    ("clocks", "10:00 UTC-5 (14:00 UTC)", None, "14:00 UTC"),
    ("backward-hours", "Open from 14h to 9h", None, "14h to 9h"),
    ("backward-hours", "Opening hours: 17–9", None, "17–9"),
    ("backward-hours", "Open Mon–Fri 9:00–05:00", None, "9:00–05:00"),
    ("clocks", "July 14, 3 p.m. EDT / 18:00 UTC", "2026-07-01", "18:00 UTC"),
    ("clocks", "3 December, 10 a.m. ET (4 p.m. GMT)", "2026-12-01", "4 p.m. GMT"),
]


@pytest.mark.parametrize(("fault", "text", "when", "marked"), WRONG, ids=lambda v: str(v)[:40])
def test_contradiction_is_found(fault: str, text: str, when: str | None, marked: str) -> None:
    (hit,) = hits(fault, text, when)
    assert hit.span.of(text) == marked
    assert hit.values["truth"]


RIGHT = [
    ("weekday", "Join us Thursday, March 12, 2026. Good Friday is on April 3.", None),
    ("weekday", "Tuesday, 24 November 2026", None),
    ("weekday", "Every Monday; on 24 November 2026 too", None),
    ("weekday", "Mon–Fri, 9–13 March 2026", None),
    ("weekday", "Monday and Tuesday, March 9 and 10, 2026", None),
    ("weekday", "Monday to Friday, 24 November 2026 excepted", None),
    ("weekday", "Open Monday. March 12, 2026 is the deadline.", None),
    ("weekday", "Friday the 13th, a film", "2026-11-20"),
    ("weekday", "Tuesday 3/11/2026", None),
    ("weekday", "Wednesday 11/3/2026", None),
    ("weekday", "Friday, 15 January", "2026-12-20"),
    ("weekday", "Saturday, 1 May", "2026-11-22"),
    ("weekday", "On Monday in March 12 hares ran", "2026-03-01"),
    ("weekday", "Monday, May 1,200 guests", "2026-03-01"),
    ("weekday", "24 November 2026, Monday's menu", None),
    ("weekday", "On Friday, 3 May 1754", None),
    ("weekday", "Sunday, 12 June 1898", None),
    ("weekday", "We met on Sunday, 24 November, back in 2019.", "2026-11-24"),
    ("weekday", "The Sun, Mar 12, 2026, page 4", None),
    ("weekday", "Tue 24-Nov-2026, 2026/11/24 (Tue), Tuesday 24.11.26", None),
    ("weekday", "Release Mon 24.11.26.3", None),
    ("weekday", "Tuesday, the twenty-fourth of November", "2026-11-20"),
    ("no-such-date", "Born on 29 February? Join us on 1 March.", "2028-02-01"),
    ("no-such-date", "Q4 2026 in figures; question Q5 of 2026 asks", "2026-11-24"),
    ("no-such-date", "Week 53 of 2026", None),
    ("no-such-hour", "Lunch at 12 p.m. (noon), end at 12 a.m. (midnight)", None),
    ("no-such-hour", "Live at 3 p.m. (15:00); in Paris (21:00)", None),
    ("over", "The plan adopted on 3 November will help.", "2026-11-24"),
    ("over", "Applications closed November 15.", "2026-11-24"),
    ("over", "Live today at 6 p.m. EST!", "2026-11-24T15:00-05:00"),
    ("over", "Live tomorrow at 2 p.m. EST!", "2026-11-24T21:00-05:00"),
    ("over", "Join us today, 10:00 UTC to 22:00 UTC", "2026-11-24T18:00Z"),
    ("over", "Join us today at 10:00", "2026-11-24T18:00Z"),
    ("over", "We will build on the 3 November agreement.", "2026-11-24"),
    ("over", "Come and see the show that opened on 3 November.", "2026-11-24"),
    ("not-today", "It's World Water Day today!", "2026-03-22"),
    ("not-today", "World Water Day is tomorrow.", "2026-03-21"),
    ("not-today", "Closed tomorrow, Friday, Saturday and Sunday.", "2026-11-26"),
    ("not-today", "Closed today, Tuesday, and Wednesday.", "2026-11-24"),
    ("not-today", "This Friday, 4 December", "2026-11-26"),
    ("countdown", "In five days, on Sunday, 29 November, we open.", "2026-11-24"),
    ("countdown", "31 days until Christmas! 30 days until Christmas!", "2026-11-24"),
    ("countdown", "In two weeks, on 8 December, we open.", "2026-11-24"),
    ("countdown", "In 5 days we learned more than on 28 November 2019.", "2026-11-24"),
    ("countdown", "In 5 minutes, on 28 November, all was gone.", "2026-11-24"),
    ("countdown", "Open for two weeks until 18 December", "2026-11-24"),
    ("countdown", "Within 5 days, on 28 November at the latest", "2026-11-24"),
    ("countdown", "In about 5 days, on 30 November", "2026-11-24"),
    ("countdown", "Next week, on 2 December; last week, on 18 November", "2026-11-24"),
    ("countdown", "100 days since 16 August", "2026-11-24"),
    ("countdown", "In 5 days, on 28 November, we open.", None),
    ("leap-year", "The last leap year was 2024.", "2026-11-24"),
    ("leap-year", "This is a leap year!", "2028-02-01"),
    ("backward-hours", "Emergency line: 5 p.m. to 8 a.m.", None),
    ("backward-hours", "Reception 20:00–01:00", None),
    ("backward-hours", "After hours (17:00–09:00) call us", None),
    ("backward-hours", "We won 17–9 in room 14–9", None),
    ("backward-hours", "Open 9–5, Saturdays 10–4", None),
    ("no-such-date", "A leap day: 29 February 2024", None),
    ("no-such-date", "Born on 29 February", None),
    ("no-such-date", "In September 31 musicians came", None),
    ("no-such-date", "Room 31, May 2", None),
    ("no-such-date", "31/12/2026 or 12/31/2026", None),
    ("no-such-date", "Version 2.13.2026.4", None),
    ("no-such-date", "on May 31st", None),
    ("no-such-hour", "At 12:30 p.m. and at 0:15", None),
    ("no-such-hour", "At 24:00 the count ends", None),
    ("no-such-hour", "The race: 25:17 minutes", None),
    ("no-such-hour", "In 2024 PM Okoro visited", None),
    ("no-such-hour", "The 14 PM hopefuls", None),
    ("over", "On June 5 you came in hundreds.", "2026-06-10"),
    ("over", "Register by June 10!", "2026-06-10"),
    ("over", "Registration is open since June 5: sign up.", "2026-06-10"),
    ("over", "Thank you for joining us on June 5. See you next year", "2026-06-10"),
    ("over", "Join us on 4 January", "2026-12-10"),
    ("over", "Come along: the fair runs from 2 to 14 June", "2026-06-10"),
    ("over", "Register by June 5!", None),
    ("not-today", "Tomorrow is International Women's Day.", "2026-03-07"),
    ("not-today", "Today is International Women's Day.", "2026-03-08"),
    ("not-today", "Today is International Women's Day.", None),
    ("not-today", "Today is the eve of Canada Day", "2026-06-30"),
    ("not-today", "Today is Independence Day for our hosts", "2026-09-15"),
    ("not-today", "Today is Monday, 9 March.", "2026-03-09"),
    ("not-today", "Happy Canada Day weekend!", "2026-07-04"),
    ("not-today", "Join us this Friday, 27 November.", "2026-11-24"),
    ("not-today", "Join us this Friday, 27 November.", "2026-11-19"),
    ("leap-year", "2028 is a leap year, 2026 is not a leap year", None),
    ("leap-year", "The next leap year is 2028.", "2026-11-24"),
    ("anniversary", "60 years of relations since 1966", "2026-05-01"),
    ("anniversary", "59 years of relations since 1966", "2026-05-01"),
    ("anniversary", "More than 60 years since 1961", "2026-05-01"),
    ("anniversary", "Nearly 60 years since 1968", "2026-05-01"),
    ("anniversary", "In 2017 it was 150 years since 1867", "2026-05-01"),
    ("anniversary", "Since 1965 we welcome 70 students", "2026-05-01"),
    ("anniversary", "Founded in 1966, our club is 12 km from here", "2026-05-01"),
    ("anniversary", "It fell 20 years later, in 1965", "2026-05-01"),
    ("backward-hours", "Open 9 a.m. to 5 p.m.", None),
    ("backward-hours", "Night market, 8 p.m. to 2 a.m.", None),
    ("backward-hours", "The shift runs 22:00–06:00", None),
    ("backward-hours", "Moved from 5 p.m. to 3 p.m.", None),
    ("backward-hours", "Open 10-4 on weekdays", None),
    ("backward-hours", "Friday from 9:30 until 3:00", None),
    ("backward-hours", "8:00 - 5:00", None),
    ("anniversary", "Our ties, which began in 1961, are 65 years old.", "2026-05-01"),
    ("anniversary", "1961–2021: 60 years of friendship", "2026-05-01"),
    (
        "anniversary",
        "Founded in 1961, it turned 50 in 2011; 50th anniversary in 2011",
        "2026-05-01",
    ),
    ("anniversary", "Opened in 1961. Fifty years later, in 2011, it moved.", "2026-05-01"),
    ("anniversary", "In the 1990s, three decades ago, we had a rink.", "2026-05-01"),
    ("anniversary", "Founded in 1967, our club turns 60 next year.", "2026-05-01"),
    ("anniversary", "The strongest two-year growth since 2000", "2026-05-01"),
    ("anniversary", "In 1961 a 70-year-old farmer built this house.", "2026-05-01"),
    ("anniversary", "Six decades since 1961, nearly a century since 1930", "2026-05-01"),
    ("clocks", "14:00 in Ottawa (19:00 UTC) on 3 December", "2026-11-24"),
    ("clocks", "On 3 December 18:00 in Paris, 20:00 in London", "2026-11-24"),
    ("clocks", "10:00 UTC-5 (15:00 UTC); 20:00 local time (UTC+9) = 11:00 UTC", None),
    ("clocks", "3 December: 10:00 EST | 16:00 CEST", "2026-11-24"),
    ("zone", "10 July 2026, 18:00 GMT (19:00 in London)", None),
    ("zone", "Live on July 14 at 2 p.m. EDT", "2026-07-01"),
    ("zone", "Live on July 14 at 2 p.m. ET", "2026-07-01"),
    ("zone", "On July 14 at 2 p.m. EST in Jamaica", "2026-07-01"),
    ("zone", "Every day at 2 p.m. EST", None),
    ("clocks", "July 14, 3 p.m. EDT / 19:00 UTC", "2026-07-01"),
    ("clocks", "From 10 a.m. ET to 4 p.m. GMT", "2026-07-01"),
]


@pytest.mark.parametrize(("fault", "text", "when"), RIGHT, ids=lambda v: str(v)[:40])
def test_near_miss_is_silent(fault: str, text: str, when: str | None) -> None:
    assert [hit.span.of(text) for hit in hits(fault, text, when)] == []


def test_a_year_guessed_from_the_clock_makes_a_warning_only() -> None:
    day = date.today() + timedelta(days=10)  # noqa: DTZ011 - a local day
    wrong = dates.WEEKDAY_NAMES[(day.weekday() + 1) % 7]
    (hit,) = hits("weekday", f"See you on {wrong}, {day.day} {dates.MONTH_NAMES[day.month - 1]}.")
    assert hit.severity is Severity.WARNING


FORMATS = (
    "{weekday}, {day} {month} {year}",
    "{weekday} {day} {short} {year}",
    "{shortday} {day} {short} {year}",
    "{shortday}. {short}. {day}, {year}",
    "{weekday}, {month} {day}, {year}",
    "{weekday} the {ordinal} of {month} {year}",
    "{month} {ordinal}, {year} ({weekday})",
    "{day} {month} {year} ({shortday})",
    "{weekday} {day}/{number}/{year}",
    "{weekday} {year}-{number:02}-{day:02}",
    "{weekday} {day}.{number}.{year}",
    "{french} {day} {mois} {year}",
)
JOURS = "lundi mardi mercredi jeudi vendredi samedi dimanche".split()
MOIS = (
    "janvier février mars avril mai juin juillet août septembre octobre novembre décembre".split()
)


def write(layout: str, day: date, weekday: int) -> str:
    name, month = dates.WEEKDAY_NAMES[weekday], dates.MONTH_NAMES[day.month - 1]
    teen = day.day // 10 == 1
    ending = "th" if teen else {1: "st", 2: "nd", 3: "rd"}.get(day.day % 10, "th")
    return layout.format(
        weekday=name,
        shortday=name[:3],
        month=month,
        short=month[:3],
        day=day.day,
        number=day.month,
        year=day.year,
        ordinal=f"{day.day}{ending}",
        french=JOURS[weekday],
        mois=MOIS[day.month - 1],
    )


days = st.dates(min_value=date(1801, 1, 1), max_value=date(2199, 12, 31))


@settings(deadline=None)
@given(days, st.sampled_from(FORMATS))
def test_the_right_weekday_is_silent(day: date, layout: str) -> None:
    assert hits("weekday", f"Join us: {write(layout, day, day.weekday())} at noon.") == []


@settings(deadline=None)
@given(days, st.sampled_from(FORMATS), st.integers(1, 6))
def test_each_wrong_weekday_is_found(day: date, layout: str, off: int) -> None:
    text = f"Join us: {write(layout, day, (day.weekday() + off) % 7)} at noon."
    found = hits("weekday", text)
    swapped = "/" in layout or "{day}." in layout
    if swapped and day.day <= 12:  # the day and the month may be the other way round
        other = date(day.year, day.day, day.month)
        assert bool(found) == (other.weekday() != (day.weekday() + off) % 7)
        return
    (hit,) = found
    (fix,) = hit.fixes
    mended = text[: fix.span.start] + fix.text + text[fix.span.end :]
    if "french" not in layout:
        assert hits("weekday", mended) == []


YEARLESS = (
    "{weekday}, {day} {month}",
    "{shortday} {day} {short}",
    "{shortday}., {short}. {day}",
    "{month} {ordinal} ({weekday})",
    "{weekday} the {ordinal} of {month}",
    "{french} {day} {mois}",
)
soon = st.integers(-30, 100).map(lambda ahead: timedelta(days=ahead))


@settings(deadline=None)
@given(days, soon, st.sampled_from(YEARLESS), st.integers(0, 6))
def test_the_schedule_gives_the_year(today: date, ahead: timedelta, layout: str, off: int) -> None:
    day = today + ahead
    text = f"Reception: {write(layout, day, (day.weekday() + off) % 7)} at noon."
    assert bool(hits("weekday", text, today.isoformat())) == bool(off)


@settings(deadline=None)
@given(days, st.integers(2, 90))
def test_a_countdown_from_the_schedule(today: date, ahead: int) -> None:
    day = today + timedelta(days=ahead)
    when = f"{day.day} {dates.MONTH_NAMES[day.month - 1]} {day.year}"
    for count in (ahead - 1, ahead, ahead + 1):
        found = hits("countdown", f"In {count} days, on {when}, we open.", today.isoformat())
        assert bool(found) == (count != ahead)


def test_the_mission_clock_says_which_day_it_is() -> None:
    context = {"publish_at": "2026-11-24T23:30:00+00:00"}
    post = posts.from_values("Today is Wednesday.", context, "post.md", 1)
    tokyo = Facts(mission="Tokyo", time_zone="Asia/Tokyo")
    finder = calendar.compile({"fault": "not-today"})
    assert not list(finder.find(Document(post, NoGrammar(), facts=tokyo), ()))  # type: ignore[arg-type]
    assert list(finder.find(Document(post, NoGrammar()), ()))  # type: ignore[arg-type]


@settings(deadline=None)
@given(st.text(max_size=200))
def test_no_text_breaks_it(text: str) -> None:
    for fault in calendar.FAULTS:
        for hit in hits(fault, f"- {text}", "2026-03-09"):
            assert 2 <= hit.span.start <= hit.span.end <= len(text) + 2
