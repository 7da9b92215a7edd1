"""The JSON Schema of a pack file takes every shipped file, and refuses what the reader refuses."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import jsonschema
import pytest

from postlint import packs
from postlint.checks import KINDS
from postlint.packs.schema import pack_schema
from postlint.tables import rules_folder
from postlint.yamlfile import plain, read

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

SCHEMA = pack_schema()
VALIDATOR = jsonschema.Draft202012Validator(SCHEMA)
FILES = sorted(
    path for name in (*packs.SHIPPED, "shared") for path in (rules_folder() / name).glob("*.y*ml")
)


def values(path: Path) -> Any:
    return plain(read(path.read_text(encoding="utf-8"), str(path)))


def test_it_is_a_schema() -> None:
    VALIDATOR.check_schema(SCHEMA)
    assert SCHEMA["$defs"].keys() == KINDS.keys()


@pytest.mark.parametrize("path", FILES, ids=lambda path: f"{path.parent.name}/{path.name}")
def test_every_shipped_file_is_valid(path: Path) -> None:
    faults = [
        f"{'/'.join(map(str, fault.absolute_path))}: {fault.message[:200]}"
        for fault in VALIDATOR.iter_errors(values(path))
    ]
    assert not faults


BREAKS: dict[str, Callable[[dict[str, Any]], object]] = {
    "no pack": lambda it: it.pop("pack"),
    "unknown key": lambda it: it.update(wrods={}),
    "panel": lambda it: it.update(panel="bored"),
    "language": lambda it: it.update(language="eng"),
    "rule name": lambda it: it["rules"].update({"Worn_Out": it["rules"]["worn-out"]}),
    "severity": lambda it: it["rules"]["worn-out"].update(severity="mild"),
    "no why": lambda it: it["rules"]["worn-out"].pop("why"),
    "kind": lambda it: it["rules"]["worn-out"].update(check="phrases"),
    "option": lambda it: it["rules"]["worn-out"].update(wrds=[]),
    "no option": lambda it: it["rules"]["worn-out"].pop("words"),
    "choice": lambda it: it["rules"]["worn-out"].update(where="begin"),
    "guard": lambda it: it["rules"]["worn-out"].update(unless=["quote"]),
    "guard option": lambda it: it["rules"]["worn-out"].update(unless=[{"near": {"word": []}}]),
    "lower": lambda it: it["rules"]["worn-out"].update(lower={"quoted": "mild"}),
    "one example": lambda it: it["rules"]["worn-out"]["examples"].update(flag=["[[a]]"]),
    "change": lambda it: it["rules"].update({"boring/jargon": "of"}),
    "change of a word": lambda it: it["rules"].update({"boring/jargon": {"severity": "of"}}),
}


@pytest.fixture
def pack(folder: Callable[..., Path]) -> Any:
    return values(folder() / "rules.yaml")


def test_the_smallest_pack_is_valid(pack: Any) -> None:
    VALIDATOR.validate(pack)
    VALIDATOR.validate({"pack": "ours", "rules": {"boring/jargon": {"words+": ["hub"]}}})


@pytest.mark.parametrize("name", BREAKS)
def test_it_refuses(name: str, pack: Any) -> None:
    BREAKS[name](pack)
    assert not VALIDATOR.is_valid(pack)
