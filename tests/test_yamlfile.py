from __future__ import annotations

from datetime import UTC, date, datetime, timedelta, timezone
from typing import TYPE_CHECKING, Any

import pytest

from postlint.errors import InputError, PackError
from postlint.yamlfile import REQUIRED, Fields, Node, plain, read, resolve

if TYPE_CHECKING:
    from collections.abc import Callable

EASTERN = timezone(timedelta(hours=-5))

SCALARS = {
    "norway": ("NO", "NO"),
    "off": ("off", "off"),
    "yes": ("Yes", "Yes"),
    "true": ("true", True),
    "false": ("False", False),
    "null": ("null", None),
    "tilde": ("~", None),
    "whole": ("280", 280),
    "negative": ("-3", -3),
    "zero": ("0", 0),
    "decimal": ("1.50", 1.5),
    "no leading digit": (".5", 0.5),
    "octal is text": ("010", "010"),
    "agent": ("007", "007"),
    "sexagesimal is text": ("14:30", "14:30"),
    "hexadecimal is text": ("0x1F", "0x1F"),
    "checksum is text": ("12e5", "12e5"),
    "infinity is text": (".inf", ".inf"),
    "underscores are text": ("1_000", "1_000"),
    "too many digits": ("9" * 5000, "9" * 5000),
    "day": ("2026-11-24", date(2026, 11, 24)),
    "no such day": ("2026-02-30", "2026-02-30"),
    "moment without seconds": (
        "2026-11-24T14:30-05:00",
        datetime(2026, 11, 24, 14, 30, tzinfo=EASTERN),
    ),
    "zulu": ("2026-11-24T12:00Z", datetime(2026, 11, 24, 12, tzinfo=UTC)),
    "seconds and fraction": (
        "2026-11-24 12:00:01.5 +00:00",
        datetime(2026, 11, 24, 12, 0, 1, 500000, tzinfo=UTC),
    ),
    "naive": ("2026-11-24 12:00", datetime(2026, 11, 24, 12)),  # noqa: DTZ001
    "no such hour": ("2026-11-24T25:00", "2026-11-24T25:00"),
    "a year is a number": ("2026", 2026),
    "other digits are text": ("٣", "٣"),
}


@pytest.mark.parametrize(("spelling", "value"), SCALARS.values(), ids=SCALARS)
def test_plain_words_mean_what_people_mean(spelling: str, value: object) -> None:
    assert resolve(spelling) == value
    node = read(spelling, "p")
    assert (node.value, type(node.value)) == (value, type(value))
    assert node.spelling == spelling


def test_quoted_words_are_text() -> None:
    assert plain(read("['true', \"3\", '2026-11-24']", "p")) == ["true", "3", "2026-11-24"]


def test_nodes_and_keys_know_their_place() -> None:
    root = read("é:\n  - 😀: x\n    b: [1, two]\n", "p", first_line=10)
    assert isinstance(root.value, dict)
    (key,) = root.value
    assert (key, key.line, key.column) == ("é", 10, 1)
    (entry,) = _items(root.value[key])
    assert (entry.line, entry.column) == (11, 5)
    assert isinstance(entry.value, dict)
    spots = {str(k): (k.line, k.column, v.line, v.column) for k, v in entry.value.items()}
    assert spots == {"😀": (11, 5, 11, 8), "b": (12, 5, 12, 8)}


def test_only_real_line_breaks_end_a_line() -> None:
    root = read('a: "x\u2028y"\r\nb: "\u0085" \rc: 1\n', "p")
    assert isinstance(root.value, dict)
    assert [key.line for key in root.value] == [1, 2, 3]


def test_an_empty_document_is_nothing() -> None:
    assert read("", "p").value is None
    assert read("# only a comment\n", "p").value is None


REFUSED = {
    "equal keys": ("a: 1\nb: 2\na: 3\n", "3:1", "already on line 1"),
    "alias": ("a: &x [1]\nb: *x\n", "1:4", "repeat the value"),
    "bold text": ("- *bold* words\n", "1:3", "quotes"),
    "tag": ("a: !!python/object/apply:os.system ['x']\n", "1:4", "tags"),
    "tagged key": ("!!str a: 1\n", "1:1", "key must be text"),
    "list as key": ("[a]: 1\n", "1:1", "key must be text"),
    "second document": ("a: 1\n---\nb: 2\n", "2:1", "second document"),
    "mention": ("text: @someone said\n", "1:7", "quotes"),
    "colon": ("text: Remember: vote\n", "1:15", "quotes"),
    "unclosed quotes": ('text: "open\n', "1:7", "closing"),
    "bell": ("a: 1\nb: \x07\n", "2:4", "0007 cannot"),
    "deep": ("[" * 500, "1:65", "64 deep"),
    "deep and closed": ("[" * 500 + "]" * 500, "1:65", "64 deep"),
    "tab": ("\ta: 1\n", "1:1", "tab"),
}


@pytest.mark.parametrize(("text", "place", "says"), REFUSED.values(), ids=REFUSED)
def test_faults_name_their_place(text: str, place: str, says: str) -> None:
    with pytest.raises(PackError, match=says) as caught:
        read(text, "p.yaml", error=PackError)
    assert str(caught.value).startswith(f"p.yaml:{place}: ")


def test_size_is_bounded() -> None:
    with pytest.raises(InputError, match="at most 10"):
        read("a" * 11, "p", max_size=10)


def test_the_slow_parser_reads_alike(monkeypatch: pytest.MonkeyPatch) -> None:
    import yaml

    text = "a: [1, two]\nb: |\n  x\n"
    fast = plain(read(text, "p"))
    monkeypatch.delattr(yaml, "CSafeLoader", raising=False)
    assert plain(read(text, "p")) == fast


