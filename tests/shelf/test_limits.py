"""What a person writes is kept, or refused with a word there and then: at limits, on a full disk, under a held lock."""

import errno
import fcntl
import json
import os
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from reader.article import Article
from reader.shelf import Correction, Shelf, files
from reader.shelf.records import LONGEST_NOTE, MOST, Note, Record, as_data

ARTICLE = Article("The ferry to Skarn was late, Mira Thoresen said.\n" * 60, source="ferry.txt")
MADE = "2024-05-07T10:00:00+00:00"


@pytest.fixture
def shelf(tmp_path) -> Shelf:
    return Shelf(tmp_path / "state")


def record_file(shelf: Shelf) -> Path:
    return shelf.folder / "articles" / f"{ARTICLE.sha256}.json"


def filled(shelf: Shelf, record: Record) -> Shelf:
    """A shelf that keeps a record of the article already."""
    record_file(shelf).parent.mkdir(parents=True)
    record_file(shelf).write_text(json.dumps(as_data(record), ensure_ascii=False), "utf-8")
    return Shelf(shelf.folder)


FULL = Record(
    bookmarks=tuple(range(MOST)),
    notes=tuple(Note(n, n + 1, f"note {n}", MADE) for n in range(MOST)),
    corrections=tuple(Correction(n, n + 1, "speaker", "Mira", MADE) for n in range(MOST)),
)


@pytest.mark.parametrize(
    ("what", "change"),
    [
        ("notes", lambda shelf: shelf.add_note(ARTICLE, 0, 3, "one more")),
        ("notes", lambda shelf: shelf.add_note(ARTICLE, 2000, 2003, "one more")),
        ("bookmarks", lambda shelf: shelf.toggle_bookmark(ARTICLE, 2000)),
        ("corrections", lambda shelf: shelf.correct(ARTICLE, Correction(2000, 2001, "dropped", None, MADE))),
    ],
)
def test_one_more_than_there_may_be_is_refused_and_takes_no_others_place(shelf, what, change):
    shelf = filled(shelf, FULL)
    before = record_file(shelf).read_bytes()
    change(shelf)
    assert shelf.refused == f"this article has 1,000 {what}, which is the most; remove one first"
    assert shelf.record(ARTICLE) == FULL
    assert record_file(shelf).read_bytes() == before


def test_after_one_is_removed_there_is_room_again(shelf):
    shelf = filled(shelf, FULL)
    shelf.remove_note(ARTICLE, FULL.notes[0])
    shelf.add_note(ARTICLE, 0, 3, "one more")
    assert (shelf.refused, len(Shelf(shelf.folder).notes(ARTICLE))) == (None, MOST)


def test_what_somebody_else_wrote_beyond_the_limit_is_not_cut_off(shelf):
    more = FULL._replace(notes=(*FULL.notes, *FULL.notes[:200]))
    shelf = filled(shelf, more)
    shelf.set_position(ARTICLE, 5)
    assert len(Shelf(shelf.folder).notes(ARTICLE)) == 1200


def test_a_note_that_is_too_long_is_refused_and_not_cut_off(shelf):
    shelf.add_note(ARTICLE, 0, 3, "a" * LONGEST_NOTE)
    assert shelf.refused is None
    shelf.add_note(ARTICLE, 0, 3, "a" * (LONGEST_NOTE + 1))
    assert "2,000 characters at most" in (shelf.refused or "")
    assert len(shelf.notes(ARTICLE)) == 1


def test_a_record_never_becomes_larger_than_can_be_read(shelf):
    large = "🦀" * LONGEST_NOTE
    notes = tuple(Note(n, n + 1, large, MADE) for n in range(MOST))
    corrections = tuple(Correction(n, n + 1, "speaker", "Mira" * 60, MADE) for n in range(MOST))
    shelf = filled(shelf, Record(notes=notes, corrections=corrections[:200]))
    for correction in corrections[200:]:
        shelf.correct(ARTICLE, correction._replace(value="🦀" * 200_000))
        if shelf.refused:
            break
    assert "more than 8 MiB cannot be kept" in (shelf.refused or "")
    assert record_file(shelf).stat().st_size <= files.LARGEST
    assert Shelf(shelf.folder).notes(ARTICLE) == notes


