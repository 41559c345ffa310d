"""Puts the screen together: articles, analysis, settings and what is kept between runs."""

from __future__ import annotations

import gc
import os
import sys
from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from reader.article import Article, open_each
from reader.article.options import Progress
from reader.cli.encoding import write_utf8
from reader.cli.opening import Opening
from reader.config import Settings, load_settings
from reader.shelf import Shelf
from reader.signals import end_by, interrupts_end
from reader.ui.early.background import Asked, ask, is_silent, terminal_name, with_silent
from reader.ui.early.pictures import Pictures
from reader.ui.early.showing import shown
from reader.ui.theme_files import AUTO, DEFAULT, LIGHT

if TYPE_CHECKING:
    from reader.analysis.model import Reading
    from reader.ui.early.terminal import EarlyTerminal


class Own(NamedTuple):
    """What is a person's own: how it all should look, what is wrong with that, and what is kept of articles."""

    settings: Settings
    notices: list[str]
    shelf: Shelf


def run_screen(
    articles: Sequence[Article],
    opening: Opening,
    theme: str | None,
    problems: Sequence[str] = (),
    *,
    others: bool = True,
) -> int:
    """Show the articles until the person quits; the exit status.

    Args:
        problems: why others could not be opened.
        others: any other file or address may be opened from there.
    """
    interrupts_end()
    write_utf8(sys.__stderr__)  # which is where Textual draws; terminals read UTF-8, whatever the locale says
    own = Own(*_settings(theme), Shelf())
    own.notices.extend(problems)
    asked = _asked(own, articles)
    if own.settings.theme == AUTO:  # from here on it has a name, by which pictures are kept too
        theme = LIGHT if asked is not None and asked.light else DEFAULT
        own = own._replace(settings=replace(own.settings, theme=theme))
    pictures = Pictures(opening.model, own.settings, own.shelf)
    with shown(articles, own.settings, own.shelf, pictures) as early:
        if early is not None and asked is not None:
            early.typed, early.answer_due = asked.typed, asked.light is None
        return _run(articles, opening, own, pictures, early, others=others)


def _run(
    articles: Sequence[Article],
    opening: Opening,
    own: Own,
    pictures: Pictures,
    early: EarlyTerminal | None,
    *,
    others: bool,
) -> int:
    """Load all that takes its time, and run the app on the terminal there is."""
    from reader.engine.cached import CachedAnalyst
    from reader.ui.app import ReaderApp

    def export(article: Article, reading: Reading) -> Path:
        return write_export(article, reading, own.shelf.export_notes(article))

    def opener(source: str, progress: Progress) -> Sequence[Article]:
        return open_each(source, replace(opening.options, published=None, progress=progress))

    analyst = CachedAnalyst(opening.model)
    try:
        app = ReaderApp(
            articles,
            analyst,
            own.settings,
            own.shelf,
            opener=opener if others else None,
            export=export,
            notices=own.notices,
            pictures=pictures,
            early=early,
        )
        gc.freeze()  # nothing of all this will ever be garbage
        gc.enable()
        app.run()
    finally:
        analyst.close()
    if app.ended_by is not None:
        end_by(app.ended_by)
    return app.return_code or 0  # not 0 when the app broke down


def _asked(own: Own, articles: Sequence[Article]) -> Asked | None:
    """What the terminal says of its ground; None where it is not asked: another theme is set, or it never answers."""
    if (
        own.settings.theme != AUTO
        or not articles
        or "NO_COLOR" in os.environ
        or not (os.isatty(0) and os.isatty(2))
    ):
        return None
    state, name = own.shelf.screen(), terminal_name(os.environ)
    if is_silent(state, name):
        return None
    asked = ask()
    if asked.light is None:
        own.shelf.set_screen(with_silent(state, name))
    return asked


def _settings(theme: str | None) -> tuple[Settings, list[str]]:
    """The settings, with the theme that was asked for on the command line, and what is wrong with their file."""
    settings, problems = load_settings(bindings=_keys)
    notices = [str(problem) for problem in problems]
    return (settings if theme is None else replace(settings, theme=theme)), notices


def _keys() -> Mapping[str, str]:
    """The keys there are; they are asked for where the file has some, and bring Textual with them."""
    from reader.ui.bindings import default_keys

    return default_keys()


def write_export(article: Article, reading: Reading, notes: tuple[dict[str, Any], ...]) -> Path:
    """Write what was found beside the person's other files; where."""
    from reader.export.formats import TEXT_FORMATS
    from reader.export.writing import export_path, write_text

    text = TEXT_FORMATS["yaml"](article, reading, notes)
    path = export_path(article.source, Path.cwd(), text)
    write_text(path, text)
    return path
