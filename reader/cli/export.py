"""``reader export``: what was found, as YAML or JSON Lines."""

import json
from pathlib import Path

import click

from reader.analysis.model import Reading
from reader.article import Article
from reader.cli.options import Opening, article_options
from reader.export.writing import OutputError, write_text

FORMATS = ("yaml", "jsonl")


@click.command()
@click.argument("source", metavar="ARTICLE")
@article_options
@click.option(
    "-o", "--output", type=click.Path(path_type=Path), help="Where to write; standard output if not given."
)
@click.option("--format", "form", type=click.Choice(FORMATS), default="yaml", show_default=True)
def export(opening: Opening, source: str, output: Path | None, form: str) -> None:
    """Write everything found in an article."""
    from reader.cli.reading import read_all

    articles = _records(source) if source.endswith(".jsonl") else [opening.open(source)]
    text = "".join(render(article, reading, form) for article, reading in read_all(articles, opening.model))
    if output is None or str(output) == "-":
        click.echo(text, nl=False)
        return
    try:
        write_text(output, text)
    except OutputError as error:
        raise click.ClickException(str(error)) from error


def render(article: Article, reading: Reading, form: str) -> str:
    """One export in one of the formats, with its final line end."""
    from reader.export.document import document, record

    if form == "jsonl":
        return json.dumps(record(article, reading), ensure_ascii=False) + "\n"
    from reader.export.yaml_text import dump

    return dump(document(article, reading))


def _records(source: str) -> list[Article]:
    from reader.article.jsonl import from_record

    lines = Path(source).read_text("utf-8").splitlines()
    return [from_record(json.loads(line)) for line in lines if line.strip()]
