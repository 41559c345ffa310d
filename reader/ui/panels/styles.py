"""The styles a panel's rows are drawn in: one component class each, in the theme's variables."""

from typing import get_args

from reader.analysis.model import EntityKind
from reader.ui.palette import SPEAKERS

SPEAKER = ("quote", *(f"speaker-{number}" for number in range(1, len(SPEAKERS) + 1)))
ENTITY = tuple(f"entity-{kind}" for kind in get_args(EntityKind))
COLOURED = (*SPEAKER, *ENTITY, "claim", "time")


def classes(*names: str) -> set[str]:
    """The component classes of these names. Each costs a node in every list that has it."""
    return {f"rows--{name}" for name in names}


CSS = """
Rows {
    height: 1fr;
    background: $background;
    overflow-x: hidden;
    scrollbar-size-vertical: 1;
    scrollbar-gutter: stable;
    scrollbar-background: $background;
    scrollbar-background-hover: $background;
    scrollbar-background-active: $background;
    scrollbar-color: $foreground 20%;
}
Rows > .rows--dim { color: $text-muted; }
Rows > .rows--accent { color: $text-accent; text-style: bold; }
Rows > .rows--marked { background: $current; }
Rows > .rows--cursor { background: $primary-muted; }
Rows > .rows--hover { background: $foreground 8%; }
""" + "\n".join(f"Rows > .rows--{name} {{ color: ${name}; }}" for name in COLOURED)
