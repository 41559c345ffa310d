"""A batch that was stopped goes on to the same bytes."""

import os

import pytest

from reader.article import Article, Options
from reader.batch import BatchError
from reader.batch.journal import Journal
from reader.batch.recorder import journal_path
from reader.shelf import Shelf
from tests.batch.conftest import read_lines

INTERRUPTED = 130


def texts(tmp_path, marker="stopped"):
    """Enough for several chunks, with a failure before the stop and one after it."""
    words = [f"word{n} of a text" for n in range(120)]
    words[10], words[70], words[110] = "fail early", f"stop-once {tmp_path / marker}", "fail late"
    return words


def contents(folder):
    return {path.relative_to(folder): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


@pytest.mark.parametrize(("form", "name"), [("jsonl", "out.jsonl"), ("yaml", "out")])
def test_a_batch_stopped_by_sigint_goes_on_to_the_same_bytes(command, records, tmp_path, form, name):
    source = records(texts(tmp_path))
    stopped, undisturbed = tmp_path / "stopped-run", tmp_path / "undisturbed-run"
    stopped.mkdir()
    undisturbed.mkdir()
    assert command([source], stopped / name, format=form) == INTERRUPTED
    assert not (stopped / "out.jsonl").exists()
    assert (stopped / f"{name}.journal").exists()
    assert command([source], stopped / name, format=form) == 0
    assert command([source], undisturbed / name, format=form) == 0
    assert contents(stopped) == contents(undisturbed)
    assert len(read_lines(stopped / "out.failed.jsonl")) == 2


@pytest.fixture
def stopped(command, records, tmp_path):
    """The source and the output of a batch that was stopped."""
    source = records(texts(tmp_path))
    assert command([source], tmp_path / "out.jsonl", workers=1) == INTERRUPTED
    return source, tmp_path / "out.jsonl"


def test_what_is_written_already_is_not_read_again(batch, stopped):
    source, output = stopped
    summary = batch([source], output)
    assert 0 < summary.resumed <= 70
    assert (summary.documents, summary.failed) == (118, 2)


def test_a_line_that_was_cut_off_is_written_anew(batch, stopped):
    source, output = stopped
    part = output.with_name("out.jsonl.part")
    with part.open("ab") as file:
        file.write(b'{"id": "a99", "art')
    batch([source], output)
    wanted = [f"a{n}" for n in range(120) if n not in (10, 110)]
    assert [line["id"] for line in read_lines(output)] == wanted


def test_marks_beyond_what_the_files_hold_are_passed_over(batch, stopped):
    source, output = stopped
    part = output.with_name("out.jsonl.part")
    part.write_bytes(part.read_bytes()[:-10])
    batch([source], output)
    assert len(read_lines(output)) == 118


@pytest.mark.parametrize("resume", [True, False], ids=["going on", "anew"])
def test_what_is_no_journal_is_left_alone_with_all_that_lies_beside_it(batch, stopped, resume):
    source, output = stopped
    output.with_name("out.jsonl.journal").write_bytes(b"\xff\x00")
    before = contents(output.parent)
    with pytest.raises(BatchError, match=r"out\.jsonl\.journal is in the way: .*; move it"):
        batch([source], output, resume=resume)
    assert contents(output.parent) == before


@pytest.mark.parametrize(
    "line",
    [
        b'{"items": 1}',
        b'{"items": 1e999, "failed": 0, "output": [0, ""], "failures": [0, ""], "last": "", "files": []}',
        b'{"items": ' + b"9" * 5000 + b"}",
        b'{"items": '
        + b"9" * 40
        + b', "failed": 0, "output": [0, ""], "failures": [0, ""], "last": "", "files": []}',
        b"[" * 100_000,
        b"7",
    ],
    ids=["too little", "infinite", "5,000 digits", "40 digits", "deep", "a number"],
)
def test_a_mark_that_makes_no_sense_ends_those_that_are_believed(batch, stopped, line):
    source, output = stopped
    journal = output.with_name("out.jsonl.journal")
    journal.write_bytes(journal.read_bytes() + line + b"\n")
    assert 0 < batch([source], output).resumed <= 70
    assert len(read_lines(output)) == 118


def test_what_somebody_wrote_over_the_output_is_made_again(batch, stopped):
    source, output = stopped
    part = output.with_name("out.jsonl.part")
    good = part.read_bytes()
    part.write_bytes(good.replace(b"word0", b"sword"))
    batch([source], output)
    assert output.read_bytes().startswith(good)


def test_a_file_of_a_folder_that_was_written_over_is_made_again(command, records, tmp_path):
    source, output = records(texts(tmp_path)), tmp_path / "out"
    assert command([source], output, format="yaml", workers=1) == INTERRUPTED
    good = (output / "a0.yaml").read_bytes()
    (output / "a0.yaml").write_bytes(good.replace(b"word0", b"sword"))
    assert command([source], output, format="yaml", workers=1) == 0
    assert (output / "a0.yaml").read_bytes() == good


def test_another_command_does_not_go_on_from_it(batch, stopped):
    source, output = stopped
    with pytest.raises(BatchError, match="--fresh"):
        batch([source], output, options=Options(raw=True))
    assert batch([source], output, options=Options(raw=True), resume=False).resumed == 0


def test_another_input_of_that_name_is_noticed(batch, records, stopped):
    source, output = stopped
    records(f"another {n}" for n in range(120))
    with pytest.raises(BatchError, match="the input is not"):
        batch([source], output)


def test_what_is_noted_while_a_batch_is_stopped_is_in_what_it_reads_from_then_on(batch, stopped, tmp_path):
    source, output = stopped
    shelf = Shelf(tmp_path / "state")
    for text in ("word0 of a text", "word119 of a text"):
        shelf.add_note(Article(text), 0, 4, "is this so?")
    batch([source], output, kept=shelf.written())
    first, *_, last = read_lines(output)
    assert first["notes"] == []
    assert [note["note"] for note in last["notes"]] == ["is this so?"]


def test_nothing_that_a_person_keeps_lies_in_what_a_batch_leaves(batch, records, tmp_path, monkeypatch):
    shelf = Shelf(tmp_path / "state")
    for text in ("one", "another article"):
        shelf.add_note(Article(text), 0, 3, "my source is Jonna")
    monkeypatch.setattr("reader.batch.recorder.Recorder.finish", _killed)
    with pytest.raises(SystemError):
        batch([records(["one", "two"])], tmp_path / "out.jsonl", kept=shelf.written())
    journal = tmp_path / "out.jsonl.journal"
    assert (journal.stat().st_mode & 0o777, b"Jonna" in journal.read_bytes()) == (0o600, False)
    assert b"Jonna" in (tmp_path / "out.jsonl.part").read_bytes()


def _killed(_recorder):
    raise SystemError


def test_two_runs_never_write_to_one_output(batch, records, tmp_path):
    source, output = records(["one", "two"]), tmp_path / "out.jsonl"
    journal = Journal(journal_path(output), asked={})
    with pytest.raises(BatchError, match="another run is writing there"):
        batch([source], output)
    journal.close()
    assert batch([source], output).documents == 2


def test_a_run_that_could_not_begin_leaves_nothing(batch, records, tmp_path):
    (tmp_path / "out").mkdir()
    with pytest.raises(BatchError, match="is a folder"):
        batch([records(["one"])], tmp_path / "out")
    assert sorted(path.name for path in tmp_path.iterdir()) == ["in.jsonl", "out"]


def test_folders_for_yaml_are_made(batch, records, tmp_path):
    batch([records(["one"])], tmp_path / "a" / "b", format="yaml")
    assert [path.name for path in (tmp_path / "a" / "b").iterdir()] == ["a0.yaml"]


@pytest.mark.parametrize("form", ["jsonl", "yaml"])
def test_a_pipe_or_a_device_stays_what_it_is(batch, records, tmp_path, form):
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    with pytest.raises(BatchError, match="is no file"):
        batch([records(["one"])], pipe, format=form)
    assert pipe.is_fifo()
    assert {path.name for path in tmp_path.iterdir()} == {"pipe", "in.jsonl"}
