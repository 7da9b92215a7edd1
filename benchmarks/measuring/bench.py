"""What every scenario is given, and what it gives back."""

from __future__ import annotations

import shutil
from dataclasses import dataclass, field
from hashlib import blake2b
from typing import TYPE_CHECKING, Final

from measuring import material
from measuring.processes import Command, in_turn, run

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence
    from pathlib import Path

    from measuring.figures import Series
    from measuring.peers import Peer
    from measuring.processes import Timing

_CACHE: Final = "POSTLINT_CACHE_DIR"
QUIET: Final = ("--fail-on", "never")


@dataclass(frozen=True, slots=True)
class Section:
    """A part of the page: a sentence or two, tables, and the figures by the commands' names."""

    title: str
    words: str
    tables: Sequence[str] = ()
    notes: Sequence[str] = ()
    series: Mapping[str, Series] = field(default_factory=dict)


@dataclass(frozen=True)
class Bench:
    """How postlint is called, what it is compared with, on what, how often, and where.

    ``folder`` is an empty folder that all commands run in; ``runs`` is for commands
    of a second or less, long ones run ``few`` times; ``long`` asks for what takes minutes.
    """

    own: tuple[str, ...]
    peers: Sequence[Peer]
    folder: Path
    texts: Sequence[str]
    runs: int
    few: int
    long: bool
    tell: Callable[[str], None]

    def timed(self, commands: Sequence[Command], runs: int) -> dict[str, list[Timing]]:
        """Run the commands in turn, after a round that does not count."""
        return in_turn(commands, self.folder, runs, tell=self.tell)

    def postlint(
        self,
        name: str,
        *arguments: str,
        cache: Path,
        prepare: Callable[[int], None] = lambda _: None,
        statuses: frozenset[int] = frozenset({0, 1}),
    ) -> Command:
        """Return a command of postlint that keeps and takes what is in ``cache``."""
        return Command(name, (*self.own, *arguments), {_CACHE: str(cache)}, prepare, statuses)

    def cold(self, name: str, *arguments: str) -> Command:
        """Return a command that finds rules kept by earlier runs, but no result of its posts.

        Before each run its cache is made anew from one that has seen other posts only.
        """
        shelf, cache = self.shelf(), self.folder / "caches" / name
        return self.postlint(name, *arguments, cache=cache, prepare=lambda _: renew(cache, shelf))

    def first(self, name: str, *arguments: str) -> Command:
        """Return a command that finds nothing kept at all, as the very first one does."""
        cache = self.folder / "caches" / name
        return self.postlint(name, *arguments, cache=cache, prepare=lambda _: renew(cache, None))

    def shelf(self) -> Path:
        """Return a cache folder that has seen drafts like those that are timed, but not them."""
        cache = self.folder / "shelf"
        if not cache.exists():
            for name, text in (("plain", material.PLAIN), ("trigger", material.WITH_TRIGGER)):
                other = material.write_page(self.folder / f"other-{name}.md", [text + "See you."])
                run(self.postlint("shelf", "check", str(other), *QUIET, cache=cache), self.folder)
            run(self.postlint("shelf", "rules", cache=cache), self.folder)
        return cache


def renew(cache: Path, shelf: Path | None) -> None:
    """Empty a cache folder, and fill it from another."""
    shutil.rmtree(cache, ignore_errors=True)
    if shelf is not None and shelf.exists():
        shutil.copytree(shelf, cache)


def contents(folder: Path) -> set[tuple[str, str]]:
    """Return the files of a folder with digests of what is in them."""
    files: Iterable[Path] = folder.rglob("*") if folder.exists() else ()
    return {
        (str(path.relative_to(folder)), blake2b(path.read_bytes()).hexdigest())
        for path in files
        if path.is_file()
    }
