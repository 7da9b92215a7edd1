"""What follows the posts: accepted risks, acceptances that accept nothing, what was not read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from postlint.reporters import gathered, words
from postlint.reporters.html.tags import Markup, lines, tag, text

if TYPE_CHECKING:
    from collections.abc import Sequence

    from postlint.model import Acceptance, Report


def accepted(report: Report) -> Markup:
    """List the risks that somebody accepts, with reason and name."""
    rows = []
    for post, risk in gathered.accepted(report):
        found = risk.finding
        line = post.positions.position(found.span.start).line
        name = words.name_of(post.source, post.id)
        where = f"{found.severity.word} in {name}, line {line}"
        rows.append(
            tag(
                "li",
                tag("strong", text(found.message)),
                tag("p", tag("code", text(found.rule.id)), text(f", {where}"), class_="soft"),
                _why(risk.acceptance),
            )
        )
    return _log("accepted", "Accepted risks", rows)


def unused(report: Report) -> Markup:
    """List the acceptances that no platform of their post needed."""
    rows = []
    for post, entry in gathered.unused_acceptances(report):
        acceptance = entry.acceptance
        line = f", line {acceptance.line}" if acceptance.line else ""
        where = f"{words.name_of(post.source, post.id)}{line}"
        said = (tag("code", text(acceptance.rule)), text(f": {words.needless(entry)}"))
        rows.append(tag("li", *said, tag("p", text(where), class_="soft"), _why(acceptance)))
    return _log("unused", "Acceptances that are not used", rows)


def partly(report: Report) -> Markup:
    """List the posts that most rules could not judge, for want of their language."""
    rows = []
    for result in gathered.partly_checked(report):
        name = words.name_of(result.post.source, result.post.id)
        rows.append(tag("li", tag("strong", text(name)), tag("p", text(words.partly(result)))))
    return _log("partly", "Only partly checked", rows)


def unreadable(report: Report) -> Markup:
    """List what could not be read, and so was not checked."""
    rows = []
    for each in report.unreadable:
        place = ":".join(str(part) for part in (each.source, each.line, each.column) if part)
        rows.append(tag("li", tag("strong", text(place)), tag("p", text(each.error))))
    return _log("unreadable", "Not read, and so not checked", rows)


def _why(acceptance: Acceptance) -> Markup:
    rows = {"Reason": acceptance.reason, "By": words.signed(acceptance)}
    said = [tag("dt", text(name)) + tag("dd", text(why)) for name, why in rows.items() if why]
    return tag("dl", *map(Markup, said))


def _log(name: str, title: str, rows: Sequence[Markup]) -> Markup:
    if not rows:
        return Markup("")
    listed = tag("ul", *rows, class_="log")
    return tag("section", lines(tag("h2", text(title), id=name), listed), aria_labelledby=name)
