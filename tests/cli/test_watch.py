"""``--watch``: once now, and again after each change."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from cli.conftest import Done


@pytest.fixture
def sleeping(monkeypatch: pytest.MonkeyPatch) -> Callable[..., None]:
    """Return a function that says what happens while postlint sleeps; then it is interrupted."""

    def sleeping(*happens: Callable[[], object]) -> None:
        waiting = list(happens)

        def sleep(_: float) -> None:
            if not waiting:
                raise KeyboardInterrupt
            waiting.pop(0)()

        monkeypatch.setattr("postlint.cli.watch.time.sleep", sleep)

    return sleeping


def test_it_checks_again_after_each_change(
    home: Path, run: Callable[..., Done], sleeping: Callable[..., None]
) -> None:
    drafts = home / "drafts"
    drafts.mkdir()
    (drafts / "a.md").write_text("A bad day.")
    sleeping(
        lambda: None,
        lambda: (drafts / "a.md").write_text("A weak day."),
        lambda: (drafts / "b.md").write_text("A dull day."),
    )
    done = run("check", "drafts", "--watch", "-f", "concise")
    assert done.status == 0
    assert [line.partition(" ")[2] for line in done.out.splitlines()] == [
        "error ours/bad “bad” is bad.",
        "warning ours/weak “weak” is weak.",
        "warning ours/weak “weak” is weak.",
        "suggestion ours/dull “dull” is dull.",
    ]


def test_a_file_may_be_gone_for_a_moment(
    home: Path, run: Callable[..., Done], sleeping: Callable[..., None]
) -> None:
    draft = home / "a.md"
    draft.write_text("good")
    sleeping(draft.unlink, lambda: draft.write_text("bad"))
    done = run("check", "a.md", "--watch", "-f", "concise")
    assert (done.status, "no such file" in done.err) == (1, True)


@pytest.mark.parametrize(
    "arguments", [["-"], ["--text", "x"], ["--stdin-filename", "a.md"]], ids=str
)
def test_there_must_be_something_to_look_at(arguments: list[str], run: Callable[..., Done]) -> None:
    done = run("check", *arguments, "--watch")
    assert (done.status, "--watch needs files" in done.err) == (2, True)


def test_it_looks_at_configuration_packs_and_facts_too(
    home: Path, run: Callable[..., Done], sleeping: Callable[..., None]
) -> None:
    (home / "a.md").write_text("A weak day.")
    sheet = home / "sheet.yaml"
    dated = "as_of: 2026-01-01\nsource: Us\nnames: [{use: Oslo, avoid: [Kristiania]}]\n"
    sheet.write_text(dated)
    (home / "mission.yaml").write_text("mission: {name: Us}\nfacts: [sheet.yaml]\n")
    config = home / "postlint.yaml"
    before = config.read_text()
    sleeping(
        lambda: config.write_text(before + "fail_on: warning\n"),
        lambda: config.write_text("fail_on: [\n"),
        lambda: config.write_text(before),
        lambda: sheet.write_text(dated.replace("Oslo", "Bergen")),
    )
    done = run("check", "a.md", "--mission", "mission.yaml", "--watch", "-f", "concise")
    told = [line for line in done.err.splitlines() if line.endswith("changed")]
    names = [line.removesuffix(" changed").rpartition("/")[2].split()[-1] for line in told]
    assert names == ["postlint.yaml"] * 3 + ["sheet.yaml"]
    assert "postlint.yaml:" in done.err
    assert len(done.out.splitlines()) == 4


def test_a_pack_that_changes_is_loaded_anew(
    home: Path, run: Callable[..., Done], sleeping: Callable[..., None]
) -> None:
    (home / "a.md").write_text("A weak day, a queer word.")
    pack = home / "more"
    pack.mkdir()
    rule = (
        "pack: more\npanel: boring\nlanguage: en\nrules:\n  odd:\n    severity: error\n"
        "    message: odd\n    why: Odd.\n    how: Even.\n    check: phrase\n    words: [WORD]\n"
        "    examples: {flag: [a WORD, the WORD], pass: [yes, no]}\n"
    )
    (pack / "odd.yaml").write_text(rule.replace("WORD", "queerer"))
    sleeping(lambda: (pack / "odd.yaml").write_text(rule.replace("WORD", "queer")))
    done = run("check", "a.md", "--pack", "more", "--select", "more", "--watch", "-f", "concise")
    assert done.status == 1
    assert "more/odd" in done.out
