"""A post with what language processing sees in it, each thing computed at first use.

Asking is needing: nothing here parses, counts or imports before it is asked.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from datetime import date, datetime
from functools import cached_property
from typing import TYPE_CHECKING, Protocol

from postlint import casing, marks, platforms, prose, social
from postlint.lexicon import fold
from postlint.patterns.edges import edged
from postlint.spans import Span

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from postlint.facts import Facts
    from postlint.model import Layer, Length, Name, Parse, Post, Token
    from postlint.queues import Queue
    from postlint.quotations import Quotation
    from postlint.social import Social
    from postlint.targets import Target

DEFAULT_PLATFORM = "x"


class Grammar(Protocol):
    """Whatever can parse a text; the linter decides when and in what batches."""

    def parse(self, text: str, sentences: Sequence[Span], layers: frozenset[Layer]) -> Parse:
        """Return the parse of ``text`` with at least ``layers``."""
        ...


class Document:
    """One post on one platform, as checks and guards see it.

    Every position is a code point of ``text``. ``folded`` is as long as
    ``text``: lower case, plain apostrophes and spaces, with links, handles and
    e-mail addresses blanked out, so that no word is ever found inside one.
    Capitals are asked of ``cased``, or of ``masked``, its blanked-out form;
    only who cares what the writer's shift key did looks at ``written``.
    """

    def __init__(  # noqa: PLR0913 - what a run knows of a post, all keywords
        self,
        post: Post,
        grammar: Grammar,
        *,
        platform: str = DEFAULT_PLATFORM,
        layers: frozenset[Layer] = frozenset(),
        language: str | None = None,
        today: date | None = None,
        facts: Facts | None = None,
        queue: Queue | None = None,
        place: int = 0,
    ) -> None:
        """Take a post, who parses, and the layers that its rules may ask for."""
        self.post: Post = post
        self.text = post.text
        self.platform = platform
        self._grammar = grammar
        self._layers = layers
        self._declared = post.language or language
        self._today = today
        self.facts = facts
        self.queue = queue
        """The posts that it goes out with, among which it is at ``place``; None for a draft."""
        self.place = place

    @cached_property
    def today(self) -> date:
        """The day that the post goes out: as asked, else its schedule, else now."""
        when = self._today or self.post.publish_at or date.today()  # noqa: DTZ011 - a local day
        if isinstance(when, datetime):
            return self._local(when).date()
        return when

    def _local(self, when: datetime) -> datetime:
        """Return a moment by the mission's clock, where both are known."""
        name = self.facts.time_zone if self.facts else None
        if name is None or when.tzinfo is None:
            return when
        from zoneinfo import ZoneInfo

        return when.astimezone(ZoneInfo(name))

    @property
    def is_dated(self) -> bool:
        """Whether the post or the caller says when it goes out; else ``today`` is merely now."""
        return self._today is not None or self.post.publish_at is not None

    @cached_property
    def social(self) -> Social:
        """Mentions, hashtags, links, e-mail addresses and emoji."""
        return social.find(self.text)

    @cached_property
    def cased(self) -> str:
        """The text with the capitals that it should have: itself, unless typed in one case."""
        named = self.facts.spellings if self.facts is not None else ()
        return casing.cased(self.text, self.social, self.language, named)

    @cached_property
    def written(self) -> str:
        """The text as typed, with links, handles and e-mail addresses blanked out."""
        return social.mask(self.text, self.social)

    @cached_property
    def masked(self) -> str:
        """The cased text, with links, handles and e-mail addresses blanked out."""
        return self.written if self.cased == self.text else social.mask(self.cased, self.social)

    @cached_property
    def encoded(self) -> bytes:
        """The masked text in UTF-8."""
        return self.masked.encode()

    @cached_property
    def encoded_text(self) -> bytes:
        """The cased text, links and all, in UTF-8."""
        return self.cased.encode()

    @cached_property
    def folded(self) -> str:
        """The masked text in the form in which literals are compared."""
        return fold(self.written)

    @cached_property
    def folded_text(self) -> str:
        """The text as written, links and all, in the form in which literals are compared."""
        return fold(self.text)

    @cached_property
    def edged(self) -> str:
        """The masked text, folded, with the edges of words marked; behind it the post's marks."""
        recased = "" if self.masked is self.written else marks.of_text(self.masked)
        of_letters = marks.of_text(self.written) + recased
        return edged(self.folded) + of_letters + marks.of_numbers(self.folded) + self._marks

    @cached_property
    def edged_text(self) -> str:
        """The text as written, folded, with the edges of words marked."""
        return self.edged if self.written == self.text else edged(self.folded_text)

    @property
    def _marks(self) -> str:
        """What the post has besides its text, and how long that is."""
        return "".join(
            mark
            for mark, there in (
                (marks.MEDIA, self.post.media),
                (marks.QUEUE, self.queue is not None and len(self.queue.posts) > 1),
                (marks.FACTS, self.facts is not None),
                (marks.EMAIL, self.social.emails),
                (marks.MENTION, self.social.mentions),
                (marks.EMBARGO, self.post.embargo_until),
                (marks.DATED, self.is_dated),
                (marks.MANY_WORDS, len(self.words) >= marks.MANY),
                (marks.OVER_LIMIT, self.length.used > self.length.limit),
            )
            if there
        )

    @cached_property
    def words(self) -> tuple[Span, ...]:
        """The words outside links, handles and e-mail addresses."""
        return prose.words(self.written)

    @cached_property
    def _word_places(self) -> tuple[list[int], list[int]]:
        return [word.start for word in self.words], [word.end for word in self.words]

    def words_in(self, start: int, end: int) -> tuple[Span, ...]:
        """Return the words that lie wholly in ``[start, end)``, without looking at the others."""
        starts, ends = self._word_places
        return self.words[bisect_left(starts, start) : bisect_right(ends, end)]

    @cached_property
    def sentences(self) -> tuple[Span, ...]:
        """The sentences, by rule."""
        return prose.sentences(self.cased)

    @cached_property
    def _starts(self) -> list[int]:
        return [sentence.start for sentence in self.sentences]

    def sentence_index(self, offset: int) -> int:
        """Return the index of the sentence at ``offset`` (the one before, in a gap)."""
        return max(0, bisect_right(self._starts, offset) - 1)

    def sentence_at(self, offset: int) -> Span:
        """Return the sentence at ``offset``; an empty text has one empty sentence."""
        if not self.sentences:
            return Span(0, len(self.text))
        return self.sentences[self.sentence_index(offset)]

    @cached_property
    def language(self) -> str:
        """The post's language: as declared, else as its function words say."""
        if self._declared:
            return self._declared.split("-")[0].lower()
        return prose.language(self.written, "en")

    @cached_property
    def languages(self) -> tuple[str, ...]:
        """The language of each sentence."""
        if not prose.may_mix(self.masked, self.language):
            return (self.language,) * len(self.sentences)
        return tuple(
            prose.language(self.masked[sentence.start : sentence.end], self.language)
            for sentence in self.sentences
        )

    def language_at(self, offset: int) -> str:
        """Return the language of the sentence at ``offset``."""
        return self.languages[self.sentence_index(offset)] if self.sentences else self.language

    @cached_property
    def quotations(self) -> tuple[Quotation, ...]:
        """The quoted passages."""
        from postlint import quotations

        return quotations.find(self.cased)

    @cached_property
    def opening(self) -> int:
        """Where the post's own words begin: after leading mentions, emoji and hashtags."""
        first = self.words[0].start if self.words else len(self.text)
        tags = {tag.span.start + 1: tag.span.end for tag in self.social.hashtags}
        for word in self.words:
            if word.start not in tags:
                return word.start
        return first

    @cached_property
    def parse(self) -> Parse:
        """The grammar of the text; the first call may load the pipeline."""
        return self._grammar.parse(self.cased, self.sentences, self._layers)

    @property
    def tokens(self) -> tuple[Token, ...]:
        """The words as grammar sees them."""
        return self.parse.tokens

    @property
    def guessed_names(self) -> tuple[Name, ...]:
        """Named entities that the pipeline's statistics suggest."""
        return self.parse.names

    @cached_property
    def targets(self) -> tuple[Target, ...]:
        """Leaders, states, peoples, institutions and others that the text speaks of, by table."""
        from postlint import targets

        return targets.find(self.masked, self.folded, self.social)

    @cached_property
    def length(self) -> Length:
        """How much of the platform's limit the text uses."""
        return platforms.length(self.platform, self.text)

    @cached_property
    def readability(self) -> Mapping[str, float | None]:
        """Readability metrics by name; None where the text is too short to say."""
        from postlint import readability

        return readability.measure(self.masked, self.language, self.sentences, self.words)
