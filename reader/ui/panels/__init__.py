"""The side panels: who speaks, which numbers, what happened when, which names."""

from reader.ui.panels.arrangement import Arrangement
from reader.ui.panels.container import Panels
from reader.ui.panels.keys import BINDINGS, default_keys

__all__ = ["BINDINGS", "Arrangement", "Panels", "default_keys"]
