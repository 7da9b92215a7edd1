"""``decrease``: the sentence says that the bad thing fell, ended or was prevented: good news."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from postlint.lexicon import Lexicon

if TYPE_CHECKING:
    from collections.abc import Mapping

    from postlint.document import Document
    from postlint.guards.guard import Acquits
    from postlint.model import Hit
    from postlint.options import Option, Options

OPTIONS: Final[Mapping[str, Option]] = {}
_BETTER: Final = Lexicon(
    [
        *"fell fall falls falling fallen dropped drop drops dropping declined decline".split(),
        *"declines declining cut cuts cutting halved halve halving fewer less lower".split(),
        *"lowered reduced reduce reduces reducing reduction zero eradicated eliminated".split(),
        *"prevent prevents prevented preventing prevention eliminate ended ending".split(),
        *"avoided avoid saved save saves saving survived survivor survivors rescued".split(),
        *"rescue cured cure beat beating defeated vaccine".split(),
        *"protect protects protected protecting against stop stopped stopping down".split(),
        *("no more", "no deaths", "not one", "free of", "zéro", "baisse", "recul", "moins de"),
    ]
)


def compile(options: Options) -> Acquits:  # noqa: A001, ARG001 - the protocol's name
    """Make the guard; the sentence before the hit counts too, for an emoji often stands alone."""

    def acquits(document: Document, hit: Hit) -> bool:
        index = document.sentence_index(hit.span.start)
        around = document.sentences[max(0, index - 1) : index + 1]
        return bool(around) and _BETTER.any(document.folded, around[0].start, around[-1].end)

    return acquits
