"""Numbers in the cells of a table, as amounts: its row and its column say of what.

A table is drawn in the text of an article, its columns below one another with at least two blanks between, its heads parted from
the rest by a line (`reader.article.tables`), and is kept from the model: what stands in it is no sentence.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import cache
from itertools import chain

from reader.analysis import lexicon
from reader.analysis.claims import comparators, numbers, pairs, units
from reader.analysis.claims.quantity import Quantity
from reader.analysis.model import Span
from reader.analysis.numerals import tidy
from reader.analysis.rules import Order, claim, no, reads, rule
from reader.article import Article
from reader.article.tables import cells_wide

_LINE = re.compile(r"[─ ]*─[─ ]*")
_WORD = re.compile(r"[^\W\d_]")
_YEAR = re.compile(r"(?:1[5-9]|20)\d\d(?:[-–/]\d\d(?:\d\d)?)?")
_BESIDE = re.compile(r"[\s()*†‡+–—%-]*")  # what may stand in a cell beside its amount
_LOSS = re.compile(r"\(\s*[^\W_].*\)")  # as accounts write it
_BRACKETED = re.compile(r"\s*[(\[]([^()\[\]]{1,30})[)\]]")
_IN = re.compile(r"(?:all |figures |amounts )?(?:in|per)\s+(.{1,30})", re.IGNORECASE)
_LONGEST = 80  # characters of what a row is called
_SIGN = re.compile(r"^([A-Z]{0,3}[^\w\s'’()])")
_NUMBER = "1"  # stands for the amount where a head is asked for its unit


@dataclass(frozen=True, slots=True)
class Cell:
    """What stands in one column of one row, with its place in the article."""

    start: int
    end: int
    text: str


Row = tuple[Cell | None, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """A table by its cells: the heads of the columns, from top to bottom, and the rows."""

    heads: tuple[Row, ...]
    rows: tuple[Row, ...]

    @property
    def width(self) -> int:
        """How many columns it has."""
        return max(map(len, self.rows), default=0)

    def column(self, at: int) -> Iterator[Cell]:
        """The cells of a column that say something, its heads left out."""
        return (cell for row in self.rows if (cell := row[at]) is not None)

    def head(self, at: int) -> str:
        """What stands above a column; a head that is blank goes on from the one on its left, but in the last row."""
        said = []
        for number, row in enumerate(self.heads, 1):
            cells = (
                row[at : at + 1]
                if number == len(self.heads)
                else reversed(row[1 : at + 1] if at else row[:1])
            )
            said.append(next((cell.text for cell in cells if cell is not None), ""))
        return " ".join(filter(None, dict.fromkeys(said)))


@dataclass(frozen=True, slots=True)
class Place:
    """A cell in its table: what its row and its column are called, where they are."""

    table: Table
    cell: Cell
    label: str
    head: str


def find(article: Article) -> Iterator[tuple[Span, Quantity]]:
    """The amounts in the tables of an article, in text order, each with the row that it stands in."""
    for block in article.blocks:
        if block.kind == "table":
            for row, place in _places(table_in(article.text, block.start, block.end)):
                if decision := CELLS.first(place):
                    yield row, replace(decision.answer, why=(*decision.answer.why, decision.rule))


# The cells.


def table_in(text: str, start: int, end: int) -> Table:
    """The table that is drawn in a block."""
    lines = _lines(text, start, end)
    at = next((at for at, (_, line) in enumerate(lines) if _LINE.fullmatch(line)), 0)
    columns = _columns([line for _, line in lines if not _LINE.fullmatch(line)])
    rows = [_row(line, offset, columns) for offset, line in lines if not _LINE.fullmatch(line)]
    heads, rest = rows[:at], _joined(rows[at:])
    if not heads and rest and _is_head(rest):
        heads, rest = rest[:1], rest[1:]
    return Table(tuple(heads), tuple(rest))


def _lines(text: str, start: int, end: int) -> list[tuple[int, str]]:
    lines, at = [], start
    for line in text[start:end].split("\n"):
        lines.append((at, line))
        at += len(line) + 1
    return [(at, line) for at, line in lines if line.strip()]


def _columns(lines: Sequence[str]) -> list[tuple[int, int]]:
    """Where columns begin and end, in cells of the terminal: no two blanks stand in one in all lines."""
    taken: set[int] = set()
    for line in lines:
        at = 0
        for sign in line:
            width = cells_wide(sign)
            if not sign.isspace():
                taken.update(range(at, at + width))
            at += width
    columns: list[tuple[int, int]] = []
    for at in sorted(taken):
        if columns and at - columns[-1][1] < 2:
            columns[-1] = (columns[-1][0], at + 1)
        else:
            columns.append((at, at + 1))
    return columns


def _row(line: str, offset: int, columns: Sequence[tuple[int, int]]) -> Row:
    places, at = [], 0  # of each sign, in cells of the terminal
    for sign in line:
        places.append(at)
        at += cells_wide(sign)
    return tuple(
        _cell(line, offset, [i for i, place in enumerate(places) if first <= place < end])
        for first, end in columns
    )


def _cell(line: str, offset: int, inside: Sequence[int]) -> Cell | None:
    if not inside:
        return None
    said = line[inside[0] : inside[-1] + 1]
    text = said.strip()
    start = offset + inside[0] + len(said) - len(said.lstrip())
    return Cell(start, start + len(text), text) if text else None


def _joined(rows: Sequence[Row]) -> list[Row]:
    """The rows, with what a label goes on with in a line of its own put to it."""
    out: list[Row] = []
    for row in rows:
        is_more = out and row and row[0] is not None and not any(row[1:]) and row[0].text[:1].islower()
        if is_more and row[0] is not None and (label := out[-1][0]) is not None:
            out[-1] = (replace(label, text=f"{label.text} {row[0].text}"), *out[-1][1:])
        else:
            out.append(row)
    return out


def _is_head(rows: Sequence[Row]) -> bool:
    """Whether the first row names the columns: it has words, or years, where those below have amounts."""
    first, rest = rows[0], rows[1:]
    above = [cell.text for cell in first[1:] if cell is not None]
    below = [cell.text for row in rest for cell in row[1:] if cell is not None]
    if not above or not below:
        return False
    names = all(_WORD.search(text) is not None and _amount(text) is None for text in above)
    years = all(map(_YEAR.fullmatch, above)) and not all(map(_YEAR.fullmatch, below))
    return (names or years) and any(_amount(text) for text in below)


# The amounts.


def _places(table: Table) -> Iterator[tuple[Span, Place]]:
    """The cells that may hold an amount, row by row, with what their row and column are called."""
    which = [at for at in range(table.width) if _names_rows(table, at)]
    labels = [at for at in which if not _counts_up(table, at)] or which[:1]
    if not labels or (not table.heads and table.width > 2):
        return
    for row in table.rows:
        label = _label(table, row, labels)
        cells = [cell for cell in row if cell is not None]
        for at, cell in enumerate(row):
            if cell is not None and label and at not in which:
                yield Span(cells[0].start, cells[-1].end), Place(table, cell, label, table.head(at))


def _label(table: Table, row: Row, labels: Sequence[int]) -> str:
    """What a row is called: by its first label, and the next where that says only when or which."""
    said: list[str] = []
    for at in labels:
        if (cell := row[at]) is not None:
            said.append(cell.text if len(cell.text) <= _LONGEST else f"{cell.text[: _LONGEST - 1].rstrip()}…")
            if _plain(table.head(at)) not in _labels():
                break
    return ", ".join(said)


def _names_rows(table: Table, at: int) -> bool:
    """Whether a column says which, when or where, and not how much: words, years, numbers that count the rows up."""
    if _plain(table.head(at)) in _labels():
        return True
    cells = [cell.text for cell in table.column(at)]
    return (
        not any(_amount(text) for text in cells) or all(map(_YEAR.fullmatch, cells)) or _counts_up(table, at)
    )


def _counts_up(table: Table, at: int) -> bool:
    said = [cell.text.rstrip(".") for cell in table.column(at)]
    return at == 0 and len(said) > 1 and said == [str(number) for number in range(1, len(said) + 1)]


@rule(
    "claims.cell_of_table",
    "The amount in a cell is of what its row and its column are called; the unit may stand in the head.",
    decides=[
        reads(
            "| Port | Boats | Catch (tonnes) |\n|---|---|---|\n| Tarn | 40 | 1,200 |\n| Skerry | 12 | 310 |",
            claim("40", value=40, of="Tarn, Boats"),
            claim("1,200", value=1200, unit="tonne", of="Tarn, Catch"),
        ),
        reads(
            "| | 2024 | 2025 |\n|---|---|---|\n| Revenue (£m) | 38.9 | 41.2 |",
            claim("41.2", value=41_200_000, unit="pound", of="Revenue, 2025"),
        ),
    ],
    leaves=[
        reads("| Year | Boats |\n|---|---|\n| 1996 | 40 |\n| 1998 | 12 |", no(claim("1996"))),
        reads("| Port | Telephone |\n|---|---|\n| Tarn | 960123 |", no(claim("960123"))),
    ],
)
def of_row_and_column(place: Place) -> Quantity | None:
    """The amount of a cell by itself, with a unit and a scale from the row, the head or the corner where it has none."""
    found = _amount(place.cell.text)
    if found is None:
        return None
    units_said = map(_unit_in, (place.label, place.head, place.table.head(0)))
    if (unit := next(filter(None, units_said), None)) is not None:
        found = _in_unit(found, unit)
    of = ", ".join(filter(None, map(_without_unit, (place.label, place.head))))
    by = place.cell.start
    return replace(
        found,
        start=found.start + by,
        end=found.end + by,
        at=found.at + by,
        to=found.to + by,
        of=of,
    )


CELLS = Order("what a cell is an amount of", of_row_and_column)


def _amount(text: str) -> Quantity | None:
    """The one amount that is all that a cell says."""
    found = [comparators.attach(text, units.attach(text, one)) for one in numbers.find(text)]
    found = pairs.join_ranges(text, found) if len(found) == 2 else found
    if len(found) != 1 or not found[0].is_written or found[0].form != "digits":
        return None
    (one,) = found
    if not _BESIDE.fullmatch(text[: one.start] + text[one.end :]):
        return None
    is_loss = _LOSS.fullmatch(text) is not None and not isinstance(one.value, tuple) and one.low > 0
    return replace(one, start=0, end=len(text), value=-one.low) if is_loss else one


def _in_unit(amount: Quantity, unit: Quantity) -> Quantity:
    """An amount with the unit and the scale that a head gives, where it has none of its own."""
    if amount.unit and unit.unit and amount.unit != unit.unit:
        return amount
    scale = unit.scale if amount.scale == 1 else 1
    values = [tidy(Decimal(str(value)) * scale) for value in (amount.low, amount.high)]
    return replace(
        amount,
        value=(values[0], values[1]) if isinstance(amount.value, tuple) else values[0],
        unit=amount.unit or unit.unit,
        kind=amount.kind or unit.kind,
    )


@cache
def _unit_in(said: str) -> Quantity | None:
    """The unit, with its scale, that a head or a label gives: "(£m)", "Share, %", "in thousands"."""
    for written in _written(said):
        for probe in (f"{_NUMBER}{written}", f"{_NUMBER} {written}", _with_sign_first(written)):
            found = _amount(probe)
            if (
                found is not None
                and (found.unit or found.scale > 1)
                and found.end - found.start >= len(probe.strip())
            ):
                return found
    return None


def _written(said: str) -> Iterator[str]:
    """What of a head may be a unit: in brackets, behind a comma or "in", or all of it."""
    bracketed = [match[1] for match in _BRACKETED.finditer(said)]
    parts = said.split(",")
    if "%" in said:
        yield "%"
    for part in chain(bracketed, parts[-1:] if len(parts) > 1 else (), [said]):
        plain = part.strip(" '’")
        if match := _IN.fullmatch(plain):
            plain = match[1]
        scales = [word for word in plain.split() if word.lower() in _scales()]
        if scales and scales[0].lower().endswith("s"):
            plain = plain.replace(scales[0], scales[0][:-1]).replace(" of ", " ")
        yield plain


def _with_sign_first(written: str) -> str:
    """An amount with the sign of its currency before it: "US$ million" as "US$1 million"."""
    return _SIGN.sub(rf"\g<1>{_NUMBER}", written, count=1)


def _without_unit(said: str) -> str:
    """A label or a head without the unit in brackets, or behind a comma."""
    bare = _BRACKETED.sub(lambda match: "" if _unit_in(match[0].strip()) else match[0], said).strip(" ,:")
    before, _, last = bare.rpartition(",")
    return before.strip() if before and _unit_in(last.strip()) else bare


def _plain(head: str) -> str:
    return _BRACKETED.sub("", head).strip(" .:").casefold() or head.strip().casefold()


@cache
def _labels() -> frozenset[str]:
    return frozenset(word.strip(" .") or word for word in lexicon.words("tables", "labels"))


@cache
def _scales() -> frozenset[str]:
    return lexicon.words("tables", "scales")
