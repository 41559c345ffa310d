"""A batch beside plain ``nlp.pipe`` with the same model, documents and number of processes."""

import json
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from benchmarks.child import measured
from benchmarks.rows import Row, at_least
from benchmarks.texts import records
from reader.analysis.defaults import DEFAULT_MODEL

DOCUMENTS, SIZE, PROCESSES = 240, 2000, 2
BATCH = 16  # the default of 256 would leave one of the processes idle
ROUNDS = 2


def rows() -> Iterator[Row]:
    """Documents a second, from a cold start to the last line written."""
    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder) / "in.jsonl"
        source.write_text("".join(json.dumps(record) + "\n" for record in records(DOCUMENTS, SIZE)), "utf-8")
        runs = [(_rate("reader_batch", source), _rate("bare_pipe", source)) for _ in range(ROUNDS)]
        ours, bare = map(max, zip(*runs, strict=True))
    what = f"batch of {DOCUMENTS} documents, {PROCESSES} processes"
    yield at_least(what, ours, bare, 0.8, unit="documents/s", against="nlp.pipe(n_process)")


def _rate(function: str, source: Path) -> float:
    rate: float = measured("benchmarks.batch", function, str(source)).value
    return rate


def reader_batch(source: str) -> float:
    from reader.batch import run_batch

    start = time.perf_counter()
    done = run_batch([source], Path(source).with_suffix(".out"), workers=PROCESSES, resume=False).documents
    return done / (time.perf_counter() - start)


def bare_pipe(source: str) -> float:
    import spacy

    start = time.perf_counter()
    nlp = spacy.load(DEFAULT_MODEL)
    texts = (json.loads(line)["text"] for line in Path(source).read_text("utf-8").splitlines())
    done = sum(1 for _ in nlp.pipe(texts, n_process=PROCESSES, batch_size=BATCH))
    return done / (time.perf_counter() - start)
