"""``reader cache``: the readings and the fetched pages that are kept between runs."""

import click


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


def size_in_words(size: int) -> str:
    """So many bytes: "0 KiB", "18 KiB", "3.4 MiB", "256 MiB".

    Example:
        >>> size_in_words(18_000), size_in_words(256 * 2**20)
        ('18 KiB', '256 MiB')
    """
    if size < 2**20:
        return f"{-(-size // 1024)} KiB"  # what is there at all is not nothing
    return f"{size / 2**20:.1f}".removesuffix(".0") + " MiB"
