"""Puts the screen together: articles, analysis, settings and what is kept between runs."""

from __future__ import annotations

import gc
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from reader.article import Article, open_one
from reader.cli.opening import Opening
from reader.config import Settings, load_settings
from reader.engine.cached import CachedAnalyst
from reader.shelf import Shelf

if TYPE_CHECKING:
    from reader.analysis.model import Reading


def run_screen(articles: list[Article], opening: Opening, theme: str | None) -> int:
    """Show the articles until the person quits; the exit status."""
    analyst = CachedAnalyst(opening.model)
    try:
        from reader.ui.app import ReaderApp

        settings, notices = _settings(theme)
        shelf = Shelf()

        def export(article: Article, reading: Reading) -> Path:
            return write_export(article, reading, shelf.export_notes(article))

        app = ReaderApp(
            articles,
            analyst,
            settings,
            shelf,
            opener=lambda source, progress: open_one(
                source, replace(opening.options, published=None, progress=progress)
            ),
            export=export,
            notices=notices,
        )
        gc.freeze()  # nothing of all this will ever be garbage
        gc.enable()
        app.run()
        return app.return_code or 0  # not 0 when the app broke down
    finally:
        analyst.close()


def _settings(theme: str | None) -> tuple[Settings, list[str]]:
    """The settings, with the theme that was asked for on the command line, and what is wrong with their file."""
    from reader.ui.bindings import default_keys

    settings, problems = load_settings(bindings=default_keys)
    notices = [str(problem) for problem in problems]
    return (settings if theme is None else replace(settings, theme=theme)), notices


def write_export(article: Article, reading: Reading, notes: tuple[dict[str, Any], ...]) -> Path:
    """Write what was found beside the person's other files; where."""
    from reader.export.formats import TEXT_FORMATS
    from reader.export.writing import export_path, write_text

    text = TEXT_FORMATS["yaml"](article, reading, notes)
    path = export_path(article.source, Path.cwd(), text)
    write_text(path, text)
    return path
