"""A briefing as one HTML page that asks nothing from outside."""

from html import escape

from reader.export.briefing import Briefing, SaidBy, Table

_PAGE = """<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<title>{title}</title>
<style>
body {{ font: 16px/1.5 Georgia, serif; max-width: 46rem; margin: 2rem auto; padding: 0 1rem; color: #222; }}
h1, h2, h3 {{ line-height: 1.2; }}
h3 small, blockquote small, dt {{ color: #666; font-weight: normal; }}
dl {{ display: grid; grid-template-columns: max-content 1fr; gap: 0 1rem; overflow-wrap: anywhere; }}
dd {{ margin: 0; }}
blockquote {{ margin: .5rem 0; padding-left: 1rem; border-left: 3px solid #bbb; }}
table {{ border-collapse: collapse; width: 100%; }}
th, td {{ text-align: left; vertical-align: top; padding: .3rem .8rem .3rem 0; border-bottom: 1px solid #ddd; }}
</style>
</head>
<body>
<h1>{title}</h1>
<dl>
{facts}
</dl>
<h2>Who said what</h2>
{speakers}
<h2>Numbers</h2>
{claims}
<h2>What happened when</h2>
{timeline}{notes}
</body>
</html>
"""


def html(briefing: Briefing) -> str:
    """The briefing as a whole page; nothing in the article is taken as markup."""
    return _PAGE.format(
        title=escape(briefing.title),
        facts="\n".join(f"<dt>{escape(k)}</dt><dd>{escape(v)}</dd>" for k, v in briefing.facts),
        speakers="\n".join(map(_speaker, briefing.speakers)) or "<p>None found.</p>",
        claims=_table(briefing.claims),
        timeline=_table(briefing.timeline),
        notes=_notes(briefing.notes),
    )


def _notes(notes: tuple[tuple[str, str], ...]) -> str:
    """The person's own notes, where there are any."""
    if not notes:
        return ""
    parts = (f"<blockquote>{escape(passage)}</blockquote>\n<p>{escape(says)}</p>" for passage, says in notes)
    return "\n<h2>Notes</h2>\n" + "\n".join(parts)


def _speaker(speaker: SaidBy) -> str:
    about = f" <small>{escape(speaker.about)}</small>" if speaker.about else ""
    quotes = "\n".join(
        f"<blockquote>{escape(text)}{f' <small>({escape(note)})</small>' if note else ''}</blockquote>"
        for text, note in speaker.quotes
    )
    return f"<h3>{escape(speaker.name)}{about}</h3>\n{quotes}"


def _table(rows: Table) -> str:
    if len(rows) == 1:
        return "<p>None found.</p>"
    head, *body = rows
    lines = [_row(head, "th"), *(_row(row, "td") for row in body)]
    return "<table>\n" + "\n".join(lines) + "\n</table>"


def _row(cells: tuple[str, ...], tag: str) -> str:
    return "<tr>" + "".join(f"<{tag}>{escape(cell)}</{tag}>" for cell in cells) + "</tr>"
