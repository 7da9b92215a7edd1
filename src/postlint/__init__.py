"""postlint: the linter for posts that are about to be published in a government's name.

    result = postlint.check("President Okoro is a jerk.", platform="bluesky")
    result.verdict, result.grades, [finding.message for finding in result.findings]

Nothing heavy is imported before the first post is checked, and nothing ever
leaves the machine. Everything else is in the modules below, typed.
"""

from __future__ import annotations

from postlint.version import VERSION

TYPE_CHECKING = False  # the module typing costs a quarter of a warm answer
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from postlint.linter import Linter
    from postlint.model import Post, Result, Unreadable

__all__ = ["__version__", "check", "lint"]
__version__ = VERSION


def check(text: str, **front_matter: object) -> Result:
    """Judge one text by the shipped rules, as ``postlint check --text`` does.

    ``front_matter`` takes the keys of a draft: ``platform="bluesky"``,
    ``lang="fr"``, ``publish_at="2026-11-24"``, ``sources=["https://…"]`` …
    Positions are code points of ``text``. Raises ``errors.PostError`` for a
    key or value that a draft could not have either, and ``errors.UsageError``
    where several platforms are named: ``lint`` judges a post for each.
    """
    from postlint import posts
    from postlint.errors import UsageError

    post = posts.from_values(text, front_matter, "<text>")
    if len(post.platforms) > 1:
        problem = "check judges a post for one platform; lint yields a result for each"
        raise UsageError(problem)
    return next(lint([post]))


def lint(
    posts: Iterable[Post | Unreadable], *, compare: bool = True, bilingual: Sequence[str] = ()
) -> Iterator[Result]:
    """Judge posts by the shipped rules: one result for each post and platform, in order.

    Posts come from ``posts.read_file``, ``posts.read`` or ``posts.from_values``.
    They are compared with one another, as ``postlint check`` does: repetition,
    contradictions, double booking, missing versions (in each language of
    ``bilingual``). All of them are therefore read before the first result;
    without ``compare`` each is judged alone, and any iterable is read only as
    far as it is needed. Raises ``errors.PostError`` at what the readers could
    not read.
    """
    if not compare:
        yield from _linter().lint(map(_readable, posts))
        return
    from postlint.queues import Queue

    read = [_readable(each) for each in posts]
    yield from _linter().lint(read, Queue(read, bilingual=bilingual))


def _readable(item: Post | Unreadable) -> Post:
    from postlint.errors import PostError
    from postlint.model import Unreadable

    if isinstance(item, Unreadable):
        raise PostError(item.error, item.source, item.line, item.column)
    return item


_LINTERS: list[Linter] = []


def _linter() -> Linter:
    if not _LINTERS:
        from postlint import packs, runner
        from postlint.linter import Linter

        _LINTERS.append(Linter(runner.compiled(packs.combine(examples=False))))
    return _LINTERS[0]