def test_a_file_that_is_larger_than_any_we_write_stays_where_it_is(shelf):
    shelf = filled(shelf, FULL)
    with record_file(shelf).open("ab") as file:
        file.truncate(files.LARGEST + 1)
    shelf.add_note(ARTICLE, 0, 3, "one more")
    assert not shelf.lasts(ARTICLE)
    assert "File too large" in (shelf.trouble or "")
    assert [path.name for path in record_file(shelf).parent.iterdir()] == [record_file(shelf).name]


def test_a_correction_that_could_not_be_read_again_is_refused(shelf):
    shelf.add_note(ARTICLE, 0, 3, "mine")
    shelf.correct(ARTICLE, Correction(0, 3, "date", "no day at all", MADE))
    assert "cannot be kept" in (shelf.refused or "")
    assert [note.text for note in Shelf(shelf.folder).notes(ARTICLE)] == ["mine"]


def test_half_of_a_surrogate_pair_costs_nothing_else(shelf):
    shelf.keep_note(ARTICLE, Note(0, 3, "half \ud83d", MADE))
    shelf.remember(replace(ARTICLE, source="ferry\udcff.txt"))
    again = Shelf(shelf.folder)
    assert (again.notes(ARTICLE)[0].text, again.recents()[0].source) == ("half ?", "ferry?.txt")


def test_a_second_broken_file_does_not_take_the_place_of_the_first(shelf):
    shelf.set_position(ARTICLE, 5)
    for content in ("one", "two"):
        record_file(shelf).write_text(content)
        assert shelf.position(ARTICLE) == 0
    kept = sorted(path.read_text() for path in record_file(shelf).parent.glob("*.broken*"))
    assert kept == ["one", "two"]


def test_a_full_disk_is_said_at_once_and_what_was_kept_stays(shelf, monkeypatch):
    shelf.add_note(ARTICLE, 0, 3, "before")

    def full(*_):
        raise OSError(errno.ENOSPC, "No space left on device")

    with monkeypatch.context() as patch:
        patch.setattr("reader.shelf.files.replace_file", full)
        shelf.add_note(ARTICLE, 4, 9, "on the full disk")
        assert not shelf.lasts(ARTICLE)
        assert "No space left" in (shelf.trouble or "")
        assert len(shelf.notes(ARTICLE)) == 2
        assert [note.text for note in Shelf(shelf.folder).notes(ARTICLE)] == ["before"]
    shelf.set_position(ARTICLE, 7)
    assert shelf.lasts(ARTICLE)
    assert len(Shelf(shelf.folder).notes(ARTICLE)) == 2


@pytest.fixture
def held(shelf, monkeypatch):
    """The lock of a shelf, held by somebody else."""
    monkeypatch.setattr("reader.shelf.files.PATIENCE", 0.05)
    monkeypatch.setattr("reader.shelf.store._IMPATIENCE", 0.01)
    shelf = Shelf(shelf.folder)
    shelf.add_note(ARTICLE, 0, 3, "before")
    with (shelf.folder / files.LOCK).open("r+") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        yield shelf, lambda: fcntl.flock(file, fcntl.LOCK_UN)


def test_a_lock_that_somebody_holds_is_not_waited_for_for_ever(held):
    shelf, _ = held
    shelf.add_note(ARTICLE, 4, 9, "under the lock")
    assert not shelf.lasts(ARTICLE)
    assert ".lock: another program holds it" in (shelf.trouble or "")
    assert len(shelf.notes(ARTICLE)) == 2


