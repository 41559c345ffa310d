"""Finds what makes the Readings by its dotted name, and makes it once a process; imports no spaCy itself."""

import threading
from collections.abc import Callable, Iterable
from functools import cache
from importlib import import_module

from reader.analysis.model import Reading
from reader.article import Article

Analyse = Callable[[list[Article]], Iterable[Reading]]

_loading = threading.Lock()


def analyser(name: str, model: str) -> Analyse:
    """The analyser of that dotted name for one model, made once a process."""
    with _loading:
        return _analyser(name, model)


@cache
def _analyser(name: str, model: str) -> Analyse:
    module, _, factory = name.partition(":")
    made: Analyse = getattr(import_module(module), factory)(model)
    return made
