"""``identifier``: numbers and addresses of one person; numbers must validate."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

    from postlint.model import Hit

MARKED: list[tuple[str, dict[str, Any]]] = [
    ("Write to [[ama.mensah@example.com]].", {"of": ["email"]}),
    ("Write to info@international.gc.ca.", {"of": ["email"], "allow": ["@gc.ca"]}),
    ("Write to [[ama.mensah@notgc.ca]].", {"of": ["email"], "allow": ["@gc.ca"]}),
    ("Write to Press@Example.com.", {"of": ["email"], "allow": ["press@example.com"]}),
    ("Call [[613-555-0142]].", {"of": ["phone"]}),
    ("Call [[+44 20 7946 0958]].", {"of": ["phone"]}),
    ("Call +1 613 944 4000 or 613-944-4000.", {"of": ["phone"], "allow": ["613-944-4000"]}),
    ("In 2025-2026, 1,250,000 people; 2026-11-24; 1 250 000,50.", {"of": ["phone"]}),
    ("Card [[4111 1111 1111 1111]]", {"of": ["card"]}),
    ("Card 4111 1111 1111 1112, order 0000 0000 0000 0000", {"of": ["card"]}),
    ("Pay to [[GB82 WEST 1234 5698 7654 32]]", {"of": ["iban"]}),
    ("Pay to GB82 WEST 1234 5698 7654 33", {"of": ["iban"]}),
    ("SIN [[046 454 286]]", {"of": ["sin"]}),
    ("SIN 046 454 287, 046-454 286", {"of": ["sin"]}),
    ("passport [[AB123456]]", {"of": ["passport"], "beside": ["passport"]}),
    ("flight AB123456. A passport.", {"of": ["passport"], "beside": ["passport"]}),
    ("UCI [[1234-5678]]", {"of": ["uci"]}),
    ("SSN [[123-45-6789]] and 000-45-6789", {"of": ["ssn"]}),
    ("[[046 454 286]]", {"of": ["sin", "card", "phone"]}),
]


@pytest.mark.parametrize(("marked", "options"), MARKED, ids=str)
def test_it_marks(marked: str, options: dict[str, Any], marks: Callable[..., None]) -> None:
    marks("identifier", marked, options)


def test_it_says_what_it_is(find: Callable[..., list[Hit]]) -> None:
    hit = find("identifier", "046 454 286", {"of": ["sin"]})[0]
    assert hit.values == {"kind": "a social insurance number"}


@pytest.mark.parametrize("digits", ["٤١١١ ١١١١ ١١١١ ١١١١", "⁴111 1111 1111 1111", "9" * 5_000])
def test_odd_digits_do_no_harm(digits: str, find: Callable[..., list[Hit]]) -> None:
    kinds = ["phone", "card", "iban", "sin", "passport", "uci", "ssn", "email"]
    for hit in find("identifier", digits, {"of": kinds}):
        assert hit.span.end <= len(digits)
