"""``identifier``: numbers and addresses of one person; a number counts when it validates."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from postlint import facts, marks
from postlint.lazily import Pattern
from postlint.lexicon import fold
from postlint.model import Hit, Layer
from postlint.options import Option
from postlint.spans import Span
from postlint.values import dataclass

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from postlint.document import Document
    from postlint.lexicon import Spot
    from postlint.model import Way
    from postlint.options import Options

_CARD: Final = Pattern(r"(?<![\w.-])\d(?:[ -]?\d){11,18}(?![\w-])")
_IBAN: Final = Pattern(
    r"(?<!\w)[A-Z]{2}\d{2}(?: ?[A-Z0-9]{4}){2,7}(?: ?[A-Z0-9]{1,3})?(?!\w)", re.IGNORECASE
)
_NUMBER: Final = Pattern(r"(?<![\w.+/-])\(?\d[\d ().\-–/]{5,20}\d(?!\w)(?![.,]\d)")
_ADDRESS: Final = Pattern(r"\d{1,3}(?:\.\d{1,3}){3}")
_WRITTEN_DATE: Final = Pattern(r"\d{1,4}[-./]\d{1,2}[-./]\d{1,4}|\d{4}\s?[-–]\s?\d{4}")
_PHONE_BEFORE: Final = Pattern(
    r"\b(?:call(?:ing|ed|s)?|phone[ds]?|phoning|ring|dial|text|sms|tel|telephone|mobile|cell|fax"
    r"|cellphone|whatsapp|signal|desk|office|home|work|landline|direct|reach(?:ed|ing)?|contact"
    r"|answering|messages?|téléphone|tél|appelez|appeler|joindre|numéro)"
    r"\b[^\d\n]{0,30}\n?[^\d\n]{0,4}$",
    re.IGNORECASE,
)
_PHONE_AFTER: Final = Pattern(
    r"^[\s,(-]*(?:office|fax|mobile|cell|home|work|desk|tel)\b", re.IGNORECASE
)
_BEHIND: Final = 60
ROLES: Final = frozenset(
    (
        "info information contact hello office press media jobs careers hr events event rsvp "
        "tickets box support help helpdesk admissions scholarships registration register sos "
        "visa visas consul consulate consular embassy emergency enquiries inquiries bookings "
        "booking team service services customer sales admin secretariat secretary library "
        "museum festival news newsletter donations donate volunteer volunteers culture trade "
        "education noreply "
    ).split()
)
"""Words of an address that belongs to an office and not to a person: “info@”, “press.office@”."""
_SIN: Final = Pattern(r"(?<![\w.-])\d{3}([ -]?)\d{3}\1\d{3}(?![\w-])")
_PASSPORT: Final = Pattern(r"(?<!\w)[A-Z]{1,2}\d{6,7}[A-Z]?(?!\w)")
_UCI: Final = Pattern(r"(?<![\w-])(?:\d{2}-\d{4}-\d{4}|\d{4}-\d{4})(?![\w-])")
_SSN: Final = Pattern(r"(?<![\w-])(?!000|666|9)\d{3}-(?!00)\d{2}-(?!0000)\d{4}(?![\w-])")
_IBAN_LENGTHS: Final = range(15, 35)
_ENOUGH_DIGITS: Final = 7
_NATIONAL_DIGITS: Final = 10


def luhn(digits: str) -> bool:
    """Check a number by the Luhn formula (ISO/IEC 7812-1, annex B)."""
    total = 0
    for place, digit in enumerate(reversed(digits)):
        value = int(digit) * (2 if place % 2 else 1)
        total += value - 9 if value > 9 else value  # noqa: PLR2004 - sum of two digits
    return total % 10 == 0 and len(set(digits)) > 1


def iban(account: str) -> bool:
    """Check an account number by the remainder of 97 (ISO 13616)."""
    packed = account.replace(" ", "").upper()
    if len(packed) not in _IBAN_LENGTHS:
        return False
    number = "".join(str(int(char, 36)) for char in packed[4:] + packed[:4])
    return int(number) % 97 == 1


def _digits(text: str) -> str:
    return "".join(char for char in text if char.isdigit())


def _matching(pattern: Pattern, valid: Callable[[str], bool]) -> Callable[..., list[Span]]:
    def find(document: Document, region: str) -> list[Span]:  # noqa: ARG001
        matches = pattern.finditer(document.masked)
        return [Span(*match.span()) for match in matches if valid(match.group())]

    return find


def _emails(document: Document, region: str) -> list[Span]:  # noqa: ARG001
    return [email.span for email in document.social.emails]


def _phones(document: Document, region: str) -> list[Span]:
    """Return numbers of a country's own plan, and groups of digits that the text calls a phone."""
    text = document.masked
    if sum(char.isdigit() for char in text) < _ENOUGH_DIGITS:
        return []
    from phonenumbers import Leniency, PhoneNumberMatcher

    found = [
        Span(match.start, match.end)
        for match in PhoneNumberMatcher(text, region, Leniency.POSSIBLE)
        if _looks_like_phone(match.raw_string) and _is_long(match.raw_string)
    ]
    for match in _NUMBER.finditer(text):
        span = Span(*match.span())
        written = match.group().strip()
        innocent = _WRITTEN_DATE.fullmatch(written) or _ADDRESS.fullmatch(written)
        few = len(_digits(written)) < _ENOUGH_DIGITS
        if innocent or few or any(span.overlaps(other) for other in found):
            continue
        before, after = (
            text[max(0, span.start - _BEHIND) : span.start],
            text[span.end : span.end + 12],
        )
        if _PHONE_BEFORE.search(before) or _PHONE_AFTER.match(after):
            found.append(span)
    return sorted(found)


