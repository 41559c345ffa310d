"""The terminal's own cursor stands where one is, for those who follow it."""

import sys

import pytest

from tests.terminal import Terminal

ARTICLE = """The ferry stops

PORT KELDA, March 3 (Sound Wire) — “Nobody will cross before Friday,” said Mara Lund, who runs the
ferry company Nordline. The harbour office said that up to 300 passengers were waiting on Monday.
"""
READER = [sys.executable, "-m", "reader"]


@pytest.fixture
def command(tmp_path):
    file = tmp_path / "ferry.txt"
    file.write_text(ARTICLE, "utf-8")
    return [*READER, str(file), "--date", "2026-03-03"]


@pytest.fixture
def own(tmp_path):
    return {"READER_STATE_DIR": str(tmp_path / "state"), "READER_CONFIG_DIR": str(tmp_path / "config")}


def test_it_is_on_the_item_one_jumps_to_and_follows_into_dialogs_and_panels(command, own):
    with Terminal(command, env=own, columns=80, rows=24) as terminal:
        terminal.wait_for("▸ Mara Lund")
        assert not terminal.cursor_shown
        for key, words in (("s", "“Nobody"), ("c", "up to 300"), ("t", "Monday"), ("e", "PORT KELDA")):
            terminal.press(key)
            terminal.wait_for_cursor(words)
        terminal.press("a", "check")
        terminal.wait_for(r"\n ?check")
        terminal.wait_for_cursor(" ")
        terminal.press("escape")
        terminal.wait_for_cursor("PORT KELDA")
        terminal.press("tab")
        terminal.wait_for_cursor("▌")
        terminal.press("escape")
        terminal.wait_for_cursor("PORT KELDA")
        terminal.resize(60, 20)
        terminal.wait_for_cursor("PORT KELDA")
        terminal.press("q")
        assert terminal.wait_for_end() == 0
        assert terminal.cursor_shown


def test_it_stays_hidden_where_a_person_wants_that(command, own, tmp_path):
    (tmp_path / "config").mkdir()
    (tmp_path / "config" / "settings.yaml").write_text("cursor: false\n", "utf-8")
    with Terminal(command, env=own, columns=80, rows=24) as terminal:
        terminal.wait_for("▸ Mara Lund")
        terminal.press("s")
        terminal.wait_for("quote 1 of")
        assert not terminal.cursor_shown
        terminal.press("q")
        assert terminal.wait_for_end() == 0
