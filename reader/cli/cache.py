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

    for what, kept, where in (
        ("readings", Cache(), True),
        ("screens as they were left", screens(), False),
        ("fetched pages", Pages().kept, False),
    ):
        state = kept.clear() if clear else kept.state()
        size, limit = size_in_words(state.bytes), size_in_words(state.limit_bytes)
        done = "cleared" if clear else "kept"
        click.echo(
            f"{state.entries} {what} {done}, {size} of {limit}{f', in {state.folder}' if where else ''}"
        )
