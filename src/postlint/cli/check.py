"""``postlint check``: the main job."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

import click

from postlint.cli import output, rulebook, sources
from postlint.cli.options import options
from postlint.errors import UsageError, did_you_mean
from postlint.reporters import FINDINGS_ONLY, REPORTERS, Style

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from postlint.cli import watch
    from postlint.config import Settings
    from postlint.facts import Facts
    from postlint.linter import Linter
    from postlint.model import Acceptance, Report, Result, Rule

_REASON = 3


class PairedCommand(click.Command):
    """A command that remembers which --output belongs to which --format."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Keep the order of the raw arguments, which click does not tell."""
        ctx.meta["pairs"] = output.pair(args)
        return super().parse_args(ctx, args)


def _accept(values: Sequence[str], rules: Sequence[Rule]) -> tuple[Acceptance, ...]:
    from postlint import accepted
    from postlint.model import Acceptance

    found = []
    for value in values:
        rule, equals, reason = value.partition("=")
        if not equals or len(reason.split()) < _REASON or accepted.is_placeholder(reason):
            problem = f"--accept “{value}”: write RULE=reason, the reason in three words or more"
            raise UsageError(problem)
        meant = _meant(rule.strip(), rules)
        if not meant.acceptable:
            problem = f"--accept “{meant.id}”: this rule cannot be accepted: mend the post"
            raise UsageError(problem)
        found.append(Acceptance(meant.id, reason.strip(), by="command line"))
    return tuple(found)


def _meant(name: str, rules: Sequence[Rule]) -> Rule:
    from postlint import naming

    try:
        return naming.find(rules, name)
    except UsageError as error:
        problem = f"--accept “{name}”: {error}"
        raise UsageError(problem) from None


def _day(value: str | None) -> date | None:
    if value is None:
        return None
    try:
        return date.fromisoformat(value)
    except ValueError:
        problem = f"--now “{value}”: write a day such as 2026-11-24"
        raise UsageError(problem) from None


def _status(report: Report, fail_on: str) -> int:
    if report.unreadable:
        return 2
    lowest = rulebook.threshold(fail_on)
    worst = max((f.severity for r in report.results for f in r.findings), default=0)
    return 1 if worst >= lowest else 0


@click.command(cls=PairedCommand, short_help="Judge posts: the main job.")
@options
@click.pass_context
def command(ctx: click.Context, /, **given: Any) -> int:
    """Check drafts and queues: files, folders, - for standard input, or --text.

    Exit status: 0 nothing at or above --fail-on, 1 findings, 2 wrong use or
    something unreadable, 3 a bug in postlint.
    """
    from postlint.platforms import PLATFORMS

    for name, _ in ctx.meta["pairs"]:
        _known("--format", name, set(REPORTERS))
    for platform in given["platforms"]:
        _known("--platform", platform, set(PLATFORMS))

    def prepare() -> watch.Setup:
        return _prepare(ctx.meta["pairs"], given)

    if given["watch"]:
        from postlint.cli import watch

        return watch.watch(given["paths"], prepare)
    return prepare().check()


def _prepare(pairs: Sequence[tuple[str, str]], given: Mapping[str, Any]) -> watch.Setup:
    """Read configuration, facts and rules; return the run that they make, and their files."""
    from postlint.cli import watch
    from postlint.config import LEVELS, NEVER

    base = rulebook.settings(given["config_path"], given["profile"])
    facts = rulebook.mission(base, given["mission"])
    if facts is not None and facts.crisis and not (given["profile"] or base.profile):
        base = rulebook.settings(given["config_path"], "crisis")
    fail_on = given["fail_on"] or base.fail_on or "error"
    _known("--fail-on", fail_on, {NEVER, *LEVELS})
    linter = _linter(base, facts, given)

    def check() -> int:
        return _status(_judge(linter, base, pairs, given), fail_on)

    return watch.Setup(check, rulebook.files(base, facts, given))


