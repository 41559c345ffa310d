"""``reader completion`` and ``reader man``: what a shell and ``man`` want of a program."""

import click
from click.shell_completion import get_completion_class

from reader.cli.manpage import man_page


@click.command()
@click.argument("shell", type=click.Choice(["bash", "zsh", "fish"]))
def completion(shell: str) -> None:
    """Print the completion script for a shell.

    bash: add `eval "$(reader completion bash)"` to ~/.bashrc, and likewise for zsh. fish: write it to
    ~/.config/fish/completions/reader.fish.
    """
    made = get_completion_class(shell)
    assert made is not None  # the choices above are the shells click knows
    command = click.get_current_context().find_root().command
    click.echo(made(command, {}, "reader", "_READER_COMPLETE").source())


@click.command()
def man() -> None:
    """Print the manual page: `reader man > reader.1`, or read it with `man -l`."""
    click.echo(man_page(click.get_current_context().find_root()), nl=False)
