"""Which pipeline parses: the embedded one, or another of spaCy's that is installed."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from postlint.errors import UsageError
from postlint.language.pipeline import EMBEDDED_NAME, Pipeline
from postlint.language.stages import usable
from postlint.language.startup import import_spacy

if TYPE_CHECKING:
    from spacy.language import Language

EMBEDDED = Path(__file__).parent / "models" / "en"


@lru_cache(maxsize=4)
def load(model: str | None = None) -> Pipeline:
    """Return the embedded English pipeline, or the installed one of that name or path.

    ``UsageError`` when there is no such pipeline, or when it has no parser.
    """
    if model is None:
        return _embedded()
    nlp = _installed(model)
    problem = usable(nlp)
    if problem:
        msg = f"cannot use the pipeline “{model}”: {problem}; choose another, or leave out --model"
        raise UsageError(msg)
    return Pipeline(nlp, model)


def _embedded() -> Pipeline:
    """Return the embedded model on plain arrays, else the same in spaCy."""
    from postlint.language import archive, embedded

    try:
        return embedded.load(EMBEDDED) or Pipeline(archive.read(EMBEDDED), EMBEDDED_NAME)
    except OSError as error:
        msg = f"the embedded English model cannot be read ({error}); install postlint again"
        raise UsageError(msg) from error


def _installed(model: str) -> Language:
    try:
        nlp: Language = import_spacy().load(model)
    except (OSError, ValueError, ImportError, KeyError, TypeError) as error:
        reason = str(error).splitlines()[0] if str(error) else type(error).__name__
        msg = (
            f"no usable spaCy pipeline “{model}”: install it into the same Python as postlint, "
            f"or give the path of its folder, or leave out --model ({reason})"
        )
        raise UsageError(msg) from error
    return nlp
