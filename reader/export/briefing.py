"""What a person would paste into a report: speakers with their quotes, a table of claims, the timeline.

The content is put together once, as titled tables and lists of plain strings; Markdown and HTML
are two ways of writing it down.
"""

import re
from dataclasses import dataclass
from datetime import date

from reader.analysis.amounts import amount, counted
from reader.analysis.dates import label, time_of_day
from reader.analysis.model import Claim, Quote, Reading, Speaker, TimelineEntry
from reader.analysis.stance import lead
from reader.article import Article
from reader.article.sanitise import visible
from reader.export.provenance import BY_HAND, ByHand, Notes, Paragraphs, made_with, written
from reader.export.whose import Whose

Table = tuple[tuple[str, ...], ...]
"""Rows of cells; the first row is the head."""
_TOLD = {
    "option": "given by whoever made this",
    "metadata": "from the data of the page",
    "address": "from the address",
    "front matter": "from its front matter",
    "dateline": "read in the text",
}
"""Where the publication day is from."""
_YEARS = re.compile(r"\b(?:years?|yrs?)\b", re.IGNORECASE)
_VAGUE = re.compile(r"\b(?:dozens|scores|hundreds|thousands|millions|billions)$")  # "of people"
VOICES, NUMBERS, TIMES = "Who said what", "Numbers", "What happened when"
_HEADINGS = {"speakers": VOICES, "claims": NUMBERS, "timeline": TIMES}
_KINDS = {"direct": "", "mixed": "partly quoted", "indirect": "paraphrased", "scare": "words in marks"}


@dataclass(frozen=True)
class SaidBy:
    """A speaker with what the briefing says of them, and their quotes with what is said of each."""

    name: str
    about: str
    quotes: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class Briefing:
    """A briefing before it is written down; every string is one harmless line.

    ``notes`` are the person's own: a passage, and what was written about it. ``first`` are the tables, each with its
    heading, that stand before all else: what several articles dispute. ``failures`` are the sentences about parts that
    could not be made, by the heading they stand under.
    """

    title: str
    facts: tuple[tuple[str, str], ...]
    speakers: tuple[SaidBy, ...]
    claims: Table
    timeline: Table
    notes: tuple[tuple[str, str], ...] = ()
    first: tuple[tuple[str, Table], ...] = ()
    failures: tuple[tuple[str, str], ...] = ()

    def nothing(self, heading: str) -> str:
        """What stands under a heading that has nothing under it."""
        return dict(self.failures).get(heading, "None found.")

    @property
    def last(self) -> tuple[tuple[str, Table], ...]:
        """The tables that follow on the speakers, each with its heading."""
        return ("Other numbers" if self.first else NUMBERS, self.claims), (TIMES, self.timeline)


def briefing(article: Article, reading: Reading, notes: Notes = (), made: date | None = None) -> Briefing:
    """The briefing on one article.

    Args:
        notes: what is kept of the article, as the export has it.
        made: the day it says it was made on, today when None.
    """
    writer = Writer(article, reading, notes)
    return Briefing(
        title=visible(article.title or article.source or "Article"),
        facts=_facts(article, writer.by_hand.summary, made or date.today()),
        speakers=tuple(writer.speakers()),
        claims=(
            ("Amount", "As the article says it", "Of", "Who says so", "Where"),
            *map(writer.claim, reading.claims),
        ),
        timeline=(
            ("When", "As the article says it", "What", "Status", "Where"),
            *map(writer.entry, reading.timeline),
        ),
        notes=tuple((visible(passage), visible(says)) for passage, says in written(notes, writer.paragraphs)),
        failures=tuple(
            (heading, visible(failure))
            for part, heading in _HEADINGS.items()
            if (failure := reading.failure(part))
        ),
    )


def _facts(article: Article, by_hand: str, made: date) -> tuple[tuple[str, str], ...]:
    told = _TOLD.get(article.published_from or "")
    day = article.published and article.published.isoformat() + (f" ({told})" if told else "")
    stated = (
        ("Byline", article.byline),
        ("Published in", article.site),
        ("Source", article.url or article.source),
        ("Published", day or "day unknown; relative dates are not resolved"),
        ("Text", f"{article.words} words, SHA-256 {article.sha256}; ¶ counts its paragraphs"),
        ("Made", made_with(made)),
        ("Corrected by hand", by_hand),
        *(("Notice", notice) for notice in article.notices),
    )
    return tuple((name, visible(value)) for name, value in stated if value)


