"""``reader export``: what was found, in one of the formats; for one article, or for a million."""

import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Literal, cast

import click

from reader.article import Article
from reader.article.sanitise import visible
from reader.batch.items import TIME_LIMIT
from reader.cli.encoding import write_utf8
from reader.cli.opening import Opening, tell, tell_notices
from reader.cli.options import Source, article_options
from reader.export.apart import refuse_inputs
from reader.export.writing import MAKE_ROOM, OutputError, is_full, write_folder, write_text

if TYPE_CHECKING:
    from reader.analysis.model import Reading
    from reader.export.formats import Notes


FORMATS = ("yaml", "jsonl", "markdown", "html", "csv")
_MANY = {"yaml", "jsonl"}  # formats that hold more than one article
_SEVERAL = (".jsonl", ".ndjson", ".mbox", ".mbx", ".rss", ".atom", ".rdf", ".xml")
_SEVERAL_OR_PACKED = (*_SEVERAL, *(f"{ending}.gz" for ending in _SEVERAL))
_BY_ENDING = {
    **dict.fromkeys((".yaml", ".yml"), "yaml"),
    **dict.fromkeys((".jsonl", ".ndjson"), "jsonl"),
    **dict.fromkeys((".md", ".markdown"), "markdown"),
    **dict.fromkeys((".html", ".htm"), "html"),
}


@dataclass(frozen=True)
class Into:
    """Where what was found is written, in which format, and whether as the person corrected it."""

    output: Path | None
    form: str
    as_found: bool
    bom: bool = False

    @property
    def is_stdout(self) -> bool:
        """Whether it goes to standard output."""
        return self.output is None or str(self.output) == "-"


def form_of(output: Path | None) -> str:
    """The format that the name of the output asks for.

    Raises:
        UsageError: it asks for CSV, which is a folder.
    """
    ending = output.suffix.lower() if output else ""
    if ending == ".csv":
        raise click.UsageError("CSV is one file a table; name a folder for them, with --format csv")
    return _BY_ENDING.get(ending, "yaml")


def is_batch(sources: tuple[str, ...], form: str) -> bool:
    """Whether what is named is more than one article.

    Raises:
        UsageError: it is, and the format holds one.
    """
    source = sources[0]
    many = len(sources) > 1 or source.lower().endswith(_SEVERAL_OR_PACKED) or Path(source).is_dir()
    pattern = not Path(source).exists() and any(sign in source for sign in "*?[") and "://" not in source
    piped = source == "-" and form == "jsonl"
    if (many or pattern) and form not in _MANY:
        story = "" if form == "csv" else "; --story makes one briefing of several"
        raise click.UsageError(
            f"{form} is written for one article at a time{story}; a batch is yaml or jsonl"
        )
    return many or pattern or piped


def refuse_folder(into: Into) -> None:
    """Refuse a batch that would make a folder under a name people give to a file."""
    path = into.output
    if path and into.form == "yaml" and path.suffix.lower() in _BY_ENDING and not path.is_dir():
        raise click.UsageError(
            f"several articles in YAML are a folder with one file each, and {visible(path)} is the name of a file; "
            "name a folder, or a .jsonl file for all of them in one"
        )


@dataclass(frozen=True)
class Spread:
    """How a batch is spread over processes and machines."""

    workers: int | None
    scheduler: str | None
    fresh: bool
    time_limit: int
    follow_links: bool


@click.command()
@click.argument("sources", nargs=-1, type=Source(), required=True, metavar="ARTICLE...")
@article_options
@click.option(
    "-o", "--output", type=click.Path(path_type=Path), help="Where to write; standard output if not given."
)
@click.option(
    "--format",
    "form",
    type=click.Choice(FORMATS),
    help="[default: what the name of the output ends in, else yaml]",
)
@click.option(
    "--as-found",
    is_flag=True,
    help="Leave out what you corrected and noted: what the machine found, no more.",
)
@click.option("--bom", is_flag=True, help="Of CSV: begin with a byte-order mark, by which Excel knows UTF-8.")
@click.option("--story", is_flag=True, help="One briefing on all of the articles: markdown or html.")
@click.option("--workers", type=click.IntRange(1), help="Of a batch: processes to use.  [default: all cores]")
@click.option("--scheduler", metavar="ADDRESS", help="Of a batch: the Dask scheduler to run it on.")
@click.option(
    "--time-limit", type=click.IntRange(1), default=TIME_LIMIT, show_default=True, metavar="SECONDS",
    help="Of a batch: what a document may take; one that takes longer is put aside.",
)  # fmt: skip
@click.option(
    "--follow-links", is_flag=True, help="Of a batch: read what links in a folder name outside of it, too."
)
@click.option("--fresh", is_flag=True, help="Of a batch: begin anew, do not go on where it was stopped.")
def export(
    opening: Opening,
    sources: tuple[str, ...],
    *,
    output: Path | None,
    form: str | None,
    as_found: bool,
    bom: bool,
    story: bool,
    **spread: object,
) -> None:
    """Write everything found in an article, or in many.

    Markdown and HTML are a briefing to paste into a report; CSV is a folder with one file a table.

    Folders, patterns, JSON Lines files and several articles are read as a batch: into one file of
    JSON Lines, as -o NAME.jsonl, or into a folder of YAML. A batch that was stopped goes on where it was.

    With --story several articles become one briefing, in which the numbers they dispute stand side by side.

    What you corrected in an article is corrected in its export too, and said there under `notes`.
    """
    into = Into(output, form or form_of(output), as_found, bom)
    if bom and into.form != "csv":
        raise click.UsageError("only CSV takes a byte-order mark; leave out --bom")
    try:
        if story:
            _export_story(opening, sources, into)
        elif is_batch(sources, into.form):
            _export_batch(opening, sources, into, Spread(**spread))  # type: ignore[arg-type]
        else:
            _export_one(opening, sources[0], into)
    except OutputError as error:
        raise click.ClickException(str(error)) from error


