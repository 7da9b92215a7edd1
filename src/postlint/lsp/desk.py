"""What a folder's settings make of a linter, kept until a file that they come from changes.

Not for finding or reading the settings: the command line hands in both ways.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

from postlint.values import dataclass

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from postlint.config import Settings
    from postlint.linter import Linter
    from postlint.model import Rule

MOST_FILES = 1_000
"""Files of a pack folder whose changes are watched; a pack has a handful."""


@dataclass(frozen=True, slots=True)
class Desk:
    """All that judging a file takes: a linter, every rule that there is, and the settings."""

    linter: Linter
    known: tuple[Rule, ...]
    excluded: Callable[[str], bool]
    bilingual: tuple[str, ...] = ()


Stamps: TypeAlias = "tuple[tuple[str, int], ...]"


class Desks:
    """One desk for each configuration.

    ``read`` returns the settings for files of a folder, ``furnish`` the desk that
    settings ask for; both may raise ``PostlintError``. Not for several threads.
    """

    def __init__(
        self, read: Callable[[Path], Settings], furnish: Callable[[Settings], Desk]
    ) -> None:
        """Start with none."""
        self._read = read
        self._furnish = furnish
        self._made: dict[str | None, tuple[Settings, Stamps, Desk]] = {}

    def at(self, folder: Path) -> Desk:
        """Return the desk for files of a folder; the settings are read anew each time."""
        settings = self._read(folder)
        files = _stamps([*settings.packs, settings.mission] if settings.mission else settings.packs)
        made = self._made.get(settings.path)
        if made is not None and made[:2] == (settings, files):
            return made[2]
        desk = self._furnish(settings)
        self._made[settings.path] = (settings, files, desk)
        return desk


def _stamps(paths: Sequence[str]) -> Stamps:
    """Return when each file was changed last; of a folder, each of its files."""
    return tuple(stamp for path in paths for stamp in _under(Path(path)))


def _under(path: Path) -> Iterator[tuple[str, int]]:
    found = sorted(path.rglob("*.y*ml"))[:MOST_FILES] if path.is_dir() else [path]
    for file in found:
        try:
            yield str(file), file.stat().st_mtime_ns
        except OSError:
            yield str(file), 0
