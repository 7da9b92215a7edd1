"""A comment for a pull request, or an e-mail: cards, findings, accepted risks as a log.

GitHub's flavour of Markdown (https://github.github.com/gfm/). Every text of others is escaped;
each line begins with words or signs of ours, so that none of theirs opens a block.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from postlint.model import PANEL, Verdict
from postlint.reporters import gathered, words
from postlint.reporters.escaped import code, markdown, web_address
from postlint.reporters.quoted import quote

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from postlint.model import Finding, Post, Report, Result
    from postlint.reporters.style import Style


def render(report: Report, style: Style) -> str:  # noqa: ARG001 - the same on every screen
    """Return the comment: summary, posts with findings, the gravest first, the others, risks."""
    groups = gathered.gravest_first(gathered.same_judgement(report))
    told = [group for group in groups if group[0].findings or len(groups) == 1]
    ready = [group for group in groups if not group[0].findings and len(groups) > 1]
    blocks = [*_summary(report)]
    for group in told:
        blocks += _post(group)
    blocks += _list("Nothing found", [_brief(group) for group in ready])
    partial = gathered.partly_checked(report)
    blocks += _list("Only partly checked", [_partly(result) for result in partial])
    blocks += _list("Accepted risks", list(_accepted(report)))
    blocks += _list("Acceptances that are not used", list(_unused(report)))
    blocks += _list("Not read", list(_unreadable(report)))
    blocks.append(f"<sub>postlint {markdown(report.version)}</sub>")
    return "\n\n".join(blocks) + "\n"


def _summary(report: Report) -> Iterator[str]:
    counts = {verdict: len(posts) for verdict, posts in gathered.verdicts(report).items() if posts}
    said = [f"{number:,} {verdict.upper()}" for verdict, number in counts.items()]
    several = sum(counts.values()) > 1
    worst = next(iter(counts), Verdict.READY)
    head = " · ".join(said) if several else f"{worst.upper()}: {words.VERDICTS[worst]}"
    yield f"## postlint: {head if counts else 'no posts'}"
    found = words.tally([found for _, found in gathered.findings(report)]) or "No findings."
    hidden = words.known(report)
    yield f"{found.removesuffix('.')}; {hidden}." if hidden else found


def _post(results: Sequence[Result]) -> Iterator[str]:
    """Lay out one post: name, verdict, card, findings (errors first)."""
    result = results[0]
    verdict = result.verdict
    counts = words.tally(result.findings)
    said = f"{words.VERDICTS[verdict]}: {counts}" if counts else words.VERDICTS[verdict]
    yield f"### {verdict.upper()} {code(words.name_of(result.post.source, result.post.id))}"
    yield f"{said} ({_facts(results)})"
    yield "\n".join(["| | grade |", "|---|:-:|", *_grades(result)])
    if result.strengths:
        yield "Good: " + ", ".join(map(markdown, result.strengths))
    explained: set[tuple[str, str]] = set()
    for found in sorted(result.findings, key=lambda found: -found.severity):
        reason = (found.rule.id, found.why)
        yield "\n".join(_finding(result.post, found, explain=reason not in explained))
        explained.add(reason)


def _facts(results: Sequence[Result]) -> str:
    language = words.LANGUAGES.get(results[0].language, results[0].language)
    return markdown(" · ".join([*map(words.length_of, results), language]))


def _grades(result: Result) -> Iterator[str]:
    for slug, said in PANEL.items():
        letter = markdown(result.grades.get(slug, "–"))
        yield f"| {said} | {letter if letter in 'AB–' else f'**{letter}**'} |"


def _finding(post: Post, found: Finding, *, explain: bool) -> Iterator[str]:
    """Say what was found, quote its line, and say what to do; a list item with its lines."""
    line = post.positions.position(found.span.start).line
    head = f"**{found.severity.word}** {markdown(found.message)}"
    yield f"- {head} ({code(found.rule.id)}, line {line})"
    yield ""
    yield f"  > {_quote(post, found)}"
    rows = [("fix", words.change(fix, fix.span.of(post.text))) for fix in found.fixes]
    rows += words.reasons(found.rule, found) if explain else []
    if rows:
        yield ""
    for label, text in rows:
        yield f"  - {label}: {_source(found) if label == 'source' else markdown(text)}"


def _quote(post: Post, found: Finding) -> str:
    seen = quote(post.text, found.span)
    match = f"<b>{markdown(seen.match)}</b>" if seen.match.strip() else "<b>^</b>"
    more = f" … and {words.many(seen.more, 'more line')}" if seen.more else ""
    return f"“{_kept(seen.before)}{match}{_kept(seen.after)}”{more}"


def _kept(text: str) -> str:
    """Escape a part of a line and keep the blanks at its ends, which the next part needs."""
    head = " " if text[:1].isspace() else ""
    tail = " " if text.strip() and text[-1:].isspace() else ""
    return head + markdown(text) + tail


def _source(found: Finding) -> str:
    source = found.source
    if source is None:
        return ""
    url = web_address(source.url)
    title = markdown(source.title)
    linked = f"[{title}]({url})" if url and title else title
    return ", ".join(filter(None, [linked, markdown(source.date or "")]))


def _brief(results: Sequence[Result]) -> str:
    post = results[0].post
    return f"{code(words.name_of(post.source, post.id))}: {_facts(results)}"


def _partly(result: Result) -> str:
    name = code(words.name_of(result.post.source, result.post.id))
    return f"{name}: {markdown(words.partly(result))}"


def _accepted(report: Report) -> Iterator[str]:
    for post, risk in gathered.accepted(report):
        found = risk.finding
        line = post.positions.position(found.span.start).line
        what = f"{markdown(found.message)} ({found.severity.word}, {code(found.rule.id)})"
        where = f"{code(words.name_of(post.source, post.id))}, line {line}"
        yield f"{where}: {what}. Accepted: {markdown(words.accounted(risk.acceptance))}"


def _unused(report: Report) -> Iterator[str]:
    for post, entry in gathered.unused_acceptances(report):
        acceptance = entry.acceptance
        line = f", line {acceptance.line}" if acceptance.line else ""
        where = f"{code(words.name_of(post.source, post.id))}{line}"
        said = f"{code(acceptance.rule)}: {words.needless(entry)}"
        yield f"{where}: {said} Its reason: {markdown(words.accounted(acceptance))}"


def _unreadable(report: Report) -> Iterator[str]:
    for each in report.unreadable:
        place = ":".join(str(part) for part in (each.source, each.line, each.column) if part)
        yield f"{code(place)}: {markdown(each.error)}"


def _list(title: str, lines: Sequence[str]) -> Iterator[str]:
    if lines:
        yield f"### {title}"
        yield "\n".join(f"- {line}" for line in lines)
