"""What a person would paste into a report: speakers with their quotes, a table of claims, the timeline.

The content is put together once, as titled tables and lists of plain strings; Markdown and HTML
are two ways of writing it down.
"""

from dataclasses import dataclass

from reader.analysis.amounts import in_full
from reader.analysis.dates import label, time_of_day
from reader.analysis.model import Claim, Quote, Reading, Speaker, TimelineEntry
from reader.article import Article
from reader.article.sanitise import visible

Table = tuple[tuple[str, ...], ...]
"""Rows of cells; the first row is the head."""


@dataclass(frozen=True)
class SaidBy:
    """A speaker with what the briefing says of them, and their quotes with what is said of each."""

    name: str
    about: str
    quotes: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class Briefing:
    """A briefing before it is written down; every string is one harmless line."""

    title: str
    facts: tuple[tuple[str, str], ...]
    speakers: tuple[SaidBy, ...]
    claims: Table
    timeline: Table


def briefing(article: Article, reading: Reading) -> Briefing:
    """The briefing on one article."""
    names = {speaker.id: speaker.name for speaker in reading.speakers}
    return Briefing(
        title=visible(article.title or article.source or "Article"),
        facts=_facts(article),
        speakers=_speakers(reading),
        claims=(
            ("Amount", "Of", "Who says so"),
            *(_claim(c, names) for c in reading.claims),
        ),
        timeline=(("When", "As the article says it", "What", "Status"), *map(_entry, reading.timeline)),
    )


def _facts(article: Article) -> tuple[tuple[str, str], ...]:
    day = article.published and f"{article.published.isoformat()} (from {article.published_from})"
    stated = (
        ("Byline", article.byline),
        ("Source", article.url or article.source),
        ("Published", day or "unknown; relative dates are not resolved"),
        ("Text", f"{article.words} words, SHA-256 {article.sha256}"),
    )
    return tuple((name, visible(value)) for name, value in stated if value)


def _speakers(reading: Reading) -> tuple[SaidBy, ...]:
    said = [_said_by(speaker, reading) for speaker in reading.speakers]
    orphans = tuple(_quote(q) for q in reading.quotes if q.speaker is None and q.kind != "scare")
    if orphans:
        said.append(SaidBy("No speaker named", "", orphans))
    return tuple(person for person in said if person.quotes)


def _said_by(speaker: Speaker, reading: Reading) -> SaidBy:
    about = ", ".join(visible(word) for word in (speaker.role, speaker.affiliation) if word)
    return SaidBy(
        visible(speaker.name), about, tuple(_quote(q) for q in reading.quotes if q.speaker == speaker.id)
    )


def _quote(quote: Quote) -> tuple[str, str]:
    notes: list[str] = [] if quote.kind == "direct" else [quote.kind]
    notes += [f"on {visible(quote.medium)}"] if quote.medium else []
    notes += [] if quote.closed else ["never closed in the source"]
    return visible(quote.text), ", ".join(notes)


def _claim(claim: Claim, names: dict[str, str]) -> tuple[str, ...]:
    who = names.get(claim.by.speaker or "", "") if claim.by else ""
    change = f" ({claim.change})" if claim.change else ""
    return (
        visible(in_full(claim)) + change,
        visible(claim.of or ""),
        visible(who) or "the article",
    )


def _entry(entry: TimelineEntry) -> tuple[str, ...]:
    """A row of the timeline; what names no day has only its own words."""
    when = " ".join(part for part in (label(entry), time_of_day(entry)) if part)
    about = "about " if entry.approximate and when else ""
    status = entry.status if entry.type in {"DATE", "TIME"} else entry.type.lower()
    return about + when, visible(entry.text), visible(entry.event or ""), status
