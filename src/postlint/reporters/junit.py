"""JUnit's XML, which every CI shows as tests: a suite a source, a test case a post.

A test case fails for its errors; warnings, suggestions, accepted risks and unused acceptances
stand in its output. The schema: ``junit-10.xsd`` of Jenkins' xUnit plugin.
"""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from postlint.model import Severity
from postlint.reporters import escaped, gathered, places, words

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from xml.etree.ElementTree import Element

    from postlint.model import Finding, Post, Report, Unreadable, Unused
    from postlint.reporters.style import Style


def render(report: Report, style: Style) -> str:  # noqa: ARG001 - the same on every screen
    """Return the suites, those that could not be read last."""
    unused = gathered.unused_acceptances(report)
    suites = [
        _suite(source, [_case(post, unused) for post in posts])
        for source, posts in groupby(gathered.by_post(report), _source)
    ]
    suites += [_suite(each.source, [_broken(each)]) for each in report.unreadable]
    return escaped.xml_text(_counted("testsuites", "postlint", suites))


def _source(report: Report) -> str:
    return report.results[0].post.source


def _suite(source: str, cases: Sequence[Element]) -> Element:
    return _counted("testsuite", escaped.one_line(places.path(source)), cases)


def _counted(tag: str, name: str, children: Sequence[Element]) -> Element:
    """Return an element around the children, which says how many tests it holds and failed."""
    from xml.etree.ElementTree import Element

    root = Element(tag, name=name)
    root.extend(children)
    cases = list(root.iter("testcase"))
    for count, kind in (("failures", "failure"), ("errors", "error")):
        root.set(count, str(sum(case.find(kind) is not None for case in cases)))
    root.set("tests", str(len(cases)))
    return root


def _case(report: Report, unused: Sequence[tuple[Post, Unused]]) -> Element:
    """Return the test case of one post, whatever platforms it goes to.

    ``unused`` are the acceptances of all posts that nothing needed.
    """
    from xml.etree.ElementTree import Element, SubElement

    post = report.results[0].post
    name = escaped.one_line(post.id or f"line {post.line}")
    case = Element("testcase", classname=escaped.one_line(places.path(post.source)), name=name)
    found = [each for _, each in gathered.findings(report)]
    errors = [each for each in found if each.severity is Severity.ERROR]
    if errors:
        message = escaped.one_line(errors[0].message)
        more = f" (and {words.many(len(errors) - 1, 'more error')})" if errors[1:] else ""
        failure = SubElement(case, "failure", message=message + more, type=errors[0].rule.id)
        failure.text = "\n\n".join(_told(post, each) for each in errors)
    said = [words.partly(result) for result in gathered.partly_checked(report)]
    said += list(_output(report, [each for each in found if each not in errors]))
    said += [_unused(entry) for owner, entry in unused if _name(owner) == _name(post)]
    if said:
        SubElement(case, "system-out").text = "\n\n".join(said)
    return case


def _output(report: Report, milder: Sequence[Finding]) -> Iterator[str]:
    for found in milder:
        yield _told(report.results[0].post, found)
    for post, risk in gathered.accepted(report):
        why = words.accounted(risk.acceptance)
        yield f"accepted risk: {_told(post, risk.finding)}\nAccepted: {why}"


def _name(post: Post) -> tuple[str, str | None, int]:
    return post.source, post.id, post.line


def _unused(entry: Unused) -> str:
    return f"not used: {entry.acceptance.rule}: {words.needless(entry)}"


def _told(post: Post, found: Finding) -> str:
    start = places.characters(post, found.span).start
    place = f"{places.path(post.source)}:{start.line}:{start.column}"
    return f"{place}: {found.severity.word} {found.rule.id}\n{words.advice(found)}"


def _broken(source: Unreadable) -> Element:
    from xml.etree.ElementTree import Element, SubElement

    path = escaped.one_line(places.path(source.source))
    case = Element("testcase", classname=path, name=words.UNREADABLE)
    message = escaped.one_line(source.error)
    SubElement(case, "error", message=message, type=words.UNREADABLE)
    return case
