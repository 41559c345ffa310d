"""Whatever it is started with: one clear line, exit status 1 or 2, never a traceback."""

import json
import os
import subprocess
import sys
from pathlib import Path

import click
import pytest

from reader.batch.items import Outcome
from reader.cli.group import OpensByDefault, main

READER = [sys.executable, "-m", "reader"]


@pytest.fixture
def start(tmp_path):
    """Starts the program in a folder with an article and a record in it; what came of it."""
    (tmp_path / "a.txt").write_text("Ilse Brandt said “no” to 12 ferries on Friday.\n", "utf-8")
    german = "Der Hafen ist zu, sagte der Rat, und die Boote müssen nach dem Kai im Norden. " * 3
    (tmp_path / "german.txt").write_text(german, "utf-8")
    for folder in ("empty", "pictures"):
        (tmp_path / folder).mkdir()
    (tmp_path / "pictures" / "quay.png").write_bytes(b"\x89PNG")
    (tmp_path / "none.jsonl").write_text("\n")
    half = {"id": "half\udc00", "text": "Ilse Brandt said “half \ud83d” of 12 ferries.", "title": "\ud83d"}
    (tmp_path / "half.jsonl").write_text(json.dumps(half))
    own = {f"READER_{place}_DIR": str(tmp_path / place) for place in ("STATE", "CACHE", "CONFIG")}

    def started(command, **environment):
        return subprocess.run(
            ["/bin/sh", "-c", f'"$@" {command}', "sh", *READER],
            cwd=tmp_path, env={**os.environ, "PYTHONUNBUFFERED": "", **own, **environment}, capture_output=True, check=False,
        )  # fmt: skip

    return started


@pytest.mark.parametrize(
    ("command", "status", "says"),
    [
        ("'' ", 2, b"an empty name is no article"),
        ("export ''", 2, b"an empty name is no article"),
        ("export - <&-", 1, b"standard input is closed"),
        ("export --format jsonl - <&-", 1, b"standard input is closed"),
        ("--theme mauve --plain a.txt", 2, b"there is no theme 'mauve'; there are:"),
        ("export --model json a.txt", 1, b"no spaCy pipeline called 'json'"),
        ("export --model spacy a.txt", 1, b"cannot be loaded as a spaCy pipeline"),
        ("export empty", 1, b"there is nothing to read in empty; articles end in .txt"),
        ("export pictures empty --format jsonl", 1, b"there is nothing to read in pictures and empty;"),
        ("export none.jsonl", 0, b"there was no article to read"),
        ("export a.txt a.txt --scheduler nonsense", 1, b"'nonsense' is no address"),
    ],
)
def test_what_cannot_be_done_is_one_line(start, command, status, says):
    done = start(command)
    assert says in done.stderr
    assert (done.returncode, done.stderr.count(b"\n"), done.stdout) == (status, 1, b"")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="this system has no full device")
@pytest.mark.parametrize(
    "command", ["export a.txt", "--plain a.txt", "export a.txt a.txt", "schema", "--help"]
)
def test_a_full_disk_under_standard_output(start, command):
    done = start(f"{command} > /dev/full")
    assert (done.returncode, done.stderr.count(b"\n")) == (1, 1)
    assert b"No space left" in done.stderr


@pytest.mark.parametrize("command", ["export a.txt", "--plain a.txt", "export a.txt a.txt", "schema", "man"])
def test_nobody_reads_to_the_end(start, command):
    assert start(f"{command} | true").stderr == b""


def test_a_terminal_that_cannot_write_a_character(start):
    done = start("--plain a.txt", PYTHONIOENCODING="latin-1")
    assert (done.returncode, done.stderr) == (0, b"")
    assert b'Brandt said "no" to' in done.stdout


@pytest.mark.parametrize("command", ["--plain", "export", "export --format jsonl"])
def test_half_a_surrogate_pair_costs_nothing_but_itself(start, command):
    done = start(f"{command} half.jsonl")
    assert (done.returncode, done.stderr) == (0, b"")
    assert b"12 ferries" in done.stdout


@pytest.mark.parametrize(
    ("mistake", "says"),
    [
        (OSError(28, "No space left on device"), "reader: it could not be done: No space left on device\n"),
        (
            KeyError("x\x1b[31m"),
            "reader: a mistake in reader itself (KeyError: 'x\\x1b[31m'); READER_DEBUG=1",
        ),
    ],
)
def test_what_nobody_foresaw_is_one_line_too(mistake, says, capsys, monkeypatch):
    monkeypatch.delenv("READER_DEBUG", raising=False)

    @click.command("open")
    def fails():
        raise mistake

    group = OpensByDefault(commands=[fails])
    with pytest.raises(SystemExit) as ended:
        group.main([])
    assert ended.value.code == 1
    assert capsys.readouterr().err.startswith(says)


def test_a_batch_on_a_full_disk_says_that_it_goes_on(tmp_path, capsys, monkeypatch):
    def full(*_, **__):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("reader.batch.outputs.LinesFile.flush", full)
    monkeypatch.setattr("reader.batch.run.Pool", InProcess)
    monkeypatch.chdir(tmp_path)
    Path("a.jsonl").write_text('{"id": "a", "text": "The ferry is late."}\n')
    with pytest.raises(SystemExit) as ended:
        main.main(["export", "a.jsonl", "-o", "out.jsonl"])
    assert ended.value.code == 1
    assert capsys.readouterr().err.endswith(
        "make room and give the same command again: it goes on where it stopped\n"
    )
    assert Path("out.jsonl.journal").exists()


class InProcess:
    """An engine without processes, which finds nothing in any document."""

    def __init__(self, settings, workers, kept=None, time_limit=None):
        pass

    def run(self, chunks):
        for chunk in chunks:
            yield chunk, [Outcome("a", text="{}\n") for _ in chunk]

    def close(self):
        pass


def test_a_source_that_cannot_be_read_keeps_nobody_from_the_others(start):
    done = start("--plain a.txt nowhere.txt")
    assert b"12 ferries" in done.stdout
    assert (done.returncode, done.stderr) == (
        1,
        b"reader: there is no file called nowhere.txt; check the path\n",
    )


def test_where_none_can_be_read_each_is_named(start):
    done = start("nowhere.txt never.txt")
    assert (done.returncode, done.stdout, done.stderr.count(b"\n")) == (1, b"", 2)
    assert b"nowhere.txt" in done.stderr
    assert b"never.txt" in done.stderr


def test_what_is_said_of_an_article_stands_on_standard_error_too(start):
    done = start("export a.txt --date 2026-03-09 --format markdown")
    assert done.stderr == b""
    done = start("export german.txt --format jsonl")
    assert done.stderr.count(b"reader: the text is in German") == 1
    assert json.loads(done.stdout)["article"]["notices"][0].startswith("the text is in German")
