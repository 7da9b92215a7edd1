"""Days and moments as tables have them."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from postlint.posts import dates

HALF_PAST_TWO = datetime(2026, 11, 24, 14, 30)  # noqa: DTZ001 - no zone is written
EAST = timezone(timedelta(hours=5, minutes=30))
VALUES = {
    "2026-11-24": date(2026, 11, 24),
    "2026/11/24 14:30": HALF_PAST_TWO,
    "2026-11-24 14:30:00": HALF_PAST_TWO,
    "2026-11-24T14:30:00.000Z": HALF_PAST_TWO.replace(tzinfo=UTC),
    "2026-11-24T14:30+05:30": HALF_PAST_TWO.replace(tzinfo=EAST),
    "2026-11-24 14:30 UTC": HALF_PAST_TWO.replace(tzinfo=UTC),
    "24/11/2026 14:30": HALF_PAST_TWO,
    "11/24/2026 2:30 PM": HALF_PAST_TWO,
    "11/24/2026 2:30PM": HALF_PAST_TWO,
    "11/24/2026, 2:30 p.m.": HALF_PAST_TWO,
    "24-11-2026": date(2026, 11, 24),
    "4/4/2026": date(2026, 4, 4),
    "3.4.2026": date(2026, 4, 3),
    "24.11.2026 14:30": HALF_PAST_TWO,
    "Nov 24, 2026 2:30 PM": HALF_PAST_TWO,
    "November 24 2026 at 14:30": HALF_PAST_TWO,
    "24 November 2026": date(2026, 11, 24),
    "24-Nov-2026": date(2026, 11, 24),
    "1er février 2026": date(2026, 2, 1),
    "24 nov. 2026 à 14 h 30": HALF_PAST_TWO,
    "24\u202fnovembre 2026, 14h30": HALF_PAST_TWO,
    "12/31/2026 12:05 am": datetime(2026, 12, 31, 0, 5),  # noqa: DTZ001
    "31/12/2026 12:05 pm": datetime(2026, 12, 31, 12, 5),  # noqa: DTZ001
    "2026-02-30": None,
    "31/31/2026": None,
    "24/11/26": None,
    "2026-11-24 25:00": None,
    "2026-11-24 14": None,
    "2026-11-24 13:00 PM": None,
    "2026-11-24 14:30+99:00": None,
    "Brumaire 3, 2026": None,
    "tomorrow": None,
    "": None,
    "1" * 1000: None,
}


@pytest.mark.parametrize(("value", "meant"), VALUES.items(), ids=lambda value: str(value)[:30])
def test_values(value: str, meant: date | None) -> None:
    assert dates.read(value, None) == meant


@pytest.mark.parametrize("value", ["03/04/2026", "3-4-2026 09:00", "12/11/2026"])
def test_a_day_that_may_be_two_days_waits_for_the_order(value: str) -> None:
    with pytest.raises(dates.Ambiguous):
        dates.read(value, None)
    days = {dates.read(value, order) for order in dates.ORDERS}
    assert len(days) == 2
    assert None not in days


def test_the_order_is_kept_where_it_is_said() -> None:
    assert dates.read("24/11/2026", "mdy") is None
    assert dates.read("03/04/2026", "mdy") == date(2026, 3, 4)


COLUMNS = {
    "one value settles it": (["03/04/2026", "24/11/2026"], "dmy"),
    "month first": (["03/04/2026 09:00", "11/24/2026 09:00"], "mdy"),
    "nothing settles it": (["03/04/2026", "04/04/2026"], None),
    "two settle it otherwise": (["24/11/2026", "11/24/2026"], None),
    "the year first says nothing": (["2026/24/11", "2026-11-24"], None),
    "points say nothing": (["24.11.2026"], None),
    "no dates": (["", "soon"], None),
}


@pytest.mark.parametrize(("values", "order"), COLUMNS.values(), ids=COLUMNS)
def test_a_column_settles_the_order(values: list[str], order: str | None) -> None:
    assert dates.order_of(values) == order


TIMES = {"14:30": time(14, 30), "2:30 pm": time(14, 30), "14 h 30": time(14, 30), "9am": time(9)}


@pytest.mark.parametrize(("value", "meant"), TIMES.items(), ids=TIMES)
def test_times(value: str, meant: time) -> None:
    assert dates.read_time(value) == meant


@pytest.mark.parametrize("value", ["14", "24:00", "noon", "0:30 pm", "٣:٣٠"])
def test_no_times(value: str) -> None:
    assert dates.read_time(value) is None


@given(st.text(st.sampled_from("0123456789/-.: TapmZ+hnov,"), max_size=30))
def test_no_value_breaks_it(value: str) -> None:
    assert dates.read(value, "dmy") is None or dates.read_time(value) is None
    try:
        dates.read(value, None)
    except dates.Ambiguous:
        assert dates.order_of([value]) is None
