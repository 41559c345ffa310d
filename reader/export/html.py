"""A briefing as one HTML page that asks nothing from outside."""

import re
from html import escape

from reader.export.briefing import VOICES, Briefing, SaidBy, Table

_DAY = re.compile(r"(?:about )?\d{4}-\d\d(?:-\d\d)?")
_PAGE = """<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<title>{title}</title>
<meta name="viewport" content="width=device-width">
<style>
:root {{ color-scheme: light dark; --text: #222; --page: #fff; --quiet: #5f5f5f; --line: #ccc; }}
@media (prefers-color-scheme: dark) {{
:root {{ --text: #ddd; --page: #191919; --quiet: #a3a3a3; --line: #4a4a4a; }}
}}
body {{ font: 16px/1.5 Georgia, serif; max-width: 46rem; margin: 2rem auto; padding: 0 1rem; }}
body {{ color: var(--text); background: var(--page); overflow-wrap: break-word; }}
h1, h2, h3 {{ line-height: 1.2; break-after: avoid; }}
h2 {{ margin-top: 2rem; }}
h3 {{ margin: 1.2rem 0 .4rem; }}
h3 small, blockquote small, dt {{ color: var(--quiet); font-weight: normal; }}
dl {{ display: grid; grid-template-columns: max-content 1fr; gap: 0 1rem; overflow-wrap: anywhere; }}
dd {{ margin: 0; }}
blockquote {{ margin: .4rem 0; padding-left: 1rem; border-left: 3px solid var(--line); break-inside: avoid; }}
table {{ border-collapse: collapse; width: 100%; font-size: 15px; }}
th, td {{ text-align: left; vertical-align: top; padding: .3rem .8rem .3rem 0; border-bottom: 1px solid var(--line); }}
tr {{ break-inside: avoid; }}
.day {{ white-space: nowrap; }}
@media (max-width: 36rem) {{
table {{ display: block; overflow-x: auto; }}
}}
@media print {{
:root {{ --text: #000; --page: #fff; --quiet: #444; --line: #bbb; }}
body {{ font-size: 10.5pt; max-width: none; margin: 0; padding: 0; }}
table {{ font-size: 9.5pt; }}
}}
</style>
</head>
<body>
<h1>{title}</h1>
<dl>
{facts}
</dl>
{first}<h2>{voices}</h2>
{speakers}
{last}{notes}</body>
</html>
"""


def html(briefing: Briefing) -> str:
    """The briefing as a whole page; nothing in the article is taken as markup."""
    return _PAGE.format(
        title=escape(briefing.title),
        facts="\n".join(f"<dt>{escape(k)}</dt><dd>{escape(v)}</dd>" for k, v in briefing.facts),
        voices=VOICES,
        speakers="\n".join(map(_speaker, briefing.speakers)) or _nothing(briefing, VOICES),
        first=_tables(briefing, briefing.first),
        last=_tables(briefing, briefing.last),
        notes=_notes(briefing.notes),
    )


def _notes(notes: tuple[tuple[str, str], ...]) -> str:
    """The person's own notes, where there are any."""
    if not notes:
        return ""
    parts = (f"<blockquote>{escape(passage)}</blockquote>\n<p>{escape(says)}</p>" for passage, says in notes)
    return "<h2>Notes</h2>\n" + "\n".join(parts) + "\n"


def _speaker(speaker: SaidBy) -> str:
    about = f" <small>{escape(speaker.about)}</small>" if speaker.about else ""
    quotes = "\n".join(
        f"<blockquote>{escape(text)}{f' <small>({escape(note)})</small>' if note else ''}</blockquote>"
        for text, note in speaker.quotes
    )
    return f"<h3>{escape(speaker.name)}{about}</h3>\n{quotes}"


def _tables(briefing: Briefing, tables: tuple[tuple[str, Table], ...]) -> str:
    return "".join(
        f"<h2>{escape(heading)}</h2>\n{_table(rows) if len(rows) > 1 else _nothing(briefing, heading)}\n"
        for heading, rows in tables
    )


def _nothing(briefing: Briefing, heading: str) -> str:
    return f"<p>{escape(briefing.nothing(heading))}</p>"


def _table(rows: Table) -> str:
    head, *body = rows
    lines = "\n".join(_row(row, "td") for row in body)
    return f"<table>\n<thead>\n{_row(head, 'th')}\n</thead>\n<tbody>\n{lines}\n</tbody>\n</table>"


def _row(cells: tuple[str, ...], tag: str) -> str:
    return "<tr>" + "".join(_cell(cell, tag) for cell in cells) + "</tr>"


def _cell(cell: str, tag: str) -> str:
    """A cell; a day stays in one line."""
    more = ' scope="col"' if tag == "th" else ' class="day"' if _DAY.fullmatch(cell) else ""
    return f"<{tag}{more}>{escape(cell)}</{tag}>"
