"""What all panels share: a heading with a count, rows, and what they say while there is no Reading."""

from typing import ClassVar

from textual import events, on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.message import Message

from reader.article.sanitise import visible
from reader.ui.items import ItemKind
from reader.ui.messages import ItemChosen, ReadingWanted, SpeakerFiltered
from reader.ui.panels.branches import Branches
from reader.ui.panels.heading import Heading
from reader.ui.panels.lines import Line, Piece, Row, name, still
from reader.ui.panels.rows import Rows
from reader.ui.panels.view import View

TRY_AGAIN = "try again"  # the node of the row that asks for the Reading anew


class Panel(Vertical):
    """One panel. A subclass says what it is called and builds its rows from the view."""

    DEFAULT_CSS = """
    Panel { height: 1fr; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("f", "only", "This speaker only, or everyone", id="list.filter"),
        Binding(
            "asterisk",
            "turn_all",
            "Open everything, or close it",
            show=False,
            key_display="*",
            id="list.open-all",
        ),
    ]
    title: ClassVar[str] = ""
    nothing: ClassVar[str] = ""
    make_rows: ClassVar[type[Rows]] = Rows
    own_key: ClassVar[tuple[str, str] | None] = None  # the id of a key that matters here, and what it does
    always_open: ClassVar[frozenset[str]] = frozenset()

    class ZoomAsked(Message):
        """The person wants this panel to have all the room, or to give it back."""

        def __init__(self, panel: "Panel") -> None:
            super().__init__()
            self.panel = panel

    class Rebuilt(Message):
        """The panel has other rows, perhaps more of them."""

    def __init__(self, *, id: str) -> None:
        super().__init__(id=id)
        self.view = View()
        self.branches = Branches(self.always_open)
        self.heading = Heading(self.title)
        self.rows = self.make_rows()
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
        return len(self.rows.rows) + 1

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
        """What the heading says at the right: whom the screen is filtered to, else the panel's own key."""
        speaker = self.view.speakers.get(self.view.only or "")
        return f"only {name(speaker.name)}" if speaker else self._key_hint()

    def _key_hint(self) -> str:
        if not self.own_key or not self.has_focus_within:
            return ""
        id, says = self.own_key
        key = self.key_of(id)
        return f"{key} {says}" if key else ""

    def key_of(self, *ids: str) -> str:
        """The key of the first of these actions that can be done now, as remapped; else nothing."""
        bindings = {active.binding.id: active.binding for active in self.screen.active_bindings.values()}
        found = next((bindings[id] for id in ids if id in bindings), None)
        return self.app.get_key_display(found) if found else ""

    def path_to(self, kind: ItemKind, id: str) -> tuple[str, ...]:
        """The nodes that must be open to see an item, the outermost first."""
        return ()

    def nodes(self) -> set[str]:
        """Every node that can be opened."""
        return set()

    # What the container says

    def show(self, view: View) -> None:
        """Show another view; what was open stays open as long as it is the same article."""
        if view.article.text != self.view.article.text:
            self.branches, self._chosen = Branches(self.always_open), None
        self.view = view
        self.rebuild()

    def say(self, text: str, again: bool = False) -> None:
        """Say one thing instead of showing rows, and offer to try again where that may help."""
        rows = [still(Piece("  "), Piece(visible(text), "dim"))]
        if again:
            rows.append(
                Row(lambda width: Line((Piece("  Enter", "accent"), Piece(" tries again"))), node=TRY_AGAIN)
            )
        self.heading.say()
        self.rows.fill(rows)

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

    # Keys and clicks

    @on(Rows.Picked)
    def _pick(self, event: Rows.Picked) -> None:
        event.stop()
        if event.row.item is not None:
            self.post_message(ItemChosen(*event.row.item))
        elif event.row.node == TRY_AGAIN:
            self.post_message(ReadingWanted())
        elif event.row.node is not None:
            self._turn(event.row.node, event.row.node not in self.opened)

    @on(Rows.Turned)
    def _turned(self, event: Rows.Turned) -> None:
        """Open or close a node, as in any tree: once open, into it; from inside, up to it."""
        event.stop()
        row = event.row
        if row.node in self.nodes() and (row.node in self.opened) != event.wide:
            self._turn(str(row.node), event.wide)
        elif event.wide and row.item is not None:
            self.post_message(ItemChosen(*row.item))
        elif event.wide and row.node in self.opened:
            self.rows.action_move(1)
        elif not event.wide and row.parent is not None:
            self.rows.cursor = self.rows.nodes.get(row.parent, 0)

    @on(Heading.Clicked)
    def _zoom(self, event: Heading.Clicked) -> None:
        event.stop()
        self.post_message(self.ZoomAsked(self))

    @on(events.DescendantFocus)
    @on(events.DescendantBlur)
    def _hint(self) -> None:
        """The heading says that the keyboard is here, and the key that matters."""
        self.heading.set_class(self.has_focus_within, "-here")
        if self.heading.count:
            self.heading.say(self.heading.count, self.hint())

    def action_only(self) -> None:
        """Show everyone again."""
        if self.view.only is not None:
            self.post_message(SpeakerFiltered(None))

    def action_turn_all(self) -> None:
        """Open everything, or close everything that was opened."""
        self.branches = self.branches.all_turned(self.nodes(), self.always_open)
        self.rebuild()

    # Building

    def _turn(self, node: str, wide: bool) -> None:
        self.branches = self.branches.turned(node, wide)
        self.rebuild()

    def rebuild(self) -> None:
        """Make the rows anew, with the cursor where it was."""
        under = self.rows.row
        rows = self.build() or [still(Piece("  "), Piece(self.nothing, "dim"))]
        self.rows.fill(rows, self._chosen)
        if under is not None:
            self.rows.go_to(under)
        self.heading.say(str(self.count()), self.hint())
        self.post_message(self.Rebuilt())
