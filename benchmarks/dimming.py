"""How many lines of running text are taken for boilerplate and dimmed, where there are annotated texts.

The annotated sets are stripped of everything but the article, so that whatever is dimmed there is wrong.
"""

import json
from collections.abc import Iterator

from benchmarks.quality import BENCH
from benchmarks.rows import Row
from reader.article import Article
from reader.article.model import SET_ASIDE
from reader.article.opener import from_bytes


def rows() -> Iterator[Row]:
    """One row; none where the sets are not there."""
    body = dimmed = 0
    for path in sorted((BENCH / "data").glob("*.jsonl")):
        for line in path.read_text("utf-8").splitlines():
            article = from_bytes(json.loads(line)["text"].encode(), source="")
            lines = list(_lines(article))
            body += len(lines)
            dimmed += sum(lines)
    if body:
        yield Row("body lines wrongly dimmed", f"{dimmed} of {body:,} ({dimmed / body:.2%})")


def _lines(article: Article) -> Iterator[bool]:
    """For each line that is not blank, whether it is dimmed."""
    for block in article.blocks:
        for line in article.text[block.start : block.end].splitlines():
            if line.strip():
                yield block.kind in SET_ASIDE
