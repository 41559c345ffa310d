"""An article and its panels as plain text, for screen readers, braille and pipes."""

import textwrap
from collections.abc import Iterator, Sequence

from reader.analysis.dates import label, time_of_day
from reader.analysis.model import Claim, Confidence, Quote, Reading, Speaker, TimelineEntry
from reader.analysis.stance import lead
from reader.article import Article, Block
from reader.article.sanitise import display, visible
from reader.export.briefing import full_amount
from reader.export.provenance import BY_HAND, ByHand, Notes
from reader.export.whose import Whose

WIDTH = 76
_UNSURE = "may well be wrong"


def plain_text(
    article: Article, reading: Reading, notes: Notes = (), width: int = WIDTH, *, among: int = 1
) -> str:
    """Everything, part after part, each under a heading in capitals; ends with a line end.

    Args:
        notes: what is kept of the article, as the export has it: what was corrected by hand is said to be.
        width: columns of a line.
        among: how many articles are written; the file of one that has a title says nothing that is not known.
    """
    found = _Found(reading, notes)
    nothing = "not looked for" if article.foreign else "none found"

    def part(title: str, name: str, items: Sequence[str], more: str = "") -> str:
        if failure := reading.failure(name):
            return f"{title}\n{_wrap(visible(failure), width)}"
        return _part(title, items or [nothing], len(items), width, more)

    parts = [
        *_article(article, width, named=among > 1 or not article.title),
        part("SPEAKERS", "speakers", found.speakers()),
        part("CLAIMS", "claims", [found.claim(claim) for claim in reading.claims], found.dropped()),
        part("TIMELINE", "timeline", [found.entry(entry) for entry in reading.timeline]),
        part(
            "NAMES",
            "entities",
            [f"{e.name} ({e.kind}, {len(e.mentions)}){_doubt(e.confidence)}" for e in reading.entities],
        ),
    ]
    return "\n\n".join(parts) + "\n"


def _article(article: Article, width: int, *, named: bool) -> Iterator[str]:
    head = [
        article.title,
        None if _is_signed(article) else article.byline and f"By {article.byline}",
        _day(article),
        article.url or (article.source if named else None),
    ]
    yield "\n".join(visible(line) for line in head if line)
    if article.notices:
        yield "\n".join(_wrap(f"Note: {visible(notice)}", width) for notice in article.notices)
    title = visible(article.title or "")
    for block in article.blocks or (Block("paragraph", 0, len(article.text)),):
        text = _struck(article, block)
        if block.kind == "headline" and visible(text) == title:
            continue
        if block.lines:
            yield text
            continue
        indent = "  " if block.kind in {"blockquote", "listitem"} else ""
        mark = {"caption": "[caption] ", "boilerplate": "[aside] "}.get(block.kind, "")
        yield _wrap(mark + text, width, indent)


def _struck(article: Article, block: Block) -> str:
    """The text of a block, what is struck out between the signs that Markdown has for it."""
    parts, at = [], block.start
    for run in article.runs:
        if run.kind == "struck" and at <= run.start and run.end <= block.end:
            parts += [article.text[at : run.start], f"~~{article.text[run.start : run.end]}~~"]
            at = run.end
    return display("".join([*parts, article.text[at : block.end]]))


def _is_signed(article: Article) -> bool:
    """Whether the text itself says above its first paragraph who wrote it."""
    return any(block.kind == "byline" for block in article.blocks[:6])


def _day(article: Article) -> str:
    if article.published is None:
        return "Publication day unknown; --date gives it"
    return f"Published {article.published.isoformat()} (from {article.published_from})"


def _part(title: str, items: Sequence[str], count: int, width: int, more: str = "") -> str:
    lines = [_wrap(display(item), width) for item in items]
    return "\n".join([f"{title} ({count})", *lines, *([more] if more else [])])


class _Found:
    """Says each thing of one Reading in a line, and which of it is the person's word."""

    def __init__(self, reading: Reading, notes: Notes) -> None:
        self._reading, self._by_hand = reading, ByHand(notes)
        self._whose = Whose(reading)
        self._quotes = {quote.id: quote for quote in reading.quotes}

    def speakers(self) -> list[str]:
        """Everyone with what they say below, and at the end what nobody can be named for."""
        orphans = [self.quote(q) for q in self._reading.quotes if q.speaker is None]
        nobody = ["\n".join(["No speaker named", *orphans])] if orphans else []
        return [*map(self._speaker, self._reading.speakers), *nobody]

    def _speaker(self, speaker: Speaker) -> str:
        about = ", ".join(word for word in (speaker.role, speaker.affiliation) if word)
        said = [self.quote(q) for q in self._reading.quotes if q.speaker == speaker.id]
        return "\n".join([speaker.name + (f" ({about})" if about else ""), *said])

    def quote(self, quote: Quote) -> str:
        """The words, and what there is to say of them."""
        notes = [quote.kind, *([f"on {quote.medium}"] if quote.medium else [])]
        notes += [] if quote.closed else ["never closed"]
        notes += [f"speaker {BY_HAND}"] if self._corrected(quote) else []
        notes += [_UNSURE] if quote.confidence == "unsure" else []
        return f"  - {lead(quote)}{' '.join(quote.text.split())} [{', '.join(notes)}]"

    def claim(self, claim: Claim) -> str:
        """What the panel has in its columns: the amount, what it is of, who says so."""
        of = f", of {claim.of}" if claim.of else ""
        quote = self._quotes.get(claim.by.quote or "") if claim.by else None
        hand = f" ({BY_HAND})" if quote and self._corrected(quote) else ""
        return f"{full_amount(claim)}{of} - {self._whose.of(claim)}{hand}{_doubt(claim.confidence)}"

    def dropped(self) -> str:
        """That claims are missing because the person dropped them."""
        count = self._by_hand.count("dropped")
        return f"{count} dropped by hand" if count else ""

    def entry(self, entry: TimelineEntry) -> str:
        """When, in the words of the article too, and what."""
        when = " ".join(part for part in (label(entry), time_of_day(entry)) if part)
        about = "about " if entry.approximate and when else ""
        words = " ".join(entry.text.split())
        status = "" if entry.status == "happened" else f" [{entry.status}]"
        hand = f" [date {BY_HAND}]" if self._by_hand.changed("date", entry.start, entry.end) else ""
        event = f": {entry.event}" if entry.event else ""
        return (
            (f"{about}{when} ({words})" if when else words) + event + status + hand + _doubt(entry.confidence)
        )

    def _corrected(self, quote: Quote) -> bool:
        return self._by_hand.changed("speaker", quote.start, quote.end)


def _doubt(confidence: Confidence | None) -> str:
    """What stands behind an item that may well be wrong."""
    return f" [{_UNSURE}]" if confidence == "unsure" else ""


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
