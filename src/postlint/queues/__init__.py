"""All posts of a run, side by side: repetition, double booking, contradictions, missing versions.

Facts for the kind of check ``queue``; which of them matter, and how much, is
for rules to say. Each is looked up at first asking, so that a single draft
costs nothing.
"""

from __future__ import annotations

from array import array
from bisect import bisect_left
from collections import Counter, defaultdict
from datetime import UTC, date, datetime, time
from functools import cached_property
from heapq import nlargest
from itertools import islice
from sys import intern
from typing import TYPE_CHECKING, Final, NamedTuple

from postlint import prose, social
from postlint.lazily import Pattern
from postlint.lexicon import fold
from postlint.spans import Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from postlint.model import Post
    from postlint.queues.contradictions import Clash
    from postlint.queues.statements import Statement

SHINGLE: Final = 3
"""Words that stand together in both of two posts make them alike."""

SHORT: Final = 6
"""A greeting of fewer words may be sent every year."""

WINDOW: Final = 5
CANDIDATES: Final = 5
MOST_HOLDERS: Final = 100
"""Of words that more posts share than this, only the last posts are compared."""

_PART: Final = Pattern(r"(?:^|, )(?:part|comment) (\d+)$")


class Twin(NamedTuple):
    """An earlier post and how alike the two are, from 0 to 1."""

    post: Post
    similarity: float


class _Words(NamedTuple):
    """What of a post is compared: shingles, its first two words, language, what it states.

    A shingle is kept as its hash: a long queue has millions of them.
    """

    shingles: array[int]
    size: int
    opener: str
    opening: Span
    language: str
    statements: tuple[Statement, ...]


