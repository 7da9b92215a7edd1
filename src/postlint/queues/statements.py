"""What a post states that another may contradict: a day or a number, and of what.

Two statements are of the same thing only when all their words of substance are
the same, in any order: “registration for the Freedonia scholarship closes” and
“deadline for Freedonia scholarships”, but never two scholarships of Freedonia.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, Final, NamedTuple

from postlint import dates, figures, prose
from postlint.lazily import Pattern
from postlint.queues import wording
from postlint.spans import Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from postlint.dates import Written

ON: Final = "on"
BEGIN: Final = "begin"
END: Final = "end"
FEW: Final = 2
ENOUGH: Final = 3
"""So many words without a name among them are an event too."""
MOST: Final = 12
"""A subject of more words is a story."""
CHAIN: Final = 3
"""A counted noun stands among so many words after its number."""
APPLY: Final = "apply"
_NO_SUBJECT: Final = wording.FILLERS | wording.END | wording.BEGIN

_DIGIT: Final = Pattern(r"\d")
_MAY_COUNT: Final = Pattern(rf"\d|{'|'.join(word for word in figures.words() if word.isalpha())}")
"""What every number holds, in one cheap look."""
_BREAK: Final = Pattern(r"[,;!?()\n•|–—]|\.\.\.|…| - ")
_JOINT: Final = Pattern(
    r"\b(?:but|so|because|mais|car|(?:and|et) (?=we|you|it|they|then|there|nous|vous|il|elle))\b"
)
TIME: Final = Pattern(
    r"\d{1,2}(?:[:.]\d\d)?\s?[ap]\.?m\b\.?|\d{1,2}:\d\d|\d{1,2}\s?h(?:\s?\d\d)?\b"
)
_AS_TAG: Final = Pattern(r"[A-Z][a-zà-ÿ]+|[A-Z]+(?![a-zà-ÿ])|\d+|[a-zà-ÿ]+")
_LABELLED: Final = Pattern(r"(?:^|.*\s)(?:[A-Z]\w*|no\.?|nr|page|phase|article|room|level) $")
_MONEY: Final = Pattern(r"[$€£¥]\s?$")
_MONEY_AFTER: Final = Pattern(r"\s?[$€£]|\s(?:canadian |us )?(?:dollars|euros|pounds)\b")
_PERCENT: Final = Pattern(r"\s?(?:%|per\s?cent\b|pour\scent\b)")
_TAGS: Final = Pattern(r"(?:[\s.!?…,:|]|\ufffc|#\w+|[^\w\s])*")


class Days(NamedTuple):
    """A day of a year, each way in which it may be read, and the year where it is written."""

    readings: frozenset[tuple[int, int]]
    year: int | None

    def differs(self, other: Days) -> bool:
        """Tell whether the two cannot be one day of one year; two years are two editions."""
        if self.year and other.year and self.year != other.year:
            return False
        return self.readings.isdisjoint(other.readings)


class Amount(NamedTuple):
    """The least and the greatest number that may have been meant."""

    low: float
    high: float

    def differs(self, other: Amount) -> bool:
        """Tell whether no number can have been meant by both."""
        return self != other and (self.low >= other.high or other.low >= self.high)


class Statement(NamedTuple):
    """A value, the words that say what has it, and how and where it is written."""

    kind: str
    subject: frozenset[str]
    value: Days | Amount
    span: Span
    said: str
    named: bool
    """Whether a word of the subject is seen to be a name; the first of a sentence is not."""


class _Word(NamedTuple):
    span: Span
    folded: str
    is_name: bool


class _Reader:
    """One text, with its words and sentences at hand."""

    def __init__(self, text: str, masked: str, folded: str, words: Sequence[Span]) -> None:
        self.text, self.masked, self.folded = text, masked, folded
        self.sentences = prose.sentences(masked)
        self.dates = dates.find(masked)
        self._words = words

    def sentence_at(self, offset: int) -> tuple[int, Span]:
        found = [at for at, each in enumerate(self.sentences) if each.start <= offset < each.end]
        at = found[0] if found else 0
        return at, self.sentences[at] if found else Span(0, len(self.text))

    def words(self, within: Span, without: Sequence[Span]) -> Iterator[_Word]:
        """Yield the words of a stretch; a tag like #FreedoniaAwards gives its several words."""
        end = self._before_tags(within)
        for span in self._words:
            inside = within.start <= span.start and span.end <= end
            if not inside or any(span.overlaps(other) for other in without):
                continue
            if self.masked[max(0, span.start - 1) : span.start] == "#":
                for part in _AS_TAG.finditer(self.masked, span.start, span.end):
                    yield _Word(Span(*part.span()), part.group().lower(), is_name=True)
            else:
                yield _Word(span, span.of(self.folded), self._is_name(span, within))

    def _before_tags(self, within: Span) -> int:
        """Return where the tags begin that a sentence ends with, its end if there are no others."""
        first = self.masked.find("#", within.start, within.end)
        while first > within.start:
            if _TAGS.match(self.masked, first, within.end).end() == within.end:  # type: ignore[union-attr]
                return first
            first = self.masked.find("#", first + 1, within.end)
        return within.end

    def _is_name(self, span: Span, within: Span) -> bool:
        word = span.of(self.masked)
        if not word[0].isupper():
            return False
        if word.isupper() and len(word) > 1:
            return True
        opens = not re.search(r"\w", self.masked[within.start : span.start])
        return not opens or self.masked[span.end : span.end + FEW].strip()[:1].isupper()

    def clause(self, around: Span, sentence: Span) -> Span:
        """Return the stretch of a sentence, from comma to comma, that holds a value.

        One that says nothing by itself (“On 3 December, …”) takes in its neighbour.
        """
        breaks = [
            each.span() for each in _BREAK.finditer(self.masked, sentence.start, around.start)
        ]
        before = [end for _, end in breaks]
        after = [each.start() for each in _BREAK.finditer(self.masked, around.end, sentence.end)]
        joint = _JOINT.search(self.folded, around.end, sentence.end)
        after = sorted([*after, *([joint.start()] if joint else []), sentence.end])
        starts = [sentence.start, *before]
        clause = Span(starts[-1], max(after[0], around.end))
        if len(_substance(self.words(clause, (around,)))[0]) >= FEW:
            return clause
        if len(starts) > 1:
            return Span(starts[-2], clause.end)
        return Span(clause.start, max(after[min(1, len(after) - 1)], clause.end))


