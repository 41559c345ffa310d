"""A panel under the keyboard and the mouse: what its rows choose, open and ask for."""

from typing import ClassVar

from textual import events, on
from textual.binding import Binding, BindingType
from textual.message import Message

from reader.ui.hint import Hint
from reader.ui.hints import written
from reader.ui.messages import ItemChosen, ReadingWanted, SpeakerFiltered
from reader.ui.panels.filled import TRY_AGAIN, FilledPanel
from reader.ui.panels.heading import Heading
from reader.ui.panels.rows import Rows


class Panel(FilledPanel):
    """One panel. ``keys`` are those that matter in it, by binding id, and what each does in a word or two."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("f", "only", "Only what this speaker says, or all", id="list.filter"),
        Binding(
            "asterisk",
            "turn_all",
            "Open everything, or close it",
            show=False,
            key_display="*",
            id="list.open-all",
        ),
    ]
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
