"""Messages, values, requests, proofs: whatever comes in, only what we mean goes through."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from postlint.server import client, place, proof, wire
from postlint.server.request import Request, decode

if TYPE_CHECKING:
    from pathlib import Path

LETTERS = st.sampled_from([bytes([each]) for each in sorted(wire.LETTERS)])


@given(st.lists(st.tuples(LETTERS, st.binary(max_size=50))), st.integers(1, 20))
def test_messages_come_out_as_they_went_in_however_they_are_cut(
    messages: list[tuple[bytes, bytes]], size: int
) -> None:
    stream = b"".join(wire.frame(*message) for message in messages)
    frames, heard = wire.Frames(), []
    for at in range(0, len(stream), size):
        heard += list(frames.feed(stream[at : at + size]))
    assert heard == messages


@given(st.lists(st.binary(max_size=50)))
def test_values_come_out_as_they_went_in(fields: list[bytes]) -> None:
    assert wire.unpack(wire.pack(fields)) == fields


@given(st.binary(max_size=200))
def test_any_bytes_are_refused_or_are_a_request(content: bytes) -> None:
    try:
        decode(content)
    except wire.Garbled:
        return
    raise AssertionError(content)


@pytest.mark.parametrize(
    "data",
    [
        pytest.param(b"GET / HTTP/1.1\r\n", id="a browser"),
        pytest.param(b"r\xff\xff\xff\xff", id="longer than anything"),
        pytest.param(b"\x00", id="no letter"),
    ],
)
def test_what_is_no_message_is_garbled(data: bytes) -> None:
    with pytest.raises(wire.Garbled):
        list(wire.Frames().feed(data))


def test_half_a_message_waits() -> None:
    frames = wire.Frames()
    assert list(frames.feed(b"r\x00\x00\x00\x02a")) == []
    assert list(frames.feed(b"b")) == [(b"r", b"ab")]


@pytest.mark.parametrize("content", [b"\x00", b"\x00\x00\x00\x05abc", b"\xff" * 8])
def test_values_that_are_cut_off_are_garbled(content: bytes) -> None:
    with pytest.raises(wire.Garbled):
        wire.unpack(content)


FIELDS = ("argv", "cwd", "environ", "package", "path", "place", "streams", "umask")


def made() -> Request:
    return Request(
        argv=["postlint", "check", "--text", "a\nb \udcff é 🍁", ""],
        cwd="/tmp/é",  # noqa: S108 - never entered
        place="1 2",
        umask=0o27,
        streams=["utf-8 strict 0 0"] * 3,
        package="postlint",
        path=["", "/usr/lib"],
        environ={"A": "", "B": "x=\udc80"},
    )


def test_a_request_comes_out_as_it_went_in() -> None:
    sent = made()
    heard = decode(sent.encode())
    assert [getattr(heard, each) for each in FIELDS] == [getattr(sent, each) for each in FIELDS]


@pytest.mark.parametrize(
    ("argv", "streams"), [([], ["a b 0 0"] * 3), (["postlint"], ["a b 0 0"])], ids=["argv", "files"]
)
def test_a_request_without_a_command_or_files_is_garbled(
    argv: list[str], streams: list[str]
) -> None:
    sent = made()
    sent.argv, sent.streams = argv, streams
    with pytest.raises(wire.Garbled):
        decode(sent.encode())


def test_a_proof_holds_for_its_secret_its_side_and_its_challenges() -> None:
    secret, own, other = proof.challenge(), proof.challenge(), proof.challenge()
    shown = proof.prove(secret, b"client", own, other)
    assert proof.holds(shown, secret, b"client", own, other)
    for wrong in (
        (proof.challenge(), b"client", own, other),
        (secret, b"server", own, other),
        (secret, b"client", other, own),
    ):
        assert not proof.holds(shown, *wrong)


@pytest.mark.parametrize(
    "argv",
    [
        ["postlint"],
        ["postlint", "rules"],
        ["postlint", "server", "status"],
        ["postlint", "lsp"],
        ["postlint", "pack", "test"],
        ["postlint", "check", "--watch", "drafts"],
        ["postlint", "check", "--no-cache", "drafts"],
    ],
    ids=" ".join,
)
def test_what_is_never_served(argv: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(client, "_asked", lambda _: 0)
    assert client.ask(argv, lambda: None) is None


@pytest.mark.parametrize(
    ("value", "status"),
    [(None, 5), ("", 5), ("off", None), ("always", 2)],
    ids=["unset", "empty", "off", "unknown"],
)
def test_the_variable(
    value: str | None,
    status: int | None,
    monkeypatch: pytest.MonkeyPatch,
    capfd: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.setattr(client, "_asked", lambda _: 5)
    if value is None:
        monkeypatch.delenv("POSTLINT_SERVER", raising=False)
    else:
        monkeypatch.setenv("POSTLINT_SERVER", value)
    assert client.ask(["postlint", "check", "x"], lambda: None) == status
    assert ("POSTLINT_SERVER “always”: write auto or off" in capfd.readouterr().err) == (
        value == "always"
    )


def _link(folder: Path) -> None:
    real = folder.with_name("real")
    real.mkdir(mode=0o700)
    folder.symlink_to(real)


@pytest.mark.parametrize(
    "make",
    [
        pytest.param(lambda folder: folder.mkdir(mode=0o755), id="others may look"),
        pytest.param(lambda folder: folder.write_text(""), id="a file"),
        pytest.param(_link, id="a link"),
        pytest.param(lambda _: None, id="not there"),
    ],
)
def test_a_folder_that_is_not_ours_alone_is_not_used(
    make: object, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("XDG_RUNTIME_DIR", raising=False)
    monkeypatch.setenv("TMPDIR", str(tmp_path))
    make(tmp_path / f"postlint-{os.getuid()}")  # type: ignore[operator]
    with pytest.raises(place.NoPlace):
        place.folder()


def test_a_runtime_folder_open_to_others_is_passed_over(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    tmp_path.chmod(0o755)
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(tmp_path))
    monkeypatch.setenv("TMPDIR", str(tmp_path))
    assert place.folder(make=True) == f"{tmp_path}/postlint-{os.getuid()}"
    assert (tmp_path / f"postlint-{os.getuid()}").stat().st_mode & 0o777 == 0o700


def test_a_folder_of_somebody_else_is_not_used(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("XDG_RUNTIME_DIR", raising=False)
    monkeypatch.setenv("TMPDIR", str(tmp_path))
    place.folder(make=True)
    monkeypatch.setattr(os, "getuid", lambda: 12345)
    (tmp_path / "postlint-12345").mkdir(mode=0o700)
    with pytest.raises(place.NoPlace):
        place.folder()
