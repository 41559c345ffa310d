"""Commands and options."""

import json
from pathlib import Path

import click


@click.group()
def main() -> None:
    """Read news closely."""


@main.command()
@click.argument("source")
@click.option("-o", "--output", required=True)
@click.option("--format", "form", default="jsonl")
def export(source: str, output: str, form: str) -> None:
    """Write what was found (a first step: JSON Lines in, JSON Lines out)."""
    from reader.analysis.pipeline import analyse_many, load
    from reader.article.jsonl import from_record
    from reader.export.document import record

    lines = Path(source).read_text("utf-8").splitlines()
    articles = [from_record(json.loads(line)) for line in lines if line.strip()]
    with Path(output).open("w", encoding="utf-8") as out:
        for article, reading in zip(articles, analyse_many(load(), articles), strict=True):
            out.write(json.dumps(record(article, reading), ensure_ascii=False) + "\n")
