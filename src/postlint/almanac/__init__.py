"""What a post says of days and hours, against the calendar: each finder yields contradictions.

The reading of dates is in ``dates``; what a rule makes of a hit is decided by
the rule. Every hit carries its reckoning under ``truth``.
"""

from __future__ import annotations

from postlint.almanac.anniversary import anniversaries
from postlint.almanac.begun import gone_hours
from postlint.almanac.clocks import clocks
from postlint.almanac.countdown import countdowns
from postlint.almanac.embargo import broken_embargoes
from postlint.almanac.hours import backward_hours, impossible_hours
from postlint.almanac.invitation import invitations
from postlint.almanac.leap import leap_years
from postlint.almanac.noon import doubled_hours
from postlint.almanac.observance import observances
from postlint.almanac.period import impossible_periods
from postlint.almanac.recycled import recycled_years
from postlint.almanac.weekday import impossible_dates, weekdays
from postlint.almanac.zone import ZONES, zones

__all__ = [
    "ZONES",
    "anniversaries",
    "backward_hours",
    "broken_embargoes",
    "clocks",
    "countdowns",
    "doubled_hours",
    "gone_hours",
    "impossible_dates",
    "impossible_hours",
    "impossible_periods",
    "invitations",
    "leap_years",
    "observances",
    "recycled_years",
    "weekdays",
    "zones",
]
