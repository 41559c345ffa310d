"""Claims: a table of numbers, what they are of, and who says so."""

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType

from reader.analysis.model import Claim
from reader.ui.messages import ItemChosen
from reader.ui.panels.claimtable import claim_row, dropped, table
from reader.ui.panels.columns import NAMES, Header, Order, longest
from reader.ui.panels.lines import Row
from reader.ui.panels.panel import Panel
from reader.ui.panels.rows import Rows
from reader.ui.panels.styles import classes


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
        return super().lines + bool(self.header.display)

    def say(self, text: str, again: str = "") -> None:
        """Where there is no table, its columns have no names."""
        super().say(text, again)
        self.header.display = not again

    def build(self) -> list[Row]:
        """One row for each claim, in the order the person chose."""
        lines = table(self.view, self.order)
        columns = longest([cells for _, cells in lines])
        self.header.show(self.order, columns)
        self.header.display = True
        rows = [claim_row(claim, cells, columns) for claim, cells in lines]
        return [*rows, *dropped(self.view.dropped)]

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
        return self.view.claim_of.get(row.item[1]) if row and row.item else None

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
