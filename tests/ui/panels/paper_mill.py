"""A made-up article with everything the panels show, and an app that holds nothing but the panels."""

import re
from collections.abc import Iterable
from datetime import date

from textual.app import App, ComposeResult
from textual.message import Message

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
from reader.article import Article
from reader.ui import palette
from reader.ui.messages import ItemChosen, PublicationDayAsked, ReadingWanted, SpeakerFiltered
from reader.ui.panels.container import Panels
from reader.ui.panels.lines import Row, fit
from reader.ui.panels.view import View

TEXT = """The mill at Orrin Falls will close

ORRIN FALLS - “We were told in March that nothing would change,” said Hanne Brovold, a spokeswoman \
for the paper workers’ union, on Monday. Around 1,200 people work at the mill, which opened in 1921 and \
lost 4.5 million crowns a month last winter, according to its owner, Larkspur Paper.

“The market has fallen by 30 percent,” chief executive Oskar Lindqvist wrote in a letter to the staff. \
He added that up to 300 jobs could be saved if a buyer is found by 15 June.

The “rescue plan” has been criticised before. “Nobody has seen it. A councillor, Bram Oduya, called it \
“a leaflet with a photograph”. Brovold wants talks every Friday until an answer comes."""


def span(text: str, number: int = 0) -> tuple[int, int]:
    """Where ``text`` stands for the ``number``th time, from 0."""
    found = list(re.finditer(re.escape(text), TEXT))[number]
    return found.span()


def mention(text: str, number: int = 0) -> Mention:
    return Mention(*span(text, number), text)


def quote(id: str, text: str, speaker: str | None, *, kind: str = "direct", **more) -> Quote:
    start, end = span(text)
    marks = () if kind == "indirect" else (Span(start, end),)
    return Quote(id, kind, text, start, end, marks, speaker, **more)


def claim(id, text, value, comparator, kind, unit, of, by, change=None) -> Claim:
    start, end = span(text)
    return Claim(id, text, start, end, value, comparator, change, kind, unit, of, by, Span(start, end))


def time(id, text, value, earliest, latest=None, *, event, status="happened", approximate=False, type="DATE"):
    start, end = span(text)
    days = [day and date.fromisoformat(day) for day in (earliest, latest or earliest)]
    return TimelineEntry(
        id, text, start, end, type, value, *days, None, approximate, status, event, Span(start, end)
    )


SPEAKERS = (
    Speaker("s1", "Hanne Brovold", "person", "spokeswoman", "paper workers’ union", ("q1",)),
    Speaker("s2", "Oskar Lindqvist", "person", "chief executive", None, ("q2", "q3")),
    Speaker("s3", "Bram Oduya", "person", "councillor", None, ("q6",)),
)
QUOTES = (
    quote(
        "q1",
        "“We were told in March that nothing would change,”",
        "s1",
        cue=Cue(*span("said"), "said", "say"),
    ),
    quote("q2", "“The market has fallen by 30 percent,”", "s2", medium="letter"),
    quote("q3", "up to 300 jobs could be saved if a buyer is found by 15 June", "s2", kind="indirect"),
    quote("q4", "“rescue plan”", None, kind="scare"),
    quote("q5", "“Nobody has seen it.", None, closed=False),
    quote("q6", "“a leaflet with a photograph”", "s3", kind="mixed"),
)
CLAIMS = (
    claim("c1", "Around 1,200 people", 1200, "~", "count", "people", None, None),
    claim("c2", "4.5 million crowns a month", 4_500_000, "=", "money", "crown", "loss", None),
    claim(
        "c3",
        "30 percent",
        30,
        "=",
        "percent",
        "percent",
        "the market",
        Attribution("s2", "q2"),
        change="down",
    ),
    claim("c4", "up to 300 jobs", 300, "<=", "count", "jobs", None, Attribution("s2", "q3")),
)
TIMELINE = (
    time(
        "t1", "March", "2024-03", "2024-03-01", "2024-03-31", event="We were told that nothing would change"
    ),
    time("t2", "Monday", "2024-05-06", "2024-05-06", event="said Hanne Brovold"),
    time("t3", "1921", "1921", "1921-01-01", "1921-12-31", event="the mill opened"),
    time(
        "t4",
        "last winter",
        "2023-WI",
        "2023-12-01",
        "2024-02-29",
        event="lost 4.5 million crowns",
        approximate=True,
    ),
    time("t5", "15 June", "2024-06-15", "2024-06-15", event="a buyer is found", status="planned"),
    time(
        "t6", "every Friday", "XXXX-WXX-5", None, event="Brovold wants talks", status="recurring", type="SET"
    ),
)
ENTITIES = (
    Entity("Orrin Falls", "place", (mention("Orrin Falls"),)),
    Entity("Hanne Brovold", "person", (mention("Hanne Brovold"), mention("Brovold", 1))),
    Entity("Larkspur Paper", "organisation", (mention("Larkspur Paper"),)),
    Entity("Oskar Lindqvist", "person", (mention("Oskar Lindqvist"),)),
    Entity("Bram Oduya", "person", (mention("Bram Oduya"),)),
)

ARTICLE = Article(TEXT, published=date(2024, 5, 7))
READING = Reading(SPEAKERS, QUOTES, CLAIMS, TIMELINE, ENTITIES)
VIEW = View(ARTICLE, READING)


class PanelsApp(App[None]):
    """Nothing but the panels; keeps every message they post."""

    CSS = "Panels { width: 1fr; }"

    def __init__(self, **options) -> None:
        super().__init__()
        self.panels = Panels(id="panels", **options)
        self.posted: list[Message] = []

    def get_css_variables(self) -> dict[str, str]:
        return palette.variables(super().get_css_variables())

    def compose(self) -> ComposeResult:
        yield self.panels

    def on_item_chosen(self, event: ItemChosen) -> None:
        self.posted.append(event)

    def on_speaker_filtered(self, event: SpeakerFiltered) -> None:
        self.posted.append(event)

    def on_publication_day_asked(self, event: PublicationDayAsked) -> None:
        self.posted.append(event)

    def on_reading_wanted(self, event: ReadingWanted) -> None:
        self.posted.append(event)


def lines(rows: Iterable[Row], width: int = 60) -> list[str]:
    """The lines of rows, drawn."""
    return ["".join(piece.text for piece in fit(each.draw(width), width)).rstrip() for each in rows]


def words(rows: Iterable[Row], width: int = 60) -> list[str]:
    """The lines with runs of space as one."""
    return [" ".join(line.split()) for line in lines(rows, width)]


def text_of(panels: Panels, name: str, scrolled: bool = False) -> list[str]:
    """What is seen of the rows of a panel, line by line; none of them scrolled away unless said so."""
    rows = panels.panels[name].rows
    assert scrolled or rows.scroll_offset.y == 0
    return [rows.render_line(y).text.rstrip() for y in range(min(rows.size.height, rows.virtual_size.height))]
