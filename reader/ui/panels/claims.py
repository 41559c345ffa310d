"""Claims: a table of numbers, what they are of, and who says so."""

from functools import partial
from typing import ClassVar

from rich.cells import cell_len
from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType

from reader.analysis.amounts import amount, counted, size
from reader.analysis.model import Claim
from reader.article.sanitise import visible
from reader.ui.messages import ItemChosen
from reader.ui.panels.columns import GAP, NAMES, Columns, Header, Order, longest, row
from reader.ui.panels.lines import Line, Piece, Row, name
from reader.ui.panels.panel import Panel
from reader.ui.panels.rows import Rows
from reader.ui.panels.styles import classes
from reader.ui.panels.view import View

ARTICLE = "the article"  # who says what nobody else does


class ClaimRows(Rows):
    """Rows with the colour of claims."""

    COMPONENT_CLASSES = classes("claim")


class ClaimsPanel(Panel):
    """Which numbers are claimed, and by whom."""

    title = "Claims"
    nothing = "no numbers are claimed"
    make_rows = ClaimRows
    keys = (("list.choose", "to the text"), ("list.open", "who says"), ("list.sort", "sort"))
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("v", "sort(1)", "Sort by the next column", id="list.sort"),
        Binding("V", "reverse", "Turn the order round", show=False, id="list.sort-reverse"),
    ]

    def __init__(self, *, id: str) -> None:
        super().__init__(id=id)
        self.order = Order()
        self.header = Header()

    def compose(self) -> ComposeResult:
        """The names of the columns stand above the rows."""
        yield self.heading
        yield self.header
        yield self.rows

    @property
    def lines(self) -> int:
        """One more, for the names of the columns."""
        return super().lines + 1

    def build(self) -> list[Row]:
        """One row for each claim, in the order the person chose."""
        lines = table(self.view, self.order)
        columns = longest([cells for _, cells in lines])
        self.header.show(self.order, columns)
        return [claim_row(claim, cells, columns) for claim, cells in lines]

    def count(self) -> int:
        """How many claims are shown."""
        return len(self.view.claims)

    def hint(self) -> str:
        """How the table is sorted, when it is not in the order of the text."""
        if self.order == Order():
            return super().hint()
        column = "text" if self.order.column is None else NAMES[self.order.column]
        return f"by {column} {self.order.arrow}"

    def speaker(self) -> str | None:
        """Who says what the row under the cursor claims."""
        claim = self._under()
        return claim.by.speaker if claim and claim.by else None

    @on(Rows.Turned)
    def _who(self, event: Rows.Turned) -> None:
        """Into a claim: to the quote in which it is made, or else to the first of who makes it."""
        event.prevent_default()
        event.stop()
        if not event.wide:
            return
        claim = self._under()
        quotes = self.view.quotes.get(self.speaker() or "", [])
        said = (claim.by.quote if claim and claim.by else None) or (quotes[0].id if quotes else None)
        if said is not None:
            self.post_message(ItemChosen("quote", said))
        elif claim is not None:
            self.notify(
                "The article says so itself" if claim.by is None else "No quote of theirs", markup=False
            )

    def _under(self) -> Claim | None:
        row = self.rows.row
        id = row.item[1] if row and row.item else None
        return next((claim for claim in self.view.claims if claim.id == id), None)

    def action_sort(self, step: int) -> None:
        """Sort by the next column, or the one before; after the last comes the order of the text."""
        self._sort(self.order.step(step))

    def action_reverse(self) -> None:
        """Turn the order round."""
        self._sort(self.order.reversed())

    @on(Header.Clicked)
    def _clicked(self, event: Header.Clicked) -> None:
        event.stop()
        self._sort(self.order.by(event.column))

    def _sort(self, order: Order) -> None:
        self.order = order
        self.rebuild()


def who(view: View, claim: Claim) -> str:
    """Whose claim it is, in words."""
    if claim.by is None:
        return ARTICLE
    speaker = view.speakers.get(claim.by.speaker or "")
    return name(speaker.name) if speaker else "unattributed"


def cells(view: View, claim: Claim) -> tuple[str, ...]:
    """The text of each column of a claim."""
    what = " · ".join(name(part) for part in (counted(claim), claim.of) if part)
    return visible(amount(claim)), what, who(view, claim)


def table(view: View, order: Order) -> list[tuple[Claim, tuple[str, ...]]]:
    """Every claim shown with its cells, sorted."""
    lines = [(claim, cells(view, claim)) for claim in view.claims]
    if order.column == 0:
        lines.sort(key=lambda made: size(made[0]), reverse=order.down)
    elif order.column is not None:
        place = order.column
        lines.sort(key=lambda made: (not made[1][place], made[1][place].casefold()), reverse=order.down)
    elif order.down:
        lines.reverse()
    return lines


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
