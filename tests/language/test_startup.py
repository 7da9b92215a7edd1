"""The quick start changes nothing but the time, and imports nothing that it does without."""

from __future__ import annotations

import subprocess
import sys

import pytest

PARSE = """
from postlint.language import load
from postlint.model import Layer
[parse] = load().parse(["President X is a jerk."], None, frozenset(Layer))
print([(t.text, t.tag, t.role, t.head, t.lemma, t.morph) for t in parse.tokens], parse.names)
"""
QUICK = """
from postlint.language.startup import import_spacy
import sys
import_spacy()
assert "spacy.cli" not in sys.modules, "the trick does not work with this spaCy"
import spacy.cli.info
assert spacy.info(silent=True)["spacy_version"] == spacy.__version__
print(spacy.blank("en")("as usual"))
"""
LATER = (
    PARSE
    + """
import sys
assert not {name.partition(".")[0] for name in sys.modules} & UNUSED
import spacy
assert "spacy.cli" in sys.modules and spacy.load and spacy.schemas.ConfigSchema
nlp = spacy.blank("en")
nlp.add_pipe("sentencizer")
assert [len(s) for s in nlp("As usual. Indeed.").sents] == [3, 2]
"""
)
UNUSED = {
    "spacy", "thinc", "pydantic", "pydantic_core", "typer", "requests", "httpx", "urllib3",
    "srsly", "confection", "catalogue", "packaging", "weasel", "smart_open", "blis",
}  # fmt: skip
"""What a check of a draft that needs grammar must not import."""


def output(code: str) -> str:
    done = subprocess.run(  # noqa: S603
        [sys.executable, "-W", "ignore", "-c", code], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


def test_quick_spacy_is_whole() -> None:
    assert output(QUICK).strip() == "as usual"


def test_same_output_and_spacy_as_usual_afterwards() -> None:
    later = f"UNUSED = {UNUSED!r}\n{LATER}"
    assert output(later) == output("import spacy" + PARSE) != ""


def test_no_spacy_until_it_is_needed() -> None:
    output("import postlint.language, sys; assert 'spacy' not in sys.modules")


@pytest.mark.parametrize(
    "text", ["President Okoro of Ruritania is a jerk.", "A workshop was held in the capital."]
)
def test_a_check_with_grammar_imports_no_framework(text: str) -> None:
    names = output(
        "from postlint.cli import main; import sys\n"
        f"main(['check', '--no-cache', '-f', 'concise', '--text', {text!r}])\n"
        "print(*sys.modules)"
    ).splitlines()[-1]
    found = {name.partition(".")[0] for name in names.split()}
    assert "numpy" in found, "the draft needs grammar"
    assert not found & UNUSED
