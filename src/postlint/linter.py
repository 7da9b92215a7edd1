"""Run the rules over posts: find, acquit, stamp, filter, grade.

Grammar on demand: all literal words of all rules are looked for in one pass;
a check that needs the parser is asked only where one of its words stands, and
only those posts go through the pipeline, batch by batch.
"""

from __future__ import annotations

from dataclasses import replace
from itertools import chain, islice
from typing import TYPE_CHECKING, Final, TypeAlias

from postlint import accepted, grading
from postlint.asking import Asking, Clues, applies
from postlint.document import DEFAULT_PLATFORM, Document
from postlint.findings import FILTERS, FILTERS_OF_STANDING
from postlint.model import Coverage, Finding, Layer, Parse, Post, Result
from postlint.stamping import stamp

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from datetime import date

    from postlint.facts import Facts
    from postlint.memory import Memory
    from postlint.model import Acceptance
    from postlint.packs import CompiledRule
    from postlint.queues import Queue
    from postlint.spans import Span

MOST_FINDINGS: Final = 100
"""Of one rule in one post, the first ones: findings are compared with one another."""
BATCH: Final = 256
"""Posts that go through the pipeline together."""


class _Pipeline:
    """Parses on demand, and ahead of demand for a whole batch."""

    def __init__(self, model: str | None) -> None:
        self._model = model
        self._parses: dict[str, Parse] = {}

    def parse(self, text: str, sentences: Sequence[Span], layers: frozenset[Layer]) -> Parse:
        if text not in self._parses:
            from postlint import language

            self._parses[text] = language.load(self._model).parse([text], [sentences], layers)[0]
        return self._parses[text]

    def prepare(self, documents: Sequence[Document], layers: frozenset[Layer]) -> None:
        """Parse the texts of a batch at once, and forget those of the batch before."""
        self._parses.clear()
        texts = {document.cased: document.sentences for document in documents}
        if texts:
            from postlint import language

            found = language.load(self._model).parse(list(texts), list(texts.values()), layers)
            self._parses.update(zip(texts, found, strict=True))


_Sort: TypeAlias = "tuple[frozenset[str], str, str | None, bool]"
"""What of a post tells which rules are for it: languages, platform, account, whether no reply."""

_READY: Final[dict[tuple[int, ...], Linter]] = {}


