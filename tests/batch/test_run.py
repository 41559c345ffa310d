"""Batches as they are asked for, with a stand-in for the pipeline."""

import gzip
import io
import json

import pytest
import yaml

from reader.article import Options
from reader.batch import BatchError
from tests.batch.conftest import read_lines


def ids(path):
    return [line["id"] for line in read_lines(path)]


def test_one_line_out_for_each_line_in_in_their_order(batch, records, tmp_path):
    summary = batch([records(f"word{n} of a text" for n in range(100))], tmp_path / "out.jsonl", workers=2)
    assert ids(tmp_path / "out.jsonl") == [f"a{n}" for n in range(100)]
    assert (summary.documents, summary.failed, summary.interrupted) == (100, 0, False)


def test_a_line_is_the_export_of_its_document(batch, records, tmp_path):
    batch([records(["harbour news"])], tmp_path / "out.jsonl")
    (line,) = read_lines(tmp_path / "out.jsonl")
    assert line["id"] == line["article"]["id"] == "a0"
    assert line["entities"] == [
        {
            "name": "harbour",
            "kind": "other",
            "mentions": [{"start": 0, "end": 7, "text": "harbour"}],
            "why": [],
            "confidence": None,
        }
    ]


def test_packed_records_are_unpacked(batch, records, tmp_path):
    packed = tmp_path / "in.jsonl.gz"
    packed.write_bytes(gzip.compress(records(["one", "two"]).read_bytes()))
    batch([packed], tmp_path / "out.jsonl")
    assert ids(tmp_path / "out.jsonl") == ["a0", "a1"]


@pytest.mark.parametrize("pack", [bytes, gzip.compress], ids=["plain", "gzip"])
def test_standard_input_is_read_and_standard_output_written(batch, records, pack):
    stdin, stdout = io.BytesIO(pack(b"\n" + records(["one", "two"]).read_bytes())), io.BytesIO()
    batch(["-"], None, stdin=stdin, stdout=stdout)
    assert [json.loads(line)["id"] for line in stdout.getvalue().splitlines()] == ["a0", "a1"]


def test_an_article_on_standard_input_is_one_document(batch):
    stdout = io.BytesIO()
    batch(["-"], None, stdin=io.BytesIO(b"Ferries stop.\n\nNo boat sailed.\n"), stdout=stdout)
    (line,) = stdout.getvalue().splitlines()
    assert json.loads(line)["entities"][0]["name"] == "Ferries"


def test_folders_globs_and_files_in_the_order_given(batch, tmp_path):
    for name in (
        "news/b.txt",
        "news/a.md",
        "news/more/c.txt",
        "news/.hidden.txt",
        "news/d.png",
        "e1.txt",
        "e2.txt",
    ):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(f"{name} is a text.\n")
    batch([tmp_path / "e?.txt", tmp_path / "news"], tmp_path / "out.jsonl")
    sources = [line["article"]["source"] for line in read_lines(tmp_path / "out.jsonl")]
    wanted = ("e1.txt", "e2.txt", "news/a.md", "news/b.txt", "news/more/c.txt")
    assert sources == [str(tmp_path / name) for name in wanted]


MESSAGE = (
    "From a@quay.example Tue Mar 10 09:00:00 2026\nFrom: A <a@quay.example>\nSubject: {0}\n\nNo {0}.\n\n"
)
FEED = '<rss version="2.0"><channel><title>T</title>{}</channel></rss>'
ENTRY = "<item><title>{0}</title><description>No {0}.</description></item>"


def test_each_message_of_a_mailbox_and_each_entry_of_a_feed_is_a_document(batch, tmp_path):
    (tmp_path / "a.mbox").write_text(MESSAGE.format("1") + MESSAGE.format("2"))
    (tmp_path / "b.rss").write_text(FEED.format(ENTRY.format("3") + ENTRY.format("4")))
    (tmp_path / "c.rss").write_text(FEED.format(""))
    summary = batch([tmp_path], tmp_path / "out.jsonl")
    lines = read_lines(tmp_path / "out.jsonl")
    assert [line["article"]["title"] for line in lines] == ["1", "2", "3", "4"]
    assert lines[1]["article"]["source"].endswith("a.mbox#2")
    assert (summary.documents, summary.failed) == (4, 1)


def test_the_output_is_not_taken_for_input_when_it_lies_in_the_folder(batch, records, tmp_path):
    records(["one", "fail"])
    for _ in range(2):
        batch([tmp_path], tmp_path / "out.jsonl")
        assert ids(tmp_path / "out.jsonl") == ["a0"]


def test_a_folder_of_yaml_has_one_file_a_document(batch, records, tmp_path):
    (tmp_path / "a0.txt").write_text("quay news\n")
    batch([records(["one", "two"]), tmp_path / "a0.txt"], tmp_path / "out", format="yaml")
    names = {path.name: yaml.safe_load(path.read_text()) for path in (tmp_path / "out").iterdir()}
    assert sorted(names) == ["a0-2.yaml", "a0.yaml", "a1.yaml"]
    assert names["a0-2.yaml"]["entities"][0]["name"] == "quay"


def test_an_id_cannot_leave_the_folder(batch, tmp_path):
    (tmp_path / "in.jsonl").write_text('{"id": "../../escaped", "text": "one"}\n')
    batch([tmp_path / "in.jsonl"], tmp_path / "out", format="yaml")
    assert [path.name for path in (tmp_path / "out").iterdir()] == ["escaped.yaml"]


def test_one_publication_day_for_all(batch, records, tmp_path):
    from datetime import date

    batch([records(["one"])], tmp_path / "out.jsonl", options=Options(published=date(2026, 3, 14)))
    article = read_lines(tmp_path / "out.jsonl")[0]["article"]
    assert (article["published"], article["published_from"]) == ("2026-03-14", "option")


def test_a_source_that_is_not_there_is_said_before_anything_is_written(batch, tmp_path):
    with pytest.raises(BatchError, match=r"nowhere\.txt"):
        batch([tmp_path / "nowhere.txt"], tmp_path / "out.jsonl")
    assert not list(tmp_path.iterdir())


def test_a_folder_is_no_place_for_json_lines(batch, records, tmp_path):
    with pytest.raises(BatchError, match="is a folder"):
        batch([records(["one"])], tmp_path)


def test_a_model_that_cannot_be_loaded_ends_the_batch_with_its_reason(batch, records, tmp_path):
    with pytest.raises(BatchError, match="the model is broken"):
        batch([records(["one"])], tmp_path / "out.jsonl", model="broken")
    assert not (tmp_path / "out.jsonl").exists()


def test_half_a_surrogate_pair_comes_out_as_it_went_in(batch, tmp_path):
    (tmp_path / "in.jsonl").write_text('{"id": "\\ud800", "text": "one"}\n')
    batch([tmp_path / "in.jsonl"], tmp_path / "out.jsonl")
    assert ids(tmp_path / "out.jsonl") == ["\ud800"]
