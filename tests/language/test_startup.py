"""The quick start changes nothing but the time."""

from __future__ import annotations

import subprocess
import sys

PARSE = """
from postlint.language import load
from postlint.model import Layer
[parse] = load().parse(["President X is a jerk."], None, frozenset(Layer))
print([(t.text, t.tag, t.role, t.head, t.lemma, t.morph) for t in parse.tokens], parse.names)
"""
QUICK = (
    PARSE
    + """
import sys
assert "spacy.cli" not in sys.modules, "the trick does not work with this spaCy"
import spacy.cli.info
assert spacy.info(silent=True)["spacy_version"] == spacy.__version__
"""
)


def output(code: str) -> str:
    done = subprocess.run(  # noqa: S603
        [sys.executable, "-W", "ignore", "-c", code], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


def test_same_output() -> None:
    assert output(QUICK) == output("import spacy" + PARSE) != ""


def test_no_spacy_until_it_is_needed() -> None:
    output("import postlint.language, sys; assert 'spacy' not in sys.modules")
