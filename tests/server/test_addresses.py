"""Nothing leaves the machine: the only sockets are Unix sockets and the loopback address."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

from postlint import server
from postlint.server import loopback

FILES = sorted(Path(server.__file__).parent.glob("*.py"))
RESOLVERS = {"getaddrinfo", "gethostbyname", "gethostname", "getfqdn"}


def calls(path: Path) -> list[ast.Call]:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    return [node for node in ast.walk(tree) if isinstance(node, ast.Call)]


def name_of(call: ast.Call) -> str:
    made = call.func
    return made.attr if isinstance(made, ast.Attribute) else getattr(made, "id", "")


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_sockets_are_unix_or_loopback(path: Path) -> None:
    for call in calls(path):
        name = name_of(call)
        assert name not in RESOLVERS
        if name == "socket" and [each.arg for each in call.keywords] == ["fileno"]:
            continue  # one that this server's own parent has accepted
        if name == "socket":
            assert ast.unparse(call.args[0]).endswith("AF_UNIX")
        elif name in {"create_server", "create_connection"}:
            address = call.args[0]
            assert isinstance(address, ast.Tuple)
            assert ast.unparse(address.elts[0]) == "ADDRESS"


def test_the_address_is_the_machine_itself() -> None:
    assert loopback.ADDRESS == "127.0.0.1"
