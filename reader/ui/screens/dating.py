"""The day an article was published: asked for, and taken."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from reader.article.frontmatter import as_date
from reader.ui.screens.base import ReadingBase


class Dating(ReadingBase):
    """Asks for the publication day; everything that depends on it is read again."""

    def action_ask_day(self) -> None:
        """Ask on which day the article was published."""
        from reader.ui.screens.ask import Ask, wrong_day

        day = self.article.published
        question = Ask(
            "Published on", answer=str(day or ""), example="2026-01-07 or 7 January 2026", check=wrong_day
        )
        self.app.push_screen(question, self._publish)

    def on_publication_day_asked(self) -> None:
        """A panel wants to know."""
        self.action_ask_day()

    def _publish(self, answer: str | None) -> None:
        day = as_date(answer)
        if day is not None:
            self.publish(day)

    def publish(self, day: date) -> None:
        """Take a day as the publication day, and read again what depends on it."""
        self.article = replace(self.article, published=day, published_from="option")
        self.header.article = self.article
        self.view.restate(self.article)
        self.read()

    def read(self) -> None:
        """Have the article analysed."""
        raise NotImplementedError
