"""The rows of the claims: the amount, what it is of and who says so, sorted and set in columns."""

from collections.abc import Iterator
from functools import partial
from typing import get_args

from rich.cells import cell_len

from reader.analysis.amounts import amount, counted, size
from reader.analysis.model import Claim, ClaimKind
from reader.article.sanitise import visible
from reader.ui.panels.columns import GAP, Columns, Order, row
from reader.ui.panels.lines import CORRECTED, Line, Piece, Row, name, still
from reader.ui.panels.view import View

KINDS: tuple[ClaimKind, ...] = get_args(ClaimKind)
ARTICLE = "the article"  # who says what nobody else does


def who(view: View, claim: Claim) -> str:
    """Whose claim it is, in words."""
    if claim.by is None:
        return ARTICLE
    speaker = view.speakers.get(claim.by.speaker or "")
    said = name(speaker.name) if speaker else "unattributed"
    return f"{said} {CORRECTED}" if ("quote", claim.by.quote) in view.corrected else said


def cells(view: View, claim: Claim) -> tuple[str, ...]:
    """The text of each column of a claim."""
    what = " · ".join(name(part) for part in (counted(claim), claim.of) if part)
    return visible(amount(claim)), what, who(view, claim)


def table(view: View, order: Order) -> list[tuple[Claim, tuple[str, ...]]]:
    """Every claim shown with its cells, sorted."""
    lines = [(claim, cells(view, claim)) for claim in view.claims]
    if order.column == 0:
        lines.sort(key=lambda made: size(made[0]), reverse=order.down)
        lines.sort(key=lambda made: _measured_in(made[0]))  # no number of metres is more than one of dollars
    elif order.column is not None:
        place = order.column
        lines.sort(key=lambda made: (not made[1][place], made[1][place].casefold()), reverse=order.down)
    elif order.down:
        lines.reverse()
    return lines


def _measured_in(claim: Claim) -> tuple[int, str]:
    """What the amounts have in common that can be compared: counts first, then each unit by itself."""
    return KINDS.index(claim.kind), "" if claim.kind == "count" else claim.unit or ""


def dropped(count: int) -> Iterator[Row]:
    """That claims are missing here because the person dropped them."""
    if count:
        yield still(Piece(f"  {CORRECTED} {count} dropped by hand", "dim", "italic"))


def claim_row(claim: Claim, cells: tuple[str, ...], columns: Columns) -> Row:
    """The row of a claim in the table."""
    return Row(
        partial(_line, cells, columns),
        item=("claim", claim.id),
        whole=partial(_whole, cells, columns),
    )


def _line(cells: tuple[str, ...], columns: Columns, width: int) -> Line:
    widths = columns.widths(width)
    if cells[-1] == ARTICLE and cell_len(ARTICLE) > widths[-1]:
        cells = (*cells[:-1], "—")
    number, what, who = row(cells, widths)
    return Line((Piece(number, "claim", "bold"), Piece(what), Piece(who, "dim")))


def _whole(cells: tuple[str, ...], columns: Columns, width: int) -> tuple[Line, ...]:
    """The one line where it holds everything, else what is claimed beside the number and who says so below."""
    widths = columns.widths(width)
    if all(cell_len(cell) <= room for cell, room in zip(cells, widths, strict=True)):
        return (_line(cells, columns, width),)
    _, what, who = cells
    hang = Piece(" " * (widths[0] + GAP))
    beside, *below = [Piece(what)] * bool(what) + [Piece(who, "dim")]
    first = Line((Piece(row(cells, widths)[0], "claim", "bold"), beside), hang=(hang,))
    return (first, *(Line((hang, piece), hang=(hang,)) for piece in below))
