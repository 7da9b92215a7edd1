"""Days and moments, with zones and without."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from postlint import moments

NOON = datetime(2026, 11, 24, 12, tzinfo=UTC)
NAIVE = datetime(2026, 11, 24, 12)  # noqa: DTZ001 - without a zone on purpose
NAIROBI = timezone(timedelta(hours=3))


@pytest.mark.parametrize(
    ("one", "other", "before"),
    [
        (NOON, NOON + timedelta(minutes=1), True),
        (NOON, NOON, False),
        (NOON, NOON.astimezone(NAIROBI), False),
        (NAIVE, NAIVE + timedelta(minutes=1), True),
        (NAIVE, NOON + timedelta(hours=14), False),
        (NAIVE, NOON + timedelta(hours=15), True),
        (NOON, NAIVE + timedelta(hours=15), True),
        (NOON, NAIVE + timedelta(hours=13), False),
    ],
    ids=[
        "a minute later", "the same", "the same elsewhere", "both naive", "naive, in some zones",
        "naive, in every zone", "aware and naive", "aware and naive, in some zones",
    ],
)  # fmt: skip
def test_which_is_before(one: datetime, other: datetime, before: bool) -> None:
    assert moments.is_before(one, other) is before


def test_a_day_has_a_first_and_a_last_moment() -> None:
    day = date(2026, 11, 24)
    first, last = moments.placed(day, NAIROBI), moments.placed(day, NAIROBI, end=True)
    assert first == datetime(2026, 11, 23, 21, tzinfo=UTC)
    assert last.date() == day


def test_a_moment_keeps_its_own_zone() -> None:
    assert moments.placed(NOON, NAIROBI) == NOON


@given(st.datetimes(), st.datetimes(), st.sampled_from([None, UTC, NAIROBI]))
def test_never_both_ways(one: datetime, other: datetime, zone: timezone | None) -> None:
    placed = one.replace(tzinfo=zone)
    assert not (moments.is_before(placed, other) and moments.is_before(other, placed))