class Queue:
    """The posts of a run in the order in which they were read.

    ``language`` is that of posts that name none; ``bilingual`` lists languages
    of which every post must have its version.
    """

    def __init__(
        self,
        posts: Sequence[Post],
        *,
        language: str | None = None,
        bilingual: Sequence[str] = (),
    ) -> None:
        """Take the posts; nothing is compared yet."""
        self.posts = tuple(posts)
        self.bilingual = tuple(bilingual)
        self._language = language

    @cached_property
    def _words(self) -> tuple[_Words, ...]:
        return tuple(_read(post, self._language) for post in self.posts)

    def look(self) -> None:
        """Do now what is common to all posts, before processes part."""
        self._holders  # noqa: B018 - asking is doing
        self._clashes  # noqa: B018 - asking is doing

    def opening(self, at: int) -> Span:
        """Return the first two words of a post's own."""
        return self._words[at].opening

    # ------------------------------------------------------------ near-duplicates

    @cached_property
    def _holders(self) -> Mapping[int, Sequence[int]]:
        """The posts of each shingle that stands in more than one, in order."""
        seen: set[int] = set()
        several: set[int] = set()
        for words in self._words:
            several.update(seen.intersection(words.shingles))
            seen.update(words.shingles)
        del seen
        holders: dict[int, array[int]] = {shingle: array("q") for shingle in several}
        for at, words in enumerate(self._words):
            for shingle in several.intersection(words.shingles):
                holders[shingle].append(at)
        return holders

    def twin(self, at: int, least: float = 0) -> Twin | None:
        """Return the earlier post that is most like this one, None where none is comparable.

        Versions in other languages, translations, other accounts, and copies
        for other platforms are not compared; where no post can be as similar as
        ``least``, there may be None too.
        """
        own = self._words[at]
        if own.size < SHORT:
            return None
        known = [shingle for shingle in own.shingles if shingle in self._holders]
        if own.shingles and len(known) / len(own.shingles) < least:
            return None  # what is in no other post is in no post that is like this one
        shared: Counter[int] = Counter()
        for shingle in known:
            holders = self._holders[shingle]
            earlier = bisect_left(holders, at)
            shared.update(holders[max(0, earlier - MOST_HOLDERS) : earlier])
        size = len(self.posts)
        ranks = nlargest(CANDIDATES, [count * size - at_ for at_, count in shared.items()])
        likely = [at_ for rank in ranks if self._comparable(at, at_ := -rank % size)]
        mine = frozenset(own.shingles)
        found = [(_jaccard(mine, frozenset(self._words[at_].shingles)), -at_) for at_ in likely]
        if not found:
            return None
        similarity, other = max(found)
        return Twin(self.posts[-other], similarity)

    def _comparable(self, at: int, other: int) -> bool:
        one, two = self.posts[at], self.posts[other]
        same = self._words[at].language == self._words[other].language
        return (
            same
            and one.account == two.account
            and not set(_platforms(one)).isdisjoint(_platforms(two))
            and not _translates(one, two)
        )

    # ------------------------------------------------------------ openers

    @cached_property
    def _rows(self) -> Mapping[int, Sequence[int]]:
        """For each post, the four before it in its row: one account, platform and language."""
        rows: dict[tuple[str | None, str, str], list[int]] = defaultdict(list)
        for at, post in enumerate(self.posts):
            if not _is_sequel(post):
                for platform in _platforms(post):
                    rows[post.account, platform, self._words[at].language].append(at)
        before: dict[int, Sequence[int]] = {}
        for row in rows.values():
            for each in _in_order(row, self.posts):
                for place, at in enumerate(each):
                    before.setdefault(at, each[max(0, place - WINDOW + 1) : place])
        return before

    def same_opener(self, at: int) -> Sequence[Post]:
        """Return the posts among the four before this one that open with the same two words."""
        opener = self._words[at].opener
        if not opener:
            return ()
        found = [other for other in self._rows.get(at, ()) if self._words[other].opener == opener]
        return [self.posts[other] for other in found]

    # ------------------------------------------------------------ slots

    @cached_property
    def _slots(self) -> Mapping[tuple[str | None, str, datetime], Sequence[int]]:
        slots: dict[tuple[str | None, str, datetime], list[int]] = defaultdict(list)
        for at, post in enumerate(self.posts):
            if isinstance(post.publish_at, datetime) and not _is_sequel(post):
                for platform in _platforms(post):
                    slots[post.account, platform, _moment(post.publish_at)].append(at)
        return slots

    def same_slot(self, at: int) -> Post | None:
        """Return the earlier post of the same minute, account, platform and language."""
        post = self.posts[at]
        if not isinstance(post.publish_at, datetime) or _is_sequel(post):
            return None
        for platform in _platforms(post):
            for other in self._slots[post.account, platform, _moment(post.publish_at)]:
                same = self._words[other].language == self._words[at].language
                if other < at and same and not _translates(post, self.posts[other]):
                    return self.posts[other]
        return None

    # ------------------------------------------------------------ contradictions

    @cached_property
    def _clashes(self) -> Mapping[int, Clash]:
        from postlint.queues import contradictions

        languages = [words.language for words in self._words]
        made = [words.statements for words in self._words]
        return contradictions.find(self.posts, languages, made)

    def contradiction(self, at: int) -> Clash | None:
        """Return where this post gives another day or number than an earlier post, or version."""
        return self._clashes.get(at) or self._other_version(at)

    @cached_property
    def _places(self) -> Mapping[tuple[str, str], int]:
        places: dict[tuple[str, str], int] = {}
        for at, post in enumerate(self.posts):
            if post.id:
                places.setdefault((post.source, post.id), at)
        return places

    def _other_version(self, at: int) -> Clash | None:
        post = self.posts[at]
        original = self._places.get((post.source, post.translation_of or ""))
        if original is None or original == at:
            return None
        from postlint.queues import contradictions

        return contradictions.between_versions(self.posts[original], post)

    # ------------------------------------------------------------ translations

    @cached_property
    def _sizes(self) -> Counter[str]:
        return Counter(post.source for post in self.posts)

    @cached_property
    def _names(self) -> frozenset[str]:
        return frozenset(post.id for post in self.posts if post.id)

    @cached_property
    def _versions(self) -> Mapping[tuple[str, str], frozenset[str]]:
        """The languages in which each post is there, by source and id of the original."""
        versions: dict[tuple[str, str], set[str]] = defaultdict(set)
        for post, words in zip(self.posts, self._words, strict=True):
            versions[post.source, post.translation_of or post.id or ""].add(words.language)
        return {key: frozenset(found) for key, found in versions.items()}

    @cached_property
    def _together(self) -> Mapping[tuple[str, str, datetime], frozenset[str]]:
        """The languages that go out at one moment: pairs that nobody has declared."""
        found: dict[tuple[str, str, datetime], set[str]] = defaultdict(set)
        for post, words in zip(self.posts, self._words, strict=True):
            if isinstance(post.publish_at, datetime):
                for platform in _platforms(post):
                    moment = _moment(post.publish_at)
                    found[post.source, platform, moment].add(words.language)
        return {key: frozenset(languages) for key, languages in found.items()}

    def missing_original(self, at: int) -> str | None:
        """Return the id that a post translates, where no post of its queue has it.

        A file with a single post is no queue: its original may stand anywhere.
        """
        post = self.posts[at]
        wanted = post.translation_of
        if wanted is None or wanted in self._names or self._sizes[post.source] < len(("a", "b")):
            return None
        return wanted

    def missing_language(self, at: int) -> str | None:
        """Return the first language of ``bilingual`` in which a post of a queue is not there."""
        post = self.posts[at]
        is_original = post.translation_of is None and not _is_sequel(post)
        if not is_original or not self.bilingual or self._sizes[post.source] == 1:
            return None
        there = set(self._versions[post.source, post.id or ""])
        if isinstance(post.publish_at, datetime):
            for platform in _platforms(post):
                there |= self._together[post.source, platform, _moment(post.publish_at)]
        return next((code for code in self.bilingual if code not in there), None)


