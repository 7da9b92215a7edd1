"""``identifier``: numbers and addresses of one person; a number counts when it validates."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from postlint import facts
from postlint.lexicon import fold
from postlint.model import Hit, Layer
from postlint.options import Option
from postlint.spans import Span

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from postlint.document import Document
    from postlint.lexicon import Spot
    from postlint.options import Options

_CARD: Final = re.compile(r"(?<![\w.-])\d(?:[ -]?\d){11,18}(?![\w-])")
_IBAN: Final = re.compile(r"(?<!\w)[A-Z]{2}\d{2}(?: ?[A-Z0-9]{4}){2,7}(?: ?[A-Z0-9]{1,3})?(?!\w)")
_SIN: Final = re.compile(r"(?<![\w.-])\d{3}([ -]?)\d{3}\1\d{3}(?![\w-])")
_PASSPORT: Final = re.compile(r"(?<!\w)[A-Z]{1,2}\d{6,7}[A-Z]?(?!\w)")
_UCI: Final = re.compile(r"(?<![\w-])(?:\d{2}-\d{4}-\d{4}|\d{4}-\d{4})(?![\w-])")
_SSN: Final = re.compile(r"(?<![\w-])(?!000|666|9)\d{3}-(?!00)\d{2}-(?!0000)\d{4}(?![\w-])")
_IBAN_LENGTHS: Final = range(15, 35)
_ENOUGH_DIGITS: Final = 7


def luhn(digits: str) -> bool:
    """Check a number by the Luhn formula (ISO/IEC 7812-1, annex B)."""
    total = 0
    for place, digit in enumerate(reversed(digits)):
        value = int(digit) * (2 if place % 2 else 1)
        total += value - 9 if value > 9 else value  # noqa: PLR2004 - sum of two digits
    return total % 10 == 0 and len(set(digits)) > 1


def iban(account: str) -> bool:
    """Check an account number by the remainder of 97 (ISO 13616)."""
    packed = account.replace(" ", "")
    if len(packed) not in _IBAN_LENGTHS:
        return False
    number = "".join(str(int(char, 36)) for char in packed[4:] + packed[:4])
    return int(number) % 97 == 1


def _digits(text: str) -> str:
    return "".join(char for char in text if char.isdigit())


def _matching(pattern: re.Pattern[str], valid: Callable[[str], bool]) -> Callable[..., list[Span]]:
    def find(document: Document, region: str) -> list[Span]:  # noqa: ARG001
        matches = pattern.finditer(document.masked)
        return [Span(*match.span()) for match in matches if valid(match.group())]

    return find


def _emails(document: Document, region: str) -> list[Span]:  # noqa: ARG001
    return [email.span for email in document.social.emails]


def _phones(document: Document, region: str) -> list[Span]:
    """Return numbers that are valid in a country's own plan (phonenumbers, Google's metadata)."""
    if sum(char.isdigit() for char in document.masked) < _ENOUGH_DIGITS:
        return []
    from phonenumbers import Leniency, PhoneNumberMatcher

    return [
        Span(match.start, match.end)
        for match in PhoneNumberMatcher(document.masked, region, Leniency.POSSIBLE)
        if _looks_like_phone(match.raw_string)
    ]


def _looks_like_phone(written: str) -> bool:
    """Tell a telephone number from a year range, an amount or a date."""
    digits = _digits(written)
    grouped = any(char in " -.()/" for char in written.strip())
    amount = re.fullmatch(r"[\d ]+[.,]\d{1,2}|\d{1,3}(?:[ ,.]\d{3})+", written.strip())
    date = re.fullmatch(r"\d{1,4}[-./ ]\d{1,2}[-./ ]\d{1,4}|\d{4}\s?[-–]\s?\d{4}", written.strip())
    return (
        len(digits) >= _ENOUGH_DIGITS
        and (grouped or written.startswith("+"))
        and not (amount or date)
    )


FINDERS: Final[Mapping[str, Callable[[Document, str], list[Span]]]] = {
    "email": _emails,
    "phone": _phones,
    "card": _matching(_CARD, lambda text: luhn(_digits(text))),
    "iban": _matching(_IBAN, iban),
    "sin": _matching(_SIN, lambda text: luhn(_digits(text))),
    "passport": _matching(_PASSPORT, lambda _: True),
    "uci": _matching(_UCI, lambda _: True),
    "ssn": _matching(_SSN, lambda _: True),
}
OPTIONS: Final[Mapping[str, Option]] = {
    "of": Option("choices", "What to look for.", required=True, choices=tuple(FINDERS)),
    "region": Option(
        "text", "Country (ISO 3166) whose way of writing phones needs no prefix.", default="CA"
    ),
    "beside": Option("words", "Only where one of these words stands in the same sentence."),
    "allow": Option(
        "words", "Published addresses, domains (“@gc.ca”, subdomains too) and numbers.", default=()
    ),
}
PLACEHOLDERS: Final = frozenset({"kind"})
_NAMES: Final = {
    "email": "an e-mail address",
    "phone": "a telephone number",
    "card": "a payment card number",
    "iban": "a bank account number (IBAN)",
    "sin": "a social insurance number",
    "passport": "a passport number",
    "uci": "an immigration client number (UCI)",
    "ssn": "a social security number",
}


def _is_contact(document: Document, written: str) -> bool:
    """Tell whether the mission's own sheet publishes the address or number."""
    if document.facts is None:
        return False
    published = document.facts.published()
    return written.lower() in published or facts.digits(written) in published


@dataclass(frozen=True, slots=True)
class IdentifierFinder:
    """Yields each identifier that is not on the list of published ones."""

    kinds: tuple[str, ...]
    region: str
    beside: frozenset[str] | None
    domains: tuple[str, ...]
    published: frozenset[str]
    literals: frozenset[str] | None
    layers: frozenset[Layer] = frozenset()

    def find(self, document: Document, spots: Sequence[Spot]) -> Iterator[Hit]:
        """Yield one hit an identifier; one that two kinds recognise belongs to the first."""
        taken: list[Span] = []
        for kind in self.kinds:
            for span in FINDERS[kind](document, self.region):
                if any(span.overlaps(other) for other in taken):
                    continue
                taken.append(span)
                written = span.of(document.text)
                known = self._published(written) or _is_contact(document, written)
                if not known and self._cued(document, span, spots):
                    yield Hit(span, {"kind": _NAMES[kind]})

    def _cued(self, document: Document, span: Span, spots: Sequence[Spot]) -> bool:
        if self.beside is None:
            return True
        here = document.sentence_index(span.start)
        return any(document.sentence_index(spot.start) == here for spot in spots)

    def _published(self, written: str) -> bool:
        low = written.lower()
        if "@" in low:
            host = "." + low.partition("@")[2]
            return low in self.published or any(host.endswith("." + d) for d in self.domains)
        return _digits(written).removeprefix("00").lstrip("1") in self.published


def compile(options: Options) -> IdentifierFinder:  # noqa: A001 - the protocol's name
    """Make the finder."""
    allow = [entry.lower() for entry in options["allow"]]
    beside = options["beside"]
    cues = frozenset(map(fold, beside)) if beside else None
    return IdentifierFinder(
        kinds=tuple(options["of"]),
        region=options["region"],
        beside=cues,
        domains=tuple(entry[1:] for entry in allow if entry.startswith("@")),
        published=frozenset(
            entry if "@" in entry else _digits(entry).lstrip("1")
            for entry in allow
            if not entry.startswith("@")
        ),
        literals=cues,
    )
