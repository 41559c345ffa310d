"""Timeline: what happened when, on a vertical rail, the earliest first; what has no date below."""

from collections.abc import Iterator
from datetime import date
from functools import partial
from typing import ClassVar

from textual import on
from textual.binding import Binding, BindingType

from reader.analysis.dates import day, label, time_of_day
from reader.analysis.model import TimelineEntry
from reader.ui.cells import pad
from reader.ui.messages import PublicationDayAsked
from reader.ui.panels.lines import Line, Piece, Row, still, words
from reader.ui.panels.panel import Panel
from reader.ui.panels.rows import Rows
from reader.ui.panels.styles import classes
from reader.ui.panels.view import View

RAIL = {"happened": "├", "recurring": "├", "planned": "┆", "uncertain": "┆"}
DATE = 10  # cells
PUBLICATION_DAY = "publication day"


class TimeRows(Rows):
    """Rows with the colour of times."""

    COMPONENT_CLASSES = classes("time")


class TimelinePanel(Panel):
    """What happened when."""

    title = "Timeline"
    nothing = "no dates are named"
    make_rows = TimeRows
    keys = (("list.choose", "to the text"), ("list.day", "publication day"))
    BINDINGS: ClassVar[list[BindingType]] = [Binding("d", "day", "Say when it was published", id="list.day")]

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
            yield Row(partial(_undated, entry), item=("time", entry.id))


def _unknown(key: str, width: int) -> Line:
    return Line(
        (Piece(" ◇ publication day unknown", "dim"),), (Piece(key, "accent"), Piece(" sets it", "dim"))
    )


def _dated(view: View, published: date | None) -> Iterator[Row]:
    entries = [entry for entry in view.timeline if entry.earliest is not None]
    entries.sort(key=lambda entry: (entry.earliest, entry.latest or entry.earliest, entry.start))
    marked, before = published is None, ""
    for entry in entries:
        if not marked and published and entry.earliest and entry.earliest >= published:
            yield _published(published)
            marked, before = True, f" {day(published)}"
        name = ("~" if entry.approximate else " ") + label(entry)
        yield Row(partial(_entry, entry, "" if name == before else name), item=("time", entry.id))
        before = name
    if not marked and published:
        yield _published(published)


def _published(when: date) -> Row:
    def draw(width: int) -> Line:
        return Line((Piece(f" {day(when)} "), Piece("◆", "accent"), Piece(" published", "", "bold")))

    return Row(draw, node=PUBLICATION_DAY)


def _entry(entry: TimelineEntry, name: str, width: int) -> Line:
    """One event beside its date; what is approximate bears "~" and leans, what is not certain is dotted."""
    lean = "italic" if entry.approximate else ""
    when = Piece(pad(name, DATE + 1), "time", lean)
    rail = Piece(f" {RAIL[entry.status]} ", "dim")
    clock = time_of_day(entry)
    before = (Piece(f"{clock} ", "time", lean),) if clock else ()
    if entry.event is None:
        return Line((when, rail, *before, Piece(words(entry.text, width), "dim", lean)))
    return Line((when, rail, *before, Piece(words(entry.event, width), emphasis=lean)))


def _undated(entry: TimelineEntry, width: int) -> Line:
    said = Piece(f" {words(entry.text, width)}", "time")
    return Line((said, Piece(f"  {words(entry.event or '', width)}", "dim")))
