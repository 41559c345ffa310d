"""Documents that cannot be read are put aside, and the rest goes on."""

import gzip
import io

import pytest

from tests.batch.conftest import read_lines

FAILED = "out.failed.jsonl"


def test_a_document_that_raises_is_put_aside_with_its_reason(batch, records, tmp_path):
    source = records(["one", "fail here", "three"])
    summary = batch([source], tmp_path / "out.jsonl")
    assert [line["id"] for line in read_lines(tmp_path / "out.jsonl")] == ["a0", "a2"]
    (aside,) = read_lines(tmp_path / FAILED)
    assert (aside["id"], aside["line"], aside["source"]) == ("a1", 2, str(source))
    assert "told to fail" in aside["reason"]
    assert aside["input"] == '{"id": "a1", "text": "fail here"}'
    assert (summary.documents, summary.failed, summary.failures) == (2, 1, tmp_path / FAILED)


def test_a_document_that_ends_its_worker_is_put_aside_alone(batch, records, tmp_path):
    batch([records(["one", "die here", "three"])], tmp_path / "out.jsonl")
    assert [line["id"] for line in read_lines(tmp_path / "out.jsonl")] == ["a0", "a2"]
    (aside,) = read_lines(tmp_path / FAILED)
    assert aside["line"] == 2
    assert "SIGKILL" in aside["reason"]


def test_a_worker_that_is_lost_by_chance_costs_no_document(batch, records, tmp_path):
    summary = batch([records(["one", f"die-once {tmp_path / 'died'}", "three"])], tmp_path / "out.jsonl")
    assert (tmp_path / "died").exists()
    assert (summary.documents, summary.failed) == (3, 0)


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        (b'{"id": "x", "text": ', "not JSON"),
        (b'["x"]', "no JSON object"),
        (b'{"id": "x", "title": "no text"}', '"text"'),
        (b'{"id": "x", "text": "t", "published": "soon"}', "soon"),
        (b'{"id": "x", "text": "t", "published": 7}', "a day like"),
        (b'{"id": "x", "text": "\xff"}', "not UTF-8"),
        (b'{"id": "\\ud800", "text": "fail"}', "told to fail"),
        (b'{"text": "t", "views": ' + b"9" * 5000 + b"}", "a number too long"),
    ],
    ids=[
        "cut off",
        "a list",
        "no text",
        "no day",
        "a number for a day",
        "not UTF-8",
        "half a surrogate pair",
        "a number of 5,000 digits",
    ],
)
def test_a_line_that_is_no_record_is_named_by_its_number(batch, tmp_path, line, reason):
    (tmp_path / "in.jsonl").write_bytes(b'{"text": "one"}\n\n' + line + b'\n{"text": "four"}\n')
    summary = batch([tmp_path / "in.jsonl"], tmp_path / "out.jsonl")
    (aside,) = read_lines(tmp_path / FAILED)
    assert aside["line"] == 3
    assert reason in aside["reason"]
    assert summary.documents == 2


def test_an_empty_file_is_put_aside(batch, tmp_path):
    (tmp_path / "empty.txt").touch()
    assert batch([tmp_path / "empty.txt"], tmp_path / "out.jsonl").failed == 1
    assert "empty" in read_lines(tmp_path / FAILED)[0]["reason"]


def test_packed_records_that_are_cut_off_give_what_they_hold(batch, records, tmp_path):
    packed = tmp_path / "in.jsonl.gz"
    packed.write_bytes(gzip.compress(records(f"word{n * n}" for n in range(2000)).read_bytes())[:-2000])
    summary = batch([packed], tmp_path / "out.jsonl")
    (aside,) = [line for line in read_lines(tmp_path / FAILED) if line["input"] is None]
    assert summary.documents > 100
    assert "unpacked" in aside["reason"]


def test_the_failures_of_an_earlier_batch_stay_and_are_said_to_be_of_one(batch, records, tmp_path):
    batch([records(["fail"])], tmp_path / "out.jsonl")
    before = (tmp_path / FAILED).read_bytes()
    summary = batch([records(["one"])], tmp_path / "out.jsonl")
    assert (summary.failures, summary.earlier) == (None, tmp_path / FAILED)
    assert (tmp_path / FAILED).read_bytes() == before


def test_failures_take_the_place_of_earlier_ones(batch, records, tmp_path):
    batch([records(["fail"])], tmp_path / "out.jsonl")
    summary = batch([records(["one", "fail again"])], tmp_path / "out.jsonl")
    assert [line["id"] for line in read_lines(summary.failures)] == ["a1"]


def test_failures_are_said_where_the_output_is_no_file(batch, records, capsys):
    source = records(["fail"])
    batch([source], None, stdout=io.BytesIO())
    assert f"{source}, line 1: RuntimeError: told to fail" in capsys.readouterr().err
