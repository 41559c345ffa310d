"""How the screen is laid out by its width."""

ONE_PANE, BESIDE, STACKED = 60, 80, 100
"""Columns from which the panels stand below the text, beside it as tabs, beside it in a stack."""
