"""Keys that come in one burst reach what the first of them opens."""

import sys
from pathlib import Path

import pytest

from tests.terminal import Terminal

SAMPLES = Path(__file__).resolve().parents[2] / "samples"
COMMAND = [sys.executable, "-m", "reader", str(SAMPLES / "cup-final.txt")]


@pytest.mark.parametrize(
    ("burst", "shown"),
    [
        ("d2026-03-12\r", "Thu 12 Mar 2026"),
        ("/final\r", r"hit 1 of \d+"),
        ("/rovers\rnn", r"hit 3 of \d+"),
        ("sacheck this\r'", "check this"),
        ("\x10next claim\r", r"claim 1 of \d+"),
        ("Lc\r?", "Jump"),
    ],
)
def test_a_burst_is_heard_key_by_key(burst, shown, tmp_path):
    with Terminal(COMMAND, env={"READER_STATE_DIR": str(tmp_path)}, rows=24) as terminal:
        terminal.wait_for("▸")
        terminal.press(burst)
        terminal.wait_for(shown)


def test_a_path_typed_at_once_is_opened(tmp_path):
    own = {"READER_STATE_DIR": str(tmp_path)}
    with Terminal(COMMAND[:3], env=own, rows=24) as terminal:
        terminal.wait_for("Samples", "open a path")
        terminal.press(f"o{SAMPLES / 'storm-ottilie.txt'}\r")
        terminal.wait_for("Ottilie", r"Speak|SPEAKERS")
