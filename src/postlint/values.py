"""Frozen dataclasses whose methods are shared: making such a class costs a tenth of the usual.

The standard library writes six methods for each class and compiles them, 0.8 ms
whenever the module is imported; for a hundred classes that was the dearest part
of a cold start. Here only ``fields`` are the library's, so that ``replace`` and
``match`` work; the methods are closures. A class of which a run makes millions
is better off with the library's own ``__init__``.
"""

from __future__ import annotations

import dataclasses
from operator import attrgetter
from typing import TYPE_CHECKING, Any, Final, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable
    from dataclasses import dataclass as dataclass  # noqa: PLC0414 - type checkers know it

T = TypeVar("T")

_put: Final = object.__setattr__
_ABSENT: Final = dataclasses.MISSING


def _frozen(cls: type[T]) -> type[T]:
    if cls.__doc__ is None:
        cls.__doc__ = cls.__name__  # the library would work out a signature, for 3 ms
    made = dataclasses.dataclass(init=False, repr=False, eq=False, slots=True)(cls)
    fields = dataclasses.fields(made)  # type: ignore[arg-type]  # it is one by now
    methods = {
        "__init__": _init(made, [field for field in fields if field.init]),
        "__repr__": _repr([field.name for field in fields if field.repr]),
        **_equality([field.name for field in fields if field.compare]),
        **_state([field.name for field in fields]),
    }
    for name, method in methods.items():
        if name not in cls.__dict__:
            setattr(made, name, method)
    made.__setattr__ = made.__delattr__ = _refuse  # type: ignore[method-assign]
    return made


def _init(cls: type, fields: list[dataclasses.Field[Any]]) -> Callable[..., None]:
    names = tuple(field.name for field in fields)
    defaults = {field.name: field.default for field in fields if field.default is not _ABSENT}
    makers = {
        field.name: field.default_factory
        for field in fields
        if field.default_factory is not _ABSENT
    }
    after = getattr(cls, "__post_init__", None)

    def __init__(self: object, *values: object, **given: object) -> None:  # noqa: N807
        for name, value in zip(names, values, strict=False):
            _put(self, name, value)
        for name in names[len(values) :]:
            if name in given:
                _put(self, name, given.pop(name))
            elif name in defaults:
                _put(self, name, defaults[name])
            elif name in makers:
                _put(self, name, makers[name]())
            else:
                problem = f"{cls.__name__}() lacks the argument {name!r}"
                raise TypeError(problem)
        if given or len(values) > len(names):
            problem = f"{cls.__name__}() takes {names}, each once; not {[*given, *values]}"
            raise TypeError(problem)
        if after is not None:
            after(self)

    return __init__


def _repr(names: list[str]) -> Callable[[object], str]:
    def __repr__(self: object) -> str:  # noqa: N807
        shown = ", ".join(f"{name}={getattr(self, name)!r}" for name in names)
        return f"{type(self).__qualname__}({shown})"

    return __repr__


def _equality(names: list[str]) -> dict[str, Callable[..., Any]]:
    key = attrgetter(*names) if names else lambda _: ()

    def __eq__(self: object, other: object) -> bool:  # noqa: N807
        return key(self) == key(other) if type(other) is type(self) else NotImplemented

    def __hash__(self: object) -> int:  # noqa: N807
        return hash(key(self))

    return {"__eq__": __eq__, "__hash__": __hash__}


def _state(names: list[str]) -> dict[str, Callable[..., Any]]:
    """Let values travel between processes and be copied."""

    def __getstate__(self: object) -> list[object]:  # noqa: N807
        return [getattr(self, name) for name in names]

    def __setstate__(self: object, state: list[object]) -> None:  # noqa: N807
        for name, value in zip(names, state, strict=True):
            _put(self, name, value)

    return {"__getstate__": __getstate__, "__setstate__": __setstate__}


def _refuse(self: object, name: str, *_: object) -> None:
    problem = f"cannot change the field {name!r} of a {type(self).__name__}"
    raise dataclasses.FrozenInstanceError(problem)


if not TYPE_CHECKING:

    def dataclass(*, frozen: bool, slots: bool) -> Callable[[type[T]], type[T]]:
        """Make a class a frozen dataclass with slots; there are no others here."""
        assert frozen  # noqa: S101 - says what it is for readers and type checkers
        assert slots  # noqa: S101
        return _frozen
