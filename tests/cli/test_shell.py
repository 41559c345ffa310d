"""Completion and the manual page."""

import os
import re
import shutil
import subprocess
import sys

import pytest

from reader.cli.main import main


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
    assert said.split() == ["plain,export", "file,e"]


def test_an_option_completes():
    said = reader(_READER_COMPLETE="bash_complete", COMP_WORDS="reader export --for", COMP_CWORD="2")
    assert said.split() == ["plain,--format"]


def test_the_manual_page_names_every_command_and_option():
    page = reader("man").replace("\\-", "-")
    for name, command in main.commands.items():
        assert f".SS reader {name} " in page
        for option in (o for p in command.params for o in p.opts if o.startswith("--")):
            assert option in page


def test_the_manual_page_is_taken_by_man():
    if shutil.which("groff") is None:
        pytest.skip("there is no groff here")
    done = subprocess.run(
        ["groff", "-man", "-ww", "-Tutf8"], input=reader("man"), capture_output=True, text=True, check=True
    )
    assert "EXIT STATUS" in re.sub(".\b", "", done.stdout)  # bold is a letter struck twice
    assert done.stderr == ""