def find(
    text: str, masked: str, folded: str, words: Sequence[Span], spelled: Sequence[str]
) -> tuple[Statement, ...]:
    """Return what a text states; nothing where it says that it corrects something.

    ``masked`` has no links or handles, ``folded`` is that in lower case, ``words`` its words
    and ``spelled`` how they are spelled there.
    """
    if not _DIGIT.search(masked) and figures.words().keys().isdisjoint(spelled):
        return ()
    if wording.CORRECTED.search(folded):
        return ()
    reader = _Reader(text, masked, folded, words)
    return (*_dated(reader), *_counted(reader))


def days(masked: str) -> tuple[tuple[Days, Span], ...]:
    """Return every day that a text names, the first and last of a range too."""
    found = []
    for each in dates.find(masked):
        found.append((_days(each), each.span))
        if each.last is not None:
            found.append((Days(frozenset({(each.month, each.last)}), each.year), each.span))
    return tuple(found)


# ---------------------------------------------------------------- days


def _days(written: Written) -> Days:
    pairs = {(written.month, written.day)}
    if written.swapped:
        pairs.add((written.day, written.month))
    return Days(frozenset(pairs), written.year)


def _dated(reader: _Reader) -> Iterator[Statement]:
    for written in reader.dates:
        at, sentence = reader.sentence_at(written.span.start)
        alone = sum(sentence.covers(other.span) for other in reader.dates) == 1
        if alone and written.last is None and not _is_open(reader, sentence):
            yield from _on_day(reader, written, at, sentence)


def _is_open(reader: _Reader, sentence: Span) -> bool:
    """Tell whether a sentence asks, denies, or speaks of what comes again and again."""
    said = sentence.of(reader.folded)
    negated = wording.NEGATED.search(said) or said.rstrip().endswith("?")
    return bool(negated or wording.RECURRING.search(said))


def _on_day(reader: _Reader, written: Written, at: int, sentence: Span) -> Iterator[Statement]:
    day = written.weekday_span
    whole = Span(
        min(written.span.start, day.start if day else written.span.start),
        max(written.span.end, day.end if day else 0),
    )
    clause = reader.clause(whole, sentence)
    words = list(reader.words(clause, (whole, *_times(reader, clause))))
    kind = _kind(words)
    subject, named = _substance(words)
    if kind != ON and len(subject - {APPLY}) < FEW:
        subject, named = _borrowed(reader, at, subject & {APPLY})
    if kind == END and subject & wording.CALLS:
        subject |= {APPLY}
    if wording.SHUT.search(clause.of(reader.folded)):
        return
    own = len(subject - {APPLY})
    if FEW <= own <= MOST:
        named = named or (own >= ENOUGH and kind != ON)
        said = written.span.of(reader.text)
        yield Statement(kind, subject, _days(written), written.span, said, named)


