"""The article this all began with, where it is at hand: read, searched, corrected and left in a real terminal."""

import subprocess
import sys
from pathlib import Path

import pytest
import yaml

from tests.terminal import Terminal

SEED = Path(__file__).resolve().parents[3] / "shared" / "seed"
ARTICLE = SEED / "article.txt"
READER = [sys.executable, "-m", "reader"]

pytestmark = pytest.mark.skipif(not ARTICLE.exists(), reason="the article is not part of the project")


def test_every_quote_is_visited_forward_and_back_and_the_place_is_kept(tmp_path):
    own = {"READER_STATE_DIR": str(tmp_path / "state"), "READER_CONFIG_DIR": str(tmp_path / "config")}
    command = [*READER, str(ARTICLE), "--date", "2022-01-07"]
    with Terminal(command, cwd=tmp_path, env=own) as terminal:
        terminal.wait_for(r"SPEAKERS \d", r"CLAIMS \d", r"TIMELINE \d")
        terminal.press("s")
        shown = terminal.wait_for(r"quote 1 of \d+")
        quotes = int(shown.split("quote 1 of ")[1].split()[0])
        for number in range(2, quotes + 1):
            terminal.press("s")
            terminal.wait_for(f"quote {number} of {quotes}")
        for number in range(quotes - 1, 0, -1):
            terminal.press("S")
            terminal.wait_for(f"quote {number} of {quotes}")
        terminal.press("s", "f")
        terminal.wait_for("Kassym-Shomart Tokayev|everyone")
        terminal.press("f", "/")
        terminal.wait_for(r"\n ?/ +(\^r.*)?$")
        terminal.press("Jardemalie", "enter")
        terminal.wait_for("1 of 1")
        terminal.press("escape")
        terminal.wait_for("e names")  # the footer of no search
        terminal.press("\x14")  # ctrl+t
        terminal.wait_for("Quiet grey-blue", "keep it")
        terminal.press("j", "enter")
        terminal.wait_for(r"e names")
        terminal.press("c")
        terminal.wait_for(r"claim \d+ of 8")
        terminal.press("a")
        terminal.wait_for("A note on")
        terminal.press("check this number", "enter")
        terminal.wait_for("Noted")
        terminal.press("x")
        terminal.wait_for("article.reader.yaml")
        terminal.press("G")
        terminal.wait_for("source site-13")
        terminal.press("q")
        assert terminal.wait_for_end() == 0
    assert (tmp_path / "config" / "settings.yaml").read_text("utf-8") == "theme: forest\n"
    exported = yaml.safe_load((tmp_path / "article.reader.yaml").read_text("utf-8"))
    assert [note["note"] for note in exported["notes"]] == ["check this number"]
    with Terminal(command, cwd=tmp_path, env=own) as terminal:
        terminal.wait_for("source site-13")
        terminal.press("q")
        assert terminal.wait_for_end() == 0


def test_the_export_holds_what_a_careful_reader_finds(tmp_path):
    output = tmp_path / "seed.yaml"
    subprocess.run(
        [*READER, "export", str(ARTICLE), "--date", "2022-01-07", "-o", str(output)], check=True, cwd=tmp_path
    )
    said = subprocess.run(
        [sys.executable, str(SEED / "check.py"), str(output)], capture_output=True, text=True, check=True
    ).stdout
    score = dict(line.split(maxsplit=1) for line in said.splitlines() if not line.startswith(" "))
    assert score["quotes"].startswith("spans 18/18, speakers 18/18, kinds 18/18")
    assert score["claims"] == "values 8/8, with comparator and unit 8/8, sources 8/8, too many 0"
    assert score["timeline"] == "values 8/8, too many 0"
    assert score["people"] == "9/9"
    assert "in boilerplate  0" in said
