"""`reader ARTICLE`, which takes no parser of options."""

import gc
import os
from pathlib import Path

import pytest

from reader.cli import simply


@pytest.fixture(autouse=True)
def on_a_terminal(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    """A terminal, and a folder with two articles and a file that is called as a command is."""
    for name in ("quay.txt", "tide.txt", "cache"):
        (tmp_path / name).write_text("The quay is shut, said Ottoline Wexcombe.\n")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(os, "isatty", lambda handle: True)
    monkeypatch.delenv("TEXTUAL_DRIVER", raising=False)
    yield
    gc.enable()


@pytest.fixture
def shown(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The texts that were put on screen."""
    texts: list[str] = []

    def show(articles, opening, theme) -> int:
        texts.extend(article.text for article in articles)
        return 0

    monkeypatch.setattr(simply, "run_screen", show)
    return texts


def test_one_file_is_shown(shown):
    with pytest.raises(SystemExit) as left:
        simply.open_simply(["quay.txt"])
    assert left.value.code == 0
    assert shown == ["The quay is shut, said Ottoline Wexcombe.\n"]


@pytest.mark.parametrize(
    "arguments",
    [[], ["-"], ["--help"], ["cache"], ["no such file"], ["quay.txt", "tide.txt"], ["--plain", "quay.txt"]],
    ids=" ".join,
)
def test_all_else_is_for_the_commands(shown, arguments):
    assert not simply.open_simply(arguments)
    assert shown == []


def test_in_a_page_the_command_knows_what_a_screen_is(shown, monkeypatch):
    monkeypatch.setenv("TEXTUAL_DRIVER", "web")
    assert not simply.open_simply(["quay.txt"])


def test_an_article_that_cannot_be_read_is_one_line(capsys):
    Path("quay.txt").write_text("")
    with pytest.raises(SystemExit) as left:
        simply.open_simply(["quay.txt"])
    assert left.value.code == 1
    assert capsys.readouterr().err == "reader: quay.txt: it is empty; there is nothing to read\n"
