"""The shape of the code: imports point down only, and each heavy library has one door.

The two literals below are the diagram; a module that is not on a floor fails.
"""

from __future__ import annotations

import ast
import re
import subprocess
import sys
from pathlib import Path

import pytest

from postlint import packs
from postlint.checks import KINDS
from postlint.guards import GUARDS
from postlint.posts import READERS
from postlint.reporters import REPORTERS

SOURCE = Path(__file__).parents[1] / "src" / "postlint"

FLOORS = (
    {"errors", "values", "lazily", "shipped", "version"},
    {"spans"},
    {"model", "inflection", "keeping"},
    {
        "yamlfile",
        "social",
        "prose",
        "lexicon",
        "options",
        "patterns",
        "prefilter",
        "dates",
        "figures",
        "moments",
        "naming",
    },
    {"tables", "posts", "platforms", "language", "readability", "quotations"},
    {"segmentation", "targets", "gazetteer", "queues", "facts", "marks", "listed"},
    {"casing"},
    {"document"},
    {
        "constructions",
        "generalities",
        "guards",
        "acronyms",
        "strengths",
        "almanac",
        "reckoning",
        "knowledge",
        "whereabouts",
    },
    {"checks"},
    {"packs", "config", "inspection"},
    {
        "accepted",
        "asking",
        "baseline",
        "findings",
        "fixes",
        "grading",
        "memory",
        "packing",
        "profiles",
        "stamping",
    },
    {"linter"},
    {"parallel"},
    {"runner"},
    {"reporters"},
    {"lsp", "server"},
    {"__init__", "cli"},
    {"__main__"},
)
"""From the ground up; modules of one floor are strangers."""

FENCES = {
    "yaml": {"yamlfile"},
    "spacy": {"language"},
    "thinc": {"language"},
    "numpy": {"language"},
    "textstat": {"readability"},
    "rich": {"reporters", "cli"},
    "click": {"cli"},
    "pygls": {"lsp"},
    "lsprotocol": {"lsp"},
    "re2": {"patterns"},
    "ahocorasick": {"lexicon", "prefilter"},
    "phonenumbers": {"checks"},
    "socket": {"server"},  # its own user's, never another machine's: see tests/server
    "_socket": {"server"},
    "sqlite3": {"memory"},
    "urllib": set(),
    "http": set(),
    "requests": set(),
    "pickle": set(),
    "subprocess": set(),
}
"""Which modules may import which libraries; nobody opens a connection or runs code from data."""

POSSESSIVE_GROUP = re.compile(
    r"(?<![\\(])\)(?:[*+?]|\{[0-9,]+\})\+|^\+\+(?!\+)|^(?:\*|\{[0-9,]+\})\+"
)
"""A closing parenthesis, or the rest of a string behind a part that is put in, and such a sign."""

FILES = sorted(SOURCE.rglob("*.py"))


def module_of(path: Path) -> str:
    return path.relative_to(SOURCE).parts[0].removesuffix(".py")


def imports_of(path: Path) -> set[str]:
    """Return what a file imports, TYPE_CHECKING included: a type is a dependency too."""
    found = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            found |= {f"{node.module}.{alias.name}" for alias in node.names}
    return found


def floor_of(module: str) -> int:
    return next(number for number, floor in enumerate(FLOORS) if module in floor)


def neighbours_of(path: Path) -> set[str]:
    """Return the modules of our own that a file imports, its own aside."""
    parts = [name.split(".") for name in imports_of(path) if name.startswith("postlint.")]
    names = {part[1] for part in parts}
    return {name for name in names if name != module_of(path) and not name.startswith("__")}


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(SOURCE)))
def test_imports_point_down(path: Path) -> None:
    own = floor_of(module_of(path))
    above = {name for name in neighbours_of(path) if floor_of(name) >= own}
    assert not above, f"{path.name} on floor {own} imports {above}"


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(SOURCE)))
def test_fences_hold(path: Path) -> None:
    roots = {name.split(".")[0] for name in imports_of(path)}
    for library in roots & FENCES.keys():
        assert module_of(path) in FENCES[library], f"{path} imports {library}"


PLUG_INS = {"checks": KINDS, "guards": GUARDS, "reporters": REPORTERS, "posts": READERS}


@pytest.mark.parametrize("folder", PLUG_INS)
def test_plug_ins_of_a_folder_are_strangers(folder: str) -> None:
    names = {name.replace("-", "_") for name in PLUG_INS[folder]}
    for path in (SOURCE / folder).glob("*.py"):
        if path.stem in names:
            inside = f"postlint.{folder}."
            own = {name.split(".")[2] for name in imports_of(path) if name.startswith(inside)}
            assert not own & names - {path.stem}, path


HEAVY = {"spacy", "numpy", "textstat", "thinc", "nltk", "phonenumbers", "pygls", "lsprotocol"}
LAID_OUT = {"rich.console", "rich.table", "rich.text"}
LIGHT = HEAVY | LAID_OUT | {"yaml", "re2", "ahocorasick", "regex", "sqlite3", "logging", "zoneinfo"}
DRAFT = ["--no-cache", "--text", "Good morning, Halifax!"]


@pytest.mark.parametrize(
    ("arguments", "status", "absent"),
    [
        pytest.param(["--help"], 0, LIGHT | {"rich"}, id="help"),
        pytest.param(["--version"], 0, LIGHT | {"rich"}, id="version"),
        pytest.param([], 2, LIGHT | {"rich"}, id="no command"),
        pytest.param(["chekc"], 2, LIGHT | {"rich"}, id="no such command"),
        pytest.param(["check", "--help"], 0, LIGHT | {"rich"}, id="help of check"),
        pytest.param(["check", "--nope"], 2, LIGHT | {"rich"}, id="no such option"),
        pytest.param(["lsp", "--help"], 0, HEAVY | LAID_OUT, id="help of lsp"),
        pytest.param(["rules"], 0, LIGHT | {"rich"}, id="rules"),
        pytest.param(["rules", "-f", "json"], 0, LIGHT | {"rich"}, id="rules as json"),
        pytest.param(["explain", "jargon"], 0, LIGHT, id="explain"),
        pytest.param(["explain", "jargn"], 2, LIGHT | {"rich"}, id="explain no rule"),
        pytest.param(["check", "-f", "concise", *DRAFT], 0, HEAVY | {"rich"}, id="a concise check"),
        pytest.param(["check", *DRAFT], 0, HEAVY | LAID_OUT, id="a check"),
    ],
)
def test_a_command_imports_only_what_it_needs(
    arguments: list[str], status: int, absent: set[str]
) -> None:
    packs.combine(examples=False)  # from now on, the rules are kept
    code = (
        "import sys; from postlint.cli import main; "
        f"status = main({arguments!r}); "
        "print('\\n' + ' '.join(sys.modules), file=sys.stderr); sys.exit(status)"
    )
    done = subprocess.run(  # noqa: S603 - our own code
        [sys.executable, "-c", code], capture_output=True, text=True, check=False
    )
    assert done.returncode == status, done.stderr
    assert not absent & set(done.stderr.splitlines()[-1].split())


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(SOURCE)))
def test_no_group_repeats_possessively(path: Path) -> None:
    # Python before 3.11.5, Debian's too, matches such a group wrongly if it can step back inside:
    # https://github.com/python/cpython/issues/106052
    strings = [
        node.value
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    ]
    assert [each for each in strings if POSSESSIVE_GROUP.search(each)] == []
