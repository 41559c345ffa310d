"""``reader export``: what was found, in one of the formats; for one article, or for a million."""

import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Literal, cast

import click

from reader.cli.options import Opening, Source, article_options
from reader.export.writing import OutputError, write_folder, write_text

FORMATS = ("yaml", "jsonl", "markdown", "html", "csv")
_MANY = {"yaml", "jsonl"}  # formats that hold more than one article
_RECORDS = (".jsonl", ".ndjson", ".jsonl.gz", ".ndjson.gz")


@dataclass(frozen=True)
class Into:
    """Where what was found is written, in which format, and whether as the person corrected it."""

    output: Path | None
    form: str
    as_found: bool

    @property
    def is_stdout(self) -> bool:
        """Whether it goes to standard output."""
        return self.output is None or str(self.output) == "-"


@dataclass(frozen=True)
class Spread:
    """How a batch is spread over processes and machines."""

    workers: int | None
    scheduler: str | None
    fresh: bool


@click.command()
@click.argument("sources", nargs=-1, type=Source(), required=True, metavar="ARTICLE...")
@article_options
@click.option(
    "-o", "--output", type=click.Path(path_type=Path), help="Where to write; standard output if not given."
)
@click.option("--format", "form", type=click.Choice(FORMATS), default="yaml", show_default=True)
@click.option(
    "--as-found",
    is_flag=True,
    help="Leave out what you corrected and noted: what the machine found, no more.",
)
@click.option("--workers", type=click.IntRange(1), help="Of a batch: processes to use.  [default: all cores]")
@click.option("--scheduler", metavar="ADDRESS", help="Of a batch: the Dask scheduler to run it on.")
@click.option("--fresh", is_flag=True, help="Of a batch: begin anew, do not go on where it was stopped.")
def export(
    opening: Opening,
    sources: tuple[str, ...],
    output: Path | None,
    form: str,
    as_found: bool,
    **spread: object,
) -> None:
    """Write everything found in an article, or in many.

    Markdown and HTML are a briefing to paste into a report; CSV is a folder with one file a table.

    Folders, patterns, JSON Lines files and several articles are read as a batch: with --format jsonl
    into one file, with yaml into a folder. A batch that was stopped goes on where it was.

    What you corrected in an article is corrected in its export too, and said there under `notes`.
    """
    into = Into(output, form, as_found)
    try:
        if _is_batch(sources, form):
            _export_batch(opening, sources, into, Spread(**spread))  # type: ignore[arg-type]
        else:
            _export_one(opening, sources[0], into)
    except OutputError as error:
        raise click.ClickException(str(error)) from error


def _is_batch(sources: tuple[str, ...], form: str) -> bool:
    """Whether what is named is more than one article."""
    source = sources[0]
    many = len(sources) > 1 or source.lower().endswith(_RECORDS) or Path(source).is_dir()
    pattern = not Path(source).exists() and any(sign in source for sign in "*?[") and "://" not in source
    piped = source == "-" and form == "jsonl"
    if (many or pattern) and form not in _MANY:
        raise click.UsageError(f"{form} is written for one article at a time; a batch is yaml or jsonl")
    return many or pattern or piped


def _export_batch(opening: Opening, sources: tuple[str, ...], into: Into, spread: Spread) -> None:
    from reader.batch import BatchError, run_batch
    from reader.shelf import Shelf

    try:
        summary = run_batch(
            sources,
            into.output,
            format=cast(Literal["yaml", "jsonl"], into.form),
            workers=spread.workers,
            model=opening.model,
            resume=not spread.fresh,
            progress=sys.stderr if sys.stderr.isatty() else None,
            scheduler=spread.scheduler,
            options=opening.options,
            kept=None if into.as_found else Shelf().written(),
        )
    except BatchError as error:
        raise click.ClickException(str(error)) from error
    if summary.interrupted:
        click.echo(f"reader: stopped after {summary.documents}; the same command goes on", err=True)
        sys.exit(130)
    if not summary.documents + summary.failed:
        click.echo("reader: there was no article to read", err=True)
    if summary.failed:
        aside = f"; {summary.failures} says why" if summary.failures else ""
        raise click.ClickException(f"{summary.failed} of {summary.failed + summary.documents} failed{aside}")


def _export_one(opening: Opening, source: str, into: Into) -> None:
    from reader.cli.reading import read_corrected, read_one
    from reader.export.formats import TEXT_FORMATS, csv_tables

    if into.form == "csv" and into.is_stdout:
        raise click.UsageError("CSV is one file a table; name a folder for them with --output")
    article = opening.open(source)
    found = (
        (read_one(article, opening.model), ()) if into.as_found else read_corrected(article, opening.model)
    )
    if into.form == "csv":
        write_folder(cast(Path, into.output), csv_tables(article, *found))
    elif into.is_stdout:
        click.echo(TEXT_FORMATS[into.form](article, *found), nl=False)
    else:
        write_text(cast(Path, into.output), TEXT_FORMATS[into.form](article, *found))
