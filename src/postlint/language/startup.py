"""Imports spaCy, for those who need it, without its command line: a quarter of a start.

The one place for tricks of this kind. It changes no output: where the trick does
not work, spaCy is imported as it comes.
"""

from __future__ import annotations

import gc
import importlib
import os
import sys
from contextlib import contextmanager
from types import ModuleType
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator

_COMMAND_LINE, _INFO = "spacy.cli", "spacy.cli.info"
_THREADS = "OPENBLAS_NUM_THREADS"


def import_spacy() -> ModuleType:
    """Return the module ``spacy``; its ``spacy.cli`` is loaded when somebody asks for it."""
    if "spacy" in sys.modules:
        return sys.modules["spacy"]
    before = set(sys.modules)
    sys.modules[_COMMAND_LINE] = ModuleType(_COMMAND_LINE)
    sys.modules[_INFO] = info = ModuleType(_INFO)
    info.info = _info  # type: ignore[attr-defined]
    try:
        with collector_off(), one_thread():
            return importlib.import_module("spacy")
    except (ImportError, AttributeError):
        for name in set(sys.modules) - before:
            if name.partition(".")[0] == "spacy":
                del sys.modules[name]
    finally:
        for name in (_COMMAND_LINE, _INFO):
            sys.modules.pop(name, None)
    return importlib.import_module("spacy")


@contextmanager
def collector_off() -> Iterator[None]:
    """Keep the garbage collector from looking at the many objects that stay for good."""
    collecting = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if collecting:
            gc.enable()


@contextmanager
def one_thread() -> Iterator[None]:
    """Let numpy's matrix product start no threads, if numpy is not there yet: ours are small."""
    given = os.environ.get(_THREADS)
    os.environ.setdefault(_THREADS, "1")
    try:
        yield
    finally:
        if given is None:
            del os.environ[_THREADS]


def _info(*arguments: Any, **options: Any) -> Any:
    """Stand in for ``spacy.info`` until it is called."""
    return importlib.import_module(_INFO).info(*arguments, **options)
