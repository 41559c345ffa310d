"""``reader explain ARTICLE:OFFSET`` or ``reader explain ARTICLE "words"``: why what stands there was found."""

import click

from reader.article.sanitise import visible
from reader.cli.opening import Opening
from reader.cli.options import Source, article_options


@click.command()
@click.argument("source", type=Source(), metavar="ARTICLE[:OFFSET]")
@click.argument("words", required=False, metavar="[WORDS]")
@article_options
def explain(opening: Opening, source: str, words: str | None) -> None:
    """Say why something was found: the rules that made it and the words it stands on.

    OFFSET counts code points of the text, as exports do; WORDS are looked for in it, everywhere they stand.
    """
    from reader.analysis.explaining import explained, touching
    from reader.cli.reading import read_one

    offset = None
    if words is None:
        source, _, given = source.rpartition(":")
        if not source or not given.isdecimal():
            raise click.UsageError("say where: ARTICLE:OFFSET, or the words after it in quotation marks")
        offset = int(given)
    article = opening.open(source)
    spans = _places(article.text, words) if words is not None else [(offset or 0, (offset or 0) + 1)]
    if not spans:
        raise click.ClickException(f"“{visible(words or '')}” does not stand in {visible(source)}")
    reading = read_one(article, opening.model)
    items = list(dict.fromkeys(item for span in spans for item in touching(reading, *span)))
    if not items:
        raise click.ClickException("nothing was found there")
    for number, item in enumerate(items):
        why = explained(item, reading)
        click.echo(("\n" if number else "") + visible(why.what))
        for label, value in why.facts:
            click.echo(f"  {label}: {visible(value)}")
        for name, says in why.rules:
            click.echo(f"  rule {name}: {says}")
        if not why.rules:
            click.echo("  no rule is named for it")


def _places(text: str, words: str) -> list[tuple[int, int]]:
    """Where some words stand, line breaks counting as spaces."""
    flat, wanted = text.replace("\n", " "), " ".join(words.split())
    found, at = [], flat.find(wanted) if wanted else -1
    while at >= 0:
        found.append((at, at + len(wanted)))
        at = flat.find(wanted, at + 1)
    return found
