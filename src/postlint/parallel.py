"""Several processes for one long queue; the results come in the order of the posts.

Children are forked, so that they share the rules and the posts as they stand;
they send back only what they found, as plain values. Where a system cannot
fork, and where earlier runs have judged the posts already, one process does it all.
"""

from __future__ import annotations

import gc
import os
import sys
from dataclasses import replace
from typing import TYPE_CHECKING, Final, TypeAlias

from postlint.errors import PostlintError, UsageError
from postlint.model import Accepted, Finding, Result
from postlint.values import dataclass

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from multiprocessing.context import ForkContext
    from multiprocessing.pool import Pool

    from postlint.linter import Linter
    from postlint.model import Acceptance, Basis, Fix, Post, Rule, Severity
    from postlint.queues import Queue
    from postlint.spans import Span

FIRST: Final = 64
"""Posts that are judged before processes part: what they load and compile, all share."""

CHUNK: Final = 128
"""Posts that a child judges at a time: to parse them together costs less than one by one."""

WORTH: Final = 500
"""Posts that pay for a process: what each makes ready for itself costs as much as half of them."""

_Work: TypeAlias = "tuple[Linter, Sequence[Post], Queue]"
_Told: TypeAlias = "tuple[str, Severity, str, Span, str, tuple[Fix, ...], Basis | None]"


def processors() -> int:
    """Return how many processors this process may use."""
    allowed = getattr(os, "sched_getaffinity", None)
    return len(allowed(0)) if allowed else os.cpu_count() or 1


def that_pay(posts: int) -> int:
    """Return how many processes so many posts are worth, where to fork is safe: not on a Mac."""
    return 1 if sys.platform == "darwin" else max(1, min(processors(), posts // WORTH))


def lint(
    linter: Linter, posts: Sequence[Post], queue: Queue, jobs: int | None = None
) -> Iterator[Result]:
    """Yield what ``linter.lint`` yields, from ``jobs`` processes at once; None: as many as pay.

    Raises ``UsageError`` for what the user can mend, ``RuntimeError`` for a bug in a child.
    """
    jobs = that_pay(len(posts)) if jobs is None else jobs
    context = _context() if jobs > 1 and len(posts) > CHUNK else None
    done, before = 0, linter.judged
    while context and done < len(posts) and linter.judged == before:
        # What is remembered needs no company.
        yield from linter.lint(posts[done : done + FIRST], queue, first=done)
        done += FIRST
    starts = range(done, len(posts), CHUNK)
    pool = _pool(context, min(jobs, len(starts)), (linter, posts, queue)) if starts else None
    if pool is None:
        yield from linter.lint(posts[done:], queue, first=done)
        return
    rules = {compiled.rule.id: compiled.rule for compiled in linter.rules}
    with pool:
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


def _pool(context: ForkContext | None, jobs: int, work: _Work) -> Pool | None:
    """Fork so many children; None where a system cannot, or has no room for what they need."""
    if context is None:
        return None
    work[-1].look()
    gc.freeze()
    try:
        return context.Pool(jobs, _begin, work)
    except OSError:
        return None


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


_WORK: list[_Work] = []
"""What a child was forked for; always empty in the parent."""


def _begin(linter: Linter, posts: Sequence[Post], queue: Queue) -> None:
    import signal

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
