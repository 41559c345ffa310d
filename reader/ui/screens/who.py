"""Choosing who says something: everybody the article names, found by typing, or any other name."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Input, OptionList, Static
from textual.widgets.option_list import Option

from reader.analysis.model import Reading
from reader.article.sanitise import visible

NOBODY = "-"
_SHOWN = 10  # rows at most; typing finds the others


@dataclass(frozen=True, slots=True)
class Known:
    """Somebody the article names, and what it says of them in a few words."""

    name: str
    about: str = ""


def known(reading: Reading | None) -> tuple[Known, ...]:
    """The speakers of a Reading, then the people and organisations it names that are not among them."""
    if reading is None:
        return ()
    speakers = [
        Known(s.name, ", ".join(word for word in (s.role, s.affiliation) if word)) for s in reading.speakers
    ]
    others = sorted(
        (e for e in reading.entities if e.kind in {"person", "organisation"}),
        key=lambda entity: (entity.kind != "person", -len(entity.mentions)),
    )
    everybody = (*speakers, *(Known(entity.name, entity.kind) for entity in others))
    return tuple({one.name.casefold(): one for one in reversed(everybody)}.values())[::-1]


class Who(ModalScreen[str | None]):
    """Gives a name, ``NOBODY``, or None when the person thought better of it.

    Args:
        people: who can be chosen.
        now: whose it is as things are, None for nobody's.
    """

    DEFAULT_CSS = """
    Who {
        background: $background 0%; align: left bottom;
        Vertical { height: auto; max-height: 80%; background: $surface; padding: 0 1; }
        #question { color: $accent; text-style: bold; }
        Input { background: $surface; }
        OptionList, OptionList:focus {
            height: auto; max-height: 12; border: none; padding: 0; background: $surface;
            background-tint: transparent; text-wrap: nowrap; text-overflow: ellipsis; scrollbar-size-vertical: 1;
        }
    }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "dismiss", "Never mind", show=False),
        Binding("down,ctrl+n", "move(1)", show=False, priority=True),
        Binding("up,ctrl+p", "move(-1)", show=False, priority=True),
    ]

    def __init__(self, people: Sequence[Known], now: str | None = None) -> None:
        super().__init__()
        self._people = people
        self._now = now
        self.list = OptionList(markup=False)
        self.list.can_focus = False

    def compose(self) -> ComposeResult:
        """The question, the line one types in, and who that can be."""
        says = "Who says this?   ↑ ↓ and Enter: this one · type to find, or another name · Esc: never mind"
        with Vertical():
            yield Static(Content(says), id="question")
            yield Input(placeholder=visible(self._now or "nobody named"), compact=True)
            yield self.list

    def on_mount(self) -> None:
        """Everybody, to begin with."""
        self._fill("")

    @on(Input.Changed)
    def _typed(self, event: Input.Changed) -> None:
        event.stop()
        self._fill(event.value.strip())

    @on(Input.Submitted)
    def _submitted(self, event: Input.Submitted) -> None:
        event.stop()
        self._fill(event.value.strip(), keep=True)  # a name that was pasted may not have come by as typed
        self.list.action_select()

    @on(OptionList.OptionSelected)
    def _chosen(self, event: OptionList.OptionSelected) -> None:
        event.stop()
        self.dismiss(event.option_id)

    def action_move(self, by: int) -> None:
        """Move along the list while one types."""
        self.list.action_cursor_down() if by > 0 else self.list.action_cursor_up()

    def _fill(self, typed: str, *, keep: bool = False) -> None:
        rows = list(self._rows(typed))
        if keep and [row.id for row in rows] == [row.id for row in self.list.options]:
            return
        self.list.clear_options()
        self.list.add_options(rows)
        self.list.highlighted = 0

    def _rows(self, typed: str) -> Iterable[Option]:
        """Who matches what was typed, then that itself, then nobody."""
        found = [one for one in self._people if typed.casefold() in one.name.casefold() and typed != NOBODY]
        for one in found[:_SHOWN]:
            mark = "now " if one.name == self._now else ""
            yield Option(
                Content.assemble(visible(one.name), (f"  {mark}{visible(one.about)}", "dim")), id=one.name
            )
        exact = any(typed.casefold() == one.name.casefold() for one in found)
        if typed and typed != NOBODY and not exact:
            yield Option(Content.assemble(visible(typed), ("  as typed", "dim")), id=typed)
        if not typed or typed == NOBODY:
            yield Option(Content.assemble("nobody", ("  it cannot be said who", "dim")), id=NOBODY)
