"""Claims: a table of numbers, what they are of, and who says so, sorted and set in columns."""

from collections.abc import Iterator
from functools import partial
from itertools import permutations
from typing import ClassVar, NamedTuple, get_args

from rich.cells import cell_len
from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.content import Content
from textual.events import Click
from textual.message import Message
from textual.widget import Widget

from reader.analysis.amounts import amount, counted, size
from reader.analysis.model import Claim, ClaimKind
from reader.article.sanitise import visible
from reader.story.inside import disputes
from reader.ui.bindings import CLAIMS
from reader.ui.cells import pad, share_out
from reader.ui.messages import ItemChosen
from reader.ui.panels.lines import CORRECTED, Line, Piece, Row, name, still
from reader.ui.panels.panel import Panel
from reader.ui.panels.rows import Rows, classes
from reader.ui.panels.view import View, unsure_sign

NAMES = ("number", "what", "who says")
WEIGHT = len(NAMES)  # sorted by what weighs most, which has no column
GAP = 2
NUMBER_AT_MOST = 24
_ARROW = 2
_LEAST_WHO = 13  # cells of who says something, where what it is of needs room too


class Order(NamedTuple):
    """``column`` sorts the table, ``WEIGHT`` by what weighs most, None leaves the order of the text.

    ``down`` is largest or last first.
    """

    column: int | None = None
    down: bool = False

    def step(self, by: int) -> "Order":
        """Sorted by the next column, or the one before."""
        places = (None, *range(len(NAMES)), WEIGHT)
        return self._first(places[(places.index(self.column) + by) % len(places)])

    def by(self, column: int) -> "Order":
        """Sorted by a column; turned round when it was already."""
        return self.reversed() if column == self.column else self._first(column)

    def reversed(self) -> "Order":
        """The other way round."""
        return self._replace(down=not self.down)

    def _first(self, column: int | None) -> "Order":
        """Numbers begin with the largest, words with the first of the alphabet."""
        return Order(column, down=column == 0)

    @property
    def arrow(self) -> str:
        """Which way it runs."""
        return "▾" if self.down else "▴"


