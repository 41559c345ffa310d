"""Options that several commands share."""

import functools
from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING, Any

import click

from reader.analysis.defaults import DEFAULT_MODEL
from reader.article import Options
from reader.article.sanitise import visible
from reader.cli.opening import Opening
from reader.engine.models import is_installed

if TYPE_CHECKING:
    from click.shell_completion import CompletionItem


class Day(click.ParamType[date]):
    """A calendar day as YYYY-MM-DD."""

    name = "YYYY-MM-DD"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> date:
        """The day, or a usage error that says how one is written."""
        try:
            return value if isinstance(value, date) else date.fromisoformat(value)
        except ValueError:
            self.fail(f"{visible(value)!r} is no day; write it as 2026-03-12", param, ctx)


class Source(click.ParamType[str]):
    """The name of something to read."""

    name = "article"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """The name, or a usage error when it is empty, which a path would take for this folder."""
        return str(value) if str(value).strip() else self.fail("an empty name is no article", param, ctx)

    def shell_complete(
        self, ctx: click.Context, param: click.Parameter, incomplete: str
    ) -> "list[CompletionItem]":
        """Files, which the shell finds itself."""
        from click.shell_completion import CompletionItem

        return [CompletionItem(incomplete, type="file")]


class Model(click.ParamType[str]):
    """An installed spaCy pipeline."""

    name = "name"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """The name, or a usage error when nothing of that name is installed."""
        if not is_installed(value):
            wanted = visible(value)
            self.fail(f"no spaCy pipeline called {wanted!r} is installed; try {DEFAULT_MODEL}", param, ctx)
        return str(value)


class Theme(click.ParamType[str]):
    """A theme that ships, one of the person's own, or one of Textual's: what the settings take too."""

    name = "name"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """The name, or a usage error that says which there are."""
        from reader.ui import themes

        if not themes.exists(value):
            self.fail(themes.unknown(visible(value)), param, ctx)
        return str(value)

    def shell_complete(
        self, ctx: click.Context, param: click.Parameter, incomplete: str
    ) -> "list[CompletionItem]":
        """The names there are."""
        from click.shell_completion import CompletionItem

        from reader.ui import theme_files

        return [CompletionItem(name) for name in theme_files.files() if name.startswith(incomplete)]


_Command = Callable[..., None]
_FIELDS = (
    "published",
    "raw",
    "allow_local",
    "fix_encoding",
    "any_language",
)  # of Options, set by the options below
_OPTIONS: tuple[Callable[[_Command], _Command], ...] = (
    click.option("--date", "published", type=Day(), help="The publication day, whatever the source says."),
    click.option(
        "--model",
        type=Model(),
        default=DEFAULT_MODEL,
        show_default=True,
        help="An installed English spaCy pipeline; the default is spaCy's en_core_web_sm 3.8, "
        "packaged to be installed by name.",
    ),
    click.option("--raw", is_flag=True, help="Of a page, all its visible text instead of its article."),
    click.option("--allow-local", is_flag=True, help="Fetch from private and loopback addresses too."),
    click.option(
        "--fix-encoding",
        is_flag=True,
        help="Repair text that was decoded with a wrong charset before it came here.",
    ),
    click.option(
        "--any-language",
        is_flag=True,
        help="Look for things in an article that is not in English, too.",
    ),
)


def article_options(function: _Command) -> _Command:
    """Give a command the options above; they reach it as one :class:`Opening`, its first argument."""

    @functools.wraps(function)
    def command(*, model: str, **given: Any) -> None:
        options = Options(**{name: given.pop(name) for name in _FIELDS})
        function(Opening(options, model), **given)

    decorated: _Command = command
    for option in reversed(_OPTIONS):
        decorated = option(decorated)
    return decorated
