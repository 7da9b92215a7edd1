"""What is doubtful in the sheets themselves: two values for one thing, handles without their sign.

Not for facts past their date; ``stale`` lists those.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from postlint.facts.sheet import digits

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from postlint.facts.sheet import Dated, Facts

    Said = tuple[str, str, object, str, Dated]
    """What it is about, in any wording; its name; the value; how the value reads; the rest."""


def doubts(facts: Facts) -> Iterator[tuple[str, Dated, str]]:
    """Yield a fact's name, its place and what is the matter, for each that contradicts another."""
    for kind in (_figures(facts), _contacts(facts), _handles(facts), _people(facts), _hours(facts)):
        yield from _contradictions(kind)
    for name in facts.names:
        for other in facts.names:
            if name.use.casefold() in {form.casefold() for form in other.avoid}:
                problem = f"is to be avoided, says {_place(other.dated)}"
                yield name.use, name.dated, problem
    for advice in facts.travel_advice[:-1]:
        last = facts.travel_advice[-1]
        if advice.level != last.level:
            problem = f"is “{last.level}” at {_place(last.dated)}, which counts"
            yield f"travel advice “{advice.level}”", advice.dated, problem
    own = [(h.handle, h.dated) for h in facts.handles]
    own += [(p.handle, p.dated) for p in facts.people if p.handle]
    for handle, dated in own:
        if not handle.startswith("@"):
            yield handle, dated, f"is a handle without its @: “@{handle}”"


def _contradictions(said: Iterable[Said]) -> Iterator[tuple[str, Dated, str]]:
    """Yield each fact whose subject has had another value before."""
    first: dict[str, Said] = {}
    for one in said:
        key, name, value, shown, dated = one
        before = first.setdefault(key.casefold(), one)
        if before[2] != value and before[4] != dated:
            yield name, dated, f"is {shown} here and {before[3]} at {_place(before[4])}"


def _figures(facts: Facts) -> Iterator[Said]:
    for f in facts.figures:
        year = f.unit == "year"
        shown = f"{f.value:g}" if year else f"{f.value:,.12g} {f.unit or ''}".rstrip()
        for subject in dict.fromkeys(form.casefold() for form in f.subject):
            yield f"{subject} ({f.unit})", f.about, f.value, shown, f.dated


def _contacts(facts: Facts) -> Iterator[Said]:
    for c in facts.contacts:
        if c.phone:
            yield f"{c.what} phone", c.what, digits(c.phone), c.phone, c.dated
        if c.email:
            yield f"{c.what} e-mail", c.what, c.email.lower(), c.email, c.dated


def _handles(facts: Facts) -> Iterator[Said]:
    for h in facts.handles:
        yield h.handle.lstrip("@"), h.handle, h.whose.casefold(), f"“{h.whose}”", h.dated


def _people(facts: Facts) -> Iterator[Said]:
    for p in facts.people:
        if p.handle:
            handle = p.handle.lstrip("@")
            yield p.name, f"account of {p.name}", handle.lower(), f"@{handle}", p.dated


def _hours(facts: Facts) -> Iterator[Said]:
    for h in facts.hours:
        for what in h.what:
            for day in h.days:
                value = h.opens, h.closes
                shown = "–".join(f"{m // 60}:{m % 60:02}" for m in value)
                yield f"{what} {day}", f"hours of {what}", value, shown, h.dated


def _place(dated: Dated) -> str:
    return f"{dated.path}:{dated.line}"
