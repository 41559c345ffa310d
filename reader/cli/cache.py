"""``reader cache``: the readings and the fetched pages that are kept between runs."""

import click


@click.command()
@click.option("--clear", is_flag=True, help="Throw all of them away.")
def cache(clear: bool) -> None:
    """Show, or clear, what is kept so that an article opens at once the next time, or without a network."""
    from reader.article.pages import Pages
    from reader.engine.cache import Cache

    kept = Cache()
    state = kept.clear() if clear else kept.state()
    done = "cleared" if clear else "kept"
    size, limit = state.bytes / 2**20, state.limit_bytes / 2**20
    click.echo(f"{state.entries} readings {done}, {size:.1f} of {limit:.0f} MiB, in {state.folder}")
    pages = Pages()
    sizes = pages.sizes().values()
    if clear:
        pages.clear()
    click.echo(
        f"{len(sizes)} fetched pages {done}, {sum(sizes) / 2**20:.1f} of {pages.limit_bytes / 2**20:.0f} MiB"
    )
