"""Contacts, handles and preferred names: one slip from the right one."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from postlint.facts import digits
from postlint.knowledge.telling import contradiction, distance
from postlint.lazily import Pattern
from postlint.lexicon import Lexicon, fold, longest
from postlint.spans import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from postlint.document import Document
    from postlint.facts import Contact, Facts
    from postlint.model import Hit

_CALL: Final = Lexicon(
    "emergency consular urgent urgence help call phone contact stranded crisis need".split()
)
_PHONE: Final = Pattern(r"(?<![\w.])\+?\d[\d ()./-]{6,18}\d(?!\w)")
_SHORTEST: Final = 7
_SLIPS: Final = 2
_LONG: Final = 8


class Contacts:
    """Knows the published lines and addresses."""

    def __init__(self, facts: Facts) -> None:
        """Keep numbers as their digits."""
        self._phones = [(digits(c.phone), c) for c in facts.contacts if c.phone]
        self._emails = [(c.email.lower(), c) for c in facts.contacts if c.email]
        self._published = facts.published()

    def find(self, document: Document) -> Iterator[Hit]:
        """Yield a number or address that is not the published one it stands for."""
        for match in _PHONE.finditer(document.masked) if self._phones else ():
            number = digits(match.group())
            if number in self._published or len(number) < _SHORTEST:
                continue
            contact = self._meant(number, document)
            if contact is not None:
                truth = f"{contact.what}: {contact.phone}"
                span = Span(match.start(), match.end())
                yield contradiction(span, truth, contact.dated, document, contact.phone)
        for email in document.social.emails if self._emails else ():
            low = email.text.lower()
            if low in self._published:
                continue
            for right, contact in self._emails:
                if distance(low, right) <= _SLIPS:
                    truth = f"{contact.what}: {contact.email}"
                    yield contradiction(email.span, truth, contact.dated, document, contact.email)
                    break

    def _meant(self, number: str, document: Document) -> Contact | None:
        """Return the line that a number is a slip from, or stands for in an emergency."""
        for right, contact in self._phones:
            alike = len(number) == len(right) and number[:3] == right[:3]
            if distance(number, right) <= _SLIPS:
                return contact
            if contact.emergency and alike and _CALL.any(document.folded):
                return contact
        return None


class Handles:
    """Knows the accounts of the mission and of its people."""

    def __init__(self, facts: Facts) -> None:
        """Keep handles in lower case, with their sign whether or not the sheet writes it."""
        own = [(h.handle, h.whose, h.dated) for h in facts.handles]
        own += [(p.handle, p.name, p.dated) for p in facts.people if p.handle]
        signed = [(f"@{handle.lstrip('@')}", whose, dated) for handle, whose, dated in own]
        self._known = {handle.lower(): (handle, whose, dated) for handle, whose, dated in signed}

    def find(self, document: Document) -> Iterator[Hit]:
        """Yield a mention that is one slip from an account of the sheet (two in long ones)."""
        for mention in document.social.mentions if self._known else ():
            low = mention.text.lower()
            if low in self._known:
                continue
            for other, (right, whose, dated) in self._known.items():
                if distance(low, other) <= (_SLIPS if len(other) > _LONG else 1):
                    truth = f"{whose} is {right}"
                    yield contradiction(mention.span, truth, dated, document, right)
                    break


class Names:
    """Knows what things are called in this house."""

    def __init__(self, facts: Facts) -> None:
        """Look for every form at once."""
        self._avoided = {fold(form): name for name in facts.names for form in name.avoid}
        self._forms = Lexicon(self._avoided, folded=True)
        self._used = Lexicon({name.use for name in facts.names})

    def find(self, document: Document) -> Iterator[Hit]:
        """Yield a form to avoid that is no part of a preferred one."""
        spots = longest(self._forms.find(document.folded)) if self._avoided else []
        right = [Span(s.start, s.end) for s in self._used.find(document.folded)] if spots else []
        for spot in spots:
            span, name = Span(spot.start, spot.end), self._avoided[spot.literal]
            if not any(span.overlaps(other) for other in right):
                truth = f"the preferred form is {name.use}"
                yield contradiction(span, truth, name.dated, document, name.use)
