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

    kept = Cache()
    state = kept.clear() if clear else kept.state()
    done = "cleared" if clear else "kept"
    size, limit = size_in_words(state.bytes), size_in_words(state.limit_bytes)
    click.echo(f"{state.entries} readings {done}, {size} of {limit}, in {state.folder}")
    pictures = screens()
    state = pictures.clear() if clear else pictures.state()
    size, limit = size_in_words(state.bytes), size_in_words(state.limit_bytes)
    click.echo(f"{state.entries} screens as they were left {done}, {size} of {limit}")
    pages = Pages()
    sizes = pages.sizes().values()
    if clear:
        pages.clear()
    size, limit = size_in_words(sum(sizes)), size_in_words(pages.limit_bytes)
    click.echo(f"{len(sizes)} fetched pages {done}, {size} of {limit}")
