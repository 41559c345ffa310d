"""An article and its panels as plain text, for screen readers, braille and pipes."""

import textwrap
from collections.abc import Iterator, Sequence

from reader.analysis.amounts import in_full
from reader.analysis.dates import label, time_of_day
from reader.analysis.model import Claim, Quote, Reading, Speaker, TimelineEntry
from reader.analysis.stance import lead
from reader.article import Article, Block
from reader.article.sanitise import display, visible
from reader.export.whose import Whose

WIDTH = 76


def plain_text(article: Article, reading: Reading, width: int = WIDTH) -> str:
    """Everything, part after part, each under a heading in capitals; ends with a line end."""
    whose = Whose(reading)
    parts = [
        *_article(article, width),
        _part("SPEAKERS", [_speaker(s, reading) for s in reading.speakers] + _unattributed(reading), width),
        _part("CLAIMS", [_claim(claim, whose) for claim in reading.claims], width),
        _part("TIMELINE", [_entry(entry) for entry in reading.timeline], width),
        _part("NAMES", [f"{e.name} ({e.kind}, {len(e.mentions)})" for e in reading.entities], width),
    ]
    return "\n\n".join(parts) + "\n"


def _article(article: Article, width: int) -> Iterator[str]:
    head = [
        article.title,
        article.byline and f"By {article.byline}",
        _day(article),
        article.url or article.source,
    ]
    yield "\n".join(visible(line) for line in head if line)
    title = visible(article.title or "")
    for block in article.blocks or (Block("paragraph", 0, len(article.text)),):
        text = display(article.text[block.start : block.end])
        if block.kind == "headline" and visible(text) == title:
            continue
        indent = "  " if block.kind in {"blockquote", "listitem"} else ""
        mark = {"caption": "[caption] ", "boilerplate": "[aside] "}.get(block.kind, "")
        yield _wrap(mark + text, width, indent)


def _day(article: Article) -> str:
    if article.published is None:
        return "Publication day unknown; --date gives it"
    return f"Published {article.published.isoformat()} (from {article.published_from})"


def _part(title: str, items: Sequence[str], width: int) -> str:
    lines = [_wrap(display(item), width) for item in items] or ["none found"]
    return "\n".join([f"{title} ({len(items)})", *lines])


def _speaker(speaker: Speaker, reading: Reading) -> str:
    about = ", ".join(word for word in (speaker.role, speaker.affiliation) if word)
    said = [_quote(q) for q in reading.quotes if q.speaker == speaker.id]
    return "\n".join([speaker.name + (f" ({about})" if about else ""), *said])


def _unattributed(reading: Reading) -> list[str]:
    said = [_quote(q) for q in reading.quotes if q.speaker is None]
    return ["\n".join(["No speaker named", *said])] if said else []


def _quote(quote: Quote) -> str:
    notes = [quote.kind, *([f"on {quote.medium}"] if quote.medium else [])]
    notes += [] if quote.closed else ["never closed"]
    return f"  - {lead(quote)}{' '.join(quote.text.split())} [{', '.join(notes)}]"


def _claim(claim: Claim, whose: Whose) -> str:
    of = f", of {claim.of}" if claim.of else ""
    change = f", {claim.change}" if claim.change else ""
    return f"{in_full(claim)}{of}{change} - {whose.of(claim)}"


def _entry(entry: TimelineEntry) -> str:
    when = " ".join(part for part in (label(entry), time_of_day(entry)) if part)
    about = "about " if entry.approximate and when else ""
    words = " ".join(entry.text.split())
    status = "" if entry.status == "happened" else f" [{entry.status}]"
    event = f": {entry.event}" if entry.event else ""
    return (f"{about}{when} ({words})" if when else words) + event + status


def _wrap(text: str, width: int, indent: str = "") -> str:
    """Each line of ``text`` wrapped, with what it begins with kept on the lines that follow."""
    lines = []
    for line in text.split("\n"):
        lead = indent + line[: len(line) - len(line.lstrip())]
        after = lead + ("  " if line.lstrip().startswith("- ") else "")
        wrapped = textwrap.wrap(
            line.strip(), width, initial_indent=lead, subsequent_indent=after, break_long_words=False
        )
        lines.extend(wrapped or [""])
    return "\n".join(lines)
