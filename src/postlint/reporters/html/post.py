"""One post: its text with the marks, the report card, what was found."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from postlint.model import PANEL
from postlint.reporters import words
from postlint.reporters.escaped import web_address
from postlint.reporters.html.tags import Markup, kept, lines, tag, text
from postlint.reporters.quoted import quote
from postlint.spans import Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from postlint.model import Finding, Post, Result


def section(results: Sequence[Result], number: int, *, alone: bool) -> Markup:
    """Lay out one post for the platforms that judge it alike.

    Among others, a post of which nothing is to be said gets no card of four A.
    """
    result = results[0]
    told = alone or result.findings or result.accepted
    heading = f"post-{number}"
    name = text(words.name_of(result.post.source, result.post.id))
    language = words.LANGUAGES.get(result.language, result.language)
    facts = " · ".join([*map(words.length_of, results), language])
    inside = (
        tag(
            "div",
            badge(result.verdict.value, result.verdict.upper()),
            tag("h2", name, id=heading),
            class_="title",
        ),
        tag("p", text(facts), class_="soft"),
        tag("p", text(_said(result)), class_="said"),
        tag("blockquote", *_marked(result), class_="post", lang=result.language, dir="auto"),
        _card(result) if told else Markup(""),
        _good(result),
        _findings(result),
    )
    return tag("section", lines(*inside), aria_labelledby=heading)


def badge(kind: str, said: str) -> Markup:
    """Return a verdict or a severity as a word on its colour."""
    return tag("span", text(said), class_=f"badge {kind}")


def _said(result: Result) -> str:
    counts = words.tally(result.findings)
    said = words.VERDICTS[result.verdict]
    if result.accepted:
        counts = ", ".join(
            filter(None, [counts, words.many(len(result.accepted), "accepted risk")])
        )
    said = said[:1].upper() + said[1:]
    return f"{said}: {counts}." if counts else f"{said}."


def _marked(result: Result) -> Iterator[Markup]:
    """Return the whole text in pieces; what findings cover is marked, by the gravest of them."""
    whole = result.post.text
    edges = {0, len(whole)}
    for found in result.findings:
        edges |= {found.span.start, found.span.end}
    cuts = sorted(edges)
    for start, end in pairwise(cuts):
        piece, span = kept(whole[start:end]), Span(start, end)
        over = [found.severity for found in result.findings if found.span.covers(span)]
        yield tag("mark", piece, class_=max(over).word) if over else piece


def _card(result: Result) -> Markup:
    """Give the panel's sentences a letter each."""
    rows = []
    for slug, said in PANEL.items():
        letter = result.grades.get(slug, "–")
        kind = letter if letter in set("ABCDF") else "none"
        shown = tag("span", text(letter), class_=f"letter {kind}")
        rows.append(tag("li", shown, tag("span", text(said))))
    return lines(tag("h3", text("Report card")), tag("ul", *rows, class_="card"))


def _good(result: Result) -> Markup:
    good = [tag("li", text(f"+ {strength}")) for strength in result.strengths]
    return tag("ul", *good, class_="good", aria_label="What is good") if good else Markup("")


def _findings(result: Result) -> Markup:
    """List what was found, errors first; a rule explains itself once."""
    rows, explained = [], set()
    for found in sorted(result.findings, key=lambda found: -found.severity):
        reason = (found.rule.id, found.why)
        rows.append(_finding(result, found, explain=reason not in explained))
        explained.add(reason)
    if not rows:
        return Markup("")
    return lines(tag("h3", text("What to look at")), tag("ol", *rows, class_="findings"))


def _finding(result: Result, found: Finding, *, explain: bool) -> Markup:
    post, severity = result.post, found.severity.word
    line = post.positions.position(found.span.start).line
    place = tag("p", tag("code", text(found.rule.id)), text(f", line {line}"), class_="soft")
    rows = [("Fix", text(words.change(fix, fix.span.of(post.text)))) for fix in found.fixes]
    rows += _reasons(found) if explain else []
    listed = [part for label, said in rows for part in (tag("dt", text(label)), tag("dd", said))]
    return tag(
        "li",
        tag("div", badge(severity, severity), tag("h4", text(found.message)), class_="title"),
        place,
        quoted(post, found, result.language),
        tag("dl", *listed) if listed else Markup(""),
        class_=severity,
    )


def quoted(post: Post, found: Finding, language: str) -> Markup:
    """Return the line of a finding with its words marked."""
    seen = quote(post.text, found.span)
    more = f" … and {words.many(seen.more, 'more line')}" if seen.more else ""
    mark = tag("mark", kept(seen.match or " "), class_=found.severity.word)
    inside = (kept(seen.before), mark, kept(seen.after), kept(more))
    return tag("blockquote", *inside, class_="line", lang=language, dir="auto")


def _reasons(found: Finding) -> Iterator[tuple[str, Markup]]:
    url = web_address(found.source.url if found.source else None)
    for label, said in words.reasons(found.rule, found):
        linked = tag("a", text(said), href=url) if label == "source" and url else text(said)
        yield label.capitalize(), linked
