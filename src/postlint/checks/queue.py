"""``queue``: what a post repeats, contradicts, collides with or lacks among the others of a run.

A draft by itself is never flagged.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from postlint import marks, queues
from postlint.model import Hit, Layer, Severity
from postlint.options import Option
from postlint.spans import Span
from postlint.values import dataclass

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from postlint.document import Document
    from postlint.lexicon import Spot
    from postlint.model import Way
    from postlint.options import Options
    from postlint.queues import Queue

LANGUAGES: Final = {"en": "English", "fr": "French"}
ENOUGH: Final = 3
"""So many of five posts with one opening are a habit."""


@dataclass(frozen=True, slots=True)
class QueueFinder:
    """Yields at most one hit for a post of a queue."""

    of: str
    similarity: float
    literals: frozenset[str] | None = None
    layers: frozenset[Layer] = frozenset()
    required: tuple[Way, ...] = ((frozenset({marks.QUEUE}),),)

    def find(self, document: Document, spots: Sequence[Spot]) -> Iterator[Hit]:  # noqa: ARG002
        """Ask the queue about the document's post; nothing where there is only one."""
        queue, at = document.queue, document.place
        if queue is not None and len(queue.posts) > 1:
            yield from LOOK[self.of](self, document, queue, at)

    def duplicate(self, document: Document, queue: Queue, at: int) -> Iterator[Hit]:
        """Yield an earlier post that says the same; nearly the same is a suggestion."""
        twin = queue.twin(at, self.similarity)
        if twin is None or twin.similarity < self.similarity:
            return
        other = queues.name(twin.post, document.post)
        same = twin.similarity == 1
        how = "the same as" if same else "nearly the same as"
        weight = None if same else Severity.SUGGESTION
        yield Hit(_first(document), {"other": other, "how": how}, severity=weight)

    def opener(self, document: Document, queue: Queue, at: int) -> Iterator[Hit]:
        """Yield the two words with which a third of five posts opens."""
        others = queue.same_opener(at)
        if len(others) + 1 >= ENOUGH:
            names = ", ".join(queues.name(other, document.post) for other in others)
            yield Hit(queue.opening(at), {"other": names})

    def contradiction(self, document: Document, queue: Queue, at: int) -> Iterator[Hit]:
        """Yield a day or number for which an earlier post, or the other version, has another."""
        clash = queue.contradiction(at)
        if clash is not None:
            other = queues.name(clash.other, document.post)
            yield Hit(clash.span, {"other": other, "said": clash.said})

    def slot(self, document: Document, queue: Queue, at: int) -> Iterator[Hit]:
        """Yield an earlier post that goes out at the same time."""
        other = queue.same_slot(at)
        if other is not None:
            yield Hit(_first(document), {"other": queues.name(other, document.post)})

    def translation(self, document: Document, queue: Queue, at: int) -> Iterator[Hit]:
        """Yield a version that is not there."""
        original = queue.missing_original(at)
        if original is not None:
            missing = f"“{original}”, which this post translates,"
            yield Hit(_first(document), {"missing": missing})
            return
        code = queue.missing_language(at)
        if code is not None and code not in document.languages:
            yield Hit(_first(document), {"missing": f"The {LANGUAGES.get(code, code)} version"})


LOOK: Final[Mapping[str, Callable[[QueueFinder, Document, Queue, int], Iterator[Hit]]]] = {
    "near-duplicate": QueueFinder.duplicate,
    "opener": QueueFinder.opener,
    "contradiction": QueueFinder.contradiction,
    "slot": QueueFinder.slot,
    "translation": QueueFinder.translation,
}
OPTIONS: Final[Mapping[str, Option]] = {
    "of": Option("choice", "What is looked for.", required=True, choices=tuple(LOOK)),
    "similarity": Option(
        "number", "near-duplicate: the share of common three-word runs, from 0 to 1.", default=0.6
    ),
}
PLACEHOLDERS: Final = frozenset({"other", "how", "missing", "said"})


def _first(document: Document) -> Span:
    """Return the first sentence, which stands for the post."""
    return document.sentences[0] if document.sentences else Span(0, len(document.text))


def compile(options: Options) -> QueueFinder:  # noqa: A001 - the protocol's name
    """Make the finder; a similarity is a share."""
    similarity = float(options["similarity"])
    if not 0 < similarity <= 1:
        msg = f"similarity: {similarity:g} is not between 0 and 1"
        raise ValueError(msg)
    return QueueFinder(options["of"], similarity)
