"""The examples of the documentation, run as they stand there."""

import re
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

from reader.ui import themes

ROOT = Path(__file__).resolve().parents[1]
ARTICLE = "“The bridge is shut,” said Mayor Ilse Brandt on Friday.\n"


def blocks(page: str, language: str) -> list[str]:
    text = (ROOT / page).read_text("utf-8")
    return re.findall(rf"^```{language}\n(.*?)^```", text, re.S | re.M)


def run(code: str, folder: Path) -> str:
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=folder, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr[-2000:]
    return done.stdout


@pytest.mark.parametrize(
    ("page", "count"),
    [("README.md", 1), ("docs/api.md", 2), ("docs/extending.md", 3)],
    ids=str,
)
def test_the_python_of_a_page_runs_from_top_to_bottom(page, count, tmp_path):
    (tmp_path / "article.txt").write_text(ARTICLE, "utf-8")
    (tmp_path / "in.jsonl").write_text('{"id": "1", "text": "The bridge is shut."}\n', "utf-8")
    found = blocks(page, "python")
    assert len(found) == count
    run("\n".join(found), tmp_path)


@pytest.mark.parametrize("page", ["docs/extending.md", "docs/settings.md"])
def test_the_theme_of_a_page_loads_without_a_word_of_complaint(page, tmp_path, monkeypatch):
    monkeypatch.setenv("READER_CONFIG_DIR", str(tmp_path))
    example = next(block for block in blocks(page, "yaml") if "background:" in block)
    (tmp_path / "themes").mkdir()
    (tmp_path / "themes" / "paper.yaml").write_text(example, "utf-8")
    loaded = themes.load("paper")
    assert loaded.problems == ()
    assert [theme.name for theme in loaded.themes] == ["paper"]


def test_the_verb_of_the_page_on_extending_makes_a_quotation(tmp_path):
    entry = next(block for block in blocks("docs/extending.md", "yaml") if "verbs:" in block)
    sentence = re.search(r"Then (“.*?\.) is a quotation", (ROOT / "docs/extending.md").read_text("utf-8"))
    assert sentence is not None
    code = f"""
from reader.analysis import lexicon
lexicon.load("cues")["verbs"].update({yaml.safe_load(entry)["verbs"]!r})
import reader
reading = reader.read({sentence[1]!r})
print(reading.quotes[0].text, reading.quotes[0].cue.lemma, reading.speakers[0].name)
"""
    assert run(code, tmp_path).strip() == "“We are open,” yodel Jonas Feld"


def test_the_unit_of_the_page_on_extending_is_claimed(tmp_path):
    entry = next(block for block in blocks("docs/extending.md", "yaml") if "measure:" in block)
    sentence = re.search(r"Then (.*?\.) is a claim", (ROOT / "docs/extending.md").read_text("utf-8"))
    assert sentence is not None
    code = f"""
from reader.analysis import lexicon
lexicon.load("units")["measure"].update({yaml.safe_load(entry)["measure"]!r})
import reader
(claim,) = reader.read({sentence[1]!r}).claims
print(claim.value, claim.unit, claim.kind)
"""
    assert run(code, tmp_path).strip() == "364 smoot measure"


def test_the_export_in_the_readme_is_what_its_command_writes():
    command = re.search(r"^    reader (export \S+)$", (ROOT / "README.md").read_text("utf-8"), re.M)
    assert command is not None
    done = subprocess.run(
        [sys.executable, "-m", "reader", *command[1].split()],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )
    (shown,) = blocks("README.md", "yaml")
    begins, quote = shown.split("\n", 1)
    assert f"\n{begins}\n" in done.stdout
    assert quote in done.stdout


def test_every_file_that_a_command_of_the_texts_names_is_there():
    texts = [ROOT / "README.md", *(ROOT / "docs").glob("*.md")]
    named = {name for text in texts for name in re.findall(r"\bsamples/[\w.-]+", text.read_text("utf-8"))}
    assert len(named) > 2
    assert [name for name in named if not (ROOT / name).exists()] == []
