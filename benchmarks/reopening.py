"""What it takes to find a reading that was kept, beside making it."""

import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from benchmarks.child import measured
from benchmarks.rows import Row, below
from benchmarks.texts import articles
from reader.analysis.defaults import DEFAULT_MODEL
from reader.engine.cache import Cache

SIZE = 5000


def rows() -> Iterator[Row]:
    """The first look into the cache in a new process."""
    with tempfile.TemporaryDirectory() as folder:
        made = measured("benchmarks.reopening", "make", folder).value
        found = measured("benchmarks.reopening", "find", folder).value
    yield Row("analysis of 5 KB, model loaded", f"{made * 1000:,.0f} ms")
    yield below("the same reading from the cache, new process", found * 1000, 20, "ms")


def make(folder: str) -> float:
    from reader.analysis.pipeline import analyse, load

    (article,) = articles(1, SIZE)
    nlp = load()
    analyse(nlp, article)
    start = time.perf_counter()
    reading = analyse(nlp, article)
    took = time.perf_counter() - start
    Cache(Path(folder)).put(article, DEFAULT_MODEL, reading)
    return took


def find(folder: str) -> float:
    (article,) = articles(1, SIZE)
    start = time.perf_counter()
    if Cache(Path(folder)).get(article, DEFAULT_MODEL) is None:
        raise LookupError("the reading that was put into the cache is not there")
    return time.perf_counter() - start
