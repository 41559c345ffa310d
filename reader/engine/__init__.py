"""An Article's Reading from another process or the cache, so that a screen never waits for the model."""

from reader.engine.analyst import AnalysisError, Analyst, Progress

__all__ = ["AnalysisError", "Analyst", "Progress"]
