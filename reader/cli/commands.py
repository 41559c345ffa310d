"""The commands there are, each imported when it is asked for: to open an article takes only one of them."""

from collections.abc import Iterator, Mapping
from importlib import import_module

import click

from reader.cli.places import PLACES


class Commands(Mapping[str, click.Command]):
    """Every command by its name; its module is imported when it is looked up."""

    def __getitem__(self, name: str) -> click.Command:
        """The command of that name."""
        module, attribute = PLACES[name]
        command: click.Command = getattr(import_module(module), attribute)
        return command

    def __iter__(self) -> Iterator[str]:
        """Their names, without importing any."""
        return iter(PLACES)

    def __len__(self) -> int:
        """How many there are."""
        return len(PLACES)

    def __contains__(self, name: object) -> bool:
        """Whether there is one of that name, without importing it."""
        return name in PLACES
