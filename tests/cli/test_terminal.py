"""The program in a real pseudo-terminal, as a person uses it."""

import subprocess
import sys
from pathlib import Path

import pytest

from tests.terminal import Terminal

SAMPLES = Path(__file__).resolve().parents[2] / "samples"
READER = [sys.executable, "-m", "reader"]


def test_a_sample_is_read_exported_and_left_and_opens_again_where_it_was(tmp_path):
    own = {"READER_STATE_DIR": str(tmp_path / "state"), "READER_CACHE_DIR": str(tmp_path / "cache")}
    command = [*READER, str(SAMPLES / "harbour-trial.md")]
    with Terminal(command, cwd=tmp_path, env=own) as terminal:
        terminal.wait_for("PORT ALDERNEY", "Thu 12 Mar 2026")
        terminal.wait_for(r"SPEAKERS \d", r"CLAIMS \d", r"TIMELINE \d")
        terminal.press("s", "s")
        terminal.wait_for("quote 2 of")
        terminal.press("S")
        terminal.wait_for("quote 1 of")
        terminal.press("/")
        terminal.wait_for(r"\n ?/ +(\^r.*)?$")
        terminal.press("widowmaker", "enter")
        terminal.wait_for("1 of 1")
        terminal.press("G")
        terminal.wait_for("How a quiet port")
        terminal.press("x")
        terminal.wait_for("harbour-trial.reader.yaml")
        terminal.press("q")
        assert terminal.wait_for_end() == 0
    exported = (tmp_path / "harbour-trial.reader.yaml").read_bytes()
    again = subprocess.run(
        [*READER, "export", command[-1]], capture_output=True, check=True, cwd=tmp_path
    ).stdout
    assert exported == again
    with Terminal(command, cwd=tmp_path, env=own) as terminal:
        terminal.wait_for("How a quiet port")
        terminal.press("q")
        assert terminal.wait_for_end() == 0


def test_text_is_there_before_the_panels_are_filled(tmp_path):
    own = {"READER_CACHE_DIR": str(tmp_path)}
    with Terminal([*READER, str(SAMPLES / "storm-ottilie.txt")], env=own) as terminal:
        terminal.wait_for("Ottilie", "reading…")
        terminal.wait_for("SPEAKERS", "CLAIMS")
        terminal.press("q")
        assert terminal.wait_for_end() == 0


def test_an_article_from_a_pipe_is_read_with_the_keys_of_the_terminal():
    article = subprocess.Popen(["cat", str(SAMPLES / "cup-final.txt")], stdout=subprocess.PIPE)
    assert article.stdout is not None
    with Terminal([*READER, "-"], stdin=article.stdout.fileno()) as terminal:
        terminal.wait_for("Teenager", "SPEAKERS")
        terminal.press("q")
        assert terminal.wait_for_end() == 0
    article.stdout.close()
    article.wait()


def test_without_an_article_the_samples_are_offered_and_one_opens(tmp_path):
    with Terminal(READER, env={"READER_STATE_DIR": str(tmp_path)}) as terminal:
        terminal.wait_for("Harbour manager “knew the crane")
        terminal.press("enter")
        terminal.wait_for("SPEAKERS")
        terminal.press("q")
        assert terminal.wait_for_end() == 0


def test_an_unknown_theme_is_one_line_that_names_the_themes(tmp_path):
    with Terminal([*READER, "--theme", "mauve", str(SAMPLES / "cup-final.txt")]) as terminal:
        assert terminal.wait_for_end() == 2
        assert "there is no theme 'mauve'; there are:" in " ".join(terminal.text.split())
        assert b"\x1b[?1049h" not in terminal.written


@pytest.mark.parametrize("size", [(10, 3), (40, 12)])
def test_a_small_terminal_is_no_reason_to_fall_over(size):
    columns, rows = size
    with Terminal([*READER, str(SAMPLES / "cup-final.txt")], columns=columns, rows=rows) as terminal:
        terminal.wait_for("%")
        terminal.press("s", "c", "t", "e", "q")
        assert terminal.wait_for_end() == 0
