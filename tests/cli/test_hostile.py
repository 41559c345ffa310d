"""Text that would drive the terminal, in every place an article can put it: none of it gets through."""

import contextlib
import json
import os
import pty
import re
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

from tests.article.hostile import HOSTILE, obeyed
from tests.terminal import Terminal

READER = [sys.executable, "-m", "reader"]
# What the program itself says to the terminal: colours, moves, modes, queries, the pointer's shape, what its background is.
_OWN = re.compile(r"\x1b\[[0-?]*[ -/]*[@-~]|\x1b[78=>]|\x1b\(B|\x1b]22;\w+\x07|\x1b]11;\?\x1b\\")
_IN_FILES = {name: text for name, text in HOSTILE.items() if "NUL" not in name and "surrogates" not in name}
_BODY = "\n\n".join(f"Ilse Brandt said “{text} 12 ferries” on Friday." for text in _IN_FILES.values())
_LINE = " ".join(" ".join(_IN_FILES.values()).split())
_NAME = "".join(c for c in _LINE if c not in "/")[:60] + "\x9b31m\x1b]0;owned\x07\u202e"


def _text(folder: Path) -> Path:
    return _written(folder / "a.txt", f"{_LINE[:90]}\n\nBy {_LINE[:60]}\n\n{_BODY}\n")


def _markdown(folder: Path) -> Path:
    matter = json.dumps({"title": _LINE, "author": _LINE, "url": f"http://a.example/{_LINE}"})
    return _written(folder / "a.md", f"---\n{matter}\n---\n# Ferries\n\n{_BODY}\n")


def _html(folder: Path) -> Path:
    entities = "".join(f"&#{ord(c)};" if not c.isalnum() else c for c in _BODY)
    head = f"<title>{_LINE}</title><meta name=author content='{_LINE}'><meta property='og:title' content='{_LINE}'>"
    paragraphs = entities.replace("&#10;&#10;", "</p>\n<p>")
    return _written(
        folder / "a.html",
        f"<html><head>{head}</head><body><article><p>{paragraphs}</p></article></body></html>",
    )


def _record(folder: Path) -> Path:
    body = "\n\n".join(f"Ilse Brandt said “{text} 12 ferries” on Friday." for text in HOSTILE.values())
    said = " ".join(HOSTILE.values())
    record = {"id": said, "title": said, "url": f"http://a.example/{said}", "text": body}
    return _written(folder / "a.jsonl", json.dumps(record) + "\n")


def _named(folder: Path) -> Path:
    return _written(folder / f"{_NAME}.txt", "Ilse Brandt said “no” to 12 ferries on Friday.\n")


KINDS = (_text, _markdown, _html, _record, _named)
each_kind = pytest.mark.parametrize("make", KINDS, ids=[make.__name__[1:] for make in KINDS])


def _written(path: Path, text: str) -> Path:
    path.write_bytes(text.encode())
    return path


def _through(written: bytes) -> set[str]:
    """What a terminal would obey in ``written`` that is not the program's own."""
    return set(obeyed(_OWN.sub("", written.decode("utf-8")))) - {"U+000D"}


def _own(tmp_path: Path) -> dict[str, str]:
    places = ("STATE", "CACHE", "CONFIG")
    return {f"READER_{place}_DIR": str(tmp_path / place.lower()) for place in places}


@each_kind
def test_on_the_screen(make, tmp_path):
    source = make(tmp_path)
    with Terminal([*READER, str(source)], cwd=tmp_path, env=_own(tmp_path), rows=100) as terminal:
        terminal.wait_for(r"SPEAKERS \d", r"CLAIMS \d", r"TIMELINE \d")
        terminal.press("s", "c", "t", "e", "x")
        terminal.wait_for(r"reader\.yaml")
        terminal.press("q")
        assert terminal.wait_for_end() == 0
    with Terminal(READER, cwd=tmp_path, env=_own(tmp_path)) as start:
        start.wait_for("Harbour manager “knew the crane")
        start.press("q")
        assert start.wait_for_end() == 0
    assert _through(terminal.written) == _through(start.written) == set()
    assert b"\x1b[31mred" not in terminal.written + start.written


@each_kind
@pytest.mark.parametrize("command", [["--plain"], ["export"], ["export", "--format", "jsonl"]], ids=" ".join)
def test_written_to_a_terminal(command, make, tmp_path):
    source = make(tmp_path)
    written = _at_a_terminal([*READER, *command, str(source)], _own(tmp_path))
    assert b"ferries" in written
    assert _through(written) == set()
    assert b"\x1b" not in written


@pytest.mark.parametrize(
    "arguments",
    [
        [_NAME],
        ["export", _NAME],
        ["export", "--format", "jsonl", _NAME, _NAME],
        [f"http://127.0.0.1/{_NAME}"],
        [f"http://{_NAME}/"],
        [f"--{_NAME}"],
        ["--theme", _NAME, "a.txt"],
        ["export", "--date", _NAME, "a.txt"],
        ["export", "--model", _NAME, "a.txt"],
        ["export", "--format", _NAME, "a.txt"],
        ["export", "a.txt", "-o", f"nowhere/{_NAME}"],
        ["export", "a.txt", "--format", "csv", "-o", f"nowhere/{_NAME}"],
        ["export", "a.txt", "a.txt", "-o", f"a.txt/{_NAME}"],
    ],
    ids=lambda arguments: " ".join("NAME" if _NAME in word else word for word in arguments),
)
def test_in_what_is_said_of_an_error(arguments, tmp_path):
    _written(tmp_path / "a.txt", "Ilse Brandt said no.\n")
    done = subprocess.run(
        [*READER, *arguments],
        capture_output=True,
        check=False,
        cwd=tmp_path,
        env={**os.environ, **_own(tmp_path)},
    )
    assert done.returncode in {1, 2}
    assert len(done.stderr.splitlines()) == 1
    assert _through(done.stderr) == set()
    assert b"\x1b" not in done.stderr


def test_the_export_of_a_record_loses_nothing_by_it(tmp_path):
    said = HOSTILE["C1 CSI"] + HOSTILE["bidirectional"]
    text = f"Ilse Brandt said “{said}” on Friday."
    source = _written(tmp_path / "a.jsonl", json.dumps({"id": said, "text": text}) + "\n")
    own = {**os.environ, **_own(tmp_path)}
    for form, load in (("yaml", yaml.safe_load), ("jsonl", json.loads)):
        done = subprocess.run(
            [*READER, "export", "--format", form, str(source)], capture_output=True, check=True, env=own
        )
        exported = load(done.stdout)
        assert exported["article"]["id"] == said
        assert [quote["text"] for quote in exported["quotes"]] == [f"“{said}”"]


def _at_a_terminal(command: list[str], own: dict[str, str]) -> bytes:
    """What the command writes where its standard output is a terminal but no screen is asked for."""
    ours, theirs = pty.openpty()
    process = subprocess.Popen(command, stdout=theirs, env={**os.environ, **own})
    os.close(theirs)
    written = b""
    with contextlib.suppress(OSError):  # Linux says so when the other end is closed
        while data := os.read(ours, 65536):
            written += data
    os.close(ours)
    assert process.wait() == 0
    return written
