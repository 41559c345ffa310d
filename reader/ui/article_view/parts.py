"""A row of the layout -> its words and signs with their styles: margin, signs, and the text with its marks.

Knows no widget, so that a row looks the same before there is an app.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple, Protocol

from rich.cells import cell_len
from rich.style import Style

from reader.article import Article
from reader.article.model import HEADINGS
from reader.ui.article_view.layout import Row
from reader.ui.article_view.marks import Marks, Places
from reader.ui.article_view.wrapping import shown
from reader.ui.items import Item, ItemKind

MARGIN = 3
"""Cells left of the text: a sign for bookmarks and notes, the bar of a quote, a blank."""
AFTER = 2
"""Blank cells between the text and its scroll bar."""
AFTER_WORDS = 1 << 30
"""The place of what is no part of the row any more."""

Part = tuple[str, Style, int]
"""Text of one style, and its place in the row, below 0 in the margin."""
Stretch = tuple[int, int]
_LOUDEST_FIRST: tuple[ItemKind, ...] = ("claim", "time", "entity")
_Overlay = tuple[int, int, Style]


class Styles(Protocol):
    """The styles of one theme by the names of the looks."""

    plain: Style
    selection: Style

    def __getitem__(self, name: str) -> Style: ...


def fitting(measure: int, width: int) -> int:
    """As much of a measure as a view of so many cells has room for."""
    return max(1, min(measure, width - MARGIN - AFTER))


def left_of(width: int, measure: int) -> int:
    """The cell in which text of a measure begins, centred in a view of so many cells."""
    return MARGIN + max(0, width - MARGIN - measure - AFTER) // 2


def struck_out(article: Article) -> tuple[Stretch, ...]:
    """What is struck out in an article."""
    return tuple((run.start, run.end) for run in article.runs if run.kind == "struck")


def links_in(article: Article) -> tuple[Stretch, ...]:
    """The links of an article that lead somewhere."""
    return tuple((run.start, run.end) for run in article.runs if run.kind == "link" and run.address)


class RowPainter(NamedTuple):
    """Puts rows together.

    Args:
        text: the source.
        width: cells of the whole row.
        left: the cell the text begins in, at least ``MARGIN``.
        struck: what is struck out, in text order.
        links: the links, in text order.
    """

    text: str
    width: int
    left: int
    looks: Styles
    marks: Marks
    struck: Sequence[Stretch] = ()
    links: Sequence[Stretch] = ()

    def parts(self, row: Row, selected: tuple[int, int] | None = None) -> Iterator[Part]:
        """The row from its margin to the blank after its words."""
        plain = self.looks.plain
        if row.blank:  # all margin, so that a selection can begin and end in it
            yield " " * self.width, plain, -self.width
            return
        filled = self.left + row.piece.indent
        yield from self._margin(row, filled)
        for part in self._words(row, selected):
            filled += cell_len(part[0])
            yield part
        yield " " * max(0, self.width - filled), plain, AFTER_WORDS

    def _margin(self, row: Row, room: int) -> Iterator[Part]:
        looks, plain = self.looks, self.looks.plain
        kept, (bar, colour) = self._kept(row), self._bar(row)
        sign = row.piece.sign if row.number == 0 else ""
        if not kept and not sign and bar == " ":
            yield " " * room, plain, -room
            return
        parts = [
            (" " * (self.left - MARGIN), plain),
            (kept or " ", plain + looks["kept"]),
            (bar, plain + looks[colour]),
            (" " * (room - self.left + 1 - len(sign)) + sign, plain + looks["sign"]),
        ]
        before = -room
        for text, style in parts:
            yield text, style, before
            before += len(text)

    def _kept(self, row: Row) -> str | None:
        if row.furniture:
            return None
        return next((sign for at, sign in self.marks.kept.items() if row.start <= at < row.end), None)

    def _bar(self, row: Row) -> tuple[str, str]:
        """The bar of the quote in this row and the look it has; of several the current, else the first."""
        layers = self.marks.layers
        if row.furniture or (row.piece.kind in HEADINGS and self.marks.current is None):
            return " ", "nobody"
        over = [
            q for q in layers.over("quote", row.start, visible_end(self.text, row)) if q.id in layers.bars
        ]
        if row.piece.kind in HEADINGS:
            over = [quote for quote in over if quote == self.marks.current]
        if not over:
            return " ", "nobody"
        quote = self.marks.current if self.marks.current in over else over[0]
        assert quote is not None
        number = layers.colours.get(quote.speaker or "")
        return layers.bars[quote.id], f"speaker-{number}" if number else "nobody"

    def _words(self, row: Row, selected: tuple[int, int] | None) -> Iterator[Part]:
        base = self.looks.plain + self.looks[row.piece.kind]
        if row.furniture:
            assert row.piece.words is not None
            words = row.piece.words[row.start : row.end].rstrip()
            yield words, base, -len(words)
            return
        end = visible_end(self.text, row)
        words = shown(self.text[row.start : end])
        overlays = list(self._overlays(row.start, end, heading=row.piece.kind in HEADINGS))
        if selected:
            overlays.append((*selected, self.looks.selection))
        if self.marks.caret:
            overlays.append((*self.marks.caret, self.looks["caret"]))
        edges = sorted({row.start, end, *(min(max(e, row.start), end) for o in overlays for e in o[:2])})
        for start, stop in pairwise(edges):
            style = base
            for first, last, look in overlays:
                if first <= start and stop <= last:
                    style += look
            at = start - row.start
            yield words[at : stop - row.start], style, at

    def _items(self, start: int, end: int) -> Iterator[_Overlay]:
        """The claims, times and names in a stretch; of those that overlap the first of these alone."""
        layers = self.marks.layers
        for place, kind in enumerate(_LOUDEST_FIRST):
            louder = _LOUDEST_FIRST[:place]
            for item in layers.over(kind, start, end):
                if item.first and not any(any(layers.over(each, item.start, item.end)) for each in louder):
                    yield (
                        item.start,
                        item.end,
                        self.looks[(item.entity or "other") if kind == "entity" else kind],
                    )

    def _overlays(self, start: int, end: int, *, heading: bool) -> Iterator[_Overlay]:
        """What lies over a stretch of text, the uppermost last; in a heading nothing that was found."""
        marks, looks = self.marks, self.looks
        for first, last in _within(self.struck, start, end):
            yield first, last, looks["struck"]
        if "link" in marks.layers.shown:
            for first, last in _within(self.links, start, end):
                yield first, last, looks["link"]
        if not heading:
            for words in marks.layers.said_in(start, end):
                yield words.start, words.end, looks["said"]
            yield from self._items(start, end)
        if marks.voice is not None:
            yield from self._hushed(marks.voice, start, end)
        for hit in marks.hits.over(start, end):
            yield hit.start, hit.end, looks["hit"]
        if marks.current:
            yield marks.current.start, marks.current.end, looks["current"]
        if marks.hit:
            yield marks.hit.start, marks.hit.end, looks["hit-current"]

    def _hushed(self, voice: Places[Item], start: int, end: int) -> Iterator[_Overlay]:
        """What the only speaker shown does not say."""
        hush = self.looks["dimmed"]
        at = start
        for quote in voice.over(start, end):
            if at < quote.start:
                yield at, quote.start, hush
            at = max(at, quote.end)
        if at < end:
            yield at, end, hush

    def cell_of(self, row: Row, offset: int) -> int:
        """The cell in which the character at ``offset`` of the source is drawn."""
        return self.left + row.piece.indent + cell_len(shown(self.text[row.start : offset]))


def _within(stretches: Sequence[Stretch], start: int, end: int) -> Sequence[Stretch]:
    first = bisect_left(stretches, start, key=lambda stretch: stretch[1])
    last = bisect_left(stretches, end, key=lambda stretch: stretch[0])
    return stretches[first:last]


def visible_end(text: str, row: Row) -> int:
    """Where in the source the last character of a row that is no blank ends."""
    return row.start + len(text[row.start : row.end].rstrip())
