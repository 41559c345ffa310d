"""What an export is to be: where it goes, in which format, and whether it is of one article or of many."""

from dataclasses import dataclass
from pathlib import Path

import click

from reader.article.sanitise import visible

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
