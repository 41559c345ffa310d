"""The command line: what ``reader`` does with its arguments. Start with :mod:`reader.cli.main`."""

from reader.cli.main import main

__all__ = ["main"]
