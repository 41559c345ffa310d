"""What is kept of an article between runs."""

import json
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from reader.article import Article
from reader.shelf import Correction, Shelf

ARTICLE = Article(
    "The ferry\n\nThe ferry to Skarn was late, Mira Thoresen said.", title="The ferry", source="ferry.txt"
)
OTHER = Article("Another text altogether.", source="other.md")
MADE = "2024-05-07T10:00:00+00:00"
HALF_A_DAY = Correction(11, 30, "speaker", "Mira Thoresen", MADE)


@pytest.fixture
def shelf(tmp_path) -> Shelf:
    return Shelf(tmp_path / "state")


def again(shelf: Shelf) -> Shelf:
    """The shelf as the next run finds it."""
    return Shelf(shelf.folder)


def record_file(shelf: Shelf) -> Path:
    return shelf.folder / "articles" / f"{ARTICLE.sha256}.json"


def test_the_folder_follows_the_environment(monkeypatch, tmp_path):
    monkeypatch.setenv("READER_STATE_DIR", str(tmp_path))
    assert Shelf().folder == tmp_path


def test_an_empty_shelf_has_nothing_and_makes_no_file(shelf):
    assert (shelf.recents(), shelf.position(ARTICLE), shelf.notes(ARTICLE)) == ((), 0, ())
    assert not shelf.folder.exists()


def test_the_place_is_found_again_by_the_text_wherever_it_comes_from(shelf):
    shelf.set_position(ARTICLE, 11)
    moved = replace(ARTICLE, source="/elsewhere/ferry.txt")
    assert again(shelf).position(moved) == 11
    assert again(shelf).position(OTHER) == 0


def test_a_place_beyond_the_text_is_its_end(shelf):
    shelf.set_position(ARTICLE, 10**9)
    assert shelf.position(ARTICLE) == len(ARTICLE.text)


def test_the_last_article_opened_comes_first_and_each_comes_once(shelf):
    for article in (ARTICLE, OTHER, ARTICLE):
        shelf.remember(article)
    found = again(shelf).recents()
    assert [(each.title, each.source) for each in found] == [
        ("The ferry", "ferry.txt"),
        ("Another text altogether.", "other.md"),
    ]
    assert found[0].opened >= found[1].opened


def test_what_came_from_standard_input_is_not_recent(shelf):
    shelf.remember(replace(ARTICLE, source="-"))
    assert shelf.recents() == ()


def test_recent_articles_are_bounded(shelf):
    for number in range(60):
        shelf.remember(Article(f"Text {number}", source=f"{number}.txt"))
    assert [each.source for each in shelf.recents()][:2] == ["59.txt", "58.txt"]
    assert len(shelf.recents()) == 50


def test_a_bookmark_is_set_and_taken_away(shelf):
    assert shelf.toggle_bookmark(ARTICLE, 30)
    assert shelf.toggle_bookmark(ARTICLE, 11)
    assert again(shelf).bookmarks(ARTICLE) == (11, 30)
    assert not shelf.toggle_bookmark(ARTICLE, 30)
    assert again(shelf).bookmarks(ARTICLE) == (11,)


def test_notes_come_in_text_order_as_one_harmless_line_each(shelf):
    late = shelf.add_note(ARTICLE, 31, 35, "who?\nsays\x1b[31m")
    shelf.add_note(ARTICLE, 11, 20, "check the timetable")
    assert [note.text for note in again(shelf).notes(ARTICLE)] == ["check the timetable", "who? says␛[31m"]
    shelf.remove_note(ARTICLE, late)
    assert [note.start for note in again(shelf).notes(ARTICLE)] == [11]


def test_a_correction_replaces_the_one_before_and_can_be_undone(shelf):
    shelf.correct(ARTICLE, HALF_A_DAY)
    better = HALF_A_DAY._replace(value=None)
    shelf.correct(ARTICLE, better)
    dropped = Correction(11, 30, "dropped", None, MADE)
    shelf.correct(ARTICLE, dropped)
    assert set(again(shelf).corrections(ARTICLE)) == {better, dropped}
    shelf.uncorrect(ARTICLE, dropped)
    assert again(shelf).corrections(ARTICLE) == (better,)


def test_the_export_gets_everything_in_text_order_with_its_words(shelf):
    shelf.add_note(ARTICLE, 15, 20, "which one?")
    shelf.toggle_bookmark(ARTICLE, 11)
    shelf.correct(ARTICLE, HALF_A_DAY)
    notes = shelf.export_notes(ARTICLE)
    assert [(note["kind"], note["text"]) for note in notes] == [
        ("bookmark", ""),
        ("correction", "The ferry to Skarn "),
        ("note", "ferry"),
    ]
    assert notes[1]["value"] == "Mira Thoresen" and notes[2]["note"] == "which one?"
    json.dumps(notes)


