"""``reader schema``: what an export looks like, for programs."""

import click


@click.command()
def schema() -> None:
    """Print the JSON Schema of the export."""
    from reader.export.schema import PATH

    click.echo(PATH.read_text("utf-8"), nl=False)