def _export_batch(opening: Opening, sources: tuple[str, ...], into: Into, spread: Spread) -> None:
    from reader.batch import BatchError, run_batch
    from reader.shelf import Shelf

    refuse_folder(into)
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
            time_limit=spread.time_limit,
            follow_links=spread.follow_links,
            options=opening.options,
            kept=None if into.as_found else Shelf().written(),
        )
    except BatchError as error:
        raise click.ClickException(str(error)) from error
    except OSError as error:
        if into.is_stdout or not is_full(error):
            raise
        reason = f"{visible(into.output)} cannot be written ({error.strerror})"
        raise click.ClickException(f"{reason}; {MAKE_ROOM}: it goes on where it stopped") from error
    if summary.interrupted:
        click.echo(f"reader: stopped after {summary.documents}; the same command goes on", err=True)
        sys.exit(130)
    if not summary.documents + summary.failed:
        click.echo("reader: there was no article to read", err=True)
    if summary.earlier:
        click.echo(f"reader: nothing failed; {visible(summary.earlier)} is of an earlier run", err=True)
    if summary.failed:
        aside = f"; {summary.failures} says why" if summary.failures else ""
        raise click.ClickException(f"{summary.failed} of {summary.failed + summary.documents} failed{aside}")


def _export_story(opening: Opening, sources: tuple[str, ...], into: Into) -> None:
    from reader.export.html import html
    from reader.export.markdown import markdown
    from reader.export.story import story_briefing

    write = {"markdown": markdown, "html": html}.get(into.form)
    if write is None:
        raise click.UsageError("a story is a briefing; ask for it with --format markdown or html")
    _keep_apart(sources, into)
    articles, problems = opening.open_all(sources)
    tell(problems)
    if len(articles) < 2:
        raise click.UsageError("a story is told by several articles; name another one")
    found = [_found(article, opening, into, len(articles)) for article in articles]
    _write(
        write(story_briefing(articles, [reading for reading, _ in found], [notes for _, notes in found])),
        into,
    )


def _export_one(opening: Opening, source: str, into: Into) -> None:
    from reader.export.formats import TEXT_FORMATS, csv_tables

    if into.form == "csv" and into.is_stdout:
        raise click.UsageError("CSV is one file a table; name a folder for them with --output")
    _keep_apart([source], into)
    article = opening.open(source)
    found = _found(article, opening, into)
    if into.form == "csv":
        folder, tables = cast(Path, into.output), csv_tables(article, *found, bom=into.bom)
        refuse_inputs([source], (folder / name for name in tables), sys.stdin)
        write_folder(folder, tables)
    else:
        _write(TEXT_FORMATS[into.form](article, *found), into)


def _found(article: Article, opening: Opening, into: Into, among: int = 1) -> "tuple[Reading, Notes]":
    """What was found in an article, one ``among`` several, as the person corrected it unless that is not wanted."""
    from reader.cli.reading import read_corrected, read_one

    tell_notices(article, among)
    if into.as_found:
        return read_one(article, opening.model), ()
    return read_corrected(article, opening.model)


def _keep_apart(sources: Sequence[str], into: Into) -> None:
    """Refuse to write over what is read, before anything is."""
    if into.is_stdout:
        refuse_inputs(sources, (), sys.stdin, sys.stdout)
    else:
        refuse_inputs(sources, [cast(Path, into.output)], sys.stdin)


def _write(text: str, into: Into) -> None:
    if into.is_stdout:
        write_utf8(sys.stdout)
        click.echo(text, nl=False)
    else:
        write_text(cast(Path, into.output), text)
