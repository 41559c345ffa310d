"""``reader export``: what was found, in one of the formats."""

import json
from pathlib import Path

import click

from reader.article import Article
from reader.cli.options import Opening, article_options
from reader.export.writing import OutputError, write_folder, write_text

FORMATS = ("yaml", "jsonl", "markdown", "html", "csv")


@click.command()
@click.argument("source", metavar="ARTICLE")
@article_options
@click.option(
    "-o", "--output", type=click.Path(path_type=Path), help="Where to write; standard output if not given."
)
@click.option("--format", "form", type=click.Choice(FORMATS), default="yaml", show_default=True)
def export(opening: Opening, source: str, output: Path | None, form: str) -> None:
    """Write everything found in an article.

    Markdown and HTML are a briefing to paste into a report; CSV is a folder with one file a table.
    """
    articles = _records(source) if source.endswith(".jsonl") else [opening.open(source)]
    try:
        if form == "csv":
            _export_tables(articles[0], opening.model, output)
        else:
            _export_text(articles, opening.model, output, form)
    except OutputError as error:
        raise click.ClickException(str(error)) from error


def _export_text(articles: list[Article], model: str, output: Path | None, form: str) -> None:
    from reader.cli.reading import read_all
    from reader.export.formats import TEXT_FORMATS

    render = TEXT_FORMATS[form]
    text = "".join(render(article, reading, ()) for article, reading in read_all(articles, model))
    if output is None or str(output) == "-":
        click.echo(text, nl=False)
    else:
        write_text(output, text)


def _export_tables(article: Article, model: str, output: Path | None) -> None:
    from reader.cli.reading import read_all
    from reader.export.formats import csv_tables

    if output is None:
        raise click.UsageError("CSV is one file a table; name a folder for them with --output")
    for read, reading in read_all([article], model):
        write_folder(output, csv_tables(read, reading))


def _records(source: str) -> list[Article]:
    from reader.article.jsonl import from_record

    lines = Path(source).read_text("utf-8").splitlines()
    return [from_record(json.loads(line)) for line in lines if line.strip()]
