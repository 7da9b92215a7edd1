"""An editor in miniature: the server as a process, spoken with over its standard streams."""

from __future__ import annotations

import json
import subprocess
import sys
from collections import deque
from queue import Empty, Queue
from threading import Thread
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

pytest.importorskip("pygls")

PATIENCE = 8
START = [sys.executable, "-c", "from postlint.cli import run; run()"]
PACK = """\
pack: ours
panel: untrue
language: any
rules:
  bad:
    severity: error
    message: "“{match}” is bad."
    why: "It is *bad* for us."
    how: "Say what is good."
    source: {title: A list, url: "https://example.org/list", date: 2025-01-01}
    check: phrase
    words: [bad]
    examples: {flag: ["[[bad]]", "so [[bad]]"], pass: [good, badly]}
  weak:
    severity: warning
    message: "“{match}” is weak."
    why: "It is weak."
    how: "Say what is strong."
    check: phrase
    words: [weak]
    examples: {flag: ["[[weak]]", "so [[weak]]"], pass: [strong, weakly]}
  dull:
    severity: suggestion
    message: "“{match}” is dull."
    why: "It is dull."
    how: "Say what is not."
    check: phrase
    words: [dull]
    examples: {flag: ["[[dull]]", "so [[dull]]"], pass: [lively, dully]}
  secret:
    severity: error
    acceptable: false
    message: "“{match}” is secret."
    why: "It is secret."
    how: "Take it out."
    check: phrase
    words: [secret]
    examples: {flag: ["[[secret]]", "so [[secret]]"], pass: [open, secretly]}
  swapped:
    severity: warning
    message: "“{match}” is “{replacement}”."
    why: "It has a new name."
    how: "Say the new one."
    check: swap
    swaps: {oldtown: Newtown, utilise: use}
    examples: {flag: ["[[Oldtown]]", "[[oldtown]]"], pass: [Newtown, old town]}
  spelled:
    severity: suggestion
    message: "Write “{replacement}”."
    why: "It is the usual spelling."
    how: "Spell it so."
    check: swap
    safe: true
    swaps: {grampa: 'grand"pa'}
    examples: {flag: ["[[grampa]]", "my [[grampa]]"], pass: [grandpa, gramps]}
"""


