"""``reader cache``: the readings and the fetched pages that are kept between runs."""

import click

from reader.cli.sizes import size_in_words


@click.command()
@click.option("--clear", is_flag=True, help="Throw all of them away.")
def cache(clear: bool) -> None:
    """Show, or clear, what is kept so that an article opens at once the next time, or without a network."""
    from reader.article.pages import Pages
    from reader.engine.cache import Cache
    from reader.ui.early.pictures import kept as screens

    readings = Cache()
    done = "cleared" if clear else "kept"
    for what, kept in (
        ("readings", readings),
        ("screens as they were left", screens()),
        ("fetched pages", Pages().kept),
    ):
        state = kept.clear() if clear else kept.state()
        size, limit = size_in_words(state.bytes), size_in_words(state.limit_bytes)
        where = f", in {state.folder}" if kept is readings else ""
        click.echo(f"{state.entries} {what} {done}, {size} of {limit}{where}")
