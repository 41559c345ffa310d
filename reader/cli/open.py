"""``reader ARTICLE …``: the screen, or plain text where there is no screen."""

import gc
import os
import sys
import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, nullcontext

import click

from reader.article import Article
from reader.cli.opening import Opening, tell, tell_notices
from reader.cli.options import Source, Theme, article_options

_UNSEEN = 0.7  # seconds in which most of what is piped in is there
_SAYS = "Waiting for the end of what is piped in … (ctrl+c gives up)"


@click.command("open")
@click.argument("sources", nargs=-1, type=Source(), metavar="[ARTICLE]...")
@article_options
@click.option(
    "--theme", type=Theme(), metavar="NAME", help="The colours to start with, whatever the settings say."
)
@click.option("--plain", is_flag=True, help="Write the article and what was found as plain text.")
@click.option("--served", is_flag=True, hidden=True, help="Draw for the page of `reader serve`.")
@click.option("--trust", is_flag=True, hidden=True, help="Of that page: it may open anything else.")
def open_(
    opening: Opening, sources: tuple[str, ...], *, theme: str | None, plain: bool, served: bool, trust: bool
) -> None:
    """Read articles on the screen (this is what `reader ARTICLE` does)."""
    if served:
        from reader.web.lifeline import end_with_standard_input

        end_with_standard_input()
    if sources.count("-") > 1:
        raise click.UsageError("standard input (-) can be read once only")
    if plain:
        _refuse_to_be_read_by_itself(sources)
    gc.disable()  # what a start makes stays: to look for garbage in it takes a seventh of the time
    with waiting() if "-" in sources else nullcontext():
        articles, problems = opening.open_all(sources)
    in_page = "TEXTUAL_DRIVER" in os.environ  # a web page is a screen, though nothing is a terminal
    on_screen = sys.stdout.isatty() and os.environ.get("TERM") != "dumb"
    if plain or not (in_page or on_screen):
        tell(problems)
        _write_plain(articles, opening.model)
        sys.exit(bool(problems))
    if not in_page and not sys.stdin.isatty():
        _take_the_terminal()
    sys.exit(_run(articles, opening, theme, problems, others=trust or not served))


def _write_plain(articles: Sequence[Article], model: str) -> None:
    from reader.cli.reading import read_corrected
    from reader.export.plain import plain_text

    gc.enable()
    if not articles:
        raise click.UsageError("name an article to write as plain text")
    for place, article in enumerate(articles):
        tell_notices(article, len(articles))
        text = plain_text(article, *read_corrected(article, model), among=len(articles))
        print(("\n" if place else "") + text, end="", flush=True)  # click would write UTF-8 in place of ASCII


def _refuse_to_be_read_by_itself(sources: tuple[str, ...]) -> None:
    """Refuse to write to the end of what is read, as ``reader --plain a.md >> a.md`` would."""
    from reader.export.apart import refuse_inputs
    from reader.export.writing import OutputError

    try:
        refuse_inputs(sources, (), sys.stdin, sys.stdout)
    except OutputError as error:
        raise click.ClickException(str(error)) from error


def _take_the_terminal() -> None:
    """Keys come from the terminal itself once standard input has been read."""
    try:
        terminal = os.open("/dev/tty", os.O_RDWR)
    except OSError:
        raise click.ClickException(
            "there is no terminal to read keys from; --plain writes plain text"
        ) from None
    os.dup2(terminal, 0)
    os.close(terminal)


def _run(
    articles: Sequence[Article], opening: Opening, theme: str | None, problems: list[str], *, others: bool
) -> int:
    from reader.cli.screen import run_screen

    return run_screen(articles, opening, theme, problems, others=others)


@contextmanager
def waiting(after: float = _UNSEEN) -> Iterator[None]:
    """Say on the terminal that more is waited for, once that takes a while; the line is gone behind it."""
    error = sys.stderr
    if error is None or not error.isatty() or sys.stdin is None or sys.stdin.isatty():
        yield
        return
    said, lock = False, threading.Lock()

    def say() -> None:
        nonlocal said
        with lock:
            said = True
            print(_SAYS, end="", file=error, flush=True)

    timer = threading.Timer(after, say)
    timer.daemon = True
    timer.start()
    try:
        yield
    finally:
        timer.cancel()
        with lock:
            if said:
                print(f"\r{' ' * len(_SAYS)}\r", end="", file=error, flush=True)
