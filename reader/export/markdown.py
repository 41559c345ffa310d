"""A briefing as Markdown."""

import re

from reader.export.briefing import Briefing, SaidBy, Table

_SYNTAX = re.compile(r"([\\`*_{}\[\]<>#|~])")


def markdown(briefing: Briefing) -> str:
    """The briefing as CommonMark with tables; nothing in the article is taken as syntax."""
    parts = [
        f"# {_literal(briefing.title)}",
        "\n".join(f"- **{name}:** {_literal(value)}" for name, value in briefing.facts),
        "## Who said what",
        *(_speaker(speaker) for speaker in briefing.speakers),
        "## Numbers",
        _table(briefing.claims),
        "## What happened when",
        _table(briefing.timeline),
    ]
    return "\n\n".join(parts) + "\n"


def _literal(text: str) -> str:
    """Text that Markdown shows as it is."""
    text = _SYNTAX.sub(r"\\\1", text)
    return re.sub(r"^(\s*)([-+=]|\d+(?=[.)]))", r"\1\\\2" if not text[:1].isdigit() else r"\1\2", text)


def _speaker(speaker: SaidBy) -> str:
    head = f"### {_literal(speaker.name)}" + (f" ({_literal(speaker.about)})" if speaker.about else "")
    quotes = [
        f"> {_literal(text)}" + (f" *({_literal(note)})*" if note else "") for text, note in speaker.quotes
    ]
    return "\n\n".join([head, *quotes])


def _table(rows: Table) -> str:
    if len(rows) == 1:
        return "None found."
    head, *body = ["| " + " | ".join(_literal(cell) for cell in row) + " |" for row in rows]
    return "\n".join([head, "|" + " --- |" * len(rows[0]), *body])
