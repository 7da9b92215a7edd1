"""Load, before anybody asks, what a check needs: rules, grammar, tables, patterns, reporters."""

from __future__ import annotations

import gc
import io
from contextlib import redirect_stderr, redirect_stdout
from typing import Final

from postlint import __version__, language, lazily, memory, packs, posts, runner
from postlint.checks.regex import RegexFinder
from postlint.cli import main
from postlint.inspection import inspect
from postlint.lexicon import Lexicon
from postlint.linter import Linter, open_document
from postlint.model import Layer
from postlint.prefilter import Prefilter
from postlint.reporters import REPORTERS, Style

TEXTS: Final = (
    "President Okoro said it on Monday, 23 November 2026: exports rose from 40 to 60, up 50 %. 🇨🇦",
    "We met the minister in Ottawa, the capital of Canada. What a clown! #Freedonia @ruritania",
    "Join us today at 5 p.m. EST for the 75th anniversary, founded in 1951: https://example.org/a",
    "An average of 5 of 10 people, half of all; call +1 613 555 0123 or write a@example.org!",
    "Nous avons rencontré la ministre à Ottawa le lundi 23 novembre 2026, à 17 h.",
)
"""Posts that ask much of what there is."""


SHORT: Final = "The President of Ruritania is a clown, and our fishermen know it. See you at noon."
"""A post of the usual length that asks for grammar."""


def rehearse() -> None:
    """Run a check for practice: it touches the memory that the next one needs."""
    _run("check")
    _run("check", "--no-cache")  # what an earlier run has found is not judged again


def _run(*words: str) -> None:
    heard = io.TextIOWrapper(io.BytesIO(), encoding="utf-8")
    with redirect_stdout(heard), redirect_stderr(heard):
        main([*words, "--text", SHORT])


def _build_all() -> None:
    """Build what else waits for its first use, or for use to be worth its while."""
    for each in gc.get_objects():
        if isinstance(each, lazily.Pattern | Lexicon | Prefilter):
            each.build()


def warm() -> None:
    """Make everything ready that every check shares, and set it aside for the children."""
    rules = packs.keep_ready()
    language.load(None).parse([TEXTS[0]], None, frozenset(Layer))
    for rule in rules:
        _ = rule.finder, rule.unless, rule.lower
        if isinstance(rule.finder, RegexFinder):
            rule.finder.compile()
    linter = Linter(rules)
    read = [posts.from_values(text, {}, "<text>") for text in TEXTS]
    for each in (linter, Linter(rules, ignore_triggers=True)):
        report = runner.run(each, read, __version__)
        for reporter in REPORTERS.values():
            reporter.render(report, Style())
    for post in read:
        inspect(open_document(post))
    linter.keep_ready()
    memory.ready()
    _ = tuple(posts.READERS.values())
    _run("check", "--no-cache")
    _run("inspect")
    del each, report
    _build_all()
    gc.collect()
    gc.freeze()
    gc.disable()