def _is_long(written: str) -> bool:
    return written.startswith("+") or len(_digits(written)) >= _NATIONAL_DIGITS


def _looks_like_phone(written: str) -> bool:
    """Tell a telephone number from a year range, an amount, a date or an internet address."""
    text = written.strip()
    amount = re.fullmatch(r"[\d ]+[.,]\d{1,2}|\d{1,3}(?:[ ,.]\d{3})+", text)
    date = re.fullmatch(r"\d{1,4}[-./ ]\d{1,2}[-./ ]\d{1,4}|\d{4}\s?[-–]\s?\d{4}", text)
    if text.startswith("+"):
        return len(_digits(text)) >= _ENOUGH_DIGITS
    innocent = amount or date or _ADDRESS.fullmatch(text)
    return len(_digits(text)) >= _ENOUGH_DIGITS and not innocent


FINDERS: Final[Mapping[str, tuple[Callable[[Document, str], list[Span]], str]]] = {
    "email": (_emails, marks.EMAIL),
    "phone": (_phones, marks.SEVEN_DIGITS),
    "card": (_matching(_CARD, lambda text: luhn(_digits(text))), marks.SEVEN_DIGITS),
    "iban": (_matching(_IBAN, iban), marks.CODE),
    "sin": (_matching(_SIN, lambda text: luhn(_digits(text))), marks.SEVEN_DIGITS),
    "passport": (_matching(_PASSPORT, lambda _: True), marks.CODE),
    "uci": (_matching(_UCI, lambda _: True), marks.SEVEN_DIGITS),
    "ssn": (_matching(_SSN, lambda _: True), marks.SEVEN_DIGITS),
}
"""Who finds an identifier, and the mark of a text that may hold one."""
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

    @property
    def required(self) -> tuple[Way, ...]:
        """What a text with an identifier of one kind or another contains."""
        return ((frozenset(FINDERS[kind][1] for kind in self.kinds),),)

    def find(self, document: Document, spots: Sequence[Spot]) -> Iterator[Hit]:
        """Yield one hit an identifier; one that two kinds recognise belongs to the first."""
        taken: list[Span] = []
        for kind in self.kinds:
            for span in FINDERS[kind][0](document, self.region):
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
            local, _, domain = low.partition("@")
            host = "." + domain
            if ROLES & set(re.split(r"[._+-]", local)):
                return True
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
