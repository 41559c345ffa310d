"""How many lines of real news are dimmed as boilerplate or captions, on texts that hold next to none.

``python -m benchmarks.boilerplate`` prints the rows and every line that was dimmed.
"""

import json
import re
from collections.abc import Iterator

from benchmarks.quality import BENCH
from benchmarks.rows import Row, below
from reader.article import Article
from reader.article.jsonl import from_record
from reader.article.model import SET_ASIDE

WRITTEN_HERE = "hard"  # records of sentences, not of articles
_QUOTATION = re.compile(r"[\"“”„«»]")


def rows() -> Iterator[Row]:
    """The share of lines that were dimmed, and whether one of them held a quotation."""
    news = list(_articles())
    if not news:
        yield Row("boilerplate: lines dimmed", "not measured: the texts are not here")
        return
    lines = sum(len(article.blocks) for article in news)
    dimmed = [line for article in news for line in _dimmed(article)]
    what = f"boilerplate: body lines dimmed, {len(dimmed)} of {lines:,} in {len(news)} texts"
    yield below(what, 100 * len(dimmed) / lines, 0.5, "%")
    quoted = sum(bool(_QUOTATION.search(line)) for line in dimmed)
    yield below("boilerplate: dimmed lines with a quotation", quoted, 0, "lines")


def _articles() -> Iterator[Article]:
    """Every text once; the sets share some."""
    seen = set()
    for path in sorted((BENCH / "data").glob("*.jsonl")):
        if WRITTEN_HERE in path.stem:
            continue
        for line in path.read_text("utf-8").splitlines():
            record = json.loads(line)
            if record["text"] not in seen:
                seen.add(record["text"])
                yield from_record(record)


def _dimmed(article: Article) -> Iterator[str]:
    for block in article.blocks:
        if block.kind in SET_ASIDE:
            yield article.text[block.start : block.end]


def main() -> None:
    for row in rows():
        print(row.what, row.ours, row.wanted, sep="  ")
    for article in _articles():
        for line in _dimmed(article):
            print(f"  {' '.join(line.split())[:100]}")


if __name__ == "__main__":
    main()
