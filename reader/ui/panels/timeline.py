"""Timeline: what happened when, on a vertical rail, the earliest first; what has no date below."""

from collections.abc import Callable, Iterator
from datetime import date
from functools import partial
from typing import ClassVar

from rich.cells import cell_len
from textual import on
from textual.binding import BindingType

from reader.analysis.dates import days_for_people, for_people, time_of_day
from reader.analysis.model import Anchor, Status, TimelineEntry
from reader.ui.bindings import TIMELINE
from reader.ui.cells import pad
from reader.ui.messages import PublicationDayAsked
from reader.ui.panels.lines import Line, Piece, Row, still, words
from reader.ui.panels.panel import Panel
from reader.ui.panels.rows import Rows, classes
from reader.ui.panels.view import View, sign_of

RAIL: dict[Status, str] = {"happened": "├", "recurring": "↻", "planned": "┆", "uncertain": "?"}
COUNTED_FROM: dict[Anchor, str] = {
    "published": "from the publication day",
    "stated": "from a day the article names",
    "narrative": "from the event before",
}
LONGEST = 16  # cells of a date
PUBLICATION_DAY = "publication day"


def _hang(date: int) -> tuple[Piece, ...]:
    """The rail goes on beside an event of several lines, behind the room of the dates."""
    return Piece(" " * (date + 1)), Piece(" │ ", "dim")


class TimeRows(Rows):
    """Rows with the colour of times."""

    COMPONENT_CLASSES = classes("time")


class TimelinePanel(Panel):
    """What happened when."""

    title = "Timeline"
    nothing = "no dates are named"
    make_rows = TimeRows
    keys = (("list.choose", "to the text"), ("list.day", "publication day"))
    BINDINGS: ClassVar[list[BindingType]] = [key.binding for key in TIMELINE]

    def build(self) -> list[Row]:
        """The rail, with the publication day in its place."""
        return list(rows(self.view, self.key_of("day.ask", "list.day")))

    def count(self) -> int:
        """How many entries are shown."""
        return len(self.view.timeline)

    def action_day(self) -> None:
        """Say on which day the article was published."""
        self.post_message(PublicationDayAsked())

    @on(Rows.Picked)
    def _ask(self, event: Rows.Picked) -> None:
        if event.row.node == PUBLICATION_DAY:
            event.prevent_default()
            event.stop()
            self.action_day()


def rows(view: View, key: str = "d") -> Iterator[Row]:
    """Every row of the panel; ``key`` asks for the publication day."""
    published = view.article.published
    if not view.timeline and not published:
        return
    if published is None:
        yield Row(partial(_unknown, key or "Enter"), node=PUBLICATION_DAY)
    yield from _dated(view, published)
    undated = [entry for entry in view.timeline if entry.earliest is None]
    if undated:
        yield still(Piece(f" no date {len(undated)}", "dim"))
        for entry in undated:
            sign = sign_of(view, "time", entry.id, entry.confidence)
            yield Row(partial(_undated, entry, sign), item=("time", entry.id))


def _unknown(key: str, width: int) -> Line:
    return Line(
        (Piece(" ◇ publication day unknown", "dim"),), (Piece(key, "accent"), Piece(" sets it", "dim"))
    )


def _dated(view: View, published: date | None) -> Iterator[Row]:
    entries = [entry for entry in view.timeline if entry.earliest is not None]
    entries.sort(key=lambda entry: (entry.earliest, entry.latest or entry.earliest, entry.start))
    marked, before = published is None, ""
    room = min(
        LONGEST, max(map(cell_len, (*map(for_people, entries), days_for_people(published))), default=0)
    )
    for entry in entries:
        if not marked and published and entry.earliest and entry.earliest >= published:
            yield _published(published, room)
            marked, before = True, f" {days_for_people(published)}"
        name = ("~" if entry.approximate else " ") + for_people(entry)
        shown = pad("" if name == before else name, room + 1)
        drawn = partial(_entry, entry, shown, sign_of(view, "time", entry.id, entry.confidence))
        yield Row(drawn, item=("time", entry.id), whole=partial(_whole, entry, drawn, _hang(room)))
        before = name
    if not marked and published:
        yield _published(published, room)


def _published(when: date, room: int) -> Row:
    def draw(width: int) -> Line:
        day = pad(days_for_people(when), room)
        return Line((Piece(f" {day} "), Piece("◆", "accent"), Piece(" published", "", "bold")))

    return Row(draw, node=PUBLICATION_DAY)


def _entry(entry: TimelineEntry, name: str, sign: tuple[Piece, ...], width: int) -> Line:
    """One event beside its date; what is approximate bears "~" and leans, what is not past has its own sign."""
    lean = "italic" if entry.approximate else ""
    when = Piece(name, "time", lean)
    rail = Piece(f" {RAIL[entry.status]} ", "dim")
    event = Piece(words(entry.event, width), "", lean) if entry.event else _expression(entry, width)
    clock = time_of_day(entry)
    right = (*sign, Piece(f" {clock}" if sign else clock, "time", lean)) if clock else sign
    return Line((when, rail, event), right, _hang(cell_len(name) - 1))


def _whole(
    entry: TimelineEntry, draw: Callable[[int], Line], hang: tuple[Piece, ...], width: int
) -> tuple[Line, ...]:
    """The event, and below it the words of a date that is counted from another."""
    line = draw(width)
    if entry.event is None or entry.anchor is None:
        return (line,)
    said = Piece(f"“{words(entry.text, width)}” {COUNTED_FROM[entry.anchor]}", "dim")
    return line, Line((*hang, said), hang=hang)


def _undated(entry: TimelineEntry, sign: tuple[Piece, ...], width: int) -> Line:
    about = "~" if entry.approximate else " "
    said = Piece(about + words(entry.text, width), "time", "italic" if entry.approximate else "")
    rail = Piece("  " if entry.status == "happened" else f" {RAIL[entry.status]} ", "dim")
    return Line((said, rail, Piece(words(entry.event or "", width), "dim")), sign, (Piece("   "),))


def _expression(entry: TimelineEntry, width: int) -> Piece:
    return Piece(words(entry.text, width), "dim", "italic" if entry.approximate else "")
