"""Options: alternatives are spelled out, and every shape has its schema."""

from __future__ import annotations

import jsonschema
import pytest
from hypothesis import given
from hypothesis import strategies as st

from postlint.checks import KINDS
from postlint.guards import GUARDS
from postlint.options import MOST_EXPANSIONS, SHAPES, Option, expand, limit_for, spell_out

EXPANSIONS = {
    "plain": ["plain"],
    "(proud|glad) to share": ["proud to share", "glad to share"],
    "the (very|) first": ["the very first", "the first"],
    "(a|b) (c|d)": ["a c", "a d", "b c", "b d"],
    "(not an alternative)": ["(not an alternative)"],
    "colo(u|)r": ["colour", "color"],
    "(|the) end": ["end", "the end"],
}


@pytest.mark.parametrize("phrase", EXPANSIONS)
def test_alternatives_are_spelled_out(phrase: str) -> None:
    assert list(expand(phrase)) == EXPANSIONS[phrase]


def test_too_many_alternatives_are_refused() -> None:
    with pytest.raises(ValueError, match=f"spells out to 4096 .*at most {MOST_EXPANSIONS}"):
        expand("(a|b)" * 12)


@given(st.text("ab(|) ", max_size=20))
def test_spelling_out_never_fails_nor_loses_all(phrase: str) -> None:
    assert expand(phrase)


def test_lemmas_are_spelled_out_after_alternatives() -> None:
    assert spell_out(["(big|small) liar"], "lemma") >= {"big liars", "small liars"}
    assert spell_out(["(big|small) liar"], "exact") == {"big liar", "small liar"}


@pytest.mark.parametrize(
    ("limits", "platform", "limit"),
    [
        (None, "x", None),
        (3, "x", 3),
        ({"x": 2, "default": 5}, "x", 2),
        ({"x": 2, "default": 5}, "bluesky", 5),
        ({"x": 2}, "bluesky", None),
    ],
)
def test_a_limit_may_depend_on_the_platform(
    limits: object, platform: str, limit: float | None
) -> None:
    assert limit_for(limits, platform) == limit


@pytest.mark.parametrize("shape", SHAPES)
def test_every_shape_has_a_schema(shape: str) -> None:
    schema = Option(shape, "what it is for", choices=("a", "b")).schema()
    jsonschema.Draft202012Validator.check_schema(schema)
    assert schema["description"] == "what it is for"


def every_option() -> list[tuple[str, Option]]:
    options = {name: kind.OPTIONS for name, kind in KINDS.items()}
    options |= {name: guard.OPTIONS for name, guard in GUARDS.items()}
    return [(f"{name}.{key}", one) for name, own in options.items() for key, one in own.items()]


@pytest.mark.parametrize(("name", "option"), every_option(), ids=str)
def test_every_option_is_well_described(name: str, option: Option) -> None:
    assert option.shape in SHAPES, name
    assert option.help.strip(), name
    assert not (option.required and option.default is not None), name
    if option.shape == "choice":
        assert option.choices, name
        assert option.default is None or option.default in option.choices, name
    if option.default not in (None, ()):
        default = list(option.default) if isinstance(option.default, tuple) else option.default
        jsonschema.validate(default, option.schema())
