"""``--baseline`` and ``--write-baseline``: known findings, from a file and into one."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

import click

from postlint.cli import output
from postlint.errors import MissingFile
from postlint.reporters.words import many

if TYPE_CHECKING:
    from postlint.baseline import Known
    from postlint.model import Report


def load(path: str | None) -> Counter[Known]:
    """Return what a file knows, nothing without one; ``MissingFile`` or ``ConfigError``."""
    if path is None:
        return Counter()
    from postlint import baseline

    try:
        text = Path(path).read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as fault:
        reason = fault.strerror if isinstance(fault, OSError) else "it is no UTF-8 text"
        problem = f"{path}: the baseline cannot be read: {reason}"
        raise MissingFile(problem) from None
    return baseline.read(text, path)


def write(report: Report, path: str) -> Counter[Known]:
    """Write every finding of the report as known, and return them."""
    from postlint import baseline

    counts = baseline.of(report.results)
    output.write(baseline.write(counts), path)
    click.echo(f"postlint: {many(counts.total(), 'finding')} written to {path}", err=True)
    return counts


def apply(report: Report, known: Counter[Known]) -> Report:
    """Take known findings out of the report; say how many, and how many are gone for good."""
    if not known:
        return report
    from postlint import baseline, runner

    base = baseline.Baseline(known)
    left = runner.without_known(report, base)
    gone = f"; {base.gone:,} more in the baseline no longer found" if base.gone else ""
    click.echo(f"postlint: {many(base.hidden, 'known finding')} not shown{gone}", err=True)
    return left
