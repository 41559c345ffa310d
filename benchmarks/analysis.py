"""The analysis beside the bare spaCy pipeline of the same model on the same texts."""

import time
from collections.abc import Callable, Iterator

from benchmarks.child import Measured, measured
from benchmarks.rows import Row, at_most, below
from benchmarks.texts import articles, text_of
from reader.analysis.defaults import DEFAULT_MODEL
from reader.article.jsonl import from_record

ARTICLES, LONG = 100, 120_000
ROUNDS = 2


def rows() -> Iterator[Row]:
    """Time and memory, for many articles and for a long one."""
    for what, kind in ((f"{ARTICLES} articles of 3 KB", "many"), (f"one text of {LONG // 1000} KB", "long")):
        runs = [(_run(f"reader_{kind}"), _run(f"bare_{kind}")) for _ in range(ROUNDS)]
        ours, bare = (min(side, key=lambda run: run.value) for side in zip(*runs, strict=True))
        yield at_most(
            f"analysis, {what}: processor time", ours.value, bare.value, 1.25, unit="s", against="bare spaCy"
        )
        yield at_most(
            f"analysis, {what}: memory", ours.peak_mib, bare.peak_mib, 1.25, unit="MiB", against="bare spaCy"
        )


def ten_megabytes() -> Iterator[Row]:
    """Memory for 10 MB, which takes minutes; bare spaCy refuses so long a text."""
    run = measured("benchmarks.analysis", "reader_long", 10_000_000)
    yield below("analysis, 10 MB: memory", run.peak_mib, 2048, "MiB")
    yield Row("analysis, 10 MB: processor time", f"{run.value:,.0f} s")


def _run(function: str) -> Measured:
    return measured("benchmarks.analysis", function)


def reader_many() -> float:
    from reader.analysis.pipeline import analyse, analyse_many, load

    nlp, news = load(), articles(ARTICLES)
    analyse(nlp, news[0])
    return _seconds(lambda: list(analyse_many(nlp, news)))


def bare_many() -> float:
    import spacy

    nlp, news = spacy.load(DEFAULT_MODEL), [article.text for article in articles(ARTICLES)]
    nlp(news[0])
    return _seconds(lambda: [None for _ in nlp.pipe(news, batch_size=16)])


def reader_long(size: int = LONG) -> float:
    from reader.analysis.pipeline import analyse, load

    nlp, article = load(), from_record({"text": text_of(size)})
    return _seconds(lambda: analyse(nlp, article))


def bare_long(size: int = LONG) -> float:
    import spacy

    nlp, text = spacy.load(DEFAULT_MODEL), text_of(size)
    return _seconds(lambda: nlp(text))


def _seconds(work: Callable[[], object]) -> float:
    """Of the processor, so that what else the machine does is left out; one thread does all the work."""
    start = time.process_time()
    work()
    return time.process_time() - start
