"""A briefing as Markdown."""

import re
from collections.abc import Iterator

from reader.export.briefing import VOICES, Briefing, SaidBy, Table

_SYNTAX = re.compile(r"([\\`*_{}\[\]<>#|~&])")
_LIST = re.compile(r"^(\s*\d*)([-+=.)])(?=[\s=-]|$)")  # what would begin a list, or be a line under a heading


def markdown(briefing: Briefing) -> str:
    """The briefing as CommonMark with tables; nothing in the article is taken as syntax."""
    parts = [
        f"# {_literal(briefing.title)}",
        "\n".join(f"- **{name}:** {_literal(value)}" for name, value in briefing.facts),
        *_tables(briefing, briefing.first),
        f"## {VOICES}",
        *(map(_speaker, briefing.speakers) if briefing.speakers else [_literal(briefing.nothing(VOICES))]),
        *_tables(briefing, briefing.last),
        *(["## Notes", *(_note(*note) for note in briefing.notes)] if briefing.notes else []),
    ]
    return "\n\n".join(parts) + "\n"


def _literal(text: str) -> str:
    """Text that Markdown shows as it is, also where it begins a line."""
    text = _SYNTAX.sub(r"\\\1", text)
    return _LIST.sub(lambda match: f"{match[1]}\\{match[2]}", text)


def _note(passage: str, says: str) -> str:
    return f"> {_literal(passage)}\n\n{_literal(says)}"


def _speaker(speaker: SaidBy) -> str:
    head = f"### {_literal(speaker.name)}" + (f" ({_literal(speaker.about)})" if speaker.about else "")
    quotes = [
        f"> {_literal(text)}" + (f" *({_literal(note)})*" if note else "") for text, note in speaker.quotes
    ]
    return "\n\n".join([head, *quotes])


def _tables(briefing: Briefing, tables: tuple[tuple[str, Table], ...]) -> Iterator[str]:
    for heading, rows in tables:
        yield f"## {heading}"
        yield _table(rows) if len(rows) > 1 else _literal(briefing.nothing(heading))


def _table(rows: Table) -> str:
    head, *body = ["| " + " | ".join(_literal(cell) for cell in row) + " |" for row in rows]
    return "\n".join([head, "|" + " --- |" * len(rows[0]), *body])
