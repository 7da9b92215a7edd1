"""Findings of an old archive that are known, and not to be told again.

They are recognised by what they say, never by line: the rule, the matched
words and those around them. Not for risks that somebody accepts for a reason.
"""

from __future__ import annotations

import json
from collections import Counter
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from postlint.errors import ConfigError

if TYPE_CHECKING:
    from collections.abc import Iterable

    from postlint.model import Finding, Result

VERSION: Final = 1
AROUND: Final = 40
"""Code points on either side that tell one “jerk” from another."""


class Known(NamedTuple):
    """A finding as a baseline remembers it; ``around`` stands for the words before and after."""

    rule: str
    match: str
    around: str


class Told(NamedTuple):
    """A finding's place: a post that goes to three platforms tells it three times."""

    source: str
    id: str | None
    line: int
    rule: str
    start: int


class Baseline:
    """So many findings of each sort are known; ``is_known`` uses them up in order."""

    def __init__(self, counts: Counter[Known]) -> None:
        """Take how often each finding was there."""
        self._left = Counter(counts)
        self._told: dict[Told, bool] = {}
        self.hidden = 0

    def is_known(self, result: Result, finding: Finding) -> bool:
        """Tell whether a finding was there before; the same one is asked for any platform."""
        place = _place(result, finding)
        if place not in self._told:
            key = _key(result, finding)
            self._told[place] = self._left[key] > 0
            self._left[key] -= self._told[place]
            self.hidden += self._told[place]
        return self._told[place]

    @property
    def gone(self) -> int:
        """How many known findings were not met again."""
        return self._left.total()


def of(results: Iterable[Result]) -> Counter[Known]:
    """Count the findings that stand, each once however many platforms its post goes to."""
    places = {
        _place(result, finding): _key(result, finding)
        for result in results
        for finding in result.findings
    }
    return Counter(places.values())


def write(counts: Counter[Known]) -> str:
    """Return the text of a baseline file."""
    found = [{**known._asdict(), "count": counts[known]} for known in sorted(counts)]
    document = {"postlint-baseline": VERSION, "findings": found}
    return json.dumps(document, ensure_ascii=False, indent=1) + "\n"


def read(text: str, path: str) -> Counter[Known]:
    """Return what a baseline file knows; raises ``ConfigError`` where it is none."""
    try:
        document = json.loads(text)
        if document["postlint-baseline"] != VERSION:
            problem = f"a baseline of version {document['postlint-baseline']}, not {VERSION}"
            raise ConfigError(problem, path)
        return Counter(dict(_entry(each) for each in document["findings"]))
    except json.JSONDecodeError as fault:
        problem = f"not a baseline: {fault.msg}"
        raise ConfigError(problem, path, fault.lineno, fault.colno) from None
    except (KeyError, TypeError, ValueError, RecursionError):
        problem = "not a baseline: write one with --write-baseline FILE"
        raise ConfigError(problem, path) from None


def _entry(each: Any) -> tuple[Known, int]:
    return Known(str(each["rule"]), str(each["match"]), str(each["around"])), int(each["count"])


def _place(result: Result, finding: Finding) -> Told:
    post = result.post
    return Told(post.source, post.id, post.line, finding.rule.id, finding.span.start)


def _key(result: Result, finding: Finding) -> Known:
    from hashlib import sha256

    text, span = result.post.text, finding.span
    before, match, after = (
        " ".join(part.split())
        for part in (text[: span.start][-AROUND:], finding.match, text[span.end :][:AROUND])
    )
    around = sha256(f"{before}\0{after}".encode("utf-8", "surrogatepass")).hexdigest()[:16]
    return Known(finding.rule.id, match, around)
