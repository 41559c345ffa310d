"""What is on the terminal, cell by cell, so that only what changes is written to it.

Textual writes every piece of a line with all its colours and takes them back behind it, and it writes the whole of
a widget where one cell of it is another: 30 KB for a jump. Over a slow line that is what one waits for.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from rich.cells import split_graphemes
from rich.color import Color, ColorSystem
from rich.console import Console, ConsoleOptions, RenderResult
from rich.segment import Segment
from rich.style import Style
from textual._compositor import ChopsUpdate, CompositorUpdate, LayoutUpdate
from textual.strip import Strip

from reader.ui.article_view.wrapping import is_narrow

_OFF = {
    "1": "22",
    "2": "22",
    "3": "23",
    "4": "24",
    "5": "25",
    "6": "25",
    "7": "27",
    "8": "28",
    "9": "29",
    "21": "24",
}
_OFF |= {"51": "54", "52": "54", "53": "55"}
_GAP = 4  # cells that are written again rather than stepped over, which takes as much
_GROUND = 0.35  # how far a ground is from the page's, of black to white, that is told by turning it round


class Look(NamedTuple):
    """How a cell looks, in the codes of a terminal: attributes, colour of the text, of the ground, and a link."""

    attributes: tuple[str, ...] = ()
    text: str = ""
    ground: str = ""

    @property
    def codes(self) -> list[str]:
        """All of them."""
        return [*self.attributes, *(code for code in (self.text, self.ground) if code)]


PLAIN = Look()
Cell = tuple[str, Look]
"""A character with all that combines with it; the second cell of a wide one is ""."""


class Paper:
    """The cells of a terminal as they were written.

    Args:
        system: how many colours there are; None for a person who wants none.
        page: the colour of the ground of all, by which it is told what stands out where there are no colours.
    """

    def __init__(self, system: ColorSystem | None, page: Color | None = None) -> None:
        self._system, self._page = system, page
        self._rows: dict[int, list[Cell]] = {}

    def forget(self) -> None:
        """Whatever is there is not known any more: all is written again."""
        self._rows.clear()

    def written(self, update: CompositorUpdate) -> str:
        """What brings an update of Textual to the terminal."""
        pen = _Pen()
        for y, x, strips in _spans(update):
            self._write(pen, y, x, [cell for strip in strips for cell in self._cells(strip)])
        return pen.written

    def _write(self, pen: _Pen, y: int, x: int, new: list[Cell]) -> None:
        row = self._rows.setdefault(y, [])
        known = row[x : x + len(new)]
        if known == new:
            return
        if len(row) < x + len(new):
            row += [("\0", PLAIN)] * (x + len(new) - len(row))  # nothing that is ever written
        known = row[x : x + len(new)]
        row[x : x + len(new)] = new
        wide = any(not is_narrow(text) for text, _ in (*known, *new) if text != "\0")
        # terminals differ in how wide they draw what is not narrow: such a row is written in one go
        for start, end in [(0, len(new))] if wide else _changed(known, new):
            pen.put(y, x + start, new[start:end])

    def _cells(self, strip: Strip) -> Iterator[Cell]:
        for segment in strip:
            yield from _of(segment, self._system, self._page)


def _of(segment: Segment, system: ColorSystem | None, page: Color | None) -> Iterator[Cell]:
    text, style, control = segment
    if control:
        return
    look = _look(style, system, page) if style else PLAIN
    if is_narrow(text):
        for character in text:
            yield character, look
        return
    for start, end, cells in split_graphemes(text)[0]:
        yield text[start:end], look
        yield from [("", look)] * (cells - 1)


@lru_cache(maxsize=1024)
def _look(style: Style, system: ColorSystem | None, page: Color | None) -> Look:
    plain = Style(
        bold=style.bold, dim=style.dim, italic=style.italic, underline=style.underline, blink=style.blink,
        blink2=style.blink2, reverse=style.reverse, conceal=style.conceal, strike=style.strike,
        underline2=style.underline2, overline=style.overline,
    )  # fmt: skip
    attributes = {code for code in Strip.render_ansi(plain, ColorSystem.TRUECOLOR).split(";") if code}
    if system is None:
        if style.bgcolor and page and _apart(style.bgcolor, page):
            attributes ^= {"7"}
        return Look(tuple(sorted(attributes)))
    text = ";".join(style.color.downgrade(system).get_ansi_codes()) if style.color else ""
    ground = ";".join(style.bgcolor.downgrade(system).get_ansi_codes(False)) if style.bgcolor else ""
    return Look(tuple(sorted(attributes)), text, ground)


def _apart(ground: Color, page: Color) -> bool:
    """Whether a ground stands out from the page."""
    light = [sum(each.get_truecolor()) / (3 * 255) for each in (ground, page)]
    return abs(light[0] - light[1]) > _GROUND


def _changed(known: Sequence[Cell], new: Sequence[Cell]) -> list[tuple[int, int]]:
    """The stretches that are not as they were, those that stand close together as one."""
    at = [place for place, (before, now) in enumerate(zip(known, new, strict=True)) if before != now]
    breaks = [0, *(place for place, (one, two) in enumerate(pairwise(at), 1) if two - one > _GAP), len(at)]
    return [(at[first], at[last - 1] + 1) for first, last in pairwise(breaks)]


class _Pen:
    """Writes cells, moving and changing its look no more than it must."""

    def __init__(self) -> None:
        self._parts: list[str] = []
        self._look = PLAIN
        self._at: tuple[int, int] | None = None  # row and column it stands at

    @property
    def written(self) -> str:
        """All that was written; the look is given back."""
        return "".join(self._parts) + ("\x1b[0m" if self._look != PLAIN else "")

    def put(self, y: int, x: int, cells: Sequence[Cell]) -> None:
        """Write cells from a place on."""
        if self._at != (y, x):
            same = self._at is not None and self._at[0] == y
            self._parts.append(f"\x1b[{x + 1}G" if same else f"\x1b[{y + 1};{x + 1}H")
        for text, look in cells:
            if look is not self._look and look != self._look:
                self._parts.append(_turned(self._look, look))
                self._look = look
            self._parts.append(text)
        self._at = (y, x + len(cells))


@lru_cache(maxsize=4096)
def _turned(before: Look, now: Look) -> str:
    """What makes one look of another, the shorter of two ways."""
    gone = [code for code in before.attributes if code not in now.attributes]
    off = dict.fromkeys(_OFF[code] for code in gone)
    lost = {code for code in now.attributes if _OFF[code] in off}  # bold and dim are switched off together
    codes = [*off, *(code for code in now.attributes if code not in before.attributes or code in lost)]
    codes += _colour(before.text, now.text, "39") + _colour(before.ground, now.ground, "49")
    anew = ["0", *now.codes]
    shorter = min(";".join(codes), ";".join(anew), key=len)
    return f"\x1b[{shorter}m"


def _colour(before: str, now: str, default: str) -> list[str]:
    return [] if before == now else [now or default]


def _spans(update: CompositorUpdate) -> Iterator[tuple[int, int, Iterable[Strip]]]:
    """What an update of Textual writes: rows, the column each begins in, and the strips there."""
    if isinstance(update, LayoutUpdate):
        for y, line in enumerate(update.strips, update.region.y):
            yield y, update.region.x, line
    elif isinstance(update, ChopsUpdate):
        for y, x1, x2 in update.spans:
            for end, (x, strip) in zip(update.chop_ends[y], update.chops[y].items(), strict=False):
                if strip is not None and x <= x2 and end > x1:
                    whole = x1 <= x < x2 and end <= x2
                    yield y, x, (strip if whole else strip.crop(0, min(end, x2) - x),)


class Frugally(CompositorUpdate):
    """An update of which only that is written which is not on the terminal yet."""

    def __init__(self, update: LayoutUpdate | ChopsUpdate, paper: Paper) -> None:
        self._update, self._paper = update, paper

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        yield from self._update.__rich_console__(console, options)

    def render_segments(self, console: Console) -> str:
        """What Textual asks an update for."""
        return self._paper.written(self._update)
