"""Read news closely: who said what, which numbers are claimed, what happened when."""

__version__ = "0.1.0"
