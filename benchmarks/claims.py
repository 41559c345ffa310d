"""Claims against the project's own sentences: whose claim it is, changes from and to, counts left out."""

from collections.abc import Iterator

from benchmarks.rows import Row
from reader.analysis.pipeline import analyse, load
from reader.article import Article
from tests.analysis.claims.scoring import gold, score


def rows() -> Iterator[Row]:
    """F1 of finding the claims, and of finding them with each field right, in percent."""
    nlp = load()
    for field, share in score((row, analyse(nlp, Article(row["text"]))) for row in gold()).items():
        yield Row(f"own sentences, claims: {field}", f"{share:.1f} %")
