"""The vocabulary: what a post, a rule, a hit, a finding and a report are.

Frozen values only, which every floor above may hold; nothing here reads,
parses or decides.
"""

from __future__ import annotations

import dataclasses
import enum
from dataclasses import field
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, NamedTuple, Protocol, TypeAlias

from postlint.values import dataclass

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date, datetime

    from postlint.spans import SourceMap, Span

NOTHING: Mapping[str, Any] = MappingProxyType({})

PANEL: Mapping[str, str] = MappingProxyType(
    {
        "embarrass-yourself": "Don't embarrass yourself",
        "embarrass-government": "Don't embarrass the government",
        "untrue": "Don't be untrue",
        "boring": "Don't be boring",
    }
)
"""The panel's four rules, by pack; a pack of a user's own names the one it serves."""


class Severity(enum.IntEnum):
    """How much a finding matters; ordered."""

    SUGGESTION = 1
    WARNING = 2
    ERROR = 3

    @property
    def word(self) -> str:
        """The name in files and reports: ``error``, ``warning`` or ``suggestion``."""
        return self.name.lower()


class Verdict(enum.StrEnum):
    """What to do with a post."""

    READY = "ready"
    REVIEW = "review"
    HOLD = "hold"


# ---------------------------------------------------------------- posts


@dataclass(frozen=True, slots=True)
class Media:
    """A picture or video that goes out with the post; None means “not said”."""

    file: str
    alt: str | None = None
    consent: bool | None = None
    taken: date | None = None
    generated: bool | None = None


@dataclass(frozen=True, slots=True)
class Acceptance:
    """A risk that a named person accepts for a reason, perhaps until a date (inclusive)."""

    rule: str
    reason: str
    by: str | None = None
    until: date | None = None
    line: int | None = None


@dataclass(frozen=True, slots=True)
class Post:
    """One text to publish, with its context and where it stands in its file."""

    text: str
    source: str
    positions: SourceMap
    id: str | None = None
    platforms: tuple[str, ...] = ()
    language: str | None = None
    account: str | None = None
    publish_at: datetime | date | None = None
    embargo_until: datetime | date | None = None
    reply_to: str | None = None
    media: tuple[Media, ...] = ()
    sources: tuple[str, ...] = ()
    translation_of: str | None = None
    accept: tuple[Acceptance, ...] = ()

    @property
    def line(self) -> int:
        """The line of the source file on which the text begins."""
        return self.positions.position(0).line


@dataclass(frozen=True, slots=True)
class Unreadable:
    """A source that could not be read, and why; ``line`` and ``column`` where known."""

    source: str
    error: str
    line: int | None = None
    column: int | None = None


# ---------------------------------------------------------------- language


class Layer(enum.StrEnum):
    """What a check may need of the grammar; asking for less is faster."""

    TAGS = "tags"
    TREE = "tree"
    LEMMAS = "lemmas"
    NAMES = "names"


@dataclasses.dataclass(frozen=True, slots=True)  # there are hundreds of thousands
class Token:
    """A word as grammar sees it, in Universal Dependencies whatever the pipeline's own labels.

    ``head`` is the index of the governing token in the parse (its own index at
    a root); ``role`` the relation with its subtype (``nsubj:pass``); ``morph``
    the features as ``Name=Value`` joined by ``|``; layers that were not asked
    for are empty strings.
    """

    span: Span
    text: str
    lemma: str
    tag: str
    role: str
    head: int
    morph: str
    sentence: int


@dataclass(frozen=True, slots=True)
class Name:
    """A named entity: ``kind`` is ``person``, ``place`` or ``organisation``.

    ``certain`` tells a name found by rule or table from a statistical guess:
    guesses alone never make an error.
    """

    span: Span
    text: str
    kind: str
    certain: bool


@dataclass(frozen=True, slots=True)
class Parse:
    """A text as one pipeline sees it; ``native`` is the pipeline's own object, for its matcher."""

    tokens: tuple[Token, ...]
    names: tuple[Name, ...]
    native: Any = field(default=None, compare=False, repr=False)


# ---------------------------------------------------------------- rules


@dataclass(frozen=True, slots=True)
class Source:
    """Who says so: a title, an address and the day it was read."""

    title: str
    url: str | None = None
    date: str | None = None


@dataclass(frozen=True, slots=True)
class Basis:
    """What one finding rests on: an entry of a dated table, with its own reason and source.

    ``good_until`` is the last day on which anybody vouches for the entry.
    """

    why: str = ""
    source: Source | None = None
    good_until: date | None = None


@dataclass(frozen=True, slots=True)
class Example:
    """A text that tests a rule; ``spans`` must be flagged, none means silence.

    ``context`` holds the front matter that the example stands in.
    """

    text: str
    spans: tuple[Span, ...]
    context: Mapping[str, Any] = field(default_factory=lambda: NOTHING)
    line: int = 0


Way: TypeAlias = tuple[frozenset[str], ...]
"""Sets of strings; a text with a hit contains one of each (see `postlint.prefilter`)."""


