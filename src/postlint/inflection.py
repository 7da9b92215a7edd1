"""English word forms, generated when a pack is loaded.

It may make forms that do not exist (“jerked” of “jerk”): they match whole
tokens only, so that a form nobody writes costs nothing. Not a lemmatizer.
"""

from __future__ import annotations

_IRREGULAR = {
    "be": "am is are was were been being",
    "beat": "beats beat beaten beating",
    "become": "becomes became becoming",
    "begin": "begins began begun beginning",
    "break": "breaks broke broken breaking",
    "bring": "brings brought bringing",
    "build": "builds built building",
    "buy": "buys bought buying",
    "catch": "catches caught catching",
    "choose": "chooses chose chosen choosing",
    "come": "comes came coming",
    "die": "dies died dying",
    "do": "does did done doing",
    "drive": "drives drove driven driving",
    "drown": "drowns drowned drowning",
    "eat": "eats ate eaten eating",
    "fall": "falls fell fallen falling",
    "feel": "feels felt feeling",
    "fight": "fights fought fighting",
    "find": "finds found finding",
    "fly": "flies flew flown flying",
    "forget": "forgets forgot forgotten forgetting",
    "get": "gets got gotten getting",
    "give": "gives gave given giving",
    "go": "goes went gone going",
    "grow": "grows grew grown growing",
    "have": "has had having",
    "hold": "holds held holding",
    "hurt": "hurts hurt hurting",
    "keep": "keeps kept keeping",
    "know": "knows knew known knowing",
    "lead": "leads led leading",
    "leave": "leaves left leaving",
    "lie": "lies lied lying",
    "lose": "loses lost losing",
    "make": "makes made making",
    "meet": "meets met meeting",
    "pay": "pays paid paying",
    "rise": "rises rose risen rising",
    "run": "runs ran running",
    "say": "says said saying",
    "see": "sees saw seen seeing",
    "seek": "seeks sought seeking",
    "sell": "sells sold selling",
    "send": "sends sent sending",
    "shoot": "shoots shot shooting",
    "show": "shows showed shown showing",
    "sink": "sinks sank sunk sinking",
    "speak": "speaks spoke spoken speaking",
    "spend": "spends spent spending",
    "stand": "stands stood standing",
    "steal": "steals stole stolen stealing",
    "stink": "stinks stank stunk stinking",
    "suck": "sucks sucked sucking",
    "take": "takes took taken taking",
    "teach": "teaches taught teaching",
    "tell": "tells told telling",
    "think": "thinks thought thinking",
    "throw": "throws threw thrown throwing",
    "win": "wins won winning",
    "write": "writes wrote written writing",
    "child": "children",
    "man": "men",
    "woman": "women",
    "person": "people persons",
    "thief": "thieves",
    "wife": "wives",
    "life": "lives",
    "half-wit": "half-wits",
    "crisis": "crises",
    "casualty": "casualties",
}
_VOWELS = "aeiou"
_SHORT = 3


def _doubles(word: str) -> bool:
    """Tell whether the last consonant doubles before -ed and -ing (“stop”, “grab”)."""
    if len(word) < _SHORT or word[-1] in _VOWELS + "wxy":
        return False
    one_vowel = word[-2] in _VOWELS and word[-3] not in _VOWELS
    return one_vowel and sum(char in _VOWELS for char in word) == 1


def plural(noun: str) -> str:
    """Return the regular plural of an English noun."""
    if noun.endswith(("s", "x", "z", "ch", "sh")):
        return noun + "es"
    if noun.endswith("y") and len(noun) > 1 and noun[-2] not in _VOWELS:
        return noun[:-1] + "ies"
    return noun + "s"


def _verb(word: str) -> set[str]:
    if word.endswith("e"):
        return {word + "d", word[:-1] + "ing"}
    if word.endswith("y") and word[-2:-1] not in _VOWELS:
        return {word[:-1] + "ied", word + "ing"}
    stem = word + word[-1] if _doubles(word) else word
    return {stem + "ed", stem + "ing"}


def word_forms(word: str) -> frozenset[str]:
    """Return the word with its plural and its verb forms, regular or irregular."""
    if not word.isalpha():
        return frozenset({word})
    irregular = _IRREGULAR.get(word.lower())
    if irregular is not None:
        return frozenset({word, *irregular.split()})
    return frozenset({word, plural(word), *_verb(word)})


def phrase_forms(phrase: str) -> frozenset[str]:
    """Inflect the first word of a phrase and, apart from that, its last one."""
    words = phrase.split(" ")
    if len(words) == 1:
        return word_forms(phrase)
    rest, before = " ".join(words[1:]), " ".join(words[:-1])
    first = {f"{form} {rest}" for form in word_forms(words[0])}
    last = (
        {f"{before} {form}" for form in (plural(words[-1]), words[-1])}
        if words[-1].isalpha()
        else set()
    )
    return frozenset({phrase, *first, *last})
