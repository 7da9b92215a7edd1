"""What earlier runs found: the same answers, for the same post under the same rules alone."""

from __future__ import annotations

import json
import shutil
import stat
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING, Any

import pytest

from postlint import keeping, memory, packs
from postlint.cli import main
from postlint.linter import Linter

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

INSULT = "President Okoro is a clown."
BASE = ["check", "--format", "json"]


@pytest.fixture(scope="module")
def rules(cache_folder: Path) -> list[Path]:
    """Return files in which the shipped rules are kept, for tests that are not about that."""
    packs.combine(examples=False)
    return list(cache_folder.glob("rules-*"))


@pytest.fixture(autouse=True)
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, rules: list[Path]) -> Path:
    """Give each test a cache folder and a working folder of its own; rules are kept there."""
    folder = tmp_path / "cache"
    folder.mkdir(mode=0o700)
    for path in rules:
        shutil.copy2(path, folder)
    monkeypatch.setenv("POSTLINT_CACHE_DIR", str(folder))
    monkeypatch.chdir(tmp_path)
    return folder


@pytest.fixture
def judged(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """Return a list that grows by the number of posts that are judged anew."""
    counts: list[int] = []
    real = Linter._judged

    def counting(self: Linter, batch: Sequence[Any]) -> Any:
        counts.append(len(batch))
        return real(self, batch)

    monkeypatch.setattr(Linter, "_judged", counting)
    return counts


def report(capsys: pytest.CaptureFixture[str], *arguments: str) -> dict[str, Any]:
    assert main([*BASE, *arguments]) in (0, 1)
    found: dict[str, Any] = json.loads(capsys.readouterr().out)
    return found


RICH = """---
platform: [x, mastodon]
publish_at: 2026-11-24T09:00Z
accept:
  - {rule: embarrass-government/insulted-leader, reason: "A quotation from a play.", by: hom}
  - {rule: untrue/wrong-weekday, reason: "Checked with the calendar office."}
---
President Okoro is a clown. Monday, 24 November 2026, was leverage day in Peking.
"""


def test_a_second_run_judges_nothing_and_answers_the_same(
    capsys: pytest.CaptureFixture[str], judged: list[int], tmp_path: Path
) -> None:
    draft = tmp_path / "draft.md"
    draft.write_text(RICH)
    first = report(capsys, str(draft))
    assert first["posts"][0]["accepted"]
    assert first["unused_acceptances"] == [] or first["unused_acceptances"]
    assert sum(judged) == 2
    assert report(capsys, str(draft)) == first
    assert sum(judged) == 2


CHANGES = {
    "text": (["--text", INSULT], ["--text", INSULT + " So."]),
    "platform": (["--text", INSULT], ["--text", INSULT, "--platform", "bluesky"]),
    "day": (["--text", INSULT, "--now", "2026-11-23"], ["--text", INSULT, "--now", "2026-11-24"]),
    "language": (["--text", INSULT, "--lang", "en"], ["--text", INSULT, "--lang", "fr"]),
    "severity": (["--text", INSULT], ["--text", INSULT, "--severity", "boring=error"]),
    "selection": (["--text", INSULT], ["--text", INSULT, "--select", "boring"]),
    "acceptance": (
        ["--text", INSULT],
        ["--text", INSULT, "--accept", "insulted-leader=he is one by trade"],
    ),
    "profile": (["--text", INSULT], ["--text", INSULT, "--profile", "crisis"]),
    "no cache": (["--text", INSULT], ["--text", INSULT, "--no-cache"]),
}


@pytest.mark.parametrize("what", CHANGES)
def test_what_changes_is_judged_anew(
    what: str, capsys: pytest.CaptureFixture[str], judged: list[int]
) -> None:
    for arguments in CHANGES[what]:
        report(capsys, *arguments)
    assert judged == [1, 1]


@pytest.mark.parametrize(
    "name", ["postlint.yaml", "pack/rules.yaml", "mission.yaml", "names.yaml", "own/names.yaml"]
)
def test_a_changed_file_counts(
    name: str, capsys: pytest.CaptureFixture[str], judged: list[int], tmp_path: Path
) -> None:
    written = {
        "postlint.yaml": ("account: institutional\n", "account: personal\n"),
        "mission.yaml": (MISSION.format("Ruritania"), MISSION.format("Freedonia")),
        "pack/rules.yaml": (PACK.format("clown"), PACK.format("clowns")),
    }
    written["names.yaml"] = written["own/names.yaml"] = NAMES.format("Old"), NAMES.format("New")
    (tmp_path / "named.yaml").write_text("names: [names.yaml]\n")
    (tmp_path / "naming").mkdir()
    (tmp_path / "naming" / "rules.yaml").write_text(NAMING.format(tmp_path / "own" / "names.yaml"))
    options = {
        "names.yaml": ["--config", "named.yaml"],
        "own/names.yaml": ["--pack", "naming"],
        "postlint.yaml": [],
        "mission.yaml": ["--mission", "mission.yaml"],
        "pack/rules.yaml": ["--pack", "pack"],
    }
    for content in written[name]:
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(content)
        for _ in range(2):
            report(capsys, "--text", INSULT, *options[name])
    assert [count for count in judged if count] == [1, 1]


MISSION = """
mission: {{name: Embassy of Canada, country: {}}}
"""
NAMES = """
as_of: 2026-11-01
review_by: 2027-11-01
source: {{title: Style guide of Ruritania, url: "https://example.org/style"}}
rows:
- {{avoid: {}town, use: Strelsau, why: "Ruritania writes Strelsau."}}
"""
NAMING = """
pack: our-desk
panel: embarrass-government
extends: embarrass-government
rules:
  embarrass-government/outdated-exonym: {{own: {}}}
"""
PACK = """
pack: ours
panel: boring
language: en
rules:
  circus:
    severity: suggestion
    message: "No circus."
    why: "We are no circus."
    how: "Leave it out."
    check: phrase
    words: [{}]
    examples:
      flag: ["A [[clown]].", "The [[clown]]."]
      pass: ["A crown.", "Clownfish."]
"""


def test_the_code_counts(
    capsys: pytest.CaptureFixture[str], judged: list[int], monkeypatch: pytest.MonkeyPatch
) -> None:
    report(capsys, "--text", INSULT)
    monkeypatch.setattr(keeping, "program", lambda: "another")
    report(capsys, "--text", INSULT)
    assert judged == [1, 1]


def test_a_queue_remembers_each_post_but_compares_them_anew(
    capsys: pytest.CaptureFixture[str], judged: list[int], tmp_path: Path
) -> None:
    queue = tmp_path / "queue.yaml"
    twin = "Our library in Halifax opens its doors to young readers on Friday evening."
    queue.write_text(f"- text: {twin}\n- text: {INSULT}\n- text: The tide is out in Yarmouth.\n")
    first = report(capsys, str(queue))
    assert sum(judged) == 3
    assert report(capsys, str(queue)) == first
    assert sum(judged) == 3
    queue.write_text(f"- text: {twin}\n- text: {INSULT}\n- text: {twin}\n")
    found = report(capsys, str(queue))["posts"]
    assert sum(judged) == 4
    assert "boring/near-duplicate" in {f["rule"] for f in found[2]["findings"]}
    assert [f["rule"] for f in found[1]["findings"]] == [
        f["rule"] for f in first["posts"][1]["findings"]
    ]


def test_the_file_is_the_users_own(capsys: pytest.CaptureFixture[str], place: Path) -> None:
    report(capsys, "--text", INSULT)
    [kept] = place.glob("results-*.sqlite3")
    assert stat.S_IMODE(kept.stat().st_mode) == 0o600
    assert stat.S_IMODE(place.stat().st_mode) == 0o700


def _into_a_folder(file: Path) -> None:
    file.unlink()
    file.mkdir()


DAMAGE: dict[str, Callable[[Path], object]] = {
    "no database": lambda file: file.write_bytes(b"not a database" * 400),
    "empty": lambda file: file.write_bytes(b""),
    "a folder": _into_a_folder,
}


@pytest.mark.parametrize("how", DAMAGE)
def test_a_damaged_file_costs_nothing_but_time(
    how: str, capsys: pytest.CaptureFixture[str], place: Path
) -> None:
    first = report(capsys, "--text", INSULT)
    [kept] = place.glob("results-*.sqlite3")
    DAMAGE[how](kept)
    assert report(capsys, "--text", INSULT) == first


@pytest.mark.parametrize("value", ["{}", "[]", "1", '{"language": "en"}', "nothing"])
def test_a_damaged_result_is_made_anew(
    value: str, capsys: pytest.CaptureFixture[str], place: Path
) -> None:
    import sqlite3

    first = report(capsys, "--text", INSULT)
    [kept] = place.glob("results-*.sqlite3")
    opened = sqlite3.connect(kept)
    with opened:
        opened.execute("UPDATE found SET result = ?", [value])
    opened.close()
    assert report(capsys, "--text", INSULT) == first


def test_the_oldest_are_forgotten(
    capsys: pytest.CaptureFixture[str], place: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    import sqlite3

    monkeypatch.setattr(memory, "MOST", 10)
    monkeypatch.setattr(memory, "COUNTED", 1)
    for number in range(25):
        report(capsys, "--text", f"Our consulate has {number} chairs.")
    [kept] = place.glob("results-*.sqlite3")
    opened = sqlite3.connect(kept)
    [count] = opened.execute("SELECT count(*) FROM found").fetchone()
    opened.close()
    assert count <= 10


def test_a_folder_that_cannot_be_made_is_no_error(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "file").write_text("")
    monkeypatch.setenv("POSTLINT_CACHE_DIR", str(tmp_path / "file" / "cache"))
    assert report(capsys, "--text", INSULT)["summary"]["error"] == 1


def test_runs_at_once_answer_alike(tmp_path: Path) -> None:
    queue = tmp_path / "queue.jsonl"
    queue.write_text("".join(f'{{"text": "Tide {n} is out."}}\n' for n in range(40)))
    command = [sys.executable, "-m", "postlint", *BASE, str(queue)]

    def run(_: int) -> bytes:
        done = subprocess.run(command, capture_output=True, check=True)  # noqa: S603 - our own code
        return done.stdout

    with ThreadPoolExecutor(3) as pool:
        answers = set(pool.map(run, range(3)))
    assert len(answers) == 1


def test_an_unchanged_queue_is_not_parsed_again(tmp_path: Path) -> None:
    queue = tmp_path / "queue.jsonl"
    queue.write_text(f'{{"text": "{INSULT}"}}\n{{"text": "The tide is out."}}\n')
    code = (
        "import sys; from postlint.cli import main; "
        f"main(['check', '-f', 'concise', {str(queue)!r}]); print('numpy' in sys.modules)"
    )
    command = [sys.executable, "-c", code]
    told = []
    for _ in range(2):
        done = subprocess.run(command, capture_output=True, check=True, text=True)  # noqa: S603
        told.append(done.stdout.split()[-1])
    assert told == ["True", "False"]
