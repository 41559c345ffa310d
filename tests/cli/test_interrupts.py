"""ctrl+c while the program is still being loaded: it ends without a traceback, and the terminal is as it was."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from reader.resources import folder
from tests.terminal import Terminal

INTERRUPTED = """
import os, signal, sys

module = sys.argv.pop(1)

class Interrupting:
    def find_spec(self, name, *_):
        if name == module:
            sys.meta_path.remove(self)
            os.kill(os.getpid(), signal.SIGINT)

sys.meta_path.insert(0, Interrupting())
from reader.cli import main
main()
"""
TEXT = str(folder("samples") / "cup-final.txt")


def command(module: str, *arguments: str) -> list[str]:
    """Runs ``reader`` until it wants the module, where ctrl+c comes."""
    return [sys.executable, "-c", INTERRUPTED, module, *arguments]


@pytest.mark.parametrize("module", ["reader.cli.simply", "reader.article", "reader.ui.app", "textual.app"])
@pytest.mark.parametrize("variables", [{}, {"NO_COLOR": "1"}], ids=["text shown early", "nothing shown yet"])
def test_an_article_that_is_being_opened_is_given_up(module, variables):
    with Terminal(command(module, TEXT), env=variables) as terminal:
        assert terminal.wait_for_end() == -signal.SIGINT
        assert not terminal.written or terminal.written.endswith(b"\x1b[?1049l")


def test_a_command_is_given_up_before_it_is_understood():
    done = subprocess.run(command("click", "export", TEXT), capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout, done.stderr) == (-signal.SIGINT, "", "")


def test_a_command_says_that_it_was_given_up_while_the_model_is_loaded(tmp_path: Path):
    own = {**os.environ, "READER_CACHE_DIR": str(tmp_path)}
    done = subprocess.run(
        command("spacy", "export", TEXT), env=own, capture_output=True, text=True, check=False
    )
    assert (done.returncode, done.stdout, done.stderr.strip()) == (130, "", "reader: given up")


def test_what_a_module_makes_of_the_interrupt_is_still_the_interrupt():
    program = """
from reader.cli.ending import ending
with ending():
    try:
        raise KeyboardInterrupt
    except KeyboardInterrupt as error:
        raise RuntimeError("Error calling __set_name__") from error
"""
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (130, "reader: given up\n")
