"""Light or dark, as the terminal says of its ground."""

import os
import pty
import tty

import pytest
from textual import events
from textual._xterm_parser import XTermParser

from reader.article import Article
from reader.cli import screen
from reader.config import Settings
from reader.shelf import Shelf
from reader.ui.early.background import Asked, ask
from reader.ui.takeover import LateAnswer

LIGHT = b"\x1b]11;rgb:fafa/f8f8/f0f0\x1b\\"


@pytest.fixture
def terminal():
    """A terminal: the end of a person, and that of a program."""
    person, program = pty.openpty()
    tty.setcbreak(program)
    yield person, program
    os.close(person)
    os.close(program)


@pytest.mark.parametrize(
    ("answer", "light", "typed"),
    [
        (LIGHT, True, b""),
        (b"\x1b]11;rgb:1e/1e/2e\x07", False, b""),
        (b"jj" + LIGHT + b"s", True, b"jjs"),
        (b"\x1b]11;rgba:0000/0000/0000/ffff\x1b\\", False, b""),
    ],
)
def test_a_terminal_says_how_light_its_ground_is_and_what_is_typed_stays(terminal, answer, light, typed):
    person, program = terminal
    os.write(person, answer)
    assert ask(program, program) == Asked(light, typed)
    assert os.read(person, 100) == b"\x1b]11;?\x1b\\"


def test_one_that_does_not_answer_is_not_waited_for(terminal):
    person, program = terminal
    os.write(person, b"q")
    assert ask(program, program, patience=0.01) == Asked(None, b"q")


def test_what_is_no_terminal_is_not_asked(tmp_path):
    with (tmp_path / "file").open("w") as file:
        assert ask(file.fileno(), file.fileno()) == Asked()


@pytest.mark.parametrize(("answers", "asked_twice"), [(Asked(True), True), (Asked(None), False)])
def test_a_terminal_that_stays_silent_is_asked_once(tmp_path, monkeypatch, answers, asked_twice):
    monkeypatch.delenv("NO_COLOR", raising=False)
    monkeypatch.setattr(os, "isatty", lambda _: True)
    monkeypatch.setattr(screen, "ask", lambda: answers)
    own = screen.Own(Settings(), [], Shelf(tmp_path))
    article = [Article("The tide is late.")]
    assert screen._asked(own, article) == answers
    assert (screen._asked(own, article) is not None) == asked_twice


def test_nothing_is_asked_where_a_setting_decides(tmp_path, monkeypatch):
    monkeypatch.setattr(os, "isatty", lambda _: True)
    assert (
        screen._asked(screen.Own(Settings(theme="sepia"), [], Shelf(tmp_path)), [Article("The tide.")])
        is None
    )


def keys(typed: str) -> list[events.Key]:
    return [message for message in XTermParser().feed(typed) if isinstance(message, events.Key)]


@pytest.mark.parametrize("begins", ["^]", "]"])  # as Textual takes it apart, in one go or after a while
def test_an_answer_that_comes_late_is_not_typed(begins):
    late, through = LateAnswer(), []
    for each in keys(f"j{begins}11;rgb:fafa/f8f8/f0f0\\s"):
        through += [each] if late.over else late.let_through(each)
    assert "".join(key.character or "" for key in through) == "js"


def test_what_begins_as_an_answer_does_and_is_none_is_typed_after_all():
    late = LateAnswer()
    through = [key.character for each in keys("^]x") for key in late.let_through(each)]
    assert through == ["^", "]", "x"]
