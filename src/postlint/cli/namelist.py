"""What a rule about names knows, in a few lines: how many names, some of them, and who says so."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from postlint.model import Rule, Source

SHOWN: Final = 6
"""Names of each sort that a page shows."""
SOURCES: Final = 4


def parts(rule: Rule) -> Iterator[tuple[str, str]]:
    """Yield a label and a text each; nothing for a rule of another kind."""
    if rule.kind != "naming":
        return
    from postlint import tables

    known = tables.naming(rule.options["claim"], tuple(rule.options["own"]))
    better = [f"{form.avoid} → {form.use[0]}" for form in known.forms if form.use]
    asked = [form.avoid for form in known.forms if not form.use]
    places = [place for land in known.territories for place in land.places]
    for label, what, names in (
        ("names", "that have a better one", better),
        ("ask", "names that somebody must be asked about", asked),
        ("places", "places that are not to be given to a state", places),
    ):
        if names:
            yield label, f"{len(names)} {what}, such as {'; '.join(_some(names))}."
    own = [row.source for row in known.rows if row.heading.path in rule.options["own"]]
    yield "says so", _sources(Counter(row.source for row in known.rows), first=own)
    ends = [end for row in known.rows if (end := row.good_until) is not None]
    if ends:
        yield "dated", f"as of {min(row.as_of for row in known.rows)}, good until {min(ends)}."


def _sources(every: Counter[Source], first: Sequence[Source]) -> str:
    """Name a ministry's own sources, then those that most rows have, and count the others."""
    ranked = sorted(every.most_common(), key=lambda each: each[0] not in first)
    said = [
        f"{source.title}{f', {source.url}' if source.url else ''} ({count})"
        for source, count in ranked[:SOURCES]
    ]
    more = [f"{len(every) - SOURCES} more"] if len(every) > SOURCES else []
    return f"{'; '.join([*said, *more])}."


def _some(names: Sequence[str]) -> Sequence[str]:
    """Return a few names from all over the list."""
    return names[:: max(1, len(names) // SHOWN)][:SHOWN]
