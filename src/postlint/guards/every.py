"""The list of guards: one literal dict, and the only module that imports them all."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from postlint.guards import (
    decrease,
    historic,
    mention,
    name,
    near,
    negated,
    occasion,
    outside,
    question,
    quoted,
    reported,
    self,
    sourced,
)

if TYPE_CHECKING:
    from collections.abc import Mapping

    from postlint.guards.guard import Guard

GUARDS: Final[Mapping[str, Guard]] = {
    "decrease": decrease,
    "historic": historic,
    "mention": mention,
    "name": name,
    "near": near,
    "negated": negated,
    "occasion": occasion,
    "outside": outside,
    "question": question,
    "quoted": quoted,
    "reported": reported,
    "self": self,
    "sourced": sourced,
}
