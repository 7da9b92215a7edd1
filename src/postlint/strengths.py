"""What makes a post good, for the report card: a question, a person, a number, a voice.

By words and capitals alone: praise must not cost a parse. It claims less
rather than more, for praise for nothing is worth nothing.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from postlint import segmentation
from postlint.lazily import Pattern
from postlint.lexicon import Lexicon, fold
from postlint.spans import Span

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from postlint.document import Document


def _any_of(*words: str) -> str:
    """Return a pattern for any of these words at the beginning of a word.

    Python's engine skips to the first letters of a choice, where no assertion stands before it.
    """
    return "(?:" + "|".join(rf"{word[0]}(?<!\w{word[0]}){word[1:]}" for word in words) + ")"


_WE: Final = Lexicon("we us our ours we're we've we'll let's nous notre nos".split())
_I: Final = Lexicon("i me my mine i'm i've i'll i'd je j'ai moi mon ma mes".split())
_YOU: Final = Lexicon("you your yours you're you've you'll yourself vous votre vos".split())
_THANKS: Final = Pattern(r"\bthank(?:s to)? you\b")
_MONTH: Final = (
    r"(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec|janv|févr|mars|avril|mai|juin|juil"
    r"|août|déc)[a-zéû]*\.?"
)
_DIGIT: Final = Pattern(r"\d")
_NO_FIGURE: Final = Pattern(
    r"(?=[\d+#jfmasondrpcg])(?:"  # what each begins with, in one look
    r"\d{4}-\d{2}-\d{2}|\d{1,2}(?::\d{2}|\s?h\s?\d{0,2}\b)|\d{1,2}(?::\d{2})?\s?[ap]\.?m\b\.?"
    rf"|\b\d{{1,2}}(?:st|nd|rd|th|er)?(?:\s+of)?\s+{_MONTH}(?:\s+\d{{4}})?|\b{_MONTH}\s+\d{{1,2}}\b"
    r"(?:,?\s+\d{4})?|\b(?:1[5-9]|20)\d\ds?\b(?!\s?(?:%|km\b|people|\$))|\+\d[\d\s().-]{6,30}\d"
    r"|(?:#|\bno\. ?|\bpage |\broom |\bchapter |\bgate )\d+|(?<!\d)\d{1,9}(?:st|nd|rd|th|e|ère)\b"
    r"|\d{3}[- ]\d{3}[- ]\d{4}|\b\d{1,2}/\d{1,2}\b(?:/\d{2,4})?)",
    re.IGNORECASE,
)
_FIGURE: Final = Pattern(
    r"(?=\d)(?:"
    r"(?<![\w#@])(?:\d[\d.,\u00a0\u202f]*\d|\d)(?:\s?[-–]\s?\d+)?(?![\w:/])|(?<=[$€£])\d[\d.,]*"
    r"|(?<!\w)\d[\d.,]*\s?(?:%|km|kg|cm|mm|m|k|bn|t)\b)"
)
_SPELLED: Final = Pattern(
    r"\b(?:a dozen|twelve|fifteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety"
    r"|(?:a|one|two|three|four|five|six|seven|eight|nine|ten) (?:hundred|thousand|million)"
    r"|vingt|trente|quarante|cinquante|soixante|cent|mille)(?:[ -]\w+)? (?=[a-zà-ÿ]{3})"
)
_ACTS: Final = (
    "who says said told tells asks asked runs ran bakes baked keeps kept teaches taught coaches "
    "lost won opened wrote writes sings sang came comes retires retired laughed stamped learned "
    "works lives grew plays played made makes built cooks cooked brought knows has was is left "
    "qui dit raconte tient enseigne"
)
_REST: Final = r"[a-zà-ÿ]++(?:[-’'][A-ZÀ-Þ][a-zà-ÿ]++)*"
_CAPITAL: Final = rf"[A-ZÀ-Þ]{_REST}"
_DOES: Final = (
    rf"(?: {_CAPITAL})?"
    rf"(?=,? (?:{'|'.join(_ACTS.split())})\b|[’']s [a-zà-ÿ]|, \d{{1,3}}\b)"
)
_ACTING: Final = Pattern(_CAPITAL + _DOES)
_INSIDE: Final = Pattern(rf"([A-ZÀ-Þ](?<=[a-zà-ÿ,;:&—–] .){_REST}){_DOES}")
_FIRST: Final = Pattern(rf"(?:^|[.!?:]\s{{1,4}}|\n)[“\"«\s]{{0,4}}({_CAPITAL}){_DOES}")
_CALLED: Final = Pattern(
    r"\b(?:[Mm]eet|named|called|[Tt]hank you,?|[Tt]hanks,|[Cc]ongratulations,?|[Bb]ravo,?|[Dd]ear"
    r"|[Cc]atch,|[Hh]appy birthday,?|daughter|son|sister|brother|colleague|neighbour|teacher"
    r"|friend|nurse|baker|coach|chef|farmer|student|consul|intern|driver|pilot),? "
    rf"({_CAPITAL})\b"
)
_TITLED: Final = Pattern(
    _any_of(*"Mr Mrs Ms Mme Dr Prof Captain Sister Coach Chef Aunt Uncle Elder".split())
    + rf"\.? ({_CAPITAL})"
)
_PLACED: Final = Pattern(r"\b(?:in|at|from|near|to|across|around|of|through|over|à|de) $")
_SOMEBODY: Final = frozenset({"leader", "official", "person", "journalist"})
_NOBODY: Final = frozenset(
    """
    monday tuesday wednesday thursday friday saturday sunday january february march april may june
    july august september october november december spring summer autumn fall winter christmas
    easter embassy consulate chancery mission government parliament senate congress ministry
    department minister ministers ambassador president mayor king queen pope police army navy union
    city town village house university college school museum church court council committee club
    team bank office today tonight tomorrow yesterday everyone everybody nobody somebody someone it
    that this there here what who he she let how where when why mother father grandmother
    grandfather mum dad women men children people god earth moon sun internet english french
    spanish arabic inuktitut canadian canadians facebook twitter instagram youtube zoom google
    """.split()
)


def _stands_alone(document: Document, span: Span) -> bool:
    """Tell whether a capitalised word is no country, people, office, day or institution."""
    low = fold(span.of(document.text)).removesuffix("'s")
    others = (target.span for target in document.targets if target.kind not in _SOMEBODY)
    return low not in _NOBODY and not any(other.overlaps(span) for other in others)


def _people(document: Document) -> Iterator[Span]:
    """Yield words that are names of people, as far as capitals and neighbours tell."""
    masked = document.masked
    acting = _ACTING.search(masked) is not None
    for pattern in (_INSIDE, _CALLED, _TITLED) if acting else (_CALLED, _TITLED):
        for match in pattern.finditer(masked):
            if not _PLACED.search(masked, max(0, match.start() - 8), match.start()):
                yield Span(*match.span(1))
    for match in _FIRST.finditer(masked) if acting else ():
        # The first word of a sentence has its capital anyway: it must be no ordinary word.
        if not segmentation.is_word(fold(match[1])):
            yield Span(*match.span(1))


def _names_person(document: Document) -> bool:
    return any(_stands_alone(document, span) for span in _people(document))


def _asks(document: Document) -> list[int]:
    """Return the indices of sentences that ask something in the post's own voice."""
    if "?" not in document.masked:
        return []
    quoted = [quotation.span for quotation in document.quotations]
    return [
        index
        for index, sentence in enumerate(document.sentences)
        if sentence.of(document.masked).rstrip('"”»’ )').endswith("?")
        and not any(span.covers(Span(sentence.start, sentence.start + 1)) for span in quoted)
    ]


