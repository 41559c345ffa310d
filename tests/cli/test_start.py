"""What is imported until the first frame: everything else comes after it."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from reader.resources import folder

LATER = {
    "click",
    "spacy",
    "yaml",
    "trafilatura",
    "httpx",
    "gzip",
    "hashlib",
    "json",
    "multiprocessing",
    "reader.analysis.model",
    "reader.analysis.lexicon",
    "reader.batch",
    "reader.cli.export",
    "reader.engine.cache",
    "msgspec",
    "reader.engine.codec",
    "reader.engine.process",
    "reader.export",
    "reader.story",
    "reader.ui.panels.container",
    "reader.ui.screens.help",
}
START = """
import sys
import reader.cli.simply, reader.cli.screen
from pathlib import Path
from reader.article import open_article, open_one
from reader.engine.cached import CachedAnalyst
from reader.shelf import Shelf
from reader.ui.app import ReaderApp

home = Path(sys.argv[2])
article = open_article(sys.argv[1])
settings, _ = reader.cli.screen._settings(None)
app = ReaderApp([article], CachedAnalyst("en"), settings, Shelf(home / "state"), opener=open_one)
app.get_default_screen()
print(*sys.modules)
"""


TEXT = """
import sys
import reader.cli.simply, reader.cli.screen, reader.ui.early.showing
from reader.article import open_article
from reader.config import Settings
from reader.shelf import Shelf
from pathlib import Path

shelf = Shelf(Path(sys.argv[2]) / "state")
assert reader.ui.early.showing.frame_of([open_article(sys.argv[1])], Settings(), shelf, 80, 24).written(3)
print(*sys.modules)
"""


@pytest.fixture
def imported(tmp_path: Path) -> set[str]:
    """The modules there are when an article is about to be shown to a person who is new here."""
    return modules_of(START, tmp_path)


def modules_of(program: str, home: Path) -> set[str]:
    text = folder("samples") / "council-hearing.txt"
    run = [sys.executable, "-c", program, str(text), str(home)]
    own = {**os.environ, "READER_CONFIG_DIR": str(home)}
    return set(subprocess.run(run, env=own, capture_output=True, text=True, check=True).stdout.split())


def test_what_the_first_frame_does_not_need_comes_after_it(imported):
    assert imported & LATER == set()
    assert {"reader.ui.screens.reading", "reader.ui.article_view.view"} <= imported


def test_the_parts_of_reader_that_come_before_the_first_frame_are_counted(imported):
    assert len([name for name in imported if name.split(".")[0] == "reader"]) <= 129


def test_the_text_is_shown_without_textual_and_without_much_of_reader(tmp_path):
    imported = modules_of(TEXT, tmp_path)
    assert imported & {*LATER, "textual", "asyncio", "ssl", "rich.console"} == set()
    assert len([name for name in imported if name.split(".")[0] == "reader"]) <= 87
