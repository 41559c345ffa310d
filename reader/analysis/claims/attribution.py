"""Whose claim it is: the quote it stands in, else the source its own sentence names."""

from collections.abc import Sequence

from reader.analysis.model import Attribution, Quote


def by(quotes: Sequence[Quote], start: int, end: int) -> Attribution | None:
    """The innermost quotation or reported statement that holds the claim; None for the article's own voice."""
    holding = [
        q
        for q in quotes
        if q.kind != "scare"
        and q.start < end
        and start < q.end
        and q.start <= start + (end - start) // 2 < q.end
    ]
    if not holding:
        return None
    inner = min(holding, key=lambda q: q.end - q.start)
    return Attribution(inner.speaker, inner.id)
