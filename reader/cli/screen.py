"""Puts the screen together: articles, analysis, settings and what is kept between runs."""

from reader.article import Article


def run_screen(articles: list[Article], model: str, theme: str | None) -> int:
    """Show the articles until the person quits; the exit status."""
    raise NotImplementedError
