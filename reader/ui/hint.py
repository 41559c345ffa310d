"""A key that matters now, as the footer and the dialogs write it: it can be clicked."""

from typing import NamedTuple

from rich.cells import cell_len
from textual.content import Content
from textual.style import Style


class Hint(NamedTuple):
    """One key: how it is written, what it does in a word or two, and the action a click runs; "" runs none."""

    key: str
    says: str
    action: str

    @property
    def width(self) -> int:
        """Cells it takes with the space behind it."""
        return cell_len(self.key) + 1 + cell_len(self.says) + 2

    @property
    def drawn(self) -> Content:
        """The key, and the words behind it."""
        words = Content.assemble((self.key, "bold"), f" {self.says}")
        return words.stylize(Style.from_meta({"@click": self.action})) if self.action else words
