"""A batch on a Dask cluster, with a stand-in for the pipeline."""

import os
import pickle
import subprocess
import sys
from hashlib import sha256

import pytest

from reader.batch import BatchError
from reader.shelf.records import Note, Record
from tests.batch.conftest import ROOT, read_lines

distributed = pytest.importorskip("distributed")


@pytest.fixture
def cluster(monkeypatch):
    """Two worker processes with a nanny each, which replaces one that is lost."""
    monkeypatch.setenv("PYTHONPATH", str(ROOT))
    with distributed.LocalCluster(
        n_workers=2, threads_per_worker=1, processes=True, host="127.0.0.1", dashboard_address=None
    ) as cluster:
        yield cluster


def test_a_worker_killed_in_mid_run_costs_nothing_and_counts_nothing_twice(batch, records, cluster, tmp_path):
    texts = [f"word{n} of a text" for n in range(200)]
    texts[90] = f"die-once {tmp_path / 'killed'}"
    texts[150] = "fail here"
    summary = batch([records(texts)], tmp_path / "out.jsonl", scheduler=cluster.scheduler_address)
    assert (tmp_path / "killed").exists()
    wanted = [f"a{n}" for n in range(200) if n != 150]
    assert [line["id"] for line in read_lines(tmp_path / "out.jsonl")] == wanted
    assert [line["id"] for line in read_lines(tmp_path / "out.failed.jsonl")] == ["a150"]
    assert (summary.documents, summary.failed) == (199, 1)


def test_a_document_that_kills_every_worker_is_put_aside_alone(batch, records, cluster, tmp_path):
    cluster.scheduler.allowed_failures = 0
    source = records(["one", "die here", "three"])
    batch([source], tmp_path / "out.jsonl", scheduler=cluster.scheduler_address)
    assert [line["id"] for line in read_lines(tmp_path / "out.jsonl")] == ["a0", "a2"]
    (aside,) = read_lines(tmp_path / "out.failed.jsonl")
    assert (aside["line"], "died" in aside["reason"]) == (2, True)


def test_a_cluster_writes_the_bytes_that_this_machine_writes(batch, records, cluster, tmp_path):
    source = records([f"word{n} of a text" for n in range(50)])
    batch([source], tmp_path / "cluster.jsonl", scheduler=cluster.scheduler_address)
    batch([source], tmp_path / "local.jsonl")
    assert (tmp_path / "cluster.jsonl").read_bytes() == (tmp_path / "local.jsonl").read_bytes()


def test_what_is_kept_of_an_article_is_sent_with_it_and_to_nobody_else(
    batch, records, cluster, tmp_path, monkeypatch
):
    submit, sent = distributed.Client.submit, []

    def weighed(client, function, *args, **options):
        sent.append(pickle.dumps(args))
        return submit(client, function, *args, **options)

    monkeypatch.setattr(distributed.Client, "submit", weighed)
    texts = [f"word{n} of a text" for n in range(100)]
    notes = tuple(Note(0, 5, f"Line {n} about the word of this text.", "") for n in range(1000))
    kept = {sha256(text.encode()).hexdigest(): Record(notes=notes) for text in (texts[0], "another article")}
    batch([records(texts)], tmp_path / "out.jsonl", scheduler=cluster.scheduler_address, kept=kept)
    (asked_for,) = [task for task in sent if b"Line 7 about" in task]
    assert len(asked_for) > 30_000
    assert not [task for task in sent for text in kept if text.encode() in task]
    assert len(sent) > 5
    assert len(read_lines(tmp_path / "out.jsonl")[0]["notes"]) == 1000
    assert [line["id"] for line in read_lines(tmp_path / "out.jsonl")] == [f"a{n}" for n in range(100)]


def test_a_document_that_takes_too_long_is_put_aside(batch, records, cluster, tmp_path):
    cluster.scheduler.allowed_failures = 0
    source = records(["one", "hang here", "three"])
    batch([source], tmp_path / "out.jsonl", scheduler=cluster.scheduler_address, time_limit=2)
    assert [line["id"] for line in read_lines(tmp_path / "out.jsonl")] == ["a0", "a2"]
    (aside,) = read_lines(tmp_path / "out.failed.jsonl")
    assert (aside["line"], "longer than 2 s" in aside["reason"]) == (2, True)


def test_a_worker_with_another_version_is_named(batch, records, cluster, tmp_path, monkeypatch):
    monkeypatch.setattr("reader.batch.run.__version__", "9.9")
    with pytest.raises(BatchError, match=r"this is 9\.9"):
        batch([records(["one"])], tmp_path / "out.jsonl", scheduler=cluster.scheduler_address)


@pytest.fixture
def scheduler():
    """A scheduler and a worker, started as a person would; the scheduler's address and process."""
    command = [sys.executable, "-m", "dask"]
    scheduler = subprocess.Popen(
        [*command, "scheduler", "--host", "127.0.0.1", "--port", "0", "--no-dashboard"],
        stderr=subprocess.PIPE,
        text=True,
    )
    assert scheduler.stderr is not None
    line = next(line for line in scheduler.stderr if "Scheduler at" in line)
    address = line.split()[-1]
    worker = subprocess.Popen(
        [*command, "worker", address, "--nthreads", "1", "--no-dashboard", "--no-nanny"],
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        stderr=subprocess.DEVNULL,
    )
    yield address, scheduler
    for process in (worker, scheduler):
        process.kill()
        process.wait()


def test_a_scheduler_that_dies_ends_the_batch_which_can_go_on(batch, records, scheduler, tmp_path):
    address, process = scheduler
    texts = [f"word{n} of a text" for n in range(400)]
    texts[300] = f"end {process.pid}"
    source = records(texts)
    with pytest.raises(BatchError, match="the same command goes on"):
        batch([source], tmp_path / "out.jsonl", scheduler=address)
    assert tmp_path.joinpath("out.jsonl.journal").exists()
    process.wait()
    texts[300] = "fail"
    with pytest.raises(BatchError, match="no Dask scheduler"):
        batch([source], tmp_path / "out.jsonl", scheduler=address)


def test_no_scheduler_at_that_address(batch, records, tmp_path, monkeypatch):
    monkeypatch.setattr("reader.batch.cluster._CONNECT_SECONDS", 0.2)
    with pytest.raises(BatchError, match="no Dask scheduler"):
        batch([records(["one"])], tmp_path / "out.jsonl", scheduler="tcp://127.0.0.1:1")
