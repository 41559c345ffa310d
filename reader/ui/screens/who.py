"""Choosing who says something: everybody the article names, found by typing, or any other name."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Input
from textual.widgets.option_list import Option

from reader.analysis.model import Reading
from reader.article.sanitise import visible
from reader.ui.choices import Choices
from reader.ui.hints import Hint
from reader.ui.screens.sheet import Sheet

NOBODY = "-"
_SHOWN = 10  # rows at most; typing finds the others


@dataclass(frozen=True, slots=True)
class Known:
    """Somebody the article names, and what it says of them in a few words."""

    name: str
    about: str = ""
    person: bool = False


def known(reading: Reading | None) -> tuple[Known, ...]:
    """The speakers of a Reading, then the people and organisations it names that are not among them."""
    if reading is None:
        return ()
    speakers = [
        Known(s.name, ", ".join(word for word in (s.role, s.affiliation) if word), s.kind == "person")
        for s in reading.speakers
    ]
    others = sorted(
        (e for e in reading.entities if e.kind in {"person", "organisation"}),
        key=lambda entity: (entity.kind != "person", -len(entity.mentions)),
    )
    everybody = (*speakers, *(Known(e.name, e.kind, e.kind == "person") for e in others))
    return tuple({one.name.casefold(): one for one in reversed(everybody)}.values())[::-1]


def matching(people: Iterable[Known], typed: str) -> list[Known]:
    """Whose names hold what was typed: the very name first, then what begins a word of it, people first."""
    wanted = typed.casefold()
    begins = re.compile(rf"(?<!\w){re.escape(wanted)}")
    whole = re.compile(rf"(?<!\w){re.escape(wanted)}(?![\w'’])")

    def rank(one: Known) -> tuple[bool, ...]:
        name = one.name.casefold()
        return name != wanted, not begins.search(name), not one.person, not whole.search(name)

    found = [one for one in people if wanted in one.name.casefold()]
    return sorted(found, key=rank) if wanted else found


class Who(Sheet[str | None]):
    """Gives a name, ``NOBODY``, or None when the person thought better of it.

    Args:
        people: who can be chosen.
        now: whose it is as things are, None for nobody's.
        words: what was said.
    """

    DEFAULT_CSS = """
    Who Input, Who Input:focus { background: $surface; background-tint: transparent; }
    Who Choices { max-height: 12; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "dismiss", "Never mind", show=False),
        Binding("down,ctrl+n", "move(1)", show=False, priority=True),
        Binding("up,ctrl+p", "move(-1)", show=False, priority=True),
    ]

    def __init__(self, people: Sequence[Known], now: str | None = None, words: str = "this") -> None:
        super().__init__()
        self._people, self._words = people, words
        self._now = now
        self.list = Choices()
        self.list.can_focus = False

    def compose(self) -> ComposeResult:
        """The question, the line one types in, and who that can be."""
        keys = (
            Hint("Enter", "this one", "screen.pick"),
            Hint("↑\u00a0↓", "another", ""),
            Hint("Esc", "leave", "screen.dismiss"),
        )
        with Vertical():
            yield self.title_line(f"Who says {self._words}?", *keys)
            yield Input(placeholder=f"type any name (now {visible(self._now or 'nobody')})", compact=True)
            yield self.list

    def on_mount(self) -> None:
        """Everybody, to begin with."""
        self._fill("")

    @on(Input.Changed)
    def _typed(self, event: Input.Changed) -> None:
        event.stop()
        self._fill(event.value.strip())

    @on(Input.Submitted)
    def action_pick(self) -> None:
        """Choose the row one is at."""
        self._fill(
            self.query_one(Input).value.strip(), keep=True
        )  # a name that was pasted may not have come by as typed
        self.list.action_select()

    @on(Choices.OptionSelected)
    def _chosen(self, event: Choices.OptionSelected) -> None:
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
        ids = [row.id for row in rows]
        now = self._now or NOBODY
        self.list.highlighted = ids.index(now) if not typed and now in ids else 0

    def _rows(self, typed: str) -> Iterable[Option]:
        """Who matches what was typed, then that itself, then nobody."""
        found = matching(self._people, typed) if typed != NOBODY else []
        others = [] if typed else [one for one in found[_SHOWN:] if one.name == self._now]
        for one in [*found[:_SHOWN], *others]:
            mark = "now " if one.name == self._now else ""
            yield Option(
                Content.assemble(visible(one.name), (f"  {mark}{visible(one.about)}", "dim")), id=one.name
            )
        exact = any(typed.casefold() == one.name.casefold() for one in found)
        if typed and typed != NOBODY and not exact:
            yield Option(Content.assemble(visible(typed), ("  as typed", "dim")), id=typed)
        if not typed or typed == NOBODY:
            mark = "" if self._now else "now "
            yield Option(Content.assemble("nobody", (f"  {mark}it cannot be said who", "dim")), id=NOBODY)
