"""Names and counts as people read them, shared by the reporters; no layout."""

from __future__ import annotations

from typing import TYPE_CHECKING

from postlint.model import PANEL, Needless, Severity, Verdict

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from postlint.model import Acceptance, Finding, Fix, Report, Result, Rule, Unused

LANGUAGES: Mapping[str, str] = {"en": "English", "fr": "French"}

VERDICTS: Mapping[Verdict, str] = {
    Verdict.HOLD: "do not publish yet",
    Verdict.REVIEW: "look again before you publish",
    Verdict.READY: "nothing stands in the way",
}

_NEEDLESS: Mapping[Needless, str] = {
    Needless.NOT_RUN: "no rule of this name was run: it is switched off, or misspelt.",
    Needless.NOT_ACCEPTABLE: "this rule cannot be accepted: mend the post.",
    Needless.EXPIRED: "the acceptance has run out: renew it, or mend the post.",
    Needless.NO_REASON: "nobody has written a reason yet: say why the risk is accepted.",
    Needless.AMBIGUOUS: "several packs have a rule of this name: write which one is meant.",
    Needless.NOTHING_FOUND: "the rule found nothing, the acceptance can go.",
}

HOME = "https://github.com/postlint/postlint"

UNREADABLE = "unreadable"
"""What stands in the place of a rule's id where a source could not be read."""

MOST_NAMED = 5
"""So many posts are named in one sentence."""

LONGEST_FIX = 60
"""Code points of a replacement that are shown; the rest is in ``--diff``."""


def many(number: int, noun: str) -> str:
    """Return the number with its noun: ``1 error``, ``2 errors``, ``2 fixes``."""
    ending = "" if number == 1 else "es" if noun.endswith("x") else "s"
    return f"{number:,} {noun}{ending}"


def known(report: Report) -> str:
    """Say how many findings a baseline hides; empty for none."""
    if not report.known:
        return ""
    return f"{many(report.known, 'known finding')} of the baseline not shown"


def name_of(source: str, identifier: str | None) -> str:
    """Return what to call a post: its file, and its id within a queue."""
    return f"{source} {identifier}" if identifier else source


def platform(slug: str) -> str:
    """Return the platform's own name; a slug that is not known stands for itself."""
    from postlint.platforms import PLATFORMS

    return PLATFORMS[slug].name if slug in PLATFORMS else slug


def tally(findings: Iterable[Finding]) -> str:
    """Return the findings counted by severity, the worst first; empty for none."""
    severities = [finding.severity for finding in findings]
    ranks = sorted(Severity, reverse=True)
    counts = [(severities.count(rank), rank) for rank in ranks]
    return ", ".join(many(number, rank.word) for number, rank in counts if number)


def length_of(result: Result) -> str:
    """Return platform and length: ``X 212 of 280``, and by how much it is over."""
    used, limit = result.length
    over = f", {used - limit:,} too long" if used > limit else ""
    return f"{platform(result.platform)} {used:,} of {limit:,}{over}"


def reasons(rule: Rule, found: Finding | None = None) -> Iterator[tuple[str, str]]:
    """Say why a rule exists, what to write instead, and who says so; a label and a text each.

    Of a finding, reason and source are those of the entry that it rests on.
    """
    why, source = (rule.why, rule.source) if found is None else (found.why, found.source)
    said = {
        "why": why,
        "instead": rule.how,
        "counts as": PANEL.get(rule.panel, "") if rule.panel != rule.pack else "",
        "accept": "" if rule.acceptable else "not possible: mend it before you publish.",
        "source": ", ".join(filter(None, [source.title, source.date])) if source else "",
    }
    return ((label, text) for label, text in said.items() if text)


def needless(entry: Unused) -> str:
    """Say why an acceptance accepts nothing, and which rules a name that is not clear could mean.

    A pack is no rule: a reason is given for one risk, not for a heap of them.
    """
    meant = f" It could be {' or '.join(entry.meant)}." if entry.meant else ""
    return _NEEDLESS[entry.why] + meant


def partly(result: Result) -> str:
    """Say that most rules could not judge a post, and why; a sentence for one post."""
    asked, rules = result.coverage
    language = LANGUAGES.get(result.language.partition("-")[0], result.language)
    return (
        f"Only partly checked: {asked:,} of {rules:,} rules know {language}. Have somebody read it."
    )


def partly_all(results: Sequence[Result]) -> str:
    """Say which posts were only partly checked, in one sentence; empty for none."""
    if not results:
        return ""
    names = [name_of(each.post.source, each.post.id) for each in results[:MOST_NAMED]]
    rest = [f"{len(results) - MOST_NAMED:,} more"] if len(results) > MOST_NAMED else []
    codes = dict.fromkeys(each.language.partition("-")[0] for each in results)
    languages = " and ".join(LANGUAGES.get(code, code) for code in codes)
    known = max(each.coverage for each in results)
    return (
        f"Only partly checked, for {known.asked:,} of {known.rules:,} rules know {languages}: "
        f"have somebody read {', '.join(names + rest)}."
    )


def advice(found: Finding) -> str:
    """Return message, reason and remedy as lines of plain text, for formats with one field."""
    rule = found.rule
    said = (found.message, found.why, f"Instead: {rule.how}" if rule.how else "")
    return "\n".join(filter(None, said))


def change(fix: Fix, old: str) -> str:
    """Say in words what a fix does to the words ``old``."""
    new = fix.text if len(fix.text) <= LONGEST_FIX else fix.text[:LONGEST_FIX] + "…"
    sure = " (safe: --fix does it)" if fix.safe else ""
    if not old:
        return f"insert “{new}”{sure}"
    return f"“{old}” → “{new}”{sure}" if new else f"leave out “{old}”{sure}"


def signed(acceptance: Acceptance) -> str:
    """Say who accepts a risk and until when; empty where neither is said."""
    until = f"until {acceptance.until.isoformat()}" if acceptance.until else ""
    return ", ".join(filter(None, [acceptance.by, until]))


def accounted(acceptance: Acceptance) -> str:
    """Say in one line why a risk is accepted, by whom and until when."""
    reason = " ".join(acceptance.reason.split())
    return f"{reason} ({signed(acceptance)})" if signed(acceptance) else reason