class Editor:
    """One editor with one server."""

    def __init__(self, folder: Path, *arguments: str, encodings: tuple[str, ...] = ()) -> None:
        self.folder = folder
        self.process = subprocess.Popen(  # noqa: S603 - our own code
            [*START, "lsp", *arguments],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            cwd=folder,
        )
        self.heard: Queue[dict[str, Any]] = Queue()
        self.kept: deque[dict[str, Any]] = deque()
        self.number = 0
        self.versions: dict[str, int] = {}
        self.listener = Thread(target=self._listen, daemon=True)
        self.listener.start()
        general = {"positionEncodings": list(encodings)} if encodings else {}
        self.abilities = self.ask(
            "initialize",
            processId=None,
            rootUri=folder.as_uri(),
            capabilities={"general": general},
        )["capabilities"]
        self.tell("initialized")

    def _listen(self) -> None:
        stream = self.process.stdout
        assert stream
        while header := stream.readline():
            size = int(header.split(b":")[1]) if header.lower().startswith(b"content-length") else 0
            while stream.readline().strip():
                pass
            self.heard.put(json.loads(stream.read(size)))

    def _say(self, **message: Any) -> None:
        body = json.dumps({"jsonrpc": "2.0", **message}).encode()
        assert self.process.stdin
        self.process.stdin.write(b"Content-Length: %d\r\n\r\n%s" % (len(body), body))
        self.process.stdin.flush()

    def _wait(self, wanted: Callable[[dict[str, Any]], bool]) -> dict[str, Any]:
        for message in self.kept:
            if wanted(message):
                self.kept.remove(message)
                return message
        while True:
            try:
                message = self.heard.get(timeout=PATIENCE)
            except Empty:
                pytest.fail("the server says nothing")
            if wanted(message):
                return message
            self.kept.append(message)

    def tell(self, method: str, **params: Any) -> None:
        self._say(method=method, params=params)

    def ask(self, method: str, **params: Any) -> Any:
        self.number += 1
        number = self.number
        self._say(id=number, method=method, params=params)
        answer = self._wait(lambda message: message.get("id") == number)
        assert "error" not in answer, answer
        return answer["result"]

    def about(self, method: str, name: str, **params: Any) -> Any:
        return self.ask(f"textDocument/{method}", textDocument={"uri": self.uri(name)}, **params)

    def uri(self, name: str) -> str:
        return name if ":" in name else (self.folder / name).as_uri()

    def open(self, name: str, text: str, language: str = "markdown") -> list[Any]:
        document = {"uri": self.uri(name), "languageId": language, "version": 1, "text": text}
        self.tell("textDocument/didOpen", textDocument=document)
        self.versions[name] = 1
        return self.diagnostics(name)

    def change(self, name: str, text: str) -> None:
        self.versions[name] += 1
        document = {"uri": self.uri(name), "version": self.versions[name]}
        self.tell("textDocument/didChange", textDocument=document, contentChanges=[{"text": text}])

    def diagnostics(self, name: str) -> list[Any]:
        """Wait for those of the document's newest version."""
        uri, version = self.uri(name), self.versions[name]
        found: list[Any] = self._wait(
            lambda message: (
                message.get("method") == "textDocument/publishDiagnostics"
                and message["params"]["uri"] == uri
                and message["params"].get("version") == version
            )
        )["params"]["diagnostics"]
        return found

    def actions(self, name: str, place: dict[str, Any], **context: Any) -> list[Any]:
        context = {"diagnostics": [], **context}
        found: list[Any] = self.about("codeAction", name, range=place, context=context)
        return found

    @staticmethod
    def places(found: list[Any]) -> list[tuple[Any, ...]]:
        """Return code, line, column, end line and end column of diagnostics."""
        return [
            (each["code"], *(each["range"][at][part] for at in ("start", "end") for part in PARTS))
            for each in found
        ]

    @staticmethod
    def edited(text: str, action: dict[str, Any]) -> str:
        """Return a text, all of whose characters are one unit wide, after an action."""
        (edits,) = action["edit"]["changes"].values()
        lines = text.split("\n")
        starts = [sum(len(line) + 1 for line in lines[:number]) for number in range(len(lines))]
        for edit in edits:
            start, end = (
                starts[place["line"]] + place["character"]
                for place in (edit["range"]["start"], edit["range"]["end"])
            )
            text = text[:start] + edit["newText"] + text[end:]
        return text

    def quit(self) -> tuple[int, bytes]:
        with self.process:
            self.ask("shutdown")
            self.tell("exit")
            self.process.wait(PATIENCE)
            assert self.process.stderr
            told = self.process.stderr.read()
            self.listener.join(PATIENCE)
        return self.process.returncode, told


PARTS = ("line", "character")


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Make a folder with a small pack and a configuration."""
    home = tmp_path_factory.mktemp("mission")
    (home / "ours").mkdir()
    (home / "ours" / "rules.yaml").write_text(PACK, encoding="utf-8")
    (home / "postlint.yaml").write_text("packs: [ours]\nselect: [ours]\n", encoding="utf-8")
    return home


@pytest.fixture(scope="module")
def start(folder: Path) -> Iterator[Callable[..., Editor]]:
    """Start servers; each must end well."""
    started = []

    def start(*arguments: str, **options: Any) -> Editor:
        started.append(Editor(folder, *arguments, **options))
        return started[-1]

    yield start
    for editor in started:
        assert editor.quit() == (0, b"")


@pytest.fixture(scope="module")
def editor(start: Callable[..., Editor]) -> Editor:
    """Start one server for the tests of a module."""
    return start()