class Columns(NamedTuple):
    """Widths for a table whose longest cells are ``longest`` cells wide, in the order of NAMES."""

    longest: tuple[int, ...] = (0, 0, 0)

    def widths(self, width: int) -> tuple[int, ...]:
        """How wide each column is."""
        needs = [max(need, len(name) + _ARROW) for need, name in zip(self.longest, NAMES, strict=True)]
        number = min(needs[0], NUMBER_AT_MOST, 2 * width // 5)
        if not self.longest[2]:  # it is all said by the article
            return number, max(0, width - number - GAP), 0
        room = width - number - 2 * GAP
        what, who = share_out((needs[1], min(needs[2], max(2 * room // 5, _LEAST_WHO))), room)
        return number, max(what, room - who), who


def longest(table: list[tuple[str, ...]]) -> Columns:
    """The columns a table needs."""
    return (
        Columns(tuple(max(map(cell_len, column)) for column in zip(*table, strict=True)))
        if table
        else Columns()
    )


def row(cells: tuple[str, ...], widths: tuple[int, ...]) -> tuple[str, ...]:
    """The cells of one row, each cut or padded to its column."""
    number, what, who = (
        pad(cell, width, right=place == 0)
        for place, (cell, width) in enumerate(zip(cells, widths, strict=True))
    )
    gap = " " * GAP
    return number + gap, what + (gap if widths[2] else ""), who


class Header(Widget):
    """The names of the columns; clicking one sorts by it."""

    DEFAULT_CSS = """
    Header { height: 1; color: $text-muted; }
    """

    class Clicked(Message):
        """The person clicked the name of a column."""

        def __init__(self, column: int) -> None:
            super().__init__()
            self.column = column

    def __init__(self) -> None:
        super().__init__()
        self.order = Order()
        self.columns = Columns()

    def show(self, order: Order, columns: Columns) -> None:
        """Name the columns of another table."""
        self.order, self.columns = order, columns
        self.refresh()

    def render(self) -> Content:
        """One line, with an arrow at the column that sorts the table."""
        widths = self._widths()
        names = (
            name if cell_len(name) <= width else name.split()[0]
            for name, width in zip(NAMES, widths, strict=True)
        )
        named = tuple(
            f"{name} {self.order.arrow}" if place == self.order.column else name
            for place, name in enumerate(names)
        )
        return Content(" " + "".join(row(named, widths)))

    def _widths(self) -> tuple[int, ...]:
        return self.columns.widths(self.size.width - 3)  # what stands left and right of the rows

    def on_click(self, event: Click) -> None:
        """Sort by the column under the mouse."""
        edge = 1
        for place, width in enumerate(self._widths()):
            edge += width + GAP
            if event.x < edge:
                self.post_message(self.Clicked(place))
                return


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
    if order.column == WEIGHT:
        return _quiet(_by_weight(view, order.down))
    lines = _quiet([(claim, cells(view, claim)) for claim in view.claims])
    if order.column == 0:
        lines.sort(key=lambda made: size(made[0]), reverse=order.down)
        lines.sort(key=lambda made: _measured_in(made[0]))  # no number of metres is more than one of dollars
    elif order.column is not None:
        place = order.column
        lines.sort(key=lambda made: (not made[1][place], made[1][place].casefold()), reverse=order.down)
    elif order.down:
        lines.reverse()
    return lines


def _quiet(lines: list[tuple[Claim, tuple[str, ...]]]) -> list[tuple[Claim, tuple[str, ...]]]:
    """Without saying that the article says it, where a third of the rows or more would."""
    if 3 * sum(row[2].startswith(ARTICLE) for _, row in lines) < len(lines):
        return lines
    return [(claim, (*row[:2], row[2].removeprefix(ARTICLE).strip())) for claim, row in lines]


def _by_weight(view: View, with_idle: bool) -> list[tuple[Claim, tuple[str, ...]]]:
    """The figures, heaviest first, each once; behind one in dispute what another source says; the idle ones only where asked for."""
    against = {
        one.id: other
        for matter in disputes(view.article, view.reading)
        for one, other in permutations([claim for _, claim in matter.claims])
    }
    lines: list[tuple[Claim, tuple[str, ...]]] = []
    placed: set[str] = set()
    for figure in view.figures:
        if figure.claim.id in placed or (figure.idle and not with_idle):
            continue
        number, what, said = cells(view, figure.claim)
        lines.append(
            (figure.claim, (number, what, f"{said} ×{len(figure.also) + 1}" if figure.also else said))
        )
        placed.add(figure.claim.id)
        known = {claim.id for claim in (figure.claim, *figure.also)}
        other = next((against[each] for each in known if each in against), None)
        if other is not None and other.id not in placed and other.id in view.claim_of:
            number, what, said = cells(view, other)
            lines.append((other, (f"≠ {number}", what, said)))
            placed.add(other.id)
    return lines


def _measured_in(claim: Claim) -> tuple[int, str]:
    """What the amounts have in common that can be compared: counts first, then each unit by itself."""
    return KINDS.index(claim.kind), "" if claim.kind == "count" else claim.unit or ""


def idle(view: View, order: Order) -> Iterator[Row]:
    """That idle figures are folded away, and how to see them."""
    count = sum(figure.idle for figure in view.figures) if order == Order(WEIGHT) else 0
    if count:
        yield still(
            Piece(
                f"  {count} idle {'figure' if count == 1 else 'figures'}, turn round to show", "dim", "italic"
            )
        )


def dropped(count: int) -> Iterator[Row]:
    """That claims are missing here because the person dropped them."""
    if count:
        yield still(Piece(f"  {CORRECTED} {count} dropped by hand", "dim", "italic"))


def claim_row(claim: Claim, cells: tuple[str, ...], columns: Columns) -> Row:
    """The row of a claim in the table."""
    return Row(
        partial(_line, cells, columns, unsure_sign(claim.confidence)),
        item=("claim", claim.id),
        whole=partial(_whole, cells, columns, unsure_sign(claim.confidence)),
    )


def _line(cells: tuple[str, ...], columns: Columns, sign: tuple[Piece, ...], width: int) -> Line:
    widths = _beside(columns.widths(width), sign)
    number, what, who = row(cells, widths)
    return Line((Piece(number, "claim", "bold"), Piece(what), Piece(who, "dim")), sign)


def _beside(widths: tuple[int, ...], sign: tuple[Piece, ...]) -> tuple[int, ...]:
    """The widths where a sign stands at the end of the row: the last column there is makes room."""
    number, what, who = widths
    room = GAP if sign else 0
    return (number, what, max(0, who - room)) if who else (number, max(0, what - room), 0)


def _whole(cells: tuple[str, ...], columns: Columns, sign: tuple[Piece, ...], width: int) -> tuple[Line, ...]:
    """The one line where it holds everything, else what is claimed beside the number and who says so below."""
    widths = _beside(columns.widths(width), sign)
    if all(cell_len(cell) <= room for cell, room in zip(cells, widths, strict=True)):
        return (_line(cells, columns, sign, width),)
    amount, what, who = cells
    hang = Piece(" " * (widths[0] + GAP))
    below = [piece for piece in (Piece(what), Piece(who, "dim")) if piece.text]
    if cell_len(amount) > widths[0]:  # it has a line of its own
        number = Line((Piece(amount, "claim", "bold"),), sign)
        return (number, *(Line((hang, piece), hang=(hang,)) for piece in below))
    first = Line((Piece(row(cells, widths)[0], "claim", "bold"), *below[:1]), sign, (hang,))
    return (first, *(Line((hang, piece), hang=(hang,)) for piece in below[1:]))


class ClaimRows(Rows):
    """Rows with the colour of claims."""

    COMPONENT_CLASSES = classes("claim")


class ClaimsPanel(Panel):
    """Which numbers are claimed, and by whom."""

    title = "Claims"
    nothing = "no numbers are claimed"
    make_rows = ClaimRows
    keys = (("list.choose", "to the text"), ("list.open", "who says"), ("list.sort", "sort"))
    BINDINGS: ClassVar[list[BindingType]] = [key.binding for key in CLAIMS]

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
        return [*rows, *idle(self.view, self.order), *dropped(self.view.dropped)]

    def count(self) -> int:
        """How many claims are shown."""
        return len(self.view.claims)

    def hint(self) -> str:
        """How the table is sorted, when it is not in the order of the text."""
        if self.order == Order():
            return super().hint()
        if self.order.column == WEIGHT:
            return "by weight"
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
