"""``quoted``: the hit stands in a quotation: somebody else's words."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from postlint.options import Option

if TYPE_CHECKING:
    from collections.abc import Mapping

    from postlint.document import Document
    from postlint.guards.guard import Acquits
    from postlint.model import Hit
    from postlint.options import Options

OPTIONS: Final[Mapping[str, Option]] = {
    "attributed": Option("flag", "Only where the quotation names its speaker.", default=False),
}


def compile(options: Options) -> Acquits:  # noqa: A001 - the protocol's name
    """Make the guard."""
    attributed = options["attributed"]

    def acquits(document: Document, hit: Hit) -> bool:
        return any(
            quotation.span.covers(hit.span) and (quotation.attributed or not attributed)
            for quotation in document.quotations
        )

    return acquits
