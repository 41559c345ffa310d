"""However much there is to read, and whatever it is: no more than one article's worth is held, and nothing is waited for."""

import gzip
import io
import os
import signal
import subprocess
import sys
import zlib
from pathlib import Path

import pytest

from reader.article.unpacking import MAX_BYTES
from reader.batch.lines import NoEndError, lines
from reader.batch.pool import Pool
from reader.batch.sources import Sources
from tests.batch.conftest import ROOT, read_lines

MIB = 2**20


def packed(path: Path, begin: bytes, mib: int, end: bytes = b"") -> Path:
    """A gzip file of ``begin``, so many MiB of the letter a, and ``end``."""
    packer = zlib.compressobj(wbits=31)
    with path.open("wb") as file:
        for part in (begin, *[b"a" * MIB] * mib, end):
            file.write(packer.compress(part))
        file.write(packer.flush())
    return path


def items(*sources: Path | str, **given):
    return list(Sources([str(source) for source in sources], **given))


def test_a_line_that_is_too_long_is_put_aside_and_the_next_is_read(tmp_path):
    source = packed(tmp_path / "in.jsonl.gz", b'{"text": "one"}\n{"text": "', 80, b'"}\n{"text": "three"}\n')
    one, two, three = items(source)
    assert (two.line, two.problem, two.data) == (2, "the line is longer than 64 MiB", None)
    assert (one.data, three.line, three.data) == (b'{"text": "one"}', 3, b'{"text": "three"}')


def test_a_line_without_an_end_is_given_up():
    with pytest.raises(NoEndError):
        list(lines(io.BytesIO(b"a" * 5000), longest=10, furthest=4000))
    assert list(lines(io.BytesIO(b"a" * 5000 + b"\nb"), longest=10, furthest=5000)) == [None, b"b"]


@pytest.mark.parametrize("length", [9, 10, 11])
def test_a_line_of_the_longest_length_is_one(length):
    line = b"a" * (length - 1) + b"\n"
    assert list(lines(io.BytesIO(line), longest=10)) == [line if length <= 10 else None]


@pytest.mark.parametrize(
    "begin", [b"Ferry late. ", b'{"text": "', b" \n" * 9000 + b"Ferry ", b"\n" * (MAX_BYTES + 9)]
)
def test_standard_input_that_unpacks_to_too_much_is_put_aside(tmp_path, begin):
    source = packed(tmp_path / "in.gz", begin, 80)
    with source.open("rb") as stream:
        (item,) = items("-", stdin=stream)
    assert item.data is None
    assert "64 MiB" in (item.problem or "")


def test_the_line_of_a_record_on_standard_input_counts_the_blank_ones_before_it():
    stream = io.BytesIO(b"\xef\xbb\xbf\n" + b"\n" * 20_000 + b'  {"text": "one"}\n{"text": "two"}\n')
    assert [item.line for item in items("-", stdin=stream)] == [20_002, 20_003]


def test_standard_input_that_is_damaged_is_put_aside():
    (item,) = items("-", stdin=io.BytesIO(gzip.compress(os.urandom(9000))[:-100]))
    assert "unpacked" in (item.problem or "")


def test_a_file_that_is_too_large_is_put_aside(tmp_path):
    with (tmp_path / "large.txt").open("wb") as file:
        file.truncate(MAX_BYTES + 1)
    for source in (tmp_path, tmp_path / "large.txt"):
        (item,) = items(source)
        assert item.data is None
        assert "larger than 64 MiB" in (item.problem or "")


@pytest.mark.parametrize("name", ["a.txt", "a.jsonl", "a.jsonl.gz", "a.html"])
@pytest.mark.parametrize("kind", ["a pipe", "a device"])
def test_what_is_no_file_is_put_aside_and_not_waited_for(tmp_path, name, kind):
    folder = tmp_path / "news"
    folder.mkdir()
    if kind == "a pipe":
        os.mkfifo(folder / name)
    else:
        (folder / name).symlink_to("/dev/zero")
    (folder / "b.txt").write_text("One.\n")
    for follow in (False, True):
        aside, read = items(folder, follow_links=follow)
        assert aside.problem
        assert read.data == b"One.\n"
    (aside,) = items(folder / name) if "jsonl" in name or kind == "a device" else (aside,)
    assert aside.problem


