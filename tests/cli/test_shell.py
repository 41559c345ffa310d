"""Completion and the manual page."""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from reader.cli.environment import STATUSES, VARIABLES
from reader.cli.group import main

ROOT = Path(__file__).resolve().parents[2]


def reader(*arguments: str, **environment: str) -> str:
    done = subprocess.run(
        [sys.executable, "-m", "reader", *arguments],
        env={**os.environ, **environment}, capture_output=True, text=True, check=True,
    )  # fmt: skip
    return done.stdout


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_completion_prints_a_script_for_the_shell(shell):
    assert "_READER_COMPLETE" in reader("completion", shell)


def test_bash_takes_the_script(tmp_path):
    if shutil.which("bash") is None:
        pytest.skip("there is no bash here")
    (tmp_path / "c").write_text(reader("completion", "bash"))
    subprocess.run(["bash", "-n", str(tmp_path / "c")], check=True)


def test_the_first_word_completes_to_commands_and_to_files():
    said = reader(_READER_COMPLETE="bash_complete", COMP_WORDS="reader e", COMP_CWORD="1")
    assert said.split() == ["plain,explain", "plain,export", "file,e"]


def test_an_option_completes():
    said = reader(_READER_COMPLETE="bash_complete", COMP_WORDS="reader export --for", COMP_CWORD="2")
    assert said.split() == ["plain,--format"]


BASH = """
compopt() { echo "compopt $2"; }
complete() { :; }
%s
COMP_WORDS=(%s); COMP_CWORD=$((${#COMP_WORDS[@]} - 1))
_reader_completion "$READER"
printf '%%s\\n' "${COMPREPLY[@]}"
"""


def completed(folder, *words):
    """What bash offers for the last of the words, with the options it sets on the way."""
    program = folder / "reader"
    program.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m reader "$@"\n')
    program.chmod(0o755)
    script = BASH % (reader("completion", "bash"), " ".join(words))
    environment = {**os.environ, "READER": str(program)}
    done = subprocess.run(["bash", "-c", script], env=environment, capture_output=True, text=True, check=True)
    return done.stdout.split("\n")[:-1]


@pytest.mark.skipif(shutil.which("bash") is None, reason="there is no bash here")
@pytest.mark.parametrize(
    ("words", "offered"),
    [
        (("reader", "expo"), ["compopt filenames", "export"]),
        (("reader", "export", "--form"), ["--format"]),
        (("reader", "export", "--format", "m"), ["markdown"]),
        (("reader", "open", "--theme", "sep"), ["sepia"]),
        (("reader", "--the"), ["--theme"]),
        (("reader", "news"), ["compopt default", ""]),  # no command: bash looks for files itself
        (("reader", "export", "news"), ["compopt default", ""]),
        (("reader", "serve", "news"), ["compopt default", ""]),
    ],
)
def test_bash_completes(tmp_path, words, offered):
    assert completed(tmp_path, *words) == offered


@pytest.mark.skipif(shutil.which("bash") is None, reason="there is no bash here")
def test_bash_offers_a_file_beside_a_command_that_begins_alike(tmp_path, monkeypatch):
    monkeypatch.setenv("PYTHONPATH", str(ROOT), prepend=os.pathsep)
    monkeypatch.chdir(tmp_path)
    (tmp_path / "export-ban.txt").touch()
    assert completed(tmp_path, "reader", "expo") == ["compopt filenames", "export", "export-ban.txt"]


@pytest.mark.parametrize("shell", ["zsh", "fish"])
def test_the_other_shells_ask_reader_and_take_files(shell):
    script = reader("completion", shell)
    assert f"_READER_COMPLETE={shell}_complete" in script
    assert {"zsh": "_path_files", "fish": "__fish_complete_path"}[shell] in script


def test_the_manual_page_says_every_exit_status_and_variable():
    page = reader("man").replace("\\-", "-")
    for name in (*STATUSES, *VARIABLES):
        assert f".B {name}\n" in page


def test_every_variable_that_the_program_asks_for_is_told():
    asked = set()
    for path in (ROOT / "reader").rglob("*.py"):
        asked |= set(re.findall(r'"(READER_[A-Z]+(?:_DIR)?)"', path.read_text("utf-8")))
    assert asked
    assert asked <= set(VARIABLES)


def test_the_manual_page_names_every_command_and_option():
    page = reader("man").replace("\\-", "-")
    for name, command in main.commands.items():
        assert f".SS reader {name} " in page
        shown = [p for p in command.params if not getattr(p, "hidden", False)]
        for option in (o for p in shown for o in p.opts if o.startswith("--")):
            assert option in page


def test_the_manual_page_is_taken_by_man():
    if shutil.which("groff") is None:
        pytest.skip("there is no groff here")
    done = subprocess.run(
        ["groff", "-man", "-ww", "-Tutf8"], input=reader("man"), capture_output=True, text=True, check=True
    )
    assert "EXIT STATUS" in re.sub(".\b", "", done.stdout)  # bold is a letter struck twice
    assert done.stderr == ""
