"""``historic``: the sentence speaks of a past year or of the past as past."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from postlint.lazily import Pattern
from postlint.options import Option

if TYPE_CHECKING:
    from collections.abc import Mapping

    from postlint.document import Document
    from postlint.guards.guard import Acquits
    from postlint.model import Hit
    from postlint.options import Options

OPTIONS: Final[Mapping[str, Option]] = {
    "years": Option("number", "How many years back is history.", default=2),
    "within": Option("choice", "Where to look.", default="sentence", choices=("sentence", "post")),
}
_YEAR: Final = Pattern(r"\b(1[0-9]{3}|20[0-9]{2})s?\b")
_PAST: Final = Pattern(
    r"\b(?:century|centuries|years ago|decades ago|anniversary of|world war|wwi|wwii"
    r"|first world war|second world war|formerly|former|then called|then known as|at the time"
    r"|back then|histor(?:y|ic|ical|ian|ians)"
    r"|archives?|siècle|il y a .{1,20} ans|anniversaire|autrefois|alors appelée?)\b"
)


def compile(options: Options) -> Acquits:  # noqa: A001 - the protocol's name
    """Make the guard; “past” is measured from the post's schedule, else from its newest year."""
    years, whole = int(options["years"]), options["within"] == "post"

    def acquits(document: Document, hit: Hit) -> bool:
        sentence = document.sentence_at(hit.span.start)
        text = document.folded if whole else document.folded[sentence.start : sentence.end]
        now = document.today.year
        old = any(int(match.group(1)) <= now - years for match in _YEAR.finditer(text))
        return old or bool(_PAST.search(text))

    return acquits