class Linter:
    """A set of compiled rules, ready for any number of posts.

    ``today`` overrides the day that dates are checked against; ``platform``,
    ``language`` and ``account`` are defaults for posts that name none; ``accept`` are
    risks accepted for every post (whether one is needed, each post alone
    cannot tell: only a post's own appear among its unused). With
    ``ignore_triggers`` every check runs on every post: for tests of the triggers.
    """

    def __init__(  # noqa: PLR0913 - the settings of a run, all keywords
        self,
        rules: Iterable[CompiledRule],
        *,
        model: str | None = None,
        today: date | None = None,
        platform: str = DEFAULT_PLATFORM,
        language: str | None = None,
        account: str | None = None,
        facts: Facts | None = None,
        accept: tuple[Acceptance, ...] = (),
        memory: Memory | None = None,
        ignore_triggers: bool = False,
    ) -> None:
        """Take the rules; what finds out which of them to ask is made for the first post."""
        self.rules = tuple(rules)
        self._by_id = {compiled.rule.id: compiled.rule for compiled in self.rules}
        self.today = today
        self.platform = platform
        self.language = language
        self.account = account
        self.facts = facts
        self.accept = accept
        self._memory = memory
        self._ignore_triggers = ignore_triggers
        self.judged = 0
        """How many results it has found, and not remembered."""
        self._pipeline = _Pipeline(model)
        self._coverages: dict[frozenset[str], Coverage] = {}
        self._sorts: dict[_Sort, frozenset[int]] = {}
        ready = _READY.get(self._key()) if _READY and not ignore_triggers else None
        if ready is not None:
            vars(self).update({**vars(ready), **vars(self)})
            return
        self._asking = Asking(self.rules)
        self._layers = frozenset(layer for rule in self.rules for layer in rule.sign.layers)

    def _key(self) -> tuple[int, ...]:
        """Return what tells the triggers of these rules apart from those of others."""
        return tuple(id(rule.sign) for rule in self.rules)

    def keep_ready(self) -> None:
        """Lend these words to every later linter of the same rules, as long as the process lives.

        They may have other severities: rules with the same sign are asked at the same words.
        """
        _ = self._asking.built
        _READY[self._key()] = self

    def lint(
        self, posts: Iterable[Post], queue: Queue | None = None, *, first: int = 0
    ) -> Iterator[Result]:
        """Yield one result for each post and platform, in order.

        ``posts`` may be compared with one another when they come as a ``queue`` too:
        it must hold the same posts in the same order, from its post ``first`` on.
        """
        documents = (
            Document(
                post,
                self._pipeline,
                platform=platform,
                layers=self._layers,
                language=self.language,
                today=self.today,
                facts=self.facts,
                queue=queue,
                place=place,
            )
            for place, post in enumerate(map(self.as_judged, posts), first)
            for platform in post.platforms or (self.platform,)
        )
        while batch := list(islice(documents, BATCH)):
            memory = self._memory
            yield from self._judged(batch) if memory is None else self._recalled(batch, memory)

    def _judged(self, batch: Sequence[Document]) -> Iterator[Result]:
        """Yield the result of each document of a batch; those that need it are parsed at once."""
        asked = self._asked(batch)
        parsed = [
            document
            for document, clues in zip(batch, asked, strict=True)
            if any(self._needs_grammar(index) for index in clues)
        ]
        self._pipeline.prepare(parsed, self._layers)
        self.judged += len(batch)
        for document, found in zip(batch, self._found(batch, asked), strict=True):
            yield self._result(document, found)

    def _found(
        self, batch: Sequence[Document], asked: Sequence[Mapping[int, Clues]]
    ) -> list[list[Finding]]:
        """Return the findings of each document of a batch.

        Rule by rule, for a rule that has just looked at one text is quick with the next.
        """
        found: list[list[Finding]] = [[] for _ in batch]
        texts: dict[int, list[tuple[int, Clues]]] = {}
        for number, rules in enumerate(asked):
            for index, clues in rules.items():
                texts.setdefault(index, []).append((number, clues))
        for index in sorted(texts):
            compiled = self.rules[index]
            for number, clues in texts[index]:
                hits = compiled.find(batch[number], *clues)
                first = next(hits, None)  # most rules have none
                if first is not None:
                    stamped = stamp(compiled, batch[number], chain((first,), hits))
                    found[number].extend(islice(stamped, MOST_FINDINGS))
        return found

    def _recalled(self, batch: Sequence[Document], memory: Memory) -> Iterator[Result]:
        """Yield the results of a batch, those that earlier runs had from memory."""
        keys = [memory.key(document, self._beside(document)) for document in batch]
        kept = memory.take(keys)
        found = [
            memory.restored(kept[key], document, self._by_id) if key in kept else None
            for key, document in zip(keys, batch, strict=True)
        ]
        unknown = [number for number, result in enumerate(found) if result is None]
        new = list(self._judged([batch[number] for number in unknown]))
        memory.put(zip([keys[number] for number in unknown], new, strict=True))
        judged = iter(new)
        for result in found:
            yield next(judged) if result is None else result

    def _beside(self, document: Document) -> list[Finding]:
        """Return what comparing the post with the others of its queue finds."""
        if document.queue is None or len(document.queue.posts) <= 1:
            return []
        return [
            finding
            for compiled in self.rules
            if compiled.rule.kind == "queue" and applies(compiled.rule, document)
            for finding in stamp(compiled, document, compiled.find(document))
        ]

    def as_judged(self, post: Post) -> Post:
        """Return the post as it is judged: with the run's account, accepted rules by their ids."""
        if self.account and not post.account:
            post = replace(post, account=self.account)
        if any("/" not in each.rule for each in post.accept):
            post = replace(post, accept=accepted.by_id(post.accept, self._by_id.values()))
        return post

    def _needs_grammar(self, index: int) -> bool:
        return bool(self.rules[index].sign.layers)

    def _asked(self, batch: Sequence[Document]) -> list[dict[int, Clues]]:
        """Return for each document of a batch the rules that may find something, with clues."""
        applicable = [self._applicable(document) for document in batch]
        if self._ignore_triggers:
            spots = self._asking.built.spots(batch)
            return [
                {index: Clues(places.get(index, ())) for index in rules}
                for rules, places in zip(applicable, spots, strict=True)
            ]
        signs = self._asking.of(sum(len(document.text) for document in batch))
        return [
            {index: clues[index] for index in clues.keys() & rules}
            for rules, clues in zip(applicable, signs.clues(batch), strict=True)
        ]

    def _applicable(self, document: Document) -> frozenset[int]:
        """Return the rules for such a post; posts of a queue are much alike, so it is kept."""
        post = document.post
        known = frozenset({document.language, *document.languages})
        sort = (known, document.platform, post.account, post.reply_to is None)
        if sort not in self._sorts:
            self._sorts[sort] = frozenset(
                index
                for index, compiled in enumerate(self.rules)
                if applies(compiled.rule, document)
            )
        return self._sorts[sort]

    def _coverage(self, document: Document) -> Coverage:
        """Count the rules that could be asked; a language alone decides, so it is counted once."""
        known = frozenset({document.language, *document.languages, "any"})
        if known not in self._coverages:
            asked = sum(compiled.rule.language in known for compiled in self.rules)
            self._coverages[known] = Coverage(asked, len(self.rules))
        return self._coverages[known]

    def _result(self, document: Document, found: Sequence[Finding]) -> Result:
        for apply in FILTERS:
            found = apply(found, document)
        own, today = document.post.accept, document.today
        standing, taken = accepted.divide(found, (*own, *self.accept), today)
        for apply in FILTERS_OF_STANDING:
            standing = apply(standing, document)
        return Result(
            post=document.post,
            platform=document.platform,
            language=document.language,
            length=document.length,
            findings=tuple(standing),
            accepted=tuple(taken),
            unused=tuple(accepted.unused(own, taken, self._by_id, today)),
            grades=grading.grades(standing),
            verdict=grading.verdict(standing),
            strengths=grading.strengths(document, standing),
            coverage=self._coverage(document),
        )


def open_document(post: Post, model: str | None = None, language: str | None = None) -> Document:
    """Return a document by itself, with every layer of the grammar within reach."""
    platform = post.platforms[0] if post.platforms else DEFAULT_PLATFORM
    return Document(
        post, _Pipeline(model), platform=platform, layers=frozenset(Layer), language=language
    )
