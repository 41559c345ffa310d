"""A locale whose encoding has not every character: people read stand-ins, data and the screen stay UTF-8."""

import os
import subprocess
import sys

import pytest

from tests.terminal import Terminal

READER = [sys.executable, "-m", "reader"]
ASCII = {"LC_ALL": "C", "PYTHONUTF8": "0"}
LATIN = {"PYTHONIOENCODING": "latin-1"}
TEXT = "“The café is 3½ km off – £40 by taxi …,” said Jørn Åsgard on Friday.\n"


@pytest.fixture
def quay(tmp_path):
    (tmp_path / "quay.txt").write_text(TEXT, "utf-8")
    return str(tmp_path / "quay.txt")


def written(command: list[str], locale: dict[str, str]) -> bytes:
    return subprocess.run(command, env={**os.environ, **locale}, capture_output=True, check=True).stdout


@pytest.mark.parametrize(
    ("locale", "line"),
    [
        (ASCII, '"The cafe is 3 1/2 km off - GBP 40 by taxi ...," said Jorn Asgard on Friday.'),
        (LATIN, '"The café is 3½ km off - £40 by taxi ...," said Jørn Åsgard on Friday.'),
        ({"PYTHONIOENCODING": "utf-8"}, TEXT.strip()),
    ],
    ids=["ASCII", "Latin-1", "UTF-8"],
)
def test_plain_text_has_the_nearest_that_can_be_written(quay, locale, line):
    encoding = locale.get("PYTHONIOENCODING", "ascii")
    assert line in written([*READER, "--plain", quay], locale).decode(encoding).splitlines()


@pytest.mark.parametrize("form", ["yaml", "jsonl", "markdown"])
def test_an_export_is_the_same_in_every_locale(quay, form):
    command = [*READER, "export", "--format", form, quay]
    assert written(command, ASCII) == written(command, LATIN) == written(command, {"PYTHONUTF8": "1"})


def test_a_terminal_is_given_utf8(quay):
    with Terminal([*READER, quay], env=ASCII) as terminal:
        terminal.wait_for("“The café is 3½ km off – £40", "▸ Jørn Åsgard")
        terminal.press("q")
        assert terminal.wait_for_end() == 0


def test_a_message_is_readable_too(tmp_path):
    command = [*READER, "export", str(tmp_path / "“quay”.txt")]
    done = subprocess.run(command, env={**os.environ, **LATIN}, capture_output=True, check=False)
    assert b'"quay".txt' in done.stderr