def test_what_others_wrote_under_the_lock_is_not_undone_by_what_waited_for_it(held):
    shelf, let_go = held
    shelf.add_note(ARTICLE, 4, 9, "under the lock")
    shelf.toggle_bookmark(ARTICLE, 3)
    let_go()
    Shelf(shelf.folder).add_note(ARTICLE, 10, 12, "another's")
    shelf.set_position(ARTICLE, 7)
    written = Shelf(shelf.folder).record(ARTICLE)
    assert [note.text for note in written.notes] == ["before", "under the lock", "another's"]
    assert (written.bookmarks, written.position, shelf.lasts(ARTICLE)) == ((3,), 7, True)


def test_a_record_that_cannot_be_read_is_not_written_over(shelf):
    """As root reads everything, a folder stands for what cannot be read."""
    record_file(shelf).mkdir(parents=True)
    shelf.add_note(ARTICLE, 0, 3, "mine")
    assert not shelf.lasts(ARTICLE)
    assert record_file(shelf).is_dir()


def test_nobody_else_may_look(tmp_path, monkeypatch):
    monkeypatch.delenv("READER_STATE_DIR", raising=False)
    old = tmp_path / "old"
    old.mkdir(0o755)
    old.chmod(0o755)
    (old / files.LOCK).touch(0o644)
    for folder in (old, tmp_path / "new"):
        Shelf(folder).add_note(ARTICLE, 0, 3, "mine")
        for path in (folder, folder / "articles", *folder.rglob("*")):
            assert path.stat().st_mode & 0o077 == 0, path


def test_a_folder_that_somebody_named_keeps_its_mode(tmp_path, monkeypatch):
    monkeypatch.setenv("READER_STATE_DIR", str(tmp_path))
    tmp_path.chmod(0o755)
    Shelf().add_note(ARTICLE, 0, 3, "mine")
    assert tmp_path.stat().st_mode & 0o777 == 0o755


def test_a_link_in_place_of_the_lock_is_not_followed(shelf, tmp_path):
    (shelf.folder).mkdir()
    (shelf.folder / files.LOCK).symlink_to(tmp_path / "elsewhere")
    shelf.add_note(ARTICLE, 0, 3, "mine")
    assert not shelf.lasts(ARTICLE)
    assert not (tmp_path / "elsewhere").exists()


WRITER = """
import sys
from pathlib import Path
from reader.article import Article
from reader.shelf import Shelf

shelf, article, who = Shelf(Path(sys.argv[1])), Article(sys.argv[2], source="ferry.txt"), sys.argv[3]
for number in range(int(sys.argv[4])):
    shelf.add_note(article, number, number + 1, f"{who} {number}")
    if shelf.lasts(article) and not shelf.refused:
        print(f"{who} {number}", flush=True)
"""


@pytest.mark.parametrize("kills", [0, 12])
def test_what_was_acknowledged_is_there_whoever_else_writes_and_is_killed(shelf, kills):
    acknowledged: list[str] = []
    notes = 50 if kills else 100  # of each writer; all of them together are fewer than an article may have
    writers = [_writer(shelf, who, notes) for who in "abcd"]
    for number in range(kills):
        victim = writers.pop(0)
        assert victim.stdout is not None
        acknowledged += [victim.stdout.readline().strip() for _ in range(3)]
        victim.kill()
        acknowledged += victim.communicate()[0].split("\n")
        writers.append(_writer(shelf, f"e{number}", notes))
    for writer in writers:
        acknowledged += writer.communicate()[0].split("\n")
    written = {note.text for note in Shelf(shelf.folder).notes(ARTICLE)}
    said = {line for line in acknowledged if line}  # each a single write, which no kill cuts in two
    assert len(said) >= (36 if kills else 300)
    assert said - written == set()


def _writer(shelf: Shelf, who: str, notes: int) -> "subprocess.Popen[str]":
    return subprocess.Popen(
        [sys.executable, "-c", WRITER, str(shelf.folder), ARTICLE.text, who, str(notes)],
        stdout=subprocess.PIPE, text=True, env={**os.environ, "OMP_NUM_THREADS": "1"},
    )  # fmt: skip
