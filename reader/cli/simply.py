"""``reader ARTICLE`` and nothing more: opened without the parser of options, which takes longer than the article."""

import gc
import os
import sys
from pathlib import Path

from reader.analysis.defaults import DEFAULT_MODEL
from reader.article import Options, open_each
from reader.cli.ending import ending
from reader.cli.opening import Opening
from reader.cli.places import PLACES
from reader.cli.screen import run_screen
from reader.engine.models import is_installed


def open_simply(arguments: list[str]) -> bool:
    """Show the one file that is named, and leave. False, and nothing done, where there is more to understand.

    Args:
        arguments: those of the program, without its own name.
    """
    if not _is_simple(arguments) or not is_installed(DEFAULT_MODEL):
        return False
    gc.disable()  # what a start makes stays: to look for garbage in it takes a seventh of the time
    with ending():
        articles = open_each(arguments[0])
        sys.exit(run_screen(articles, Opening(Options(), DEFAULT_MODEL), None))


def _is_simple(arguments: list[str]) -> bool:
    """Whether they are one file, to be shown on a terminal that has the keyboard too."""
    return (
        len(arguments) == 1
        and not arguments[0].startswith("-")
        and arguments[0] not in PLACES
        and Path(arguments[0]).is_file()
        and "TEXTUAL_DRIVER" not in os.environ
        and os.environ.get("TERM") != "dumb"
        and os.isatty(0)
        and os.isatty(1)
    )
