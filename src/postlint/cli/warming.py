"""Load, before anybody asks, what a check needs: rules, grammar, tables, reporters."""

from __future__ import annotations

import gc
from typing import Final

from postlint import __version__, language, packs, posts, runner
from postlint.checks.regex import RegexFinder
from postlint.inspection import inspect
from postlint.linter import Linter, open_document
from postlint.model import Layer
from postlint.reporters import REPORTERS, Style

TEXTS: Final = (
    "President Okoro said it on Monday, 23 November 2026: exports rose from 40 to 60, up 50 %. 🇨🇦",
    "We met the minister in Ottawa, the capital of Canada. What a clown! #Freedonia @ruritania",
    "Nous avons rencontré la ministre à Ottawa. Deadline: 5 p.m. EST, https://example.org/a",
)
"""Posts that ask much of what there is."""


def warm() -> None:
    """Make everything ready that every check shares, and set it aside for the children."""
    rules = packs.keep_ready()
    language.load(None).parse([TEXTS[0]], None, frozenset(Layer))
    for rule in rules:
        _ = rule.finder, rule.unless, rule.lower
        if isinstance(rule.finder, RegexFinder):
            rule.finder.engines()
    linter = Linter(runner.compiled(packs.bare()))
    read = [posts.from_values(text, {}, "<text>") for text in TEXTS]
    report = runner.run(linter, read, __version__)
    for reporter in REPORTERS.values():
        reporter.render(report, Style())
    for post in read:
        inspect(open_document(post))
    gc.collect()
    gc.freeze()
    gc.disable()
