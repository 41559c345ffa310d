"""The side panels: who speaks, which numbers, what happened when, which names."""

from reader.ui.panels.container import NAMES, PanelName, Panels

__all__ = ["NAMES", "PanelName", "Panels"]
