"""The configuration: found, read, and refused with its place."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from postlint import config
from postlint.cli.init import TEMPLATE
from postlint.config import Settings
from postlint.errors import ConfigError, MissingFile

if TYPE_CHECKING:
    from pathlib import Path

FULL = """\
platform: bluesky
lang: fr
packs: [rules/ours]
select: [boring, untrue]
ignore: boring/jargon
severity:
  boring/jargon: off
  untrue/unsourced-figure: error
fail_on: warning
model: en_core_web_lg
"""


def test_every_key_is_read(tmp_path: Path) -> None:
    path = tmp_path / "postlint.yaml"
    path.write_text(FULL, encoding="utf-8")
    assert config.load(path) == Settings(
        platform="bluesky",
        language="fr",
        packs=(str(tmp_path / "rules" / "ours"),),
        select=("boring", "untrue"),
        ignore=("boring/jargon",),
        severity={"boring/jargon": "off", "untrue/unsourced-figure": "error"},
        fail_on="warning",
        model="en_core_web_lg",
        path=str(path),
    )


@pytest.mark.parametrize("text", ["", "# nothing\n", "---\n", TEMPLATE], ids=repr)
def test_an_empty_file_changes_nothing(text: str, tmp_path: Path) -> None:
    path = tmp_path / "postlint.yaml"
    path.write_text(text, encoding="utf-8")
    assert config.load(path) == Settings(path=str(path))


def test_what_init_writes_can_be_taken_at_its_word(tmp_path: Path) -> None:
    path = tmp_path / "postlint.yaml"
    lines = [
        line.removeprefix("# ")
        for line in TEMPLATE.splitlines()
        if line.startswith("# ") and not line.startswith(("# postlint reads", "# Every line"))
    ]
    path.write_text("\n".join(lines), encoding="utf-8")
    assert config.load(path).severity == {"boring/jargon": "off"}


BROKEN = {
    "plattform: x\n": r":1:1: unknown key “plattform” in a configuration; did you mean “platform”",
    "platform: twiter\n": r":1:11: platform: “twiter” is not a platform; ",
    "fail_on: eror\n": r":1:10: fail_on: “eror” is not a severity, nor “never”; did you mean “er",
    "severity: {a: loud}\n": r":1:15: a: “loud” is not a severity, nor “off”; ",
    "severity: [a]\n": r":1:11: a severity list is a mapping",
    "select: {a: b}\n": r":1:9: select: ",
    "- a\n": r":1:1: a configuration is a mapping",
    "a: 1\na: 2\n": r":2:1: ",
    "a: [\n": r":2:1: ",
}


@pytest.mark.parametrize("text", BROKEN)
def test_a_mistake_is_refused_with_its_place(text: str, tmp_path: Path) -> None:
    path = tmp_path / "postlint.yaml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(ConfigError, match=BROKEN[text]):
        config.load(path)


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(MissingFile, match=r"other\.yaml: the configuration cannot be read"):
        config.load(tmp_path / "other.yaml")


def test_a_file_that_is_no_text_is_named(tmp_path: Path) -> None:
    path = tmp_path / "postlint.yaml"
    path.write_bytes(b"\xff\xfe\x00\xd8")
    with pytest.raises(MissingFile, match="cannot be read"):
        config.load(path)


def test_the_nearest_file_above_is_found(tmp_path: Path) -> None:
    deep = tmp_path / "a" / "b"
    deep.mkdir(parents=True)
    assert config.find(deep) in (None, *(p / "postlint.yaml" for p in tmp_path.parents))
    (tmp_path / ".postlint.yaml").write_text("", encoding="utf-8")
    assert config.find(deep) == tmp_path / ".postlint.yaml"
    (tmp_path / "a" / "postlint.yml").write_text("", encoding="utf-8")
    assert config.find(deep) == tmp_path / "a" / "postlint.yml"
