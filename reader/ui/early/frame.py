"""The first frame, without Textual: the line above the text, and the text in which nothing is marked yet."""

import os
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from rich.color import Color, ColorParseError, ColorSystem
from rich.style import Style

from reader.article import Article
from reader.config.yamlfile import read_plainly
from reader.ui import heading
from reader.ui.article_view.layout import Layout
from reader.ui.article_view.marks import Marks
from reader.ui.article_view.parts import RowPainter, fitting, left_of, struck_out
from reader.ui.cells import BESIDE, ONE_PANE, STACKED
from reader.ui.palette import LOOKS
from reader.ui.panels.arrangement import Arrangement
from reader.ui.theme_files import files, worn

_SIXTEEN = "ansi_"


class EarlyLooks:
    """The looks of what is in a text before anything is found in it.

    Args:
        colours: those of the theme, by name.

    Raises:
        ColorParseError: one of them is written in a way only Textual reads.
    """

    def __init__(self, colours: Mapping[str, str]) -> None:
        ground, text = _colour(colours["background"]), _colour(colours["foreground"])
        muted = _colour(colours["muted"]) if "muted" in colours else text
        quote = _colour(colours["quote"]) if "quote" in colours else muted
        self._colours = {"foreground-muted": muted, "quote": quote}
        self.plain = Style(color=text, bgcolor=ground)
        self.muted = Style(color=muted, bgcolor=ground)
        self.selection = self.plain

    def __getitem__(self, name: str) -> Style:
        look = LOOKS[name]
        colour = self._colours.get(look.colour or "")
        return (Style.parse(look.text) if look.text else Style.null()) + Style(color=colour)


def looks_of(theme: str) -> EarlyLooks | None:
    """The looks of a theme; None where it has no file, or one that needs a closer look."""
    for path in files().get(worn(theme), ())[:1]:
        entries = read_plainly(path) or {}
        colours = entries["colours"].plain if "colours" in entries else None
        if not isinstance(colours, dict):
            return None
        try:
            return EarlyLooks(colours)
        except (ColorParseError, KeyError, TypeError, AttributeError):
            return None
    return None


def colour_system() -> ColorSystem | None:
    """How many colours the terminal has, where that is plain; None where it is for Textual to find out."""
    if os.environ.keys() & {"NO_COLOR", "FORCE_COLOR", "TEXTUAL_COLOR_SYSTEM", "TEXTUAL_FILTERS"}:
        return None
    if os.environ.get("COLORTERM", "").strip().lower() in {"truecolor", "24bit"}:
        return ColorSystem.TRUECOLOR
    return ColorSystem.EIGHT_BIT if os.environ.get("TERM", "").endswith("-256color") else None


def _colour(stated: str) -> Color:
    """A colour as Textual reads it too.

    Raises:
        ColorParseError: it is none of the two ways that mean the same to Textual and to Rich.
    """
    if stated.startswith("#"):
        return Color.parse(stated)
    if stated.startswith(_SIXTEEN):
        return Color.parse(stated.removeprefix(_SIXTEEN))
    raise ColorParseError(stated)


_LINES_AROUND = 2  # the one above the desk and the one below it
_LOWEST_PANELS = 6


class Room(NamedTuple):
    """The cells of the text, below the first line and at the left edge; its scroll bar stands in the last column of them.

    Args:
        screen: columns and rows of the whole screen.
    """

    columns: int
    rows: int
    screen: tuple[int, int]


def room_of(columns: int, rows: int, measure: int, panels: Arrangement) -> Room:
    """The room of the text on a screen of so many cells.

    Args:
        columns: those of the screen.
        rows: those of the screen.
        measure: columns of text that are wanted.
        panels: how they stand.
    """
    screen, rows = (columns, rows), rows - _LINES_AROUND
    if columns < ONE_PANE:
        return Room(columns, rows, screen)
    if columns < BESIDE:
        return Room(columns, rows - max(_LOWEST_PANELS, rows * 40 // 100), screen)
    most = columns * (45 if columns >= STACKED else 40) // 100
    return Room(columns - min(panels.width_in(columns, measure), most), rows, screen)


_Parts = list[tuple[str, Style]]


class Frame:
    """One frame.

    Args:
        article: what to show.
        place: which of several articles it is, "" for one.
        offset: where in the source the first row begins.
        measure: columns of text that are wanted.
        room: that of the text.
    """

    def __init__(
        self, article: Article, looks: EarlyLooks, *, place: str, offset: int, measure: int, room: Room
    ) -> None:
        self._article, self._looks, self._place, self._room = article, looks, place, room
        self._layout = Layout(article, fitting(measure, room.columns))
        self._top = self._first_row(offset)

    def written(self, system: ColorSystem) -> str:
        """What puts it on a terminal of so many colours."""
        columns, rows = self._room.screen
        blank: _Parts = [(" " * columns, self._looks.plain)]
        lines = [self._heading(columns), *self._rows(columns)]
        lines += [blank] * (rows - len(lines))
        return "".join(
            f"\x1b[{y};1H" + "".join(style.render(text, color_system=system) for text, style in line)
            for y, line in enumerate(lines, 1)
        )

    def _first_row(self, offset: int) -> int:
        """The row at the top: the one with the offset, or the last that leaves no room below the text."""
        layout, height = self._layout, self._room.rows
        y = layout.settled(
            lambda: layout.y_of(offset) if offset else 0, lambda y: (y - height, y + 2 * height)
        )
        return max(0, min(y, layout.height + 1 - height))

    def _heading(self, columns: int) -> _Parts:
        read_to = self._layout.read_to(self._top + self._room.rows - 1)
        far = heading.how_far(self._article, read_to)
        title, right = heading.parts(self._article, self._place, far, columns - 2)
        plain, muted = self._looks.plain, self._looks.muted
        return [(" ", plain), (title, plain + Style(bold=True)), (f"  {right} ", muted)]

    def _rows(self, columns: int) -> Iterator[_Parts]:
        width = self._room.columns
        left = left_of(width, self._layout.width)
        struck = struck_out(self._article)
        painter = RowPainter(self._article.text, width, left, self._looks, Marks(), struck)
        rest = (" " * (columns - width), self._looks.plain)
        for y in range(self._top, self._top + self._room.rows):
            row = self._layout.row(y)
            parts = [(text, style) for text, style, _ in painter.parts(row)] if row else []
            yield [*(parts or [(" " * width, self._looks.plain)]), rest]
