"""Several articles as one story: each thing names the article it is from, and leads there."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from reader.analysis.dates import label
from reader.analysis.model import Reading
from reader.article import Article
from reader.article.sanitise import visible
from reader.story import Matter, Story, Voice, merge
from reader.ui.items import ItemKind
from reader.ui.panels.numbers import quantity

_LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"


@dataclass(frozen=True, slots=True)
class Spot:
    """An item of one of the articles, by the place of the article."""

    place: int
    kind: ItemKind
    id: str


Line = tuple[Content, Spot | None]
"""A row, and where it leads; None for a heading."""


class StoryScreen(ModalScreen[Spot | None]):
    """Speakers, numbers and dates of all articles; gives the spot that was chosen."""

    DEFAULT_CSS = """
    StoryScreen {
        align: center middle; background: $background;
        Vertical { width: 1fr; max-width: 120; height: 1fr; padding: 1 2 0 2; }
        Static { height: auto; color: $foreground-muted; margin-bottom: 1; }
        OptionList {
            height: 1fr; border: none; padding: 0; background: $background; scrollbar-size-vertical: 1;
            text-wrap: nowrap; text-overflow: ellipsis;
            &:focus { border: none; background-tint: $background 0%; }
            & > .option-list--option-disabled { color: $foreground; }
        }
    }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,q,M", "dismiss", "Back to the article", show=False),
        Binding("j", "move(1)", show=False),
        Binding("k", "move(-1)", show=False),
    ]

    def __init__(self, articles: Sequence[Article], readings: Sequence[Reading]) -> None:
        super().__init__()
        self._articles = articles
        self.lines = list(lines(merge(articles, readings)))

    def compose(self) -> ComposeResult:
        """Which letter is which article, then every row."""
        named = (
            f"{letter(place)}  {visible(a.title or a.source or 'Article')}"
            for place, a in enumerate(self._articles)
        )
        with Vertical():
            keys = "Enter: go there · j k: move · Esc: back to the article"
            yield Static(Content.assemble("\n".join(named), (f"\n{keys}", "italic")))
            yield OptionList(*(Option(row, disabled=spot is None) for row, spot in self.lines))

    def action_move(self, by: int) -> None:
        """Move the cursor."""
        rows = self.query_one(OptionList)
        rows.action_cursor_down() if by > 0 else rows.action_cursor_up()

    @on(OptionList.OptionSelected)
    def _chosen(self, event: OptionList.OptionSelected) -> None:
        self.dismiss(self.lines[event.option_index][1])


def letter(place: int) -> str:
    """What an article is called in the rows: A, B, … Z, then its number."""
    return _LETTERS[place] if place < len(_LETTERS) else str(place + 1)


def lines(story: Story) -> Iterator[Line]:
    """Every row of a story, headings among them."""
    disputed = [matter for matter in story.matters if matter.disputed]
    yield _heading("NUMBERS IN DISPUTE", len(disputed))
    for matter in disputed:
        yield from _matter(matter)
    yield _heading("SPEAKERS", len(story.voices))
    for voice in story.voices:
        yield from _voice(voice)
    agreed = [matter for matter in story.matters if not matter.disputed]
    yield _heading("OTHER NUMBERS", sum(len(matter.claims) for matter in agreed))
    for matter in agreed:
        yield from _matter(matter)
    yield _heading("TIMELINE", len(story.timeline))
    for place, entry in story.timeline:
        when = label(entry) or visible(entry.text)
        yield _row(place, f"{when:<12}", visible(entry.event or entry.text), Spot(place, "time", entry.id))


def _heading(title: str, count: int) -> Line:
    return Content.assemble(
        ("\n" if title[0] != "N" else "", ""), (title, "bold"), (f" {count}", "$foreground-muted")
    ), None


def _matter(matter: Matter) -> Iterator[Line]:
    if len(matter.claims) > 1:
        yield Content.assemble("   ", (visible(matter.about), "italic")), None
    for place, claim in matter.claims:
        about = (
            visible(claim.text)
            if len(matter.claims) > 1
            else f"{visible(claim.text)}  {visible(claim.of or '')}"
        )
        yield _row(place, f"{quantity(claim):>12}", about, Spot(place, "claim", claim.id))


def _voice(voice: Voice) -> Iterator[Line]:
    about = " · ".join(visible(word) for word in (voice.speaker.role, voice.speaker.affiliation) if word)
    yield (
        Content.assemble("   ", (visible(voice.speaker.name), "bold"), (f"  {about}", "$foreground-muted")),
        None,
    )
    for place, quote in voice.quotes:
        yield _row(place, "", visible(quote.text), Spot(place, "quote", quote.id))


def _row(place: int, lead: str, says: str, spot: Spot) -> Line:
    lead = f"{lead}  " if lead else "  "
    return Content.assemble((f"{letter(place):>2} ", "$accent"), (lead, "bold"), says), spot
