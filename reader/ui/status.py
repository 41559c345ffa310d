"""The two lines around the text: what one reads and how far one is; the keys that matter now."""

from collections.abc import Sequence

from rich.cells import cell_len
from textual.content import Content
from textual.reactive import reactive
from textual.widget import Widget

from reader.article import Article
from reader.ui.cells import cut
from reader.ui.heading import how_far, parts
from reader.ui.hints import Hint


class HeaderLine(Widget):
    """Title, publication day, time left and how far one is."""

    DEFAULT_CSS = """
    HeaderLine { height: 1; padding: 0 1; color: $foreground-muted; }
    """

    article: reactive[Article | None] = reactive[Article | None](None)
    place = reactive("")
    read_to = reactive(0, repaint=False)
    progress = reactive("")

    def watch_progress(self) -> None:
        """Draw the line anew, only when it reads otherwise: Textual does not do so for what is computed."""
        self.refresh()

    def compute_progress(self) -> str:
        """What is left and how far one is."""
        return how_far(self.article, self.read_to) if self.article else ""

    def render(self) -> Content:
        """The line, the title cut where there is no room."""
        if self.article is None:
            return Content("")
        title, right = parts(self.article, self.place, self.progress, self.size.width)
        return Content.assemble((title, "bold $foreground"), "  ", right)


class FooterLine(Widget):
    """The keys that matter now, and on the right where one is among what one goes through."""

    DEFAULT_CSS = """
    FooterLine {
        height: 1; padding: 0 1; color: $foreground-muted;
        link-style: not underline; link-color: $foreground-muted; link-background: $background;
    }
    """

    hints: reactive[Sequence[Hint]] = reactive[Sequence[Hint]](())
    where = reactive("")
    about: reactive[tuple[str, ...]] = reactive[tuple[str, ...]](())

    def render(self) -> Content:
        """As many keys as there is room for, most needed first; each can be clicked."""
        where = self._where()
        parts = [hint.drawn for hint in fitting(self.hints, self.size.width - cell_len(where) - 1)]
        left = Content("  ").join(parts)
        gap = max(0, self.size.width - left.cell_length - cell_len(where))
        return Content.assemble(left, " " * gap, (where, "bold"))

    def _where(self) -> str:
        """Where one is, and before it as much of what it is about as half the line holds."""
        parts = [part for part in (*self.about, self.where) if part]
        while len(parts) > 1 and 2 * cell_len(" · ".join(parts)) > self.size.width:
            parts.pop(0)
        return cut(" · ".join(parts), self.size.width)


def fitting(hints: Sequence[Hint], width: int) -> Sequence[Hint]:
    """The hints there is room for; the last one, which leads to all others, stays the longest."""
    kept = list(hints)
    while len(kept) > 1 and sum(hint.width for hint in kept) - 2 > width:
        kept.pop(-2)
    return kept if kept and kept[-1].width - 2 <= width else ()
