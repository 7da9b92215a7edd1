"""“From A to B” in a text, and what may honestly have been rounded on either side."""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import islice
from typing import TYPE_CHECKING, Final

from postlint import figures
from postlint.figures import Figure
from postlint.spans import Span
from postlint.values import dataclass

if TYPE_CHECKING:
    from collections.abc import Iterator

PERCENT: Final = r"(?:\s?%|\s(?:per\scent|percent)\b)"
UP: Final = (
    "up|rose|risen|rise|rises|rising|increase|increased|increases|increasing|grew|grown|grow|grows"
    "|growth|growing|jump"
    "|jumped|climbed|climb|gain|gained|gains|surge|surged|soared|higher|more|hausse|augmentation"
    "|raised|improved"
)
DOWN: Final = (
    "down|fell|fallen|fall|falls|falling|decrease|decreased|decreases|decreasing|drop|dropped"
    "|drops|decline"
    "|declined|declines|cut|cuts|reduced|reduction|reduces|lower|lowered|fewer|less|shrank|shrunk"
    "|shrinking|plunged"
    "|slashed|baisse|recul|diminution|sank|dipped"
)
REACH: Final = 70
"""How many characters away a word about the change may stand."""
_MOST: Final = 50
"""Changes of one text that are looked at; a longer list is no post."""
_HINT: Final = re.compile(r"\b(?:from|de|this|now|today|in)\s")
_YEARS: Final = range(1900, 2101)


@dataclass(frozen=True, slots=True)
class Change:
    """“from A to B” with whether both are percentages, and where it stands."""

    span: Span
    old: Figure
    new: Figure
    percent: bool

    @property
    def bounds(self) -> tuple[float, float]:
        """The smallest and the largest change in percent that the two numbers allow."""
        (old_low, old_high), (new_low, new_high) = self.old.means, self.new.means
        old_low = max(old_low, 1e-9)
        return 100 * (new_low / old_high - 1), 100 * (new_high / old_low - 1)


@lru_cache(maxsize=1)
def _from_to() -> re.Pattern[str]:
    old, new = figures.pattern("old_"), figures.pattern("new_")
    noun = r"(?:\s[a-zà-ÿ-]+){0,3}?"
    when = r"(?:\s(?:in|during|en)\s(?:[a-z]+\s)?\d{4})?"
    tail = rf"(?:{PERCENT})?"
    back = figures.pattern("back_"), figures.pattern("forth_")
    last = figures.pattern("then_", worded=False), figures.pattern("now_", worded=False)
    return re.compile(
        rf"\b(?:from|de)\s{old}(?P<old_percent>{PERCENT})?{noun}{when},?\s(?:to"
        rf"|à)\s{new}(?P<new_percent>{PERCENT})?"
        rf"|(?<![\w-]){last[0]}{noun}\s(?:last\s(?:year|month)|in\s\d{{4}}),?\s(?:and\s|but\s)?"
        rf"{last[1]}\s(?:this\s(?:year|month)|in\s\d{{4}}|now|today)\b"
        rf"|\bto\s{back[1]}(?P<forth_percent>{PERCENT})?{noun}{when},?\s(?:up\s"
        rf"|down\s)?from\s{back[0]}{tail}"
    )


def found(text: str) -> Iterator[Change]:
    """Yield each “from A to B” and “to B from A” of a folded text; years are no amounts."""
    if not _HINT.search(text):
        return
    for match in islice(_from_to().finditer(text), _MOST):
        names = next(names for names in _NAMES if _is_there(match, names[0]))
        old, new = (figures.read(match, name) for name in names)
        if old is None or new is None or old.value <= 0 or new.value < 0 or _years(match, names):
            continue
        percent = bool(match.group("new_percent") or match.group("forth_percent"))
        if names[0] == "then_" and (old.about or new.about):
            continue
        if percent:
            old, new = (rounded(one) for one in (old, new))
        elif (
            _scale(match, names[1]) and not _scale(match, names[0]) and old.value < new.value / 1e3
        ):
            factor = figures.SCALES[match.group(f"{names[1]}scale")]  # “from 2 to 3 million”
            old = Figure(old.span, old.value * factor, factor / 2, old.about)
        yield Change(Span(match.start(), match.end()), old, new, percent)


_NAMES: Final = (("old_", "new_"), ("back_", "forth_"), ("then_", "now_"))


def _is_there(match: re.Match[str], prefix: str) -> bool:
    groups = match.groupdict()
    return bool(groups[f"{prefix}digits"] or groups.get(f"{prefix}word"))


def _years(match: re.Match[str], names: tuple[str, str]) -> bool:
    """Tell “from 2019 to 2021” from two amounts."""
    digits = [match.group(f"{name}digits") or "" for name in names]
    return all(number.isdigit() and int(number) in _YEARS for number in digits)


def _scale(match: re.Match[str], prefix: str) -> bool:
    return bool(match.group(f"{prefix}scale"))


def rounded(one: Figure) -> Figure:
    """Give a percentage at least half a point: nobody counts percentages exactly."""
    return Figure(one.span, one.value, max(one.half, 0.5), one.about)


def is_down(word: str) -> bool:
    """Tell a word that says “less”."""
    return re.fullmatch(DOWN, word) is not None
