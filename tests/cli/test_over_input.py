"""What is written never takes the place of what is read, nor of anything else that the run did not make."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from reader.batch import BatchError
from reader.batch.journal import Journal
from reader.cli.group import main
from tests.batch.conftest import batch, read_lines, records  # noqa: F401  (fixtures)
from tests.cli.test_bad_input import InProcess

RECORD = '{"id": "a", "text": "The ferry is late, Jonna Vestergaard said."}\n'
TEXT = "Ferry late\n\nThe ferry is late, Jonna Vestergaard said on Friday.\n"


@pytest.fixture
def folder(tmp_path, monkeypatch) -> Path:
    """The current folder, with an article under several names and data sets; no process is started."""
    monkeypatch.setattr("reader.batch.run.Pool", InProcess)
    made = tmp_path / "here"
    made.mkdir()
    monkeypatch.chdir(made)
    for name in ("in.md", "claims.csv", "a.yaml", "b.yaml"):
        Path(name).write_text(TEXT)
    for name in ("in.jsonl", "r.failed.jsonl", "r.jsonl.part", "r.jsonl.journal", "r.failed.jsonl.part"):
        Path(name).write_text(RECORD)
    Path("hard.md").hardlink_to("in.md")
    Path("soft.md").symlink_to("in.md")
    Path("soft.jsonl").symlink_to("in.jsonl")
    Path("news").mkdir()
    Path("news/one.md").write_text(TEXT)
    Path("news/set.jsonl").write_text(RECORD)
    Path("link").symlink_to("news")
    return made


def contents(folder: Path) -> dict[str, bytes]:
    return {str(path): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()}


@pytest.mark.parametrize(
    "command",
    [
        "in.md -o in.md",
        "in.md -o ./news/../in.md",
        "in.md -o soft.md",
        "soft.md -o in.md",
        "in.md -o hard.md",
        "in.md -o in.md --format yaml",
        "claims.csv -o . --format csv",
        "in.md news/one.md --story -o news/one.md",
        "in.jsonl -o in.jsonl",
        "soft.jsonl -o in.jsonl",
        "in.jsonl -o soft.jsonl",
        "in.md in.jsonl -o in.jsonl",
        "in.* -o in.jsonl",
        "r.failed.jsonl -o r.jsonl",
        "r.jsonl.part in.md -o r.jsonl",
        "r.jsonl.journal in.md -o r.jsonl",
        "r.failed.jsonl.part in.md -o r.jsonl",
        "news -o news/set.jsonl",
        "news -o link/set.jsonl",
        ". -o news/set.jsonl",
        "in.jsonl -o r.jsonl",  # whose .part, .journal and .failed.jsonl are somebody's
        "in.jsonl -o r.jsonl --fresh",
    ],
)
def test_it_is_refused_and_every_byte_stays(folder, capsys, command):
    before = contents(folder)
    with pytest.raises(SystemExit) as ended:
        main.main(["export", *command.split()])
    said = capsys.readouterr().err
    assert (ended.value.code, said.count("\n")) == (1, 1)
    assert "name another" in said
    assert contents(folder) == before


@pytest.mark.parametrize(
    "command",
    [
        "export - -o in.md < in.md",
        "export - --format jsonl -o in.jsonl < in.jsonl",
        "export in.md >> in.md",
        "export in.jsonl --format jsonl >> in.jsonl",
        "export - < in.md >> in.md",
        "--plain in.md >> in.md",
        "export in.md news/one.md --story --format html >> in.md",
    ],
)
def test_a_redirection_is_seen_through(folder, command):
    before = contents(folder)
    script = f"{sys.executable} -P -m reader {command}"
    done = subprocess.run(["/bin/sh", "-c", script], capture_output=True, check=False)
    assert (done.returncode, done.stderr.count(b"\n")) == (1, 1)
    assert contents(folder) == before


@pytest.mark.parametrize(
    "name", ["out.jsonl.part", "out.jsonl.journal", "out.failed.jsonl", "out.failed.jsonl.part"]
)
@pytest.mark.parametrize(
    "what", ["a file", "a link", "a dangling link", "a pipe", "a folder", "another's name"]
)
def test_what_stands_where_a_batch_would_write_is_not_touched(batch, records, tmp_path, name, what):  # noqa: F811
    source, other, place = records(["one", "fail"]), tmp_path / "diary.txt", tmp_path / name
    other.write_text("Dear diary\n")
    if what == "a file":
        shutil.copy(other, place)
    elif "link" in what:
        place.symlink_to(other if what == "a link" else tmp_path / "nothing")
    elif what == "another's name":
        place.hardlink_to(other)
    elif what == "a pipe":
        os.mkfifo(place)
    else:
        place.mkdir()
    before = sorted(tmp_path.iterdir())
    for resume in (True, False):
        with pytest.raises(BatchError, match="in the way"):
            batch([source], tmp_path / "out.jsonl", resume=resume)
        assert (sorted(tmp_path.iterdir()), other.read_text()) == (before, "Dear diary\n")
    assert not (tmp_path / "nothing").exists()


def test_a_name_that_is_taken_while_a_batch_runs_is_not_written_over(batch, records, tmp_path, monkeypatch):  # noqa: F811
    part = tmp_path / "out.jsonl.part"

    def exchanged(*settings):
        part.rename(tmp_path / "away")
        part.write_text("Dear diary\n")
        return InProcess(*settings)

    monkeypatch.setattr("reader.batch.run.Pool", exchanged)
    with pytest.raises(BatchError, match="in the way"):
        batch([records(["one"])], tmp_path / "out.jsonl")
    assert part.read_text() == "Dear diary\n"
    assert not (tmp_path / "out.jsonl").exists()


def test_a_folder_of_yaml_keeps_what_is_no_export(batch, tmp_path):  # noqa: F811
    out, mine, victim = tmp_path / "out", tmp_path / "a0.md", tmp_path / "victim"
    out.mkdir()
    mine.write_text("quay news\n")
    victim.write_text("secret: 1\n")
    (out / "a0.yaml").write_text("mine: 1\n")
    (out / "a0-2.yaml").symlink_to(victim)
    for _ in range(2):
        batch([mine], out, format="yaml")
        assert sorted(path.name for path in out.iterdir()) == ["a0-2.yaml", "a0-3.yaml", "a0.yaml"]
        assert ((out / "a0.yaml").read_text(), victim.read_text()) == ("mine: 1\n", "secret: 1\n")


def test_an_article_that_is_read_from_the_folder_of_its_output_stays(batch, tmp_path):  # noqa: F811
    for name in ("a.yaml", "b.yaml"):
        (tmp_path / name).write_text(TEXT)
    batch([tmp_path / "a.yaml", tmp_path / "b.yaml"], tmp_path, format="yaml")
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a-2.yaml", "a.yaml", "b-2.yaml", "b.yaml"]
    assert (tmp_path / "a.yaml").read_text() == TEXT


def test_tables_take_the_place_of_tables_only(folder, capsys):
    out = folder / "tables"
    for _ in range(2):
        main.main(["export", "in.md", "-o", "tables", "--format", "csv"])
    (out / "speakers.csv").write_text("name;telephone\n")
    before = contents(out)
    with pytest.raises(SystemExit):
        main.main(["export", "in.md", "-o", "tables", "--format", "csv"])
    assert "speakers.csv is there and is another table; name another folder" in capsys.readouterr().err
    assert contents(out) == before


def test_an_output_that_is_a_link_stays_one_and_a_file_keeps_its_mode(batch, records, tmp_path):  # noqa: F811
    real, link = tmp_path / "real.jsonl", tmp_path / "out.jsonl"
    real.touch(0o640)
    real.chmod(0o640)
    link.symlink_to(real)
    batch([records(["one"])], link)
    assert (link.is_symlink(), len(read_lines(real)), real.stat().st_mode & 0o777) == (True, 1, 0o640)


def test_the_journal_is_for_its_owner_only(tmp_path):
    journal = Journal(tmp_path / "out.jsonl.journal", asked={})
    assert journal.path.stat().st_mode & 0o777 == 0o600
    journal.close()
    assert not journal.path.exists()
