"""Every key of the panels that can be remapped, for settings and help."""

from textual.binding import Binding

from reader.ui.panels.claims import ClaimsPanel
from reader.ui.panels.container import Panels
from reader.ui.panels.panel import Panel
from reader.ui.panels.rows import Rows
from reader.ui.panels.timeline import TimelinePanel

BINDINGS: tuple[Binding, ...] = tuple(
    binding
    for widget in (Rows, Panel, ClaimsPanel, TimelinePanel, Panels)
    for binding in Binding.make_bindings(widget.__dict__["BINDINGS"])
    if binding.id
)
"""Their ids all begin with "list."; the arrow keys and the mouse stay as they are."""


def default_keys() -> dict[str, str]:
    """The id of each action of the panels and its keys, as Textual writes them."""
    return {str(binding.id): binding.key for binding in BINDINGS}
