"""A line of a panel set whole, over as many lines as it takes."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from rich.cells import cell_len

from reader.ui.article_view.wrapping import wrap
from reader.ui.panels.lines import Line, Piece, cells


def wrapped(line: Line, width: int, most: int) -> list[Line]:
    """``line`` over at most ``most`` lines of ``width`` cells, those after the first behind its ``hang``."""
    right = cells(line.right)
    first = max(1, width - right - bool(right))
    text = "".join(piece.text for piece in line.left).rstrip()
    if cell_len(text) <= first or most < 2:
        return [line]
    starts = wrap(text, first)
    at = starts[1] if len(starts) > 1 else len(text)
    rest = [at + start for start in wrap(text[at:], max(1, width - cells(line.hang)))][: most - 1]
    edges = [0, *rest, len(text)]
    ends = (start + len(text[start:end].rstrip()) for start, end in pairwise(edges))
    lines = [Line(tuple(_between(line.left, start, end))) for start, end in zip(edges, ends, strict=False)]
    return [lines[0]._replace(right=line.right), *(Line((*line.hang, *later.left)) for later in lines[1:])]


def _between(pieces: Sequence[Piece], start: int, end: int) -> Iterator[Piece]:
    """The stretch ``start:end`` of the text that the pieces make together."""
    at = 0
    for piece in pieces:
        text = piece.text[max(0, start - at) : max(0, end - at)]
        if text:
            yield piece._replace(text=text)
        at += len(piece.text)
