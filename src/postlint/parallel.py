"""Several processes for one long queue; the results come in the order of the posts.

Children are forked, so that they share the rules and the posts as they stand;
they send back only what they found, as plain values. Where a system cannot
fork, one process does it all.
"""

from __future__ import annotations

import gc
import signal
from dataclasses import replace
from typing import TYPE_CHECKING, Final, TypeAlias

from postlint.errors import PostlintError, UsageError
from postlint.model import Accepted, Finding, Result
from postlint.values import dataclass

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from multiprocessing.context import ForkContext

    from postlint.linter import Linter
    from postlint.model import Acceptance, Basis, Fix, Post, Rule, Severity
    from postlint.queues import Queue
    from postlint.spans import Span

CHUNK: Final = 64
"""Posts that a child judges at a time: enough for one batch of the grammar."""

_Told: TypeAlias = "tuple[str, Severity, str, Span, str, tuple[Fix, ...], Basis | None]"


def lint(linter: Linter, posts: Sequence[Post], queue: Queue, jobs: int) -> Iterator[Result]:
    """Yield what ``linter.lint`` yields, from ``jobs`` processes at once.

    Raises ``UsageError`` for what the user can mend, ``RuntimeError`` for a bug in a child.
    """
    context = _context() if jobs > 1 and len(posts) > CHUNK else None
    if context is None:
        yield from linter.lint(posts, queue)
        return
    queue.look()
    yield from linter.lint(posts[:CHUNK], queue)  # what it loads and compiles, all share
    rules = {compiled.rule.id: compiled.rule for compiled in linter.rules}
    starts = range(CHUNK, len(posts), CHUNK)
    gc.freeze()
    with context.Pool(min(jobs, len(starts)), _begin, (linter, posts, queue)) as pool:
        for start, packed in zip(starts, pool.imap(_judge, starts), strict=True):
            if isinstance(packed, _Failure):
                raise (UsageError if packed.mendable else RuntimeError)(packed.problem)
            for at, each in packed:
                yield _unpack(each, linter.as_judged(posts[start + at]), rules)


def _context() -> ForkContext | None:
    """Return what forks, None where nothing does."""
    import multiprocessing

    if "fork" not in multiprocessing.get_all_start_methods():
        return None
    return multiprocessing.get_context("fork")


@dataclass(frozen=True, slots=True)
class _Failure:
    """What went wrong in a child."""

    problem: str
    mendable: bool


@dataclass(frozen=True, slots=True)
class _Packed:
    """A result without its post, and with ids in the place of rules."""

    result: Result
    findings: tuple[_Told, ...]
    accepted: tuple[tuple[_Told, Acceptance], ...]


_WORK: list[tuple[Linter, Sequence[Post], Queue]] = []
"""What a child was forked for; always empty in the parent."""


def _begin(linter: Linter, posts: Sequence[Post], queue: Queue) -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the parent hears it, and ends us
    _WORK.append((linter, posts, queue))


def _judge(start: int) -> list[tuple[int, _Packed]] | _Failure:
    """Judge the posts from ``start`` on; nothing is raised, for errors do not travel well."""
    try:
        linter, posts, queue = _WORK[0]
        chunk = posts[start : start + CHUNK]
        results = linter.lint(chunk, queue, first=start)
        return [
            (at, _pack(next(results)))
            for at, post in enumerate(chunk)
            for _ in post.platforms or (None,)
        ]
    except PostlintError as error:
        return _Failure(str(error), mendable=True)
    except Exception:  # noqa: BLE001 - the parent tells it
        import traceback

        return _Failure(traceback.format_exc(), mendable=False)


def _pack(result: Result) -> _Packed:
    bare = replace(result, post=None, findings=(), accepted=(), grades=dict(result.grades))  # type: ignore[arg-type]
    return _Packed(
        bare,
        tuple(map(_tell, result.findings)),
        tuple((_tell(each.finding), each.acceptance) for each in result.accepted),
    )


def _tell(finding: Finding) -> _Told:
    return (
        finding.rule.id,
        finding.severity,
        finding.message,
        finding.span,
        finding.match,
        finding.fixes,
        finding.basis,
    )


def _unpack(packed: _Packed, post: Post, rules: Mapping[str, Rule]) -> Result:
    def finding(told: _Told) -> Finding:
        return Finding(rules[told[0]], *told[1:])

    return replace(
        packed.result,
        post=post,
        findings=tuple(map(finding, packed.findings)),
        accepted=tuple(Accepted(finding(told), given) for told, given in packed.accepted),
    )
