"""One line of a panel: pieces of text, cut, padded or wrapped by cell width. Knows no widget."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from rich.cells import cell_len

from reader.article.sanitise import visible
from reader.ui.article_view.wrapping import wrap
from reader.ui.cells import ELLIPSIS, cut
from reader.ui.items import ItemKind

CORRECTED = "✓"  # what a person knew better
UNSURE = "?"  # what may well be wrong


class Piece(NamedTuple):
    """A run of text in one style.

    Args:
        text: shown literally.
        style: the name of one of the component classes of Rows ("dim", "speaker-3"); "" is plain.
        emphasis: what shows without colour too ("bold", "italic", "underline").
    """

    text: str
    style: str = ""
    emphasis: str = ""


class Line(NamedTuple):
    """``left`` is cut when there is no room; ``right`` stands whole at the right edge.

    Where the line is shown whole, ``hang`` stands before what goes on in the lines below.
    """

    left: tuple[Piece, ...]
    right: tuple[Piece, ...] = ()
    hang: tuple[Piece, ...] = ()


class Row(NamedTuple):
    """One row of a panel, drawn only when it is seen.

    Args:
        draw: makes the line for a width in cells.
        whole: makes the lines that show everything, where wrapping the one line would not do.
        item: what choosing the row chooses.
        node: what opening the row opens.
        parent: the node it stands beneath.
        still: the cursor passes over it.
        open: it is shown whole wherever one is, as no other row is then.
    """

    draw: Callable[[int], Line]
    item: tuple[ItemKind, str] | None = None
    node: str | None = None
    parent: str | None = None
    still: bool = False
    whole: Callable[[int], tuple[Line, ...]] | None = None
    open: bool = False


_WHOLE = 12  # lines one row may need


def words(text: str, width: int) -> str:
    """Source text as one harmless line; no more of it than its lines of ``width`` cells can show."""
    return visible(text[: _WHOLE * width + 16])


@lru_cache(maxsize=4096)
def name(text: str) -> str:
    """A name, a unit or a role as one harmless line; the same few come again and again."""
    return visible(text)


def still(*pieces: Piece) -> Row:
    """A row that only says something."""
    return Row(lambda width: Line(pieces), still=True)


def sentence(text: str) -> Row:
    """A row that says something in as many lines as it takes, in the place of all others."""
    lead = Piece("  ")
    return Row(lambda width: Line((lead, Piece(visible(text), "dim")), hang=(lead,)), still=True, open=True)


def fit(line: Line, width: int) -> tuple[Piece, ...]:
    """The pieces of a line, together exactly ``width`` cells wide."""
    right = _cut_all(line.right, width)
    room = width - cells(right) - bool(right)
    left = _cut_all(line.left, max(0, room))
    gap = width - cells(left) - cells(right)
    return (*left, Piece(" " * gap), *right)


def cells(pieces: Iterable[Piece]) -> int:
    """How wide pieces are together."""
    return sum(cell_len(piece.text) for piece in pieces)


def _cut_all(pieces: tuple[Piece, ...], width: int) -> tuple[Piece, ...]:
    if cells(pieces) <= width:
        return pieces
    kept: list[Piece] = []
    for place, piece in enumerate(pieces):
        more = any(later.text.strip() for later in pieces[place + 1 :])
        size = cell_len(piece.text)
        if size > width or (size == width and more):
            kept.append(Piece(cut(piece.text + ELLIPSIS * more, width), piece.style, piece.emphasis))
            break
        kept.append(piece)
        width -= size
    return tuple(kept)


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