def test_a_link_that_leads_out_of_a_folder_is_read_when_that_is_asked_for(tmp_path):
    news, home = tmp_path / "news", tmp_path / "home"
    for folder in (news, home, news / "below"):
        folder.mkdir()
    (home / "diary.txt").write_text("Dear diary.\n")
    (news / "a.txt").symlink_to(home / "diary.txt")
    (news / "b.txt").write_text("One.\n")
    (news / "below" / "c.txt").symlink_to("../b.txt")
    (news / "home").symlink_to(home)
    (news / "round").symlink_to(news)
    (tmp_path / "link").symlink_to(news)
    for source in (news, tmp_path / "link"):
        aside, *read = items(source)
        assert "a link that leads out of" in (aside.problem or "")
        assert "--follow-links" in (aside.problem or "")
        assert [item.data for item in read] == [b"One.\n"] * 2
        assert [item.data for item in items(source, follow_links=True)] == [
            b"Dear diary.\n", b"One.\n", b"One.\n", b"Dear diary.\n",
        ]  # fmt: skip
    assert [item.data for item in items(news / "a.txt")] == [b"Dear diary.\n"]


MEASURED = """
import json, re, sys
from reader.batch import run_batch
sources, output, options = json.loads(sys.argv[1])
run_batch(sources, output, stdin=sys.stdin.buffer, **options)
print(re.search(r"VmHWM:\\s+(\\d+) kB", open("/proc/self/status").read())[1])
"""


@pytest.mark.skipif(
    not Path("/proc/self/status").exists(), reason="the system does not say how much was held"
)
@pytest.mark.parametrize("by", ["name", "standard input"])
def test_three_megabytes_that_unpack_to_three_thousand_take_little_memory(tmp_path, by):
    import json

    source = packed(tmp_path / "in.jsonl.gz", b'{"text": "one"}\n{"text": "', 900, b'"}\n')
    options = {"analyser": "tests.batch.stand_in:Obedient", "workers": 1}
    asked = json.dumps([[str(source) if by == "name" else "-"], str(tmp_path / "out.jsonl"), options])
    with source.open("rb") as stdin:
        done = subprocess.run(
            [sys.executable, "-c", MEASURED, asked], stdin=stdin, capture_output=True, cwd=ROOT, check=True
        )
    assert int(done.stdout) / 1024 < 400
    assert len(read_lines(tmp_path / "out.jsonl")) == 1


def test_only_so_much_is_open_at_once(batch, tmp_path, monkeypatch):
    """A few large documents wait for one another, however many workers there are."""
    monkeypatch.setattr("reader.batch.pool._AHEAD_BYTES", 1)
    held: list[int] = []
    settle = Pool._settle
    monkeypatch.setattr(
        Pool, "_settle", lambda pool, *done: (held.append(len(pool._open)), settle(pool, *done))
    )
    for n in range(4):
        (tmp_path / f"{n}.txt").write_text("quay " * 12_000)
    batch([tmp_path], tmp_path / "out.jsonl", workers=2)
    assert held == [1] * 4


def test_a_document_that_takes_too_long_is_put_aside_alone(batch, records, tmp_path):
    source = records(["one", "hang here", "three"])
    summary = batch([source], tmp_path / "out.jsonl", time_limit=1)
    assert [line["id"] for line in read_lines(tmp_path / "out.jsonl")] == ["a0", "a2"]
    (aside,) = read_lines(tmp_path / "out.failed.jsonl")
    assert (aside["line"], aside["reason"]) == (2, "it took longer than 1 s; --time-limit gives it more")
    assert (summary.documents, summary.failed) == (2, 1)


def test_a_worker_ends_with_the_process_that_started_it(tmp_path, records):
    """Even by a signal that nobody hears, and in the middle of a document."""
    source = records([f"stay {tmp_path / 'here'}"])
    program = f"from reader.batch import run_batch\nrun_batch([{str(source)!r}], {str(tmp_path / 'out.jsonl')!r}, workers=1, analyser='tests.batch.stand_in:Obedient')"
    batch = subprocess.Popen([sys.executable, "-c", program], cwd=ROOT)
    while not (tmp_path / "here").exists() or not (worker := (tmp_path / "here").read_text()):
        assert batch.poll() is None
    batch.send_signal(signal.SIGKILL)
    batch.wait()
    descriptor = os.pidfd_open(int(worker)) if Path(f"/proc/{worker}").exists() else None
    if descriptor is not None:
        import select

        assert select.select([descriptor], [], [], 30)[0]
