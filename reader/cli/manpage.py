"""A manual page made from the click commands, so that it can never say anything else than they do."""

import re
from collections.abc import Iterator, Mapping
from typing import Any

import click

from reader import __version__
from reader.cli.environment import STATUSES, VARIABLES


def man_page(root: click.Context) -> str:
    """The page in roff, for the program whose context this is."""
    about, _, more = _help(root.command).partition("\n\n")
    parts = [
        f'.TH READER 1 "" "reader {__version__}" "User Commands"',
        f".SH NAME\nreader \\- {_roff(about.rstrip('.').lower())}",
        ".SH SYNOPSIS\n.B reader\n[ARTICLE...]\n.br\n.B reader\nCOMMAND [ARGS...]",
        f".SH DESCRIPTION\n{_paragraphs(more)}",
        ".SH COMMANDS",
        *_commands(root),
        ".SH EXIT STATUS",
        *_list(STATUSES),
        ".SH ENVIRONMENT",
        *_list(VARIABLES),
    ]
    return "\n".join(parts) + "\n"


def _commands(root: click.Context) -> Iterator[str]:
    assert isinstance(root.command, click.Group)
    for name in sorted(root.command.commands):
        command = root.command.commands[name]
        if command.hidden:
            continue
        ctx = click.Context(command, info_name=name, parent=root)
        usage = " ".join(command.collect_usage_pieces(ctx))
        yield f".SS reader {name} {_roff(usage)}\n{_paragraphs(_help(command))}"
        for record in _option_records(command, ctx):
            yield f".TP\n.B {_roff(record[0])}\n{_roff(record[1])}"


def _list(items: Mapping[Any, str]) -> Iterator[str]:
    for name, says in items.items():
        yield f".TP\n.B {_roff(str(name))}\n{_roff(says)}"


def _option_records(command: click.Command, ctx: click.Context) -> Iterator[tuple[str, str]]:
    for parameter in command.get_params(ctx):
        if isinstance(parameter, click.Option) and (record := parameter.get_help_record(ctx)):
            yield record


def _help(command: click.Command) -> str:
    return re.sub(r"\n[ \t]+", "\n", (command.help or "").strip())


def _paragraphs(text: str) -> str:
    return "\n.PP\n".join(_roff(" ".join(part.split())) for part in text.split("\n\n") if part.strip())


def _roff(text: str) -> str:
    """Text that roff shows as it is: no line begins a request, no backslash an escape."""
    text = text.replace("\\", "\\e").replace("-", "\\-").replace("`", "")
    return re.sub(r"^([.'])", r"\\&\1", text, flags=re.M)