def _times(reader: _Reader, within: Span) -> tuple[Span, ...]:
    found = TIME.finditer(reader.folded, within.start, within.end)
    return tuple(Span(*each.span()) for each in found)


def _kind(words: Sequence[_Word]) -> str:
    stems = {word.folded for word in words} | {wording.stem(word.folded) for word in words}
    if stems & wording.BEGIN:
        return BEGIN
    return END if stems & (wording.END | wording.APPLY) else ON


def _substance(words: Sequence[_Word] | Iterator[_Word]) -> tuple[frozenset[str], bool]:
    """Return the words that say what is spoken of, and whether a name is among them."""
    subject: set[str] = set()
    named = False
    for word in words:
        stem = wording.stem(word.folded)
        if stem in wording.APPLY or word.folded in wording.APPLY:
            subject.add(APPLY)
        elif stem not in _NO_SUBJECT and word.folded not in _NO_SUBJECT:
            subject.add(stem)
            named = named or word.is_name
    return frozenset(subject), named


def _borrowed(reader: _Reader, at: int, stage: frozenset[str]) -> tuple[frozenset[str], bool]:
    """Return what “Apply by 3 December” is about: a short sentence before, or the only long tag."""
    if at:
        before = reader.sentences[at - 1]
        subject, named = _substance(reader.words(before, ()))
        fits = FEW <= len(subject - {APPLY}) <= ENOUGH + 1
        if named and fits and not _is_open(reader, before):
            return subject | stage, True
    tags = {tag.group()[1:] for tag in re.finditer(r"#\w+", reader.masked)}
    if len(tags) == 1:
        parts = [part.group().lower() for part in _AS_TAG.finditer(tags.pop())]
        if len(parts) >= FEW:
            return frozenset(map(wording.stem, parts)) | stage, True
    return frozenset(), False


# ---------------------------------------------------------------- numbers


@lru_cache(maxsize=1)
def _pattern() -> re.Pattern[str]:
    return re.compile(figures.pattern("n"))


def _counted(reader: _Reader) -> Iterator[Statement]:
    for sentence in reader.sentences:
        said = sentence.of(reader.folded)
        if (
            not _MAY_COUNT.search(said)
            or _is_open(reader, sentence)
            or wording.GROWING.search(said)
        ):
            continue
        apart = (*(each.span for each in reader.dates), *_times(reader, sentence))
        numbers = [
            figure
            for match in _pattern().finditer(reader.folded, sentence.start, sentence.end)
            if (figure := figures.read(match, "n")) is not None
            and not any(figure.span.overlaps(other) for other in apart)
        ]
        if len(numbers) == 1 and not numbers[0].about:
            yield from _of_number(reader, numbers[0], sentence)


def _of_number(reader: _Reader, figure: figures.Figure, sentence: Span) -> Iterator[Statement]:
    clause = reader.clause(figure.span, sentence)
    unit = _unit(reader, figure.span, clause)
    if unit is None or _is_label(reader, figure.span, sentence):
        return
    kind, noun = unit
    subject, named = _substance(reader.words(clause, (figure.span, noun)))
    enough = 1 if noun.end > noun.start else FEW
    if enough <= len(subject) <= MOST and figure.value > 1:
        written = Span(figure.span.start, max(figure.span.end, noun.end))
        value = Amount(*figure.means)
        yield Statement(kind, subject, value, written, written.of(reader.text), named)


def _is_label(reader: _Reader, number: Span, sentence: Span) -> bool:
    """Tell “Highway 104” and “Article 5” from a count; a sentence may open with a verb."""
    before = reader.masked[sentence.start : number.start]
    return " " in before.strip() and bool(_LABELLED.fullmatch(before))


def _unit(reader: _Reader, number: Span, clause: Span) -> tuple[str, Span] | None:
    """Return what is counted, and the noun's place: money, shares, or the next plural."""
    nowhere = Span(number.end, number.end)
    before = reader.masked[max(0, number.start - 3) : number.start]
    if _MONEY.search(before) or _MONEY_AFTER.match(reader.folded, number.end):
        return "money", nowhere
    if _PERCENT.match(reader.folded, number.end):
        return "percent", nowhere
    rest = Span(number.end, clause.end)
    for _, word in zip(range(CHAIN), reader.words(rest, ()), strict=False):
        stem = wording.stem(word.folded)
        if stem in wording.SPANS_OF_TIME or word.folded in wording.FILLERS:
            return None
        if wording.is_plural(word.folded):
            return stem, word.span
    return None
