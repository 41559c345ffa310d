"""How the panels stand: which are shown, which has all the room, how wide. Knows no widget."""

from collections.abc import Mapping
from typing import Literal, NamedTuple

from reader.config.settings import PANELS, PanelName

Mode = Literal["stack", "tabs"]
NARROWEST, WIDEST = 24, 120
LEAST, MOST = 44, 72  # columns of panels that are as wide as the text leaves room for
LOWEST, HIGHEST = 6, 60
_AROUND = 12  # columns that the text takes beyond its measure: margins, scroll bar, air


class Arrangement(NamedTuple):
    """What a person can change about the panels, so that they can be found as they were left.

    Args:
        shown: the panels that are not hidden, in the order they stand in.
        zoomed: the panel that has all the room.
        active: the panel that is seen while there is room for one only.
        width: of all panels, in columns; 0 is what the text leaves.
        height: of all panels below the text, in rows; 0 is their usual share.
    """

    shown: tuple[PanelName, ...] = PANELS
    zoomed: PanelName | None = None
    active: PanelName = "speakers"
    width: int = 0
    height: int = 0

    def seen(self, mode: Mode) -> tuple[PanelName, ...]:
        """The panels on screen."""
        if self.zoomed is not None:
            return (self.zoomed,)
        if mode == "stack" or not self.shown:
            return self.shown
        return (self.active if self.active in self.shown else self.shown[0],)

    def last(self, mode: Mode) -> PanelName:
        """The panel in view that was used last; the first of all where none is in view."""
        seen = self.seen(mode)
        return self.active if self.active in seen else next(iter(seen), PANELS[0])

    def toggled(self, name: PanelName) -> "Arrangement":
        """With a panel hidden, or shown again."""
        shown = tuple(other for other in PANELS if (other in self.shown) != (other == name))
        return self._replace(shown=shown, zoomed=None if self.zoomed == name else self.zoomed)

    def width_in(self, columns: int, measure: int) -> int:
        """How wide the panels are on a screen of so many columns, beside a text of that measure."""
        left = columns - measure - _AROUND
        return _within(NARROWEST, self.width, WIDEST) if self.width else _within(LEAST, left, MOST)

    def sized(self, width: int = 0, height: int = 0) -> "Arrangement":
        """With another width or height, or the one it has, within bounds."""
        wide = _within(NARROWEST, width, WIDEST) if width else self.width
        return self._replace(width=wide, height=_within(LOWEST, height, HIGHEST) if height else self.height)

    def with_active(self, name: PanelName) -> "Arrangement":
        """With a panel in view, whatever the mode."""
        shown = self.shown if name in self.shown else self.toggled(name).shown
        zoomed = name if self.zoomed else None
        return self._replace(active=name, shown=shown, zoomed=zoomed)

    def following(self, name: PanelName, mode: Mode) -> "Arrangement":
        """With the panel of the current item in view where only one is, unless it is hidden."""
        if name not in self.shown or (mode == "stack" and self.zoomed is None):
            return self
        return self._replace(active=name, zoomed=name if self.zoomed else None)

    def as_data(self) -> dict[str, object]:
        """As plain data, to be kept."""
        return {**self._asdict(), "shown": list(self.shown)}

    @classmethod
    def from_data(cls, data: Mapping[str, object]) -> "Arrangement":
        """From plain data, whatever is wrong in it left out."""
        shown, width, height = data.get("shown"), data.get("width"), data.get("height")
        zoomed, active = data.get("zoomed"), data.get("active")
        return cls(
            tuple(name for name in PANELS if name in shown) if isinstance(shown, (list, tuple)) else PANELS,
            next((name for name in PANELS if name == zoomed), None),
            next((name for name in PANELS if name == active), "speakers"),
            *(size if type(size) is int and size > 0 else 0 for size in (width, height)),
        )


def _within(least: int, size: int, most: int) -> int:
    return max(least, min(most, size))


def as_left(state: Mapping[str, object], set_: Arrangement) -> Arrangement:
    """The panels as they were left, unless the settings ``set_`` something else since.

    Which of them was used last says nothing about another article: the first one is.
    """
    kept = state.get("panels")
    if not isinstance(kept, Mapping) or kept.get("settings") != set_.as_data():
        return set_
    return Arrangement.from_data(kept)._replace(zoomed=None, active=set_.active)


def to_leave(now: Arrangement, set_: Arrangement) -> dict[str, object]:
    """What :func:`as_left` needs next time, as plain data."""
    return {"panels": {**now.as_data(), "settings": set_.as_data()}}