class Sign(Protocol):
    """What tells from outside whether a rule must be asked about a text."""

    @property
    def literals(self) -> frozenset[str] | None:
        """Folded words of which every hit's text contains one, whole; None promises nothing."""

    @property
    def ways(self) -> tuple[Way, ...]:
        """Every hit comes about in one of them; none at all promises nothing.

        A rule of patterns has one for each pattern.
        """

    @property
    def layers(self) -> frozenset[Layer]:
        """What the rule needs of the grammar."""

    @property
    def as_written(self) -> bool:
        """Whether its ways are looked for in links and handles too."""


@dataclass(frozen=True, slots=True)
class Rule:
    """One entry of a pack, as written: its kind's options are still plain values."""

    id: str
    pack: str
    panel: str
    language: str
    severity: Severity
    message: str
    why: str
    how: str
    kind: str
    options: Mapping[str, Any]
    unless: tuple[tuple[str, Mapping[str, Any]], ...] = ()
    lower: tuple[tuple[str, Mapping[str, Any], Severity], ...] = ()
    when: Mapping[str, Any] = field(default_factory=lambda: NOTHING)
    supersedes: tuple[str, ...] = ()
    acceptable: bool = True
    table: str | None = None
    """The dated table that the rule rests on: past its date, the rule speaks softly."""
    source: Source | None = None
    flag: tuple[Example, ...] = ()
    quiet: tuple[Example, ...] = ()
    path: str = ""
    line: int = 0
    sign: Sign | None = field(default=None, compare=False, repr=False)
    """Kept by an earlier run; None: to be found out by compiling."""

    @property
    def summary(self) -> str:
        """The reason in one sentence, for lists."""
        return self.why


# ---------------------------------------------------------------- results


@dataclass(frozen=True, slots=True)
class Fix:
    """Replace ``span`` by ``text``; ``safe`` when it cannot change what the post says."""

    span: Span
    text: str
    safe: bool = False


@dataclass(frozen=True, slots=True)
class Hit:
    """What a check found: a span, named values for the message, and perhaps a fix."""

    span: Span
    values: Mapping[str, str] = field(default_factory=lambda: NOTHING)
    fixes: tuple[Fix, ...] = ()
    severity: Severity | None = None
    """At most this severity, where the evidence of this one hit is weak."""
    basis: Basis | None = None
    """The entry of a table that this hit rests on, where it rests on one."""


@dataclass(frozen=True, slots=True)
class Finding:
    """A hit stamped with its rule, severity and message."""

    rule: Rule
    severity: Severity
    message: str
    span: Span
    match: str
    fixes: tuple[Fix, ...] = ()
    basis: Basis | None = None

    @property
    def why(self) -> str:
        """The reason of the entry that it rests on, else the rule's."""
        return self.basis.why if self.basis and self.basis.why else self.rule.why

    @property
    def source(self) -> Source | None:
        """Who says so: the source of the entry that it rests on, else the rule's."""
        return self.basis.source if self.basis and self.basis.source else self.rule.source


@dataclass(frozen=True, slots=True)
class Accepted:
    """A finding that somebody has accepted."""

    finding: Finding
    acceptance: Acceptance


class Needless(enum.StrEnum):
    """Why an acceptance accepts nothing."""

    NOT_RUN = "not-run"
    NOT_ACCEPTABLE = "not-acceptable"
    EXPIRED = "expired"
    NO_REASON = "no-reason"
    AMBIGUOUS = "ambiguous"
    NOTHING_FOUND = "nothing-found"


@dataclass(frozen=True, slots=True)
class Unused:
    """An acceptance that accepts nothing, and why; ``meant``: the rules of one name, if several."""

    acceptance: Acceptance
    why: Needless
    meant: tuple[str, ...] = ()


class Length(NamedTuple):
    """How much of a platform's limit a text uses, in the platform's own unit."""

    used: int
    limit: int


class Coverage(NamedTuple):
    """How many rules know a language of the post, of all that ran."""

    asked: int
    rules: int

    @property
    def is_partial(self) -> bool:
        """Whether most rules could not be asked: then silence says little about the post."""
        return 2 * self.asked < self.rules


EVERY_RULE = Coverage(0, 0)


@dataclass(frozen=True, slots=True)
class Result:
    """One post on one platform, judged."""

    post: Post
    platform: str
    language: str
    length: Length
    findings: tuple[Finding, ...]
    accepted: tuple[Accepted, ...]
    unused: tuple[Unused, ...]
    grades: Mapping[str, str]
    verdict: Verdict
    strengths: tuple[str, ...] = ()
    coverage: Coverage = EVERY_RULE


@dataclass(frozen=True, slots=True)
class Report:
    """Everything one run found."""

    version: str
    results: tuple[Result, ...]
    unreadable: tuple[Unreadable, ...] = ()
    known: int = 0
    """How many findings a baseline hides; they are in no result."""

    def count(self, severity: Severity) -> int:
        """Return how many findings of that severity stand, over all posts."""
        return sum(f.severity is severity for result in self.results for f in result.findings)

    @property
    def accepted(self) -> int:
        """How many findings somebody has accepted, over all posts."""
        return sum(len(result.accepted) for result in self.results)
