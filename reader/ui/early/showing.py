"""An article on the terminal before there is an app."""

from __future__ import annotations

import contextlib
import os
import termios
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from reader.article import Article
from reader.config.settings import Settings
from reader.ui.early.frame import Frame, colour_system, looks_of, room_of
from reader.ui.early.pictures import Pictures, Shot
from reader.ui.early.terminal import EarlyTerminal, terminal
from reader.ui.panels.arrangement import Arrangement, as_left

if TYPE_CHECKING:
    from reader.ui.ports import Shelf

_LEAST_COLUMNS, _LEAST_ROWS = 20, 6  # that have room for anything


@contextlib.contextmanager
def shown(
    articles: Sequence[Article], settings: Settings, shelf: Shelf, pictures: Pictures
) -> Iterator[EarlyTerminal | None]:
    """The first of the articles is on the terminal, where that can be done without the app; else None.

    It stays there until the app draws over it, which has to :meth:`~.terminal.EarlyTerminal.give` the
    terminal to itself; whatever ends the program before that, the terminal is left as it was.
    """
    with terminal() as early:
        if early is None:
            yield None
            return
        size = os.get_terminal_size(0)
        picture = pictures.find(Shot(articles[0], place_of(articles), *size)) if articles else None
        system = colour_system()
        frame = frame_of(articles, settings, shelf, *size) if system and not picture else None
        written = picture or (frame and system and frame.written(system))
        if written:
            with contextlib.suppress(termios.error):
                early.take()
                early.write(written)
                early.complete = picture is not None
        yield early if early.taken else None


def frame_of(
    articles: Sequence[Article], settings: Settings, shelf: Shelf, columns: int, rows: int
) -> Frame | None:
    """The frame for a screen of that size; None where there is nothing to show, or not by these means."""
    looks = looks_of(settings.theme)
    if not articles or looks is None or columns < _LEAST_COLUMNS or rows < _LEAST_ROWS:
        return None
    panels = as_left(shelf.screen(), Arrangement(settings.panels, width=settings.panel_width))
    return Frame(
        articles[0],
        looks,
        place=place_of(articles),
        offset=shelf.position(articles[0]),
        measure=settings.measure,
        room=room_of(columns, rows, settings.measure, panels),
    )


def place_of(articles: Sequence[Article], at: int = 0) -> str:
    """Which of several articles one is, "" where there are no others."""
    return f"{at + 1} of {len(articles)}" if len(articles) > 1 else ""
