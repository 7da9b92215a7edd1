"""The configurations of docs/editors.md that say “tried”, in the real editors, without a screen."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Sequence

PAGE = Path(__file__).parents[2] / "docs" / "editors.md"
PATIENCE = 60
DRAFT = "😀 bad and weak\n\nutilise it, dull\n"
FOUND = [("1:3", "bad"), ("1:11", "weak"), ("3:1", "swapped"), ("3:13", "dull")]

NEOVIM = """\
vim.wait(30000, function() return #vim.diagnostic.get(0) > 0 end, 50)
for _, d in ipairs(vim.diagnostic.get(0)) do
  local line = vim.api.nvim_buf_get_lines(0, d.lnum, d.lnum + 1, true)[1]
  local column = vim.fn.strchars(line:sub(1, d.col)) + 1
  io.stdout:write(string.format("%d:%d %s\\n", d.lnum + 1, column, d.code))
end
vim.cmd("qa!")
"""
VIM = """\
silent make!
let found = filter(getqflist(), {_, each -> each.valid})
call writefile(map(found, {_, each -> each.lnum . ':' . each.col . ' ' . each.text}), 'found.txt')
qa!
"""
ALE = """\
set filetype=markdown
ALELint
let turns = 0
while empty(ale#engine#GetLoclist(bufnr(''))) && turns < 300
  sleep 100m
  let turns += 1
endwhile
let found = map(copy(ale#engine#GetLoclist(bufnr(''))),
\\ {_, each -> each.lnum . ':' . each.col . ' ' . each.code})
call writefile(found, 'found.txt')
qa!
"""
ALE_HOME = Path("/usr/share/vim-ale")
"""Where Debian puts it."""

WAIT = """\
(defun wait-for (found)
  (let ((end (+ (float-time) 30)))
    (while (and (not (funcall found)) (< (float-time) end)) (accept-process-output nil 0.1))))
(defun tell (position words)
  (goto-char position)
  (princ (format "%d:%d %s\\n" (line-number-at-pos) (1+ (- (point) (line-beginning-position)))
                 words)))
(set-language-environment "UTF-8")
(find-file "a.md")
"""
FLYMAKE = (
    WAIT
    + """\
(text-mode)
(flymake-start)
(wait-for #'flymake-diagnostics)
(dolist (each (flymake-diagnostics))
  (tell (flymake-diagnostic-beg each) (flymake-diagnostic-text each)))
"""
)
FLYCHECK = (
    WAIT
    + """\
(text-mode)
(flycheck-mode 1)
(flycheck-buffer)
(wait-for (lambda () flycheck-current-errors))
(dolist (each flycheck-current-errors)
  (princ (format "%d:%d %s\\n" (flycheck-error-line each) (flycheck-error-column each)
                 (flycheck-error-id each))))
"""
)


def configuration(name: str) -> str:
    page = PAGE.read_text(encoding="utf-8")
    found = re.search(rf"<!-- tried: {name} -->\n```\w+\n(.*?)```\n", page, re.DOTALL)
    assert found, name
    return found[1]


@pytest.fixture
def draft(folder: Path) -> Path:
    (folder / "a.md").write_text(DRAFT, encoding="utf-8")
    return folder


def run(folder: Path, *command: str) -> list[tuple[str, str]]:
    """Run an editor with postlint on its path; return the places that it tells, and the rules."""
    program = shutil.which(command[0])
    if program is None:
        pytest.skip(f"{command[0]} is not installed")
    tools = folder / "tools"
    tools.mkdir(exist_ok=True)
    start = tools / "postlint"
    code = f"#!{sys.executable}\nfrom postlint.cli import run\nrun()\n"
    start.write_text(code, encoding="utf-8")
    start.chmod(0o755)
    path = os.pathsep.join([str(tools), os.environ["PATH"]])
    environment = {**os.environ, "PATH": path, "HOME": str(folder), "LC_ALL": "C.UTF-8"}
    done = subprocess.run(  # noqa: S603 - an editor of the system
        [program, *command[1:]],
        cwd=folder,
        env=environment,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        timeout=PATIENCE,
        check=False,
    )
    written = folder / "found.txt"
    told = written.read_text(encoding="utf-8") if written.exists() else done.stdout.decode()
    written.unlink(missing_ok=True)
    return places(told.splitlines())


def places(lines: Sequence[str]) -> list[tuple[str, str]]:
    """Return line and column, and the rule's name, in the order of the file."""
    found = [re.match(r"(\d+):(\d+) (?:\w )?ours/(\w+)", line) for line in lines]
    parts = sorted({(int(each[1]), int(each[2]), each[3]) for each in found if each})
    return [(f"{line}:{column}", rule) for line, column, rule in parts]


def write(folder: Path, name: str, *parts: str) -> None:
    (folder / name).write_text("\n".join(parts), encoding="utf-8")


def test_neovim(draft: Path) -> None:
    write(draft, "init.lua", configuration("neovim"))
    write(draft, "try.lua", "vim.bo.filetype = 'markdown'", NEOVIM)
    options = ["--headless", "-u", "init.lua", "-i", "NONE"]
    assert run(draft, "nvim", *options, "a.md", "-c", "luafile try.lua") == FOUND


def test_vim(draft: Path) -> None:
    write(draft, "try.vim", configuration("vim"), VIM)
    options = ["-N", "-u", "NONE", "-i", "NONE", "-es"]
    assert run(draft, "vim", *options, "a.md", "-S", "try.vim") == FOUND


@pytest.mark.skipif(not ALE_HOME.is_dir(), reason="ALE is not installed")
def test_ale(draft: Path) -> None:
    load = f"set nocompatible\nset runtimepath^={ALE_HOME}\nruntime plugin/ale.vim"
    write(draft, "ale-init.vim", load, configuration("ale"))
    write(draft, "try-ale.vim", ALE)
    options = ["-N", "-u", "ale-init.vim", "-i", "NONE", "-es"]
    found = run(draft, "vim", *options, "a.md", "-S", "try-ale.vim")
    beside_emoji = [("1:4", "bad"), ("1:12", "weak")]
    assert found == [*beside_emoji, *FOUND[2:]]


def test_flymake(draft: Path) -> None:
    write(draft, "flymake.el", configuration("flymake"), FLYMAKE)
    assert run(draft, "emacs", "-Q", "--batch", "-l", "flymake.el") == FOUND


def test_flycheck(draft: Path) -> None:
    head = '(package-initialize)\n(unless (require \'flycheck nil t) (princ "absent") (kill-emacs))'
    write(draft, "absent.el", head)
    write(draft, "flycheck.el", head, configuration("flycheck"), FLYCHECK)
    emacs = shutil.which("emacs")
    if emacs is None:
        pytest.skip("emacs is not installed")
    command = [emacs, "-q", "--batch", "-l", str(draft / "absent.el")]
    done = subprocess.run(command, capture_output=True, check=False)  # noqa: S603 - as above
    if b"absent" in done.stdout:
        pytest.skip("flycheck is not installed")
    assert run(draft, "emacs", "-q", "--batch", "-l", "flycheck.el") == FOUND
