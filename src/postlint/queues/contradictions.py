"""Two posts of one account that give different days or numbers for the same thing.

Every statement is compared with the first of the same words only, so that the
work grows with the posts and not with their pairs.
"""

from __future__ import annotations

from collections import defaultdict
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING, Final, NamedTuple, TypeAlias

from postlint import dates, social
from postlint.lazily import Pattern
from postlint.queues import statements
from postlint.queues.statements import TIME, Days
from postlint.spans import Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from postlint.model import Post
    from postlint.queues.statements import Amount, Statement

WEEK: Final = 7
FIVE_WEEKS: Final = 35
EDITION: Final = timedelta(days=200)
"""Posts that are so far apart speak of this year's and of next year's."""
TWO: Final = 2

_NUMBER: Final = Pattern(
    r"(?<![\w.,])\d{1,3}(?:[ ,.\u00a0\u202f]\d{3})+(?!\d)|(?<!\w)\d+(?:[.,]\d+)?"
)
_NO_DIGIT: Final = Pattern(r"\D")

Key: TypeAlias = "tuple[str | None, str, str, frozenset[str]]"


class Clash(NamedTuple):
    """Where a post says something else than an earlier one, and what that one says."""

    span: Span
    other: Post
    said: str


class _Made(NamedTuple):
    at: int
    statement: Statement


def find(
    posts: Sequence[Post], languages: Sequence[str], made: Sequence[Sequence[Statement]]
) -> dict[int, Clash]:
    """Return for each post that contradicts an earlier one the first such place."""
    rows: dict[Key, list[_Made]] = defaultdict(list)
    for at, (post, language) in enumerate(zip(posts, languages, strict=True)):
        for one in made[at]:
            rows[post.account, language, one.kind, one.subject].append(_Made(at, one))
    clashes: dict[int, Clash] = {}
    for row in rows.values():
        first = row[0]
        if len(row) < TWO or _is_series([one.statement for one in row]):
            continue
        for each in row[1:]:
            if each.at != first.at and _contradicts(first, each, posts):
                clash = Clash(each.statement.span, posts[first.at], first.statement.said)
                clashes.setdefault(each.at, clash)
    return clashes


def _is_series(row: Sequence[Statement]) -> bool:
    """Tell whether one subject has three values or more: a series, and no slip."""
    different: list[Days | Amount] = []
    for one in row:
        if all(_differ(one.value, other) for other in different):
            different.append(one.value)
        if len(different) > TWO:
            return True
    return False


def _differ(one: Days | Amount, other: Days | Amount) -> bool:
    if isinstance(one, Days) or isinstance(other, Days):
        return isinstance(one, Days) and isinstance(other, Days) and one.differs(other)
    return one.differs(other)


def _contradicts(first: _Made, later: _Made, posts: Sequence[Post]) -> bool:
    one, two = first.statement.value, later.statement.value
    if not (first.statement.named or later.statement.named):
        return False
    if not _differ(one, two) or _apart(posts[first.at], posts[later.at]):
        return False
    if not isinstance(one, Days) or not isinstance(two, Days):
        return True
    weekly = first.statement.kind == statements.ON and _weeks_apart(one, two)
    known = any(not day.differs(one) for day, _ in statements.days(posts[later.at].text))
    return not (weekly or known or _is_over(one, posts[first.at], posts[later.at]))


def _weeks_apart(one: Days, two: Days) -> bool:
    """Tell whether two days are one weekday within five weeks: what is weekly looks so."""
    year = one.year or two.year or 2000
    gaps = [
        abs((first - second).days)
        for first in _in_year(one, one.year or year)
        for second in _in_year(two, two.year or year)
    ]
    return any(gap % WEEK == 0 and gap <= FIVE_WEEKS for gap in gaps)


def _in_year(days: Days, year: int) -> Iterable[date]:
    for month, day in days.readings:
        try:
            yield date(year, month, day)
        except ValueError:
            continue


def _day(post: Post) -> date | None:
    when = post.publish_at
    return when.date() if isinstance(when, datetime) else when


def _apart(one: Post, two: Post) -> bool:
    first, second = _day(one), _day(two)
    return first is not None and second is not None and abs(second - first) > EDITION


def _is_over(days: Days, first: Post, later: Post) -> bool:
    """Tell whether a post goes out when the day of the other is past: it speaks of the next."""
    out, before = _day(later), _day(first)
    if out is None:
        return False
    year = days.year or (before or out).year
    start = before or out - EDITION
    candidates = [each for number in (year, year + 1) for each in _in_year(days, number)]
    return any(start <= each < out for each in candidates)


# ---------------------------------------------------------------- translations


def between_versions(one: Post, two: Post) -> Clash | None:
    """Return where ``two``, a version of ``one`` in another language, gives another day or number.

    Days are compared where both versions name as many, numbers where each has one.
    """
    theirs, own = statements.days(one.text), statements.days(two.text)
    if len(theirs) == len(own):
        strange = [each for each in own if all(each[0].differs(day) for day, _ in theirs)]
        missed = [each for each in theirs if all(each[0].differs(day) for day, _ in own)]
        if strange and missed:
            return Clash(strange[0][1], one, missed[0][1].of(one.text))
    return _other_number(one, two)


def _other_number(one: Post, two: Post) -> Clash | None:
    theirs, own = _numbers(one.text), _numbers(two.text)
    if len(theirs) != 1 or len(own) != 1:
        return None
    said, here = theirs[0].of(one.text), own[0].of(two.text)
    digits = [_NO_DIGIT.sub("", written) for written in (said, here)]
    if digits[0] == digits[1] or min(map(len, digits)) < TWO:
        return None
    return Clash(own[0], one, said)


def _numbers(text: str) -> list[Span]:
    """Return the numbers of a text but for its days, its hours and what stands in links."""
    masked = social.mask(text, social.find(text))
    apart = [written.span for written in dates.find(masked)]
    apart += [Span(*each.span()) for each in TIME.finditer(masked.lower())]
    found = [Span(*each.span()) for each in _NUMBER.finditer(masked)]
    return [span for span in found if not any(span.overlaps(other) for other in apart)]
