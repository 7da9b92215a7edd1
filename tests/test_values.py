"""Values are dataclasses in all but the way they are made."""

from __future__ import annotations

import copy
import dataclasses
import pickle

import pytest

from postlint.values import dataclass


@dataclass(frozen=True, slots=True)
class Base:
    """A value."""

    first: int
    second: str = "two"
    rest: list[int] = dataclasses.field(default_factory=list, compare=False, repr=False)

    @property
    def double(self) -> int:
        """Twice the first."""
        return 2 * self.first


@dataclass(frozen=True, slots=True)
class More(Base):
    """A value with a part that it works out."""

    worked_out: int = dataclasses.field(init=False, compare=False)

    def __post_init__(self) -> None:
        """Work it out."""
        object.__setattr__(self, "worked_out", self.first + 1)


def test_a_value_is_made_by_place_or_name() -> None:
    assert Base(1, "b") == Base(first=1, second="b") == Base(1, second="b", rest=[3])
    assert (Base(1).second, Base(1).rest, Base(4).double) == ("two", [], 8)
    assert Base(1).rest is not Base(1).rest


@pytest.mark.parametrize(
    ("values", "given"),
    [
        pytest.param((), {}, id="nothing"),
        pytest.param((), {"second": "b"}, id="only the second"),
        pytest.param((1,), {"first": 1}, id="twice"),
        pytest.param((1,), {"third": 1}, id="unknown"),
        pytest.param((1, "b", [], 4), {}, id="too many"),
    ],
)
def test_wrong_arguments_are_refused(values: tuple[object, ...], given: dict[str, object]) -> None:
    with pytest.raises(TypeError, match="Base"):
        Base(*values, **given)  # type: ignore[arg-type]


def test_a_value_is_compared_shown_and_hashed_by_its_fields() -> None:
    assert Base(1) != Base(2)
    assert Base(1) != More(1)
    assert len({Base(1), Base(1, rest=[1]), Base(2)}) == 2
    assert repr(Base(1)) == "Base(first=1, second='two')"
    assert repr(More(1)).endswith("worked_out=2)")


def test_a_value_never_changes() -> None:
    value = More(1)
    with pytest.raises(dataclasses.FrozenInstanceError):
        value.first = 2  # type: ignore[misc]
    with pytest.raises(dataclasses.FrozenInstanceError):
        del value.first
    assert not hasattr(value, "__dict__")


def test_a_value_can_be_replaced_copied_sent_and_matched() -> None:
    value = More(1, rest=[5])
    assert dataclasses.replace(value, first=7).worked_out == 8
    for twin in (copy.deepcopy(value), pickle.loads(pickle.dumps(value))):  # noqa: S301
        assert (twin, twin.rest, twin.worked_out) == (value, [5], 2)
    match value:
        case More(1, second):
            assert second == "two"
        case _:
            pytest.fail("it does not match")