def _linter(base: Settings, facts: Facts | None, given: Mapping[str, Any]) -> Linter:
    from postlint import runner
    from postlint.document import DEFAULT_PLATFORM
    from postlint.linter import Linter

    model = given["model"] or base.model
    if model:
        from postlint import language

        # It fails closed: a misspelt name must not pass until a post needs grammar.
        language.load(model)
    chosen = rulebook.rules(
        base,
        given["packs"],
        given["select"],
        given["ignore"],
        given["severity"],
        examples=False,
    )
    accept = _accept(given["accept"], chosen)
    today, spoken = _day(given["now"]), sources.language(given["lang"]) or base.language
    memory = None
    if not (given["no_cache"] or model):
        from postlint.memory import Memory, fingerprint

        settings = base, accept, today, spoken, [(each.id, each.severity) for each in chosen]
        own = [path for rule in chosen if rule.kind == "naming" for path in rule.options["own"]]
        files = (*rulebook.files(base, facts, given), *own)
        memory = Memory(fingerprint(settings, files), accept)
    return Linter(
        runner.compiled(chosen),
        model=model,
        today=today,
        platform=base.platform or DEFAULT_PLATFORM,
        language=spoken,
        account=base.account,
        facts=facts,
        accept=accept,
        memory=memory,
    )


def _judge(
    linter: Linter, base: Settings, pairs: Sequence[tuple[str, str]], given: Mapping[str, Any]
) -> Report:
    """Read the posts, mend them where asked, and write the reports."""
    from postlint import __version__, parallel, runner
    from postlint.cli import baseline, progress

    found = sources.find(
        given["paths"], given["text"], given["stdin_filename"], given["date_order"]
    )
    found = found.on(given["platforms"])
    found = found.without(rulebook.excluded(base, given["exclude"]))
    known = baseline.load(given["baseline"])
    pairs = _pairs(pairs, found, given)
    if given["diff"] or given["fix"]:
        from postlint.cli import mend

        found = mend.mended(found, linter, diff=given["diff"], unsafe=given["unsafe_fixes"])
    jobs = parallel.processors() if given["jobs"] == 0 else given["jobs"]
    streams = not (known or given["write_baseline"]) and ("jsonl", output.STDOUT) in pairs
    with progress.shown() as tell:
        report = runner.run(
            linter,
            found.posts(),
            __version__,
            tell.tell,
            begin=tell.begin,
            hear=_stream if streams else lambda _: None,
            bilingual=base.bilingual,
            jobs=jobs,
        )
    if given["write_baseline"]:
        known = baseline.write(report, given["write_baseline"])
    report = baseline.apply(report, known)
    for name, file in pairs:
        style = output.terminal_style() if file == output.STDOUT else Style()
        streamed = streams and (name, file) == ("jsonl", output.STDOUT)
        output.write(_last(report) if streamed else REPORTERS[name].render(report, style), file)
    _tell_partly_checked(report, {name for name, _ in pairs})
    if given["statistics"]:
        from postlint.cli import statistics

        statistics.show(report, pairs)
    return report


def _tell_partly_checked(report: Report, formats: set[str]) -> None:
    """Say on standard error what the formats that know only findings have no place for."""
    if not formats <= FINDINGS_ONLY:
        return
    from postlint.reporters import gathered, words

    if told := words.partly_all(gathered.partly_checked(report)):
        click.echo(f"postlint: {told}", err=True)


def _stream(result: Result) -> None:
    """Write a line of JSON Lines as soon as a post is judged."""
    from postlint.reporters import jsonl

    output.write(jsonl.line(result), output.STDOUT)


def _last(report: Report) -> str:
    """Return the line that ends what was written line by line."""
    from postlint.reporters import jsonl

    return jsonl.last(report)


def _pairs(
    pairs: Sequence[tuple[str, str]], found: sources.Sources, given: Mapping[str, Any]
) -> list[tuple[str, str]]:
    """Return the reports to write; a diff or mended standard input leaves no room for one."""
    if given["unsafe_fixes"] and not (given["fix"] or given["diff"]):
        problem = "--unsafe-fixes goes with --fix or --diff"
        raise UsageError(problem)
    taken = given["diff"] or (given["fix"] and sources.STDIN in found.held)
    if not taken:
        return list(pairs)
    if given["format"] and any(file == output.STDOUT for _, file in pairs):
        what = "the diff" if given["diff"] else "the mended text"
        problem = f"{what} goes to standard output: give the report a file with --output FILE"
        raise UsageError(problem)
    return [(name, file) for name, file in pairs if file != output.STDOUT]


def _known(option: str, value: str, allowed: set[str]) -> None:
    if value not in allowed:
        problem = f"{option} “{value}”: {did_you_mean(value, allowed)}"
        raise UsageError(problem)
