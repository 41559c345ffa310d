"""``reader explain``: the rules that made an item, and the words it stands on."""

import subprocess
import sys

import pytest

TEXT = "“The bridge is safe,” said Helen Brandt on Friday. It cost £4m."


@pytest.fixture
def article(tmp_path):
    path = tmp_path / "bridge.txt"
    path.write_text(TEXT, "utf-8")
    return path


def explain(*arguments: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "reader", "explain", *arguments]
    return subprocess.run(command, capture_output=True, text=True, check=False)


def test_words_are_explained_by_the_rules_that_found_them(article):
    told = explain(str(article), "bridge is safe").stdout
    assert told.startswith("Quote: “The bridge is safe,”\n")
    assert "speaker: Helen Brandt" in told and "told by the word: “said”" in told
    assert "rule quotes.right_behind: What stands right behind the marks says who spoke" in told


def test_a_place_is_given_by_its_offset(article):
    assert "Claim: £4m" in explain(f"{article}:{TEXT.index('£')}").stdout


def test_words_that_do_not_stand_there_and_places_without_an_item_are_said_in_one_line(article):
    missing, empty = explain(str(article), "tower"), explain(f"{article}:{TEXT.index('It cost')}")
    assert missing.returncode == empty.returncode == 1
    assert "“tower” does not stand in" in missing.stderr and missing.stderr.count("\n") == 1
    assert "nothing was found there" in empty.stderr
    assert "say where: ARTICLE:OFFSET" in explain(str(article)).stderr


def test_who_else_might_have_been_meant_is_told(tmp_path):
    path = tmp_path / "boats.txt"
    path.write_text("Helen Brandt met Nils Arvo. He said that the boats sank.", "utf-8")
    told = explain(str(path), "the boats sank").stdout
    assert "speaker: Nils Arvo" in told and "passed over: Helen Brandt" in told
    assert "confidence: " in told
