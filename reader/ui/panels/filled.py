"""A panel as it is filled: a heading with a count over rows, and what it says while there is no Reading."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.message import Message

from reader.ui.items import ItemKind
from reader.ui.panels.branches import Branches
from reader.ui.panels.heading import Heading
from reader.ui.panels.lines import Line, Piece, Row, name, sentence, still
from reader.ui.panels.rows import Rows
from reader.ui.panels.view import View

TRY_AGAIN = "try again"  # the node of the row that asks for the Reading anew


class FilledPanel(Vertical):
    """Heading and rows. A subclass says what it is called and builds its rows from the view."""

    DEFAULT_CSS = """
    FilledPanel { height: 1fr; }
    """
    title: ClassVar[str] = ""
    nothing: ClassVar[str] = ""
    make_rows: ClassVar[type[Rows]] = Rows
    always_open: ClassVar[frozenset[str]] = frozenset()

    class Rebuilt(Message):
        """The panel has other rows, perhaps more of them."""

    def __init__(self, *, id: str) -> None:
        super().__init__(id=id)
        self.view = View()
        self.branches = Branches(self.always_open)
        self.heading = Heading(self.title)
        self.rows = self.make_rows()
        self.again = ""  # what Enter does about there being no rows
        self._chosen: tuple[ItemKind, str] | None = None

    def compose(self) -> ComposeResult:
        """The heading above the rows."""
        yield self.heading
        yield self.rows

    @property
    def opened(self) -> frozenset[str]:
        """The nodes that are open."""
        return self.branches.opened

    @property
    def lines(self) -> int:
        """How many lines it takes to show everything."""
        return self.rows.virtual_size.height + 1

    @property
    def counted(self) -> str:
        """How much the panel holds, as its heading says."""
        return self.heading.count

    # What a subclass says

    def build(self) -> list[Row]:
        """The rows of the view."""
        raise NotImplementedError

    def count(self) -> int:
        """How much the panel holds, for the heading."""
        raise NotImplementedError

    def hint(self) -> str:
        """What the heading says at the right: whom the screen is filtered to."""
        speaker = self.view.speakers.get(self.view.only or "")
        return f"only {name(speaker.name)}" if speaker else ""

    def path_to(self, kind: ItemKind, id: str) -> tuple[str, ...]:
        """The nodes that must be open to see an item, the outermost first."""
        return ()

    def nodes(self) -> set[str]:
        """Every node that can be opened."""
        return set()

    @property
    def _nothing(self) -> str:
        """That there is nothing: in the article, or in what is left of it."""
        speaker = self.view.speakers.get(self.view.only or "")
        return f"nothing in what {name(speaker.name)} says" if speaker else self.nothing

    # What the container says

    def show(self, view: View) -> None:
        """Show another view; what was open stays open as long as it is the same article."""
        if view.article.text != self.view.article.text:
            self.branches, self._chosen = Branches(self.always_open), None
        self.view = view
        self.rebuild()

    def say(self, text: str, again: str = "") -> None:
        """Say one thing instead of showing rows; ``again`` is what Enter does about it, where it does anything."""
        self.heading.say()
        self.again = again
        self.rows.fill([sentence(text), _again(again)] if again else [sentence(text)])

    def choose(self, kind: ItemKind, id: str) -> None:
        """Mark an item and bring it into view, opening what hides it and closing what the last one opened."""
        self._chosen = (kind, id)
        branches = self.branches.revealing(self.path_to(kind, id))
        changed, self.branches = branches.opened != self.opened, branches
        if changed:
            self.rebuild()
        self.rows.marked = self.rows.places.get((kind, id), -1)
        if self.rows.marked >= 0:
            self.rows.cursor = self.rows.marked
            self.rows.show_row(self.rows.marked)

    def unmark(self) -> None:
        """Mark nothing."""
        self._chosen = None
        self.rows.marked = -1

    def turn(self, node: str, wide: bool) -> None:
        """Open a node, or close it."""
        self.branches = self.branches.turned(node, wide)
        self.rebuild()

    def rebuild(self) -> None:
        """Make the rows anew, with the cursor where it was."""
        under, place = self.rows.row, self.rows.cursor
        if failure := self.view.reading.failure(self.title.lower()):
            self.say(failure, again="tries again")
            self.post_message(self.Rebuilt())
            return
        rows = self.build()
        if not rows or (self.view.only and not self.count()):
            rows = [still(Piece("  "), Piece(self._nothing, "dim")), *rows]
        self.rows.fill(rows, self._chosen)
        if under is not None:
            self.rows.go_to(under, place)
        self.heading.say(str(self.count()), self.hint())
        self.post_message(self.Rebuilt())


def _again(does: str) -> Row:
    return Row(lambda width: Line((Piece("  Enter", "accent"), Piece(f" {does}"))), node=TRY_AGAIN)