# ---------------------------------------------------------------- Fields

RULE = """\
severity: eror
words: [true, 2026, "x"]
one: alone
count: 3
ratio: 0.5
flag: true
until: 2026-12-31
quoted: "2026-11-24T14:30-05:00"
nested: {a: 1}
list: [1, 2]
empty:
none: []
hollow: [a, ]
hash: [#b
  a]
langs: [en, fr]
"""


def fields(text: str = RULE) -> Fields:
    return Fields(read(text, "p.yaml"), "p.yaml", PackError, "rule")


GIVEN: dict[str, tuple[Callable[[Fields], Any], Any]] = {
    "text": (lambda f: f.text("one"), "alone"),
    "number as text": (lambda f: f.text("count"), "3"),
    "absent text": (lambda f: f.text("absent", None), None),
    "empty text": (lambda f: f.text("empty", "so"), "so"),
    "texts as spelled": (lambda f: f.texts("words"), ("true", "2026", "x")),
    "one text": (lambda f: f.texts("one"), ("alone",)),
    "absent texts": (lambda f: f.texts("absent"), ()),
    "number": (lambda f: f.number("ratio"), 0.5),
    "whole number": (lambda f: f.number("count"), 3),
    "integer": (lambda f: f.integer("count"), 3),
    "integer default": (lambda f: f.integer("absent", 7), 7),
    "flag": (lambda f: f.flag("flag"), True),
    "choice": (lambda f: f.choice("one", ["alone", "together"]), "alone"),
    "choice default": (lambda f: f.choice("absent", ["a"], None), None),
    "choices": (lambda f: f.choices("langs", ["en", "fr"]), ("en", "fr")),
    "one choice": (lambda f: f.choices("one", ["alone"]), ("alone",)),
    "day": (lambda f: f.day("until"), date(2026, 12, 31)),
    "moment from a day": (lambda f: f.moment("until"), date(2026, 12, 31)),
    "quoted moment": (
        lambda f: f.moment("quoted"),
        datetime(2026, 11, 24, 14, 30, tzinfo=EASTERN),
    ),
    "mapping": (lambda f: f.mapping("nested", required=True).integer("a"), 1),  # type: ignore[union-attr]
    "absent mapping": (lambda f: f.mapping("absent"), None),
    "items": (lambda f: [n.value for n in f.items("list")], [1, 2]),
    "absent items": (lambda f: f.items("absent"), ()),
    "plain": (lambda f: f.plain("nested"), {"a": 1}),
    "has": (lambda f: (f.has("empty"), f.has("absent")), (True, False)),
    "rest": (lambda f: (f.text("one"), list(f.rest())[:3])[1], ["severity", "words", "count"]),
}


@pytest.mark.parametrize(("ask", "value"), GIVEN.values(), ids=GIVEN)
def test_fields_give(ask: Callable[[Fields], Any], value: Any) -> None:
    assert ask(fields()) == value


WRONG: dict[str, tuple[Callable[[Fields], Any], str]] = {
    "choice": (
        lambda f: f.choice("severity", ["error", "warning"]),
        "p.yaml:1:11: severity: “eror” is not a severity; did you mean “error”?",
    ),
    "choice far off": (
        lambda f: f.choice("one", ["x", "y"], noun="axis"),
        "p.yaml:3:6: one: “alone” is not an axis; allowed: x, y",
    ),
    "choices": (
        lambda f: f.choices("langs", ["en"]),
        "p.yaml:16:13: langs: “fr” is not a langs; allowed: en",
    ),
    "missing": (lambda f: f.text("why"), "p.yaml:1:1: a rule needs the key “why”"),
    "empty": (lambda f: f.text("empty"), "empty: is empty; a text that begins with # needs quotes"),
    "empty list": (lambda f: f.texts("none", required=True), "none: is empty"),
    "list as text": (lambda f: f.text("words"), "p.yaml:2:8: words: a list is not text"),
    "mapping as texts": (lambda f: f.texts("nested"), "nested: a mapping is not text, or a list"),
    "text as number": (lambda f: f.number("one"), "one: “alone” is not a number"),
    "flag as number": (lambda f: f.number("flag"), "flag: the flag true is not a number"),
    "decimal as integer": (lambda f: f.integer("ratio"), "the number 0.5 is not a whole number"),
    "text as flag": (lambda f: f.flag("one"), "one: “alone” is not true or false"),
    "text as day": (lambda f: f.day("one"), "one: “alone” is not a day such as 2026-12-31"),
    "moment as day": (lambda f: f.day("quoted"), "is not a day"),
    "number as moment": (lambda f: f.moment("count"), "the number 3 is not a day or moment"),
    "text as mapping": (lambda f: f.mapping("one", "source"), "a source is a mapping of keys"),
    "text as items": (lambda f: f.items("one"), "one: “alone” is not a list"),
}


@pytest.mark.parametrize(("ask", "says"), WRONG.values(), ids=WRONG)
def test_fields_refuse(ask: Callable[[Fields], Any], says: str) -> None:
    with pytest.raises(PackError) as caught:
        ask(fields())
    assert says in str(caught.value)


def test_unknown_keys_are_refused_with_a_hint() -> None:
    taken = fields("severity: error\nmesage: x\n")
    taken.text("severity")
    taken.text("message", None)
    with pytest.raises(PackError) as caught:
        taken.done()
    assert str(caught.value) == (
        "p.yaml:2:1: unknown key “mesage” in a rule; did you mean “message”?"
    )


def test_known_keys_are_done() -> None:
    taken = fields("a: 1\nb: 2\n")
    taken.integer("a", REQUIRED)
    taken.rest()
    taken.done()


def _items(node: Node) -> tuple[Node, ...]:
    assert isinstance(node.value, tuple)
    return node.value
