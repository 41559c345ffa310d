"""Completion in zsh and fish, as a person at their prompt has it."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.terminal import Terminal

ROOT = Path(__file__).resolve().parents[2]
ZSHRC = """
autoload -U compinit && compinit -D -u
PS1='> '
eval "$(reader completion zsh)"
print ready
"""


@pytest.fixture
def home(tmp_path):
    """The home of somebody with two articles, and with `reader` beside them."""
    program = tmp_path / "reader"
    program.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m reader "$@"\n')
    program.chmod(0o755)
    for name in ("news of the day.txt", "export-ban.txt"):
        (tmp_path / name).touch()
    return tmp_path


def environment(home):
    return {
        "HOME": str(home),
        "ZDOTDIR": str(home),
        "PATH": f"{home}{os.pathsep}{os.environ['PATH']}",
        "PYTHONPATH": os.pathsep.join(filter(None, (str(ROOT), os.environ.get("PYTHONPATH")))),
    }


@pytest.mark.skipif(shutil.which("zsh") is None, reason="there is no zsh here")
@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("reader serv", "> reader serve"),
        ("reader expo", "> reader export\n(.*\n)*export-ban.txt"),  # a file begins alike: both are offered
        ("reader export --form", "> reader export --format"),
        ("reader export --format m", "> reader export --format markdown"),
        ("reader open --theme sep", "> reader open --theme sepia"),
        ("reader --the", "> reader --theme"),
        ("reader new", r"> reader news\\ of\\ the\\ day.txt"),
        ("reader export new", r"> reader export news\\ of\\ the\\ day.txt"),
    ],
)
def test_zsh_completes(home, typed, shown):
    (home / ".zshrc").write_text(ZSHRC)
    with Terminal(["zsh", "-i"], cwd=home, env=environment(home)) as terminal:
        terminal.wait_for("ready\n(.*\n)*>")
        terminal.press(typed, "tab")
        if "\n" in shown:
            terminal.wait_for(shown.split("\n")[0])
            terminal.press("tab")  # the list comes with the second
        terminal.wait_for(shown)


@pytest.mark.skipif(shutil.which("fish") is None, reason="there is no fish here")
@pytest.mark.parametrize(
    ("typed", "offered"),
    [
        ("reader expo", ["export", "export-ban.txt"]),
        ("reader export --form", ["--format"]),
        ("reader export --format m", ["markdown"]),
        ("reader open --theme sep", ["sepia"]),
        ("reader --the", ["--theme"]),
        ("reader new", ["news of the day.txt"]),
        ("reader export new", ["news of the day.txt"]),
    ],
)
def test_fish_completes(home, typed, offered):
    script = "reader completion fish | source; complete -C $argv[1]"
    done = subprocess.run(
        ["fish", "-c", script, typed],
        cwd=home, env={**os.environ, **environment(home)}, capture_output=True, text=True, check=True,
    )  # fmt: skip
    assert [line.split("\t")[0] for line in done.stdout.splitlines()] == offered
