"""Which rules are asked: the same, whether signs were built or kept by an earlier run."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from postlint import packs, runner
from postlint.asking import SHORT, Asking, BuiltSigns, KeptSigns
from postlint.packs import buckets, shelf
from postlint.packs.signs import FoundSign, KeptSign

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from postlint.document import Document
    from postlint.packs import CompiledRule


@pytest.fixture(scope="module")
def kept_rules() -> tuple[CompiledRule, ...]:
    packs.combine(examples=False)  # keeps them
    kept = shelf.take()
    assert kept is not None
    return runner.compiled(kept)


def same(rules: Sequence[CompiledRule], documents: Sequence[Document]) -> None:
    kept, built = KeptSigns.of(rules), BuiltSigns(rules)
    assert kept is not None
    for document in documents:
        assert kept.clues([document]) == built.clues([document]), document.text


def test_kept_signs_ask_what_built_signs_ask(
    kept_rules: tuple[CompiledRule, ...], document: Callable[..., Document]
) -> None:
    texts = [example.text for rule in packs.shipped() for example in (*rule.flag, *rule.quiet)]
    documents = [document(text) for text in texts[::5]]
    same(kept_rules, documents)
    same(kept_rules[3::7], documents[::4])


ODD = [
    "I ❤ it",
    "I ❤️ it",
    "-",
    "#",
    "l’idiot",
    "COVID\u201119",
    "🇨🇦🇫🇷",
    "İß",
    "x\u007fy",
    "@a b.ca",
]


@pytest.mark.parametrize("text", ODD)
def test_odd_texts_too(
    kept_rules: tuple[CompiledRule, ...], document: Callable[..., Document], text: str
) -> None:
    same(kept_rules, [document(text)])


def test_a_kept_sign_is_the_sign_that_was_found(kept_rules: tuple[CompiledRule, ...]) -> None:
    for kept, found in zip(kept_rules, runner.compiled(packs.shipped()), strict=True):
        assert isinstance(kept.sign, KeptSign)
        assert isinstance(found.sign, FoundSign)
        for part in ("literals", "ways", "layers", "as_written"):
            assert getattr(kept.sign, part) == getattr(found.sign, part)


def test_rules_that_were_not_kept_together_are_built(
    kept_rules: tuple[CompiledRule, ...],
) -> None:
    fresh = runner.compiled(packs.shipped()[:1])
    assert KeptSigns.of((*fresh, *kept_rules)) is None
    assert isinstance(Asking(fresh).of(1), BuiltSigns)
    assert isinstance(Asking(kept_rules).of(1), KeptSigns)


def test_long_texts_are_worth_building_for(kept_rules: tuple[CompiledRule, ...]) -> None:
    asking = Asking(kept_rules[:9])
    assert isinstance(asking.of(SHORT), KeptSigns)
    assert isinstance(asking.of(SHORT + 1), BuiltSigns)
    assert isinstance(asking.of(1), BuiltSigns)  # since it is there


STRINGS = st.dictionaries(
    st.text("ab é❤", min_size=1, max_size=5), st.lists(st.integers(0, 9), min_size=1, max_size=3)
)


@given(STRINGS, st.text("ab é❤", max_size=12))
def test_buckets_hold_what_stands_in_a_text(owners: dict[str, list[int]], text: str) -> None:
    lines: list[object] = []

    def keep(line: object) -> int:
        lines.append(line)
        return len(lines) - 1

    places = {beginning: keep(alike) for beginning, alike in buckets.sort(owners).items()}
    found = dict(buckets.Buckets(places, lines.__getitem__).standing_in(text))
    assert found == {string: of for string, of in owners.items() if string in text}


def test_what_would_part_strings_is_in_none() -> None:
    with pytest.raises(ValueError, match="b"):
        buckets.sort({f"a{buckets.BETWEEN}b": [1]})