class Writer:
    """Says each thing of one Reading in plain strings, with where it stands and whose word it is."""

    def __init__(self, article: Article, reading: Reading, notes: Notes) -> None:
        self._reading, self._text = reading, article.text
        self._whose = Whose(reading)
        self.paragraphs = Paragraphs(article)
        self.by_hand = ByHand(notes)

    def speakers(self) -> list[SaidBy]:
        """Everyone who says something, and at the end what nobody can be named for."""
        said = [self._said_by(speaker) for speaker in self._reading.speakers]
        return [*(person for person in said if person.quotes), *self.nobody()]

    def nobody(self) -> list[SaidBy]:
        """What nobody can be named for."""
        orphans = (q for q in self._reading.quotes if q.speaker is None and q.kind != "scare")
        said = tuple(map(self.quote, orphans))
        return [SaidBy("No speaker named", "", said)] if said else []

    def _said_by(self, speaker: Speaker) -> SaidBy:
        said = tuple(self.quote(q) for q in self._reading.quotes if q.speaker == speaker.id)
        return SaidBy(capital(visible(speaker.name)), about(speaker), said)

    def quote(self, quote: Quote) -> tuple[str, str]:
        """The words, and what there is to say of them."""
        remarks = (
            _KINDS[quote.kind],
            f"on {quote.medium}" if quote.medium else "",
            "" if quote.closed else "never closed in the source",
            f"speaker {BY_HAND}" if self.by_hand.changed("speaker", quote.start, quote.end) else "",
            self.paragraphs.label(quote.start),
        )
        return visible(lead(quote) + quote.text), ", ".join(visible(remark) for remark in remarks if remark)

    def claim(self, claim: Claim) -> tuple[str, ...]:
        """A row of the numbers."""
        return (
            visible(full_amount(claim)),
            visible(claim.text),
            visible(claim.of or ""),
            visible(self._whose.of(claim)),
            self.paragraphs.label(claim.start),
        )

    def entry(self, entry: TimelineEntry) -> tuple[str, ...]:
        """A row of the timeline; what names no day has only its own words."""
        when = " ".join(part for part in (_when(entry), time_of_day(entry)) if part)
        vague = "about " if entry.approximate and when else ""
        status = entry.status if entry.type in {"DATE", "TIME"} else entry.type.lower()
        hand = f" ({BY_HAND})" if self.by_hand.changed("date", entry.start, entry.end) else ""
        where = self.paragraphs.label(entry.start)
        return vague + when + hand, visible(entry.text), visible(self._event(entry)), status, where

    def _event(self, entry: TimelineEntry) -> str:
        """What happened, whole: where the event was cut to a line, the sentence it is from."""
        event = entry.event or ""
        return self._text[entry.sentence.start : entry.sentence.end] if event.endswith("…") else event


def full_amount(claim: Claim) -> str:
    """The amount as the panel shows it, with what is counted; of an age that it is one."""
    shown = amount(claim)
    if claim.unit == "year" and claim.kind == "measure" and not _YEARS.search(claim.text):
        return f"aged {_YEARS.sub('', shown).strip()}"
    thing = counted(claim)
    of = "of " if thing and _VAGUE.search(shown) else ""
    return " ".join(part for part in (shown, f"{of}{thing}") if part)


def _when(entry: TimelineEntry) -> str:
    """The day or stretch of days as a report has it."""
    if "-W" in entry.value and entry.earliest:
        return f"week of {entry.earliest.isoformat()}"
    return label(entry)


def about(speaker: Speaker) -> str:
    """Role and affiliation."""
    return ", ".join(visible(word) for word in (speaker.role, speaker.affiliation) if word)


def capital(words: str) -> str:
    """With its first letter as a heading has it."""
    return words[:1].upper() + words[1:]