def name(post: Post, beside: Post) -> str:
    """Return what to call a post in a message about another: its id, and file where it differs."""
    own = post.id or f"line {post.line}"
    return (
        own if post.source == beside.source else f"{post.source} {own}" if post.id else post.source
    )


def _read(post: Post, language: str | None) -> _Words:
    from postlint.queues import statements

    found = social.find(post.text)
    masked = social.mask(post.text, found)
    folded = fold(masked)
    spans = prose.words(masked)
    words = [folded[span.start : span.end] for span in spans]
    declared = post.language or language
    runs = zip(*(words[start:] for start in range(SHINGLE)), strict=False)
    tags = {tag.span.start + 1 for tag in found.hashtags}
    own = list(islice((span for span in spans if span.start not in tags), 2))
    return _Words(
        shingles=array("q", {hash(run) for run in runs}),
        size=len(words),
        opener=" ".join(span.of(folded) for span in own) if len(own) > 1 else "",
        opening=Span(own[0].start, own[-1].end) if own else Span(0, 0),
        language=intern(
            declared.split("-")[0].lower() if declared else prose.language(masked, "en")
        ),
        statements=statements.find(post.text, masked, folded, spans, words),
    )


def _jaccard(one: frozenset[int], two: frozenset[int]) -> float:
    return len(one & two) / (len(one | two) or 1)


def _platforms(post: Post) -> tuple[str, ...]:
    return post.platforms or ("",)


def _translates(one: Post, two: Post) -> bool:
    return (one.id is not None and one.id == two.translation_of) or (
        two.id is not None and two.id == one.translation_of
    )


def _is_sequel(post: Post) -> bool:
    """Tell whether a post goes out below another: a reply, a comment, the rest of a thread."""
    part = _PART.search(post.id or "")
    return post.reply_to is not None or (part is not None and part[0].strip(", ") != "part 1")


def _moment(when: date | datetime) -> datetime:
    """Return a time that can be compared; one without a zone is taken for UTC."""
    if not isinstance(when, datetime):
        when = datetime.combine(when, time())
    return when.astimezone(UTC) if when.tzinfo else when.replace(tzinfo=UTC)


def _in_order(row: Sequence[int], posts: Sequence[Post]) -> Iterator[Sequence[int]]:
    """Yield rows of posts as they go out: by schedule, where all have one, else file by file."""
    times = {at: when for at in row if (when := posts[at].publish_at) is not None}
    if len(times) == len(row):
        yield sorted(row, key=lambda at: (_moment(times[at]), at))
        return
    by_source: dict[str, list[int]] = defaultdict(list)
    for at in row:
        by_source[posts[at].source].append(at)
    yield from by_source.values()
