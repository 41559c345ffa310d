"""Texts of one thing again and again, twice as long: how much longer they take, the model included."""

import time
from collections.abc import Iterator

from benchmarks.rows import Row, below
from reader.analysis.pipeline import analyse, load
from reader.article import Article
from tests.growing import GROWING

WORDS = 4000
SIGNS = 100_000


def rows() -> Iterator[Row]:
    """Processor time of the whole analysis at one length and at twice that, and of the longest runs of signs."""
    nlp = load()

    def seconds(text: str) -> float:
        before = time.process_time()
        analyse(nlp, Article(text))
        return time.process_time() - before

    for kind, make in GROWING.items():
        seconds(make(100))
        once, twice = seconds(make(WORDS)), seconds(make(2 * WORDS))
        yield Row(
            f"growth, {kind}",
            f"{twice:.2f} s",
            "half as long",
            f"{once:.2f} s",
            twice / once,
            "≤ 3",
            twice <= 3 * once + 0.1,
        )
    for kind, sign in (("U+FFFD", "\ufffd"), ("quotation marks", '"')):
        yield below(f"{SIGNS:,} {kind}", seconds(f"The weir held.\n\n{sign * SIGNS}\n\nIt is old."), 5, "s")
