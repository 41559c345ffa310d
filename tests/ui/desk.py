"""An app with everything around it played: an analyst that answers at once, a shelf in memory."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from reader.analysis.model import (
    Attribution,
    Claim,
    Cue,
    Entity,
    Mention,
    Quote,
    Reading,
    Span,
    Speaker,
    TimelineEntry,
)
from reader.article import Article, Block, open_article
from reader.config import Settings
from reader.engine import AnalysisError, Progress
from reader.shelf.records import Note
from reader.ui.app import ReaderApp

PARAGRAPHS = (
    ("headline", "Ferry to Kelda stops as winds rise over the sound"),
    ("byline", "By Ingrid Solheim"),
    ("paragraph", "“Nobody will cross before Friday,” said Mara Lund, who runs the ferry company Nordline."),
    (
        "paragraph",
        "The harbour office in Kelda said that up to 300 passengers were waiting on Monday. Lund said the "
        "company would pay for beds. “We owe them that,” she said.",
    ),
    ("subhead", "A long winter"),
    (
        "paragraph",
        "It was the third closure in 2019 alone. Costs have risen by 12 per cent, according to Nordline, and "
        "the council of Kelda wants a bridge by 2030.",
    ),
    ("paragraph", "Pål Aas, a fisherman, was less worried: “The sea comes and goes.”"),
    ("boilerplate", "Read also: Ten islands to see"),
)


def article(*extra: str, **fields: Any) -> Article:
    """The article of most tests; ``extra`` paragraphs make it as long as a test needs."""
    blocks, text = [], ""
    for kind, words in (*PARAGRAPHS, *(("paragraph", words) for words in extra)):
        blocks.append(Block(kind, len(text), len(text) + len(words)))  # type: ignore[arg-type]
        text += words + "\n\n"
    given = {"title": PARAGRAPHS[0][1], "source": "kelda.txt"} | fields
    return Article(text, tuple(blocks), **given)


def _find(text: str, words: str, after: str = "") -> tuple[int, int]:
    start = text.index(words, text.index(after) if after else 0)
    return start, start + len(words)


def _mention(text: str, words: str, after: str = "") -> Mention:
    return Mention(*_find(text, words, after), words)


def reading(of: Article) -> Reading:
    """What there is to find in :func:`article`: 3 quotes and more, by 2 speakers."""
    text = of.text

    def quote(id: str, words: str, speaker: str | None, kind: str = "direct") -> Quote:
        start, end = _find(text, words)
        marks = (Span(start, end),) if kind == "direct" else ()
        return Quote(id, kind, words, start, end, marks, speaker, cue=Cue(start, end, "said", "say"))  # type: ignore[arg-type]

    def claim(id: str, words: str, value: float, comparator: str, kind: str, by: Attribution | None) -> Claim:
        start, end = _find(text, words)
        unit = words.rsplit(maxsplit=1)[-1]
        return Claim(id, words, start, end, value, comparator, None, kind, unit, None, by, Span(start, end))  # type: ignore[arg-type]

    def time(id: str, words: str, value: str) -> TimelineEntry:
        start, end = _find(text, words)
        event = f"something happened in {words}"
        return TimelineEntry(
            id, words, start, end, "DATE", value, None, None, None, False, "happened", event, Span(start, end)
        )

    return Reading(
        speakers=(
            Speaker("s1", "Mara Lund", "person", "runs the ferry company", "Nordline", ("q1", "q2", "q3")),
            Speaker("s2", "Pål Aas", "person", "a fisherman", None, ("q4",)),
        ),
        quotes=(
            quote("q1", "“Nobody will cross before Friday,”", "s1"),
            quote("q2", "the company would pay for beds", "s1", "indirect"),
            quote("q3", "“We owe them that,”", "s1"),
            quote("q4", "“The sea comes and goes.”", "s2"),
        ),
        claims=(
            claim("c1", "up to 300 passengers", 300, "<=", "count", None),
            claim("c2", "12 per cent", 12, "=", "percent", Attribution("s1")),
        ),
        timeline=(time("t1", "Friday", "XXXX-WXX-5"), time("t2", "2019", "2019"), time("t3", "2030", "2030")),
        entities=(
            Entity("Mara Lund", "person", (_mention(text, "Mara Lund"), _mention(text, "Lund", "Monday"))),
            Entity("Nordline", "organisation", (_mention(text, "Nordline"),)),
            Entity("Kelda", "place", (_mention(text, "Kelda"), _mention(text, "Kelda", "office"))),
            Entity("Pål Aas", "person", (_mention(text, "Pål Aas"),)),
        ),
    )


class Analyst:
    """Answers at once with what is in :func:`article`; ``fails`` makes it fail instead."""

    def __init__(self, fails: str | None = None, made: Reading | None = None) -> None:
        self.fails = fails
        self.made = made
        self.asked: list[Article] = []

    async def read(self, of: Article, progress: Progress | None = None) -> Reading:
        self.asked.append(of)
        if self.fails:
            raise AnalysisError(self.fails)
        return self.made if self.made is not None else reading(of)

    def close(self) -> None:
        """Nothing runs."""


@dataclass
class Shelf:
    """Keeps everything in memory, by the text of an article."""

    positions: dict[str, int] = field(default_factory=dict)
    written: list[Any] = field(default_factory=list)
    marked: list[int] = field(default_factory=list)
    remembered: list[Article] = field(default_factory=list)
    state: Mapping[str, object] = field(default_factory=dict)
    corrected: list[Any] = field(default_factory=list)
    trouble: str | None = None
    refused: str | None = None

    def lasts(self, article: Article) -> bool:
        return self.trouble is None

    def screen(self) -> Mapping[str, object]:
        return self.state

    def set_screen(self, state: Mapping[str, object]) -> None:
        self.state = state

    def recents(self) -> Sequence[Any]:
        return ()

    def remember(self, article: Article) -> None:
        self.remembered.append(article)

    def position(self, article: Article) -> int:
        return self.positions.get(article.text, 0)

    def set_position(self, article: Article, offset: int) -> None:
        self.positions[article.text] = offset

    def bookmarks(self, article: Article) -> Sequence[int]:
        return self.marked

    def toggle_bookmark(self, article: Article, offset: int) -> bool:
        (self.marked.remove if offset in self.marked else self.marked.append)(offset)
        return offset in self.marked

    def corrections(self, article: Article) -> Sequence[Any]:
        return self.corrected

    def correct(self, article: Article, correction: Any) -> None:
        self.corrected.append(correction)

    def uncorrect(self, article: Article, correction: Any) -> None:
        self.corrected.remove(correction)

    def notes(self, article: Article) -> Sequence[Any]:
        return self.written

    def add_note(self, article: Article, start: int, end: int, text: str) -> None:
        self.written.append(Note(start, end, text, "2026-03-12T08:00:00.000+00:00"))

    def keep_note(self, article: Article, note: Note) -> None:
        self.written.append(note)

    def remove_note(self, article: Article, note: Note) -> None:
        self.written.remove(note)


def export(article: Article, reading: Reading) -> Path:
    """Writes nothing, and says where it would be."""
    return Path("kelda.reading.yaml")


def opener(source: str, progress: Any) -> Article:
    """Opens what there is, as the app of a person does."""
    return open_article(source, progress=progress)


def app(
    *articles: Article, analyst: Any = None, settings: Settings | None = None, shelf: Any = None, **more: Any
) -> ReaderApp:
    """A ReaderApp over these articles, or over :func:`article`."""
    return ReaderApp(
        articles or (article(),),
        analyst or Analyst(),
        settings or Settings(),
        shelf or Shelf(),
        **{"opener": opener, "export": export, **more},
    )
