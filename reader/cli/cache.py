"""``reader cache``: the readings that are kept between runs."""

import click


@click.command()
@click.option("--clear", is_flag=True, help="Throw all of them away.")
def cache(clear: bool) -> None:
    """Show, or clear, the readings that are kept so that an article opens at once the next time."""
    from reader.engine.cache import Cache

    kept = Cache()
    state = kept.clear() if clear else kept.state()
    done = "cleared" if clear else "kept"
    size, limit = state.bytes / 2**20, state.limit_bytes / 2**20
    click.echo(f"{state.entries} readings {done}, {size:.1f} of {limit:.0f} MiB, in {state.folder}")