def test_how_the_screen_was_left_comes_back(shelf):
    shelf.set_screen({"panels": {"shown": ["claims"], "width": 50}})
    assert again(shelf).screen() == {"panels": {"shown": ["claims"], "width": 50}}


@pytest.mark.parametrize(
    "content",
    [
        "",
        "{",
        "[]",
        "null",
        '{"schema": 2}',
        '{"schema": 1, "position": -1}',
        '{"schema": 1, "position": true}',
        '{"schema": 1, "bookmarks": 3}',
        '{"schema": 1, "notes": [{"start": 0}]}',
        '{"schema": 1, "notes": [{"start": 5, "end": 1, "text": "a", "made": "b"}]}',
        '{"schema": 1, "notes": [{"start": 1, "end": 2, "text": ["a"], "made": "b"}]}',
        '{"schema": 1, "corrections": [{"start": 1, "end": 2, "change": "x", "value": null, "made": "b"}]}',
        "[" * 100_000,
    ],
)
def test_a_broken_file_is_set_aside_and_reading_goes_on(shelf, content):
    shelf.set_position(ARTICLE, 5)
    record_file(shelf).write_text(content, "utf-8")
    assert again(shelf).position(ARTICLE) == 0
    assert record_file(shelf).with_name(record_file(shelf).name + ".broken").read_text("utf-8") == content
    shelf.set_position(ARTICLE, 7)
    assert again(shelf).position(ARTICLE) == 7


def test_broken_recents_and_screen_are_set_aside_too(shelf):
    shelf.remember(ARTICLE)
    for name in ("recents.json", "screen.json"):
        (shelf.folder / name).write_bytes(b"\xff\xfe")
    assert (shelf.recents(), shelf.screen()) == ((), {})


def test_where_nothing_can_be_written_things_last_until_the_end_and_the_trouble_is_named(tmp_path):
    (tmp_path / "state").write_text("a file where the folder should be")
    shelf = Shelf(tmp_path / "state")
    shelf.add_note(ARTICLE, 0, 3, "one")
    shelf.add_note(ARTICLE, 4, 9, "two")
    shelf.remember(ARTICLE)
    assert [note.text for note in shelf.notes(ARTICLE)] == ["one", "two"]
    assert shelf.trouble and "nothing is kept" in shelf.trouble
    assert not shelf.lasts(ARTICLE)


def test_what_could_be_written_in_the_end_lasts(tmp_path):
    (tmp_path / "state").write_text("a file where the folder should be")
    shelf = Shelf(tmp_path / "state")
    shelf.toggle_bookmark(ARTICLE, 4)
    (tmp_path / "state").unlink()
    shelf.set_position(ARTICLE, 7)
    assert shelf.lasts(ARTICLE)
    assert again(shelf).bookmarks(ARTICLE) == (4,)


def test_two_readers_at_once_lose_nothing(shelf):
    script = (
        "import sys; from pathlib import Path; from reader.article import Article; from reader.shelf import Shelf;"
        "shelf = Shelf(Path(sys.argv[1]));"
        f"article = Article({ARTICLE.text!r}, source='ferry.txt');"
        "[shelf.add_note(article, at, at + 1, sys.argv[2]) for at in range(25)]"
    )
    asked = [[sys.executable, "-c", script, str(shelf.folder), who] for who in ("a", "b")]
    running = [subprocess.Popen(command) for command in asked]
    assert [process.wait() for process in running] == [0, 0]
    written = [note.text for note in shelf.notes(ARTICLE)]
    assert (written.count("a"), written.count("b")) == (25, 25)
    assert not list(shelf.folder.rglob("*.part"))


def test_old_places_go_but_a_persons_own_words_stay(shelf, monkeypatch):
    monkeypatch.setattr("reader.shelf.shelf.ARTICLES", 3)
    shelf.add_note(ARTICLE, 0, 3, "keep me")
    for number in range(6):
        shelf.set_position(Article(f"Text {number}", source=f"{number}.txt"), 1)
    shelf.remember(OTHER)
    assert [note.text for note in shelf.notes(ARTICLE)] == ["keep me"]
    assert len(list((shelf.folder / "articles").glob("*.json"))) == 4


def test_half_a_surrogate_pair_in_a_file_takes_nothing_else_with_it(shelf):
    shelf.add_note(ARTICLE, 0, 3, "Rang her.")
    kept = json.loads(record_file(shelf).read_text("utf-8"))
    kept["notes"].append({**kept["notes"][0], "text": "half \ud800", "start": 1})
    record_file(shelf).write_text(json.dumps(kept), "utf-8")
    later = again(shelf)
    later.add_note(ARTICLE, 4, 9, "Late again.")
    assert later.trouble is None
    assert [note.text for note in again(shelf).notes(ARTICLE)] == ["Rang her.", "half ?", "Late again."]
