"""The command ``reader``: opens what it is given, unless its first word is a command."""

from collections.abc import MutableMapping
from typing import TYPE_CHECKING, Any, cast

import click

from reader import __version__
from reader.cli.commands import Commands
from reader.cli.ending import end, ending

if TYPE_CHECKING:
    from click.shell_completion import CompletionItem

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

    def shell_complete(self, ctx: click.Context, incomplete: str) -> "list[CompletionItem]":
        """Commands, and what `reader ARTICLE` takes, since an article can stand where a command does."""
        from click.shell_completion import CompletionItem

        if not incomplete.startswith("-"):
            return [*super().shell_complete(ctx, incomplete), CompletionItem(incomplete, type="file")]
        opens = self.commands["open"]
        options = opens.shell_complete(click.Context(opens, info_name="open", parent=ctx), incomplete)
        found = (*super().shell_complete(ctx, incomplete), *options)
        return list({item.value: item for item in found}.values())

    def main(self, *args: Any, **options: Any) -> Any:
        """Run the program; whatever goes wrong is one line on standard error and an exit status."""
        with ending():
            try:
                return super().main(*args, **{**options, "prog_name": "reader", "standalone_mode": False})
            except click.ClickException as error:
                end(error.format_message(), error.exit_code)
            except click.Abort:
                end("given up", 130)


@click.group(
    cls=OpensByDefault,
    commands=cast(MutableMapping[str, click.Command], Commands()),  # never added to
    context_settings={"help_option_names": ["-h", "--help"]},
    epilog="Exit status: 0 done, 1 it could not be done, 2 the command was not understood, 130 interrupted.",
)
@click.version_option(__version__, prog_name="reader")
def main() -> None:
    """Read news closely: who said what, which numbers are claimed, what happened when.

    `reader ARTICLE` opens a text, Markdown or HTML file, an address, or standard input (-).
    `reader` alone offers recent articles and samples.
    """
