"""Why an item was found: what was found of it, the words it stands on, and the rules that made it."""

from collections.abc import Iterator
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.widgets import Static

from reader.analysis.explaining import Explanation
from reader.article.sanitise import visible
from reader.ui.hints import Hint
from reader.ui.screens.sheet import Sheet


class WhyDialog(Sheet[None]):
    """An explanation over the foot of the screen, so that the item stays in sight."""

    DEFAULT_CSS = """
    WhyDialog VerticalScroll { height: auto; max-height: 16; }
    WhyDialog .line { height: auto; padding: 0 0 0 2; }
    WhyDialog .rule { height: auto; padding: 0 0 0 2; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,enter,q,I", "dismiss", "Close", show=False),
        Binding("j", "scroll(1)", show=False, id="list.down"),
        Binding("k", "scroll(-1)", show=False, id="list.up"),
    ]

    def __init__(self, explanation: Explanation) -> None:
        super().__init__()
        self._explanation = explanation

    def compose(self) -> ComposeResult:
        """The item, then a line for each fact and each rule."""
        with Vertical():
            yield self.title_line(visible(self._explanation.what), Hint("Esc", "close", "screen.dismiss"))
            with VerticalScroll():
                for fact in self._facts():
                    yield Static(fact, classes="line")
                for rule in self._rules():
                    yield Static(rule, classes="rule")

    def _facts(self) -> Iterator[Content]:
        for label, value in self._explanation.facts:
            yield Content.assemble((f"{label}: ", "$foreground-muted"), visible(value))

    def _rules(self) -> Iterator[Content]:
        if not self._explanation.rules:
            yield Content("No rule is named for it.")
        for name, says in self._explanation.rules:
            yield Content.assemble(f"· {visible(says)} ", (name, "$foreground-muted"))

    def action_scroll(self, rows: int) -> None:
        """Move through many of them."""
        self.query_one(VerticalScroll).scroll_relative(y=rows, animate=False)
