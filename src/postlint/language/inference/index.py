"""Says where in the embedded model's file every weight lies, and what the model's labels are.

The index is a small JSON beside the file, made from the pipeline when it is
packed (`of`); the weights are mapped from the file itself, not copied.
"""

from __future__ import annotations

import json
import mmap
from typing import TYPE_CHECKING, Any

import numpy as np

if TYPE_CHECKING:
    from pathlib import Path

VERSION = 1
_STORED = np.dtype("<f2")


class Index:
    """The model's weights by name, and its labels."""

    def __init__(self, labels: dict[str, Any], weights: Any) -> None:
        """Take the index as read from JSON, and the bytes of the file that it describes."""
        self.labels = labels
        self._weights = weights

    def stored(self, name: str) -> Any:
        """Return an array as it lies in the file, in 16 bits."""
        offset, shape = self.labels["arrays"][name]
        count = int(np.prod(shape))
        flat = np.frombuffer(self._weights, dtype=_STORED, count=count, offset=offset)
        return flat.reshape(shape)

    def array(self, name: str) -> Any:
        """Return an array in 32 bits."""
        return self.stored(name).astype(np.float32)

    def seeds(self, name: str) -> list[int]:
        """Return the hash seed of each embedding table."""
        return list(self.labels["seeds"][name])


def read(index: Path, weights: Path) -> Index | None:
    """Return the index; None when it does not fit the file.

    ``OSError`` when one of the two is not there, ``ValueError`` when the index is no JSON.
    """
    labels = json.loads(index.read_bytes())
    with weights.open("rb") as file:
        mapped = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
    if not isinstance(labels, dict):
        return None
    if (labels.get("version"), labels.get("size")) != (VERSION, len(mapped)):
        return None
    return Index(labels, mapped)
