"""Everything that postlint raises on purpose; the command line alone turns it into text.

    PostlintError                 exit status 2: something the user can mend
    ├── UsageError                an option or argument makes no sense
    ├── MissingFile               a path that is not there, or cannot be opened
    └── InputError                a file that says something wrong: path, line, column
        ├── PackError             a rule pack
        ├── ConfigError           a configuration, mission or fact sheet
        └── PostError             a post or a queue

Anything else that escapes is our own bug and ends with exit status 3.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterable


class PostlintError(Exception):
    """A fault that the user can mend; ``str()`` says what, where and what to do."""


class UsageError(PostlintError):
    """An option or an argument that makes no sense."""


class MissingFile(PostlintError):
    """A path that does not exist or cannot be opened."""


class InputError(PostlintError):
    """A file that says something wrong.

    ``line`` and ``column`` are 1-based, columns in code points; both are None
    where the fault has no place (an empty file, a missing key at the top).
    """

    def __init__(
        self, problem: str, path: str, line: int | None = None, column: int | None = None
    ) -> None:
        """Keep the parts apart, so that a reporter can print them its own way."""
        place = ":".join(str(part) for part in (path, line, column) if part is not None)
        super().__init__(f"{place}: {problem}")
        self.problem = problem
        self.path = path
        self.line = line
        self.column = column


class PackError(InputError):
    """A rule pack that cannot be used."""


class ConfigError(InputError):
    """A configuration, mission file or fact sheet that cannot be used."""


class PostError(InputError):
    """A post or a queue that cannot be read."""


MOST_NAMES: Final = 30
"""So many allowed names are listed; more would hide the problem itself."""


def did_you_mean(word: str, allowed: Iterable[str]) -> str:
    """Return “did you mean …?” for a near miss, else what is allowed, if that is not too much."""
    from difflib import get_close_matches

    names = sorted(allowed)
    folded = {name.lower(): name for name in reversed(names)}
    close = get_close_matches(word.lower(), folded, n=1, cutoff=0.6)
    if word.lower() in folded or close:
        return f"did you mean “{folded[word.lower() if word.lower() in folded else close[0]]}”?"
    if len(names) > MOST_NAMES:
        return f"none of the {len(names)} that there are is spelled like it"
    return "allowed: " + ", ".join(names) if names else "nothing is allowed here"
