"""A panel: a heading with a count over rows; which branches are open; what its rows choose, open and ask for."""

from collections.abc import Iterable
from typing import ClassVar, NamedTuple

from textual import events, on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.events import Click
from textual.message import Message
from textual.widget import Widget

from reader.ui.bindings import PANEL
from reader.ui.hints import Hint, written
from reader.ui.items import ItemKind
from reader.ui.messages import ItemChosen, ReadingWanted, SpeakerFiltered
from reader.ui.panels.lines import Line, Piece, Row, name, sentence, still
from reader.ui.panels.rows import Rows
from reader.ui.panels.view import View


class Branches(NamedTuple):
    """``opened`` are the nodes that are open; ``revealed`` is the one opened only to show an item.

    Jumping through the quotes of an article opens one speaker after the other; each closes
    again when the next is reached, but what a person opened stays.
    """

    opened: frozenset[str] = frozenset()
    revealed: str | None = None

    def revealing(self, path: tuple[str, ...]) -> "Branches":
        """With the nodes above an item open, and without what the item before had opened."""
        opened, revealed = self.opened, self.revealed
        if revealed is not None and revealed not in path:
            opened, revealed = opened - {revealed}, None
        if path and path[-1] not in opened:
            revealed = path[-1]
        return Branches(opened | set(path), revealed)

    def turned(self, node: str, wide: bool) -> "Branches":
        """With one node opened or closed by the person."""
        revealed = None if node == self.revealed else self.revealed
        return Branches(self.opened | {node} if wide else self.opened - {node}, revealed)

    def all_turned(self, nodes: Iterable[str], always: frozenset[str]) -> "Branches":
        """With every node open; where they are already, with those only that always are."""
        every = frozenset(nodes)
        return Branches(always if self.opened >= every else every)


class Heading(Widget):
    """One quiet line; clicking it gives the panel all the room, or gives it back."""

    DEFAULT_CSS = """
    Heading { height: 1; padding: 0 1; }
    Heading.-here { color: $text-accent; }
    Heading:hover { background: $foreground 8%; }
    Heading > .heading--dim { color: $text-muted; }
    """
    COMPONENT_CLASSES: ClassVar[set[str]] = {"heading--dim"}

    class Clicked(Message):
        """The person clicked a heading."""

    def __init__(self, title: str) -> None:
        super().__init__()
        self.title = title
        self.count, self.hint = "", ""

    def say(self, count: str = "", hint: str = "") -> None:
        """Show another count and hint."""
        self.count, self.hint = count, hint
        self.refresh()

    def render(self) -> Content:
        """Name and count at the left, the hint at the right as far as there is room."""
        left = Content.assemble((self.title.upper(), "bold"), " ", (self.count, ".heading--dim"))
        room = self.size.width - left.cell_length - 2
        hint = Content.styled(self.hint, ".heading--dim").truncate(max(0, room), ellipsis=True)
        gap = max(0, self.size.width - left.cell_length - hint.cell_length)
        return Content.assemble(left, " " * gap, hint)

    def on_click(self, event: Click) -> None:
        """Tell the panel."""
        self.post_message(self.Clicked())


TRY_AGAIN = "try again"  # the node of the row that asks for the Reading anew


class FilledPanel(Vertical):
    """Heading and rows. A subclass says what it is called and builds its rows from the view."""

    DEFAULT_CSS = """
    FilledPanel { height: 1fr; }
    """
    title: ClassVar[str] = ""
    part: ClassVar[str] = ""
    """What of a Reading it shows, where that is not called as it is on the screen."""
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
        if failure := self.view.reading.failure(self.part or self.title.lower()):
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


class Panel(FilledPanel):
    """One panel. ``keys`` are those that matter in it, by binding id, and what each does in a word or two."""

    BINDINGS: ClassVar[list[BindingType]] = [key.binding for key in PANEL]
    keys: ClassVar[tuple[tuple[str, str], ...]] = (("list.choose", "open, go to"),)

    class ZoomAsked(Message):
        """The person wants this panel to have all the room, or to give it back."""

        def __init__(self, panel: "Panel") -> None:
            super().__init__()
            self.panel = panel

    # Which keys there are

    def hints(self) -> list[Hint]:
        """The keys that matter while the keyboard is here, as remapped."""
        keys = self._keys()
        if self.rows.row is not None and self.rows.row.node == TRY_AGAIN:
            return [
                Hint(written(keys["list.choose"]), self.again, f"app.simulate_key('{keys['list.choose']}')")
            ]
        everyone = {"list.filter": "everyone"} if self.view.only is not None else {}
        return [
            Hint(written(keys[id]), says, f"app.simulate_key('{keys[id]}')")
            for id, says in (dict(self.keys) | everyone).items()
            if id in keys
        ]

    def key_of(self, *ids: str) -> str:
        """The key of the first of these actions that can be done now, as remapped; else nothing."""
        keys = self._keys()
        return next((written(keys[id]) for id in ids if id in keys), "")

    def _keys(self) -> dict[str | None, str]:
        """The id of each action that can be done now, and its key."""
        return {each.binding.id: each.binding.key for each in self.screen.active_bindings.values()}

    @on(events.DescendantFocus)
    @on(events.DescendantBlur)
    def _here(self) -> None:
        """The heading says that the keyboard is here."""
        self.heading.set_class(self.has_focus_within, "-here")

    # What keys and clicks do

    @on(Rows.Picked)
    def _pick(self, event: Rows.Picked) -> None:
        event.stop()
        row = event.row
        if row.item is not None:
            self.post_message(ItemChosen(*row.item))
        elif row.node == TRY_AGAIN:
            self.post_message(ReadingWanted())
        elif node := row.node or row.parent:
            self.turn(node, node not in self.opened)

    @on(Rows.Turned)
    def _turned(self, event: Rows.Turned) -> None:
        """Open or close a node, as in any tree: once open, into it; from inside, up to it."""
        event.stop()
        row = event.row
        if row.node in self.nodes() and (row.node in self.opened) != event.wide:
            self.turn(str(row.node), event.wide)
        elif event.wide and row.item is not None:
            self.post_message(ItemChosen(*row.item))
        elif event.wide and row.node in self.opened:
            self.rows.action_move(1)
        elif not event.wide and row.parent is not None:
            self.rows.cursor = self.rows.nodes.get(row.parent, 0)
        elif event.wide:
            self.rows.action_pick()  # nothing lies within it, so it does what it is there for

    @on(Heading.Clicked)
    def _zoom(self, event: Heading.Clicked) -> None:
        event.stop()
        self.post_message(self.ZoomAsked(self))

    def speaker(self) -> str | None:
        """Whom the row under the cursor is about, None where it is about nobody."""
        return None

    def action_only(self) -> None:
        """Show one speaker on the whole screen, or everyone again."""
        wanted = None if self.view.only is not None else self.speaker()
        if wanted is not None or self.view.only is not None:
            self.post_message(SpeakerFiltered(wanted))
        else:
            self.notify("This row is about nobody; go to a speaker, or to a claim of theirs", markup=False)

    def action_turn_all(self) -> None:
        """Open everything, or close everything that was opened."""
        self.branches = self.branches.all_turned(self.nodes(), self.always_open)
        self.rebuild()
