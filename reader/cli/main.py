"""The command ``reader``: opens what it is given, unless its first word is a command."""

import sys
from typing import Any

import click
from click.shell_completion import CompletionItem

from reader import __version__
from reader.cli.cache import cache
from reader.cli.config import config
from reader.cli.export import export
from reader.cli.open import open_
from reader.cli.schema import schema
from reader.cli.serve import serve
from reader.cli.shell import completion, man

_ABOUT_ITSELF = {"--help", "-h", "--version"}


class OpensByDefault(click.Group):
    """A group for which ``reader ARTICLE`` is ``reader open ARTICLE``."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Put ``open`` in front of anything that is neither a command nor about the program itself."""
        if not args and ctx.resilient_parsing:  # a shell asks what the first word can be
            return super().parse_args(ctx, args)
        if not args or (args[0] not in self.commands and args[0] not in _ABOUT_ITSELF):
            args = ["open", *args]
        return super().parse_args(ctx, args)

    def shell_complete(self, ctx: click.Context, incomplete: str) -> list[CompletionItem]:
        """Commands, and files, since an article can stand where a command does."""
        return [*super().shell_complete(ctx, incomplete), CompletionItem(incomplete, type="file")]

    def main(self, *args: Any, **options: Any) -> Any:
        """Run the program; whatever goes wrong is one line on standard error and an exit status."""
        try:
            return super().main(*args, **{**options, "prog_name": "reader", "standalone_mode": False})
        except click.ClickException as error:
            message = " ".join(error.format_message().split())
            click.echo(f"reader: {message}", err=True)
            sys.exit(error.exit_code)
        except (click.Abort, KeyboardInterrupt):
            click.echo("reader: given up", err=True)
            sys.exit(130)


@click.group(
    cls=OpensByDefault,
    context_settings={"help_option_names": ["-h", "--help"]},
    epilog="Exit status: 0 done, 1 it could not be done, 2 the command was not understood.",
)
@click.version_option(__version__, prog_name="reader")
def main() -> None:
    """Read news closely: who said what, which numbers are claimed, what happened when.

    `reader ARTICLE` opens a text, Markdown or HTML file, an address, or standard input (-).
    `reader` alone offers recent articles and samples.
    """


for command in (open_, export, serve, config, cache, schema, completion, man):
    main.add_command(command)