def _question(document: Document) -> str | None:
    """Return “first” where the post opens with a question, “later” where it asks its reader one."""
    indices = _asks(document)
    if 0 in indices:
        return "first"
    asked = (document.sentences[index] for index in indices)
    later = any(_YOU.any(document.folded, span.start, span.end) for span in asked)
    return "later" if later else None


def _lets_speak(document: Document) -> bool:
    return any(quotation.attributed for quotation in document.quotations)


def _figures(document: Document) -> int:
    spelled = len(_SPELLED.findall(document.folded))
    if not _DIGIT.search(document.masked):
        return spelled
    rest = _NO_FIGURE.sub(lambda match: " " * len(match[0]), document.masked)
    return len(_FIGURE.findall(rest)) + spelled


def _voice(document: Document) -> str | None:
    """Return “we” or “I” where the post speaks so to “you”, quotations and thanks aside."""
    own = document.folded
    if "you" not in own and "vo" not in own:
        return None
    if "thank" in own:
        own = _THANKS.sub(lambda match: " " * len(match[0]), own)
    for quotation in document.quotations:
        start, end = quotation.span.start, quotation.span.end
        own = own[:start] + " " * (end - start) + own[end:]
    if not _YOU.any(own):
        return None
    return "we" if _WE.any(own) else "I" if _I.any(own) else None


def _describes_pictures(document: Document) -> bool:
    return bool(document.post.media) and all(media.alt for media in document.post.media)


_MERITS: Final[tuple[tuple[Callable[[Document], object], Mapping[object, str]], ...]] = (
    (_question, {"first": "opens with a question", "later": "asks the reader something"}),
    (_names_person, {True: "names a person"}),
    (_lets_speak, {True: "lets somebody speak"}),
    (_figures, {1: "gives one concrete number"}),
    (_voice, {"we": "speaks as “we” to “you”", "I": "speaks as “I” to “you”"}),
    (_describes_pictures, {True: "describes its pictures"}),
)
"""What is looked at, and which answers are praised; in order of how much readers notice them."""


def find(document: Document, most: int = 3) -> tuple[str, ...]:
    """Return at most ``most`` things that make the post good, in plain words, the best first."""
    found: list[str] = []
    for look, praises in _MERITS:
        if len(found) < most and (praise := praises.get(look(document))):
            found.append(praise)
    return tuple(found)
