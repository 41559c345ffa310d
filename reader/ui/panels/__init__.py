"""The side panels: who speaks, which numbers, what happened when, which names."""

from reader.ui.panels.arrangement import NAMES, Arrangement, PanelName
from reader.ui.panels.container import Panels

__all__ = ["NAMES", "Arrangement", "PanelName", "Panels"]
