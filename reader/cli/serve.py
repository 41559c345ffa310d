"""``reader serve``: the same app in a web page."""

import errno
from pathlib import Path

import click

from reader.article.sanitise import visible
from reader.article.webaddress import web_address, without_password
from reader.cli.opening import Opening
from reader.cli.options import Source, article_options


@click.command()
@click.argument("sources", nargs=-1, type=Source(), required=True, metavar="ARTICLE...")
@article_options
@click.option("--host", default="127.0.0.1", show_default=True, help="The address to answer at.")
@click.option("--port", type=click.IntRange(1, 65535), default=8000, show_default=True)
@click.option(
    "--trust",
    is_flag=True,
    help="Let the page open any file of yours and any address, as the app in a terminal does.",
)
def serve(opening: Opening, sources: tuple[str, ...], host: str, port: int, trust: bool) -> None:
    """Show articles in a web browser (needs the extra `web`).

    Whoever has the whole address that is printed can read these articles, make notes and write exports, and
    open nothing else; only this machine is answered unless --host says otherwise.
    """
    try:
        from reader.web.address import is_own
        from reader.web.server import serve as serve_page
    except ImportError as error:
        raise click.ClickException("this needs the extra web: pip install 'article-reader[web]'") from error
    if "-" in sources:
        raise click.UsageError("standard input cannot be served; save it to a file first")
    if opening.options.allow_local and not trust:
        raise click.UsageError("--allow-local in a page needs --trust, which lets the page open anything")
    for source in sources:
        opening.open(source)  # what cannot be read is said here, not in a page
    if not is_own(host):
        click.echo(
            f"reader: {visible(host)} is reached from other machines, and what is sent to them can be read on the "
            "way: whoever reads the printed address can use this page",
            err=True,
        )
    arguments = [*_options(opening), *(["--trust"] if trust else []), "--", *map(_absolute, sources)]
    try:
        serve_page(arguments, host, port, allowed=_is_openable)
    except OSError as error:
        raise click.ClickException(_why(error, host, port)) from error


def _is_openable(address: str) -> bool:
    return web_address(address) == address


def _why(error: OSError, host: str, port: int) -> str:
    """Why an address cannot be had, and what to do."""
    reason = error.strerror or str(error)
    if error.errno == errno.EADDRINUSE:
        return f"port {port} of {visible(host)} is taken; name another with --port"
    if error.errno == errno.EACCES:
        return f"port {port} is not for everybody ({reason}); name one above 1023 with --port"
    return f"{visible(host)} is no address of this machine ({reason}); leave --host out, or name one that is"


def _options(opening: Opening) -> list[str]:
    """The options, as the app in the page is to be given them."""
    options = opening.options
    day = ["--date", options.published.isoformat()] if options.published else []
    switches = {
        "--raw": options.raw,
        "--allow-local": options.allow_local,
        "--fix-encoding": options.fix_encoding,
        "--any-language": options.any_language,
    }
    flags = [name for name, on in switches.items() if on]
    return ["open", "--served", "--model", opening.model, *day, *flags]


def _absolute(source: str) -> str:
    is_address = source.lower().startswith(("http://", "https://"))
    return without_password(source) if is_address else str(Path(source).expanduser().resolve())
