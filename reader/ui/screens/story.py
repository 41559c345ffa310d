"""Several articles as one story: each thing names the article it is from by a letter, and leads there."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Static
from textual.widgets.option_list import Option

from reader.analysis.amounts import amount
from reader.analysis.dates import days_for_people, for_people
from reader.analysis.model import Claim
from reader.analysis.stance import lead
from reader.article import Article
from reader.article.sanitise import visible
from reader.story import Matter, Occasion, Story, Voice, letter
from reader.ui.cells import cut
from reader.ui.choices import Choices
from reader.ui.hints import Hint
from reader.ui.items import ItemKind
from reader.ui.status import FooterLine

_NO_DISPUTE = (
    "told only where articles plainly",
    "speak of the same thing:",
    "missed rather than invented",
)


@dataclass(frozen=True, slots=True)
class Spot:
    """An item of one of the articles, by the place of the article."""

    place: int
    kind: ItemKind
    id: str


@dataclass(frozen=True, slots=True)
class Row:
    """A row, and where it leads, None for a heading; ``opens`` a part of the story."""

    content: Content
    spot: Spot | None = None
    opens: bool = False


def rows(story: Story) -> Iterator[Row]:
    """Every row of a story, headings among them."""
    disputed = [matter for matter in story.matters if matter.disputed]
    updated = [matter for matter in story.matters if matter.updated]
    told = (each for each in story.matters if not each.disputed and not each.updated)
    shared = [matter for matter in told if len(matter.articles) > 1]
    alone = [matter for matter in story.matters if len(matter.articles) == 1]
    yield _title("NUMBERS IN DISPUTE", len(disputed), first=True)
    yield from (row for matter in disputed for row in _matter(story, matter))
    if not disputed:
        yield from (Row(Content.styled(f"   {line}", "$foreground-muted")) for line in _NO_DISPUTE)
    if story.occasions:
        yield _title("DAYS IN DISPUTE", len(story.occasions))
    yield from (row for occasion in story.occasions for row in _occasion(occasion))
    if updated:
        yield _title("NUMBERS UPDATED", len(updated))
    yield from (row for matter in updated for row in _matter(story, matter))
    if shared:
        yield _title("NUMBERS SEVERAL GIVE", len(shared))
    yield from (row for matter in shared for row in _matter(story, matter))
    yield _title("SPEAKERS", len(story.voices))
    yield from (row for voice in story.voices for row in _voice(voice))
    yield _title("OTHER NUMBERS", sum(len(matter.claims) for matter in alone))
    yield from (row for matter in alone for row in _matter(story, matter))
    yield _title("TIMELINE", len(story.timeline))
    for place, entry in story.timeline:
        when = for_people(entry) or visible(entry.text)
        yield _row(place, f"{when:<12}", visible(entry.event or entry.text), Spot(place, "time", entry.id))


def _title(title: str, count: int, first: bool = False) -> Row:
    words = Content.assemble("" if first else "\n", (title, "bold"), (f" {count}", "$foreground-muted"))
    return Row(words, opens=True)


def _matter(story: Story, matter: Matter) -> Iterator[Row]:
    several = len(matter.claims) > 1
    if several:
        yield Row(Content.assemble("   ", (visible(matter.about), "italic")))
    for place, claim in matter.claims:
        who = story.said_by(place, claim)
        what = "" if several else _beyond(matter.about, claim)
        when = days_for_people(matter.published[place]) if matter.updated else ""
        more = " · ".join(visible(word) for word in (what, who, when) if word)
        yield _row(place, f"{amount(claim):>12}", visible(claim.text), Spot(place, "claim", claim.id), more)


def _occasion(occasion: Occasion) -> Iterator[Row]:
    yield Row(Content.assemble("   ", (visible(occasion.about), "italic")))
    for place, entry in occasion.entries:
        yield _row(
            place,
            f"{for_people(entry):>12}",
            visible(entry.event or entry.text),
            Spot(place, "time", entry.id),
        )


def _beyond(about: str, claim: Claim) -> str:
    """What a claim is about that its own words do not say."""
    return " · ".join(word for word in about.split(" · ") if word != claim.unit and word not in claim.text)


def _voice(voice: Voice) -> Iterator[Row]:
    about = " · ".join(visible(word) for word in (voice.speaker.role, voice.speaker.affiliation) if word)
    yield Row(
        Content.assemble("   ", (visible(voice.speaker.name), "bold"), (f"  {about}", "$foreground-muted"))
    )
    for place, quote in voice.quotes:
        yield _row(place, "", visible(lead(quote) + quote.text), Spot(place, "quote", quote.id))


def _row(place: int, lead: str, says: str, spot: Spot, more: str = "") -> Row:
    lead = f"{lead}  " if lead else "  "
    parts = ((f"{letter(place):>2} ", "$accent"), (lead, "bold"), says, (f"  {more}", "$foreground-muted"))
    return Row(Content.assemble(*parts), spot)


HINTS = (
    Hint("Enter", "go there", "screen.go"),
    Hint("Tab", "next part", "screen.part(1)"),
    Hint("j", "down", "focused.cursor_down"),
    Hint("k", "up", "focused.cursor_up"),
    Hint("Esc", "back", "screen.dismiss"),
)

_NAME, _KEYS = 36, 30  # cells of the name of an article in the footer, and those it leaves to the keys


class StoryScreen(ModalScreen[Spot | None]):
    """Speakers, numbers and dates of all articles; gives the spot that was chosen."""

    DEFAULT_CSS = """
    StoryScreen {
        align: center middle; background: $background;
        Vertical { width: 1fr; max-width: 120; height: 1fr; padding: 1 2 0 2; }
        Static {
            height: auto; color: $foreground-muted; margin-bottom: 1; text-wrap: nowrap; text-overflow: ellipsis;
        }
        &.-low Vertical { padding: 0 1; }
        &.-low Static { margin-bottom: 0; }
        Choices, Choices:focus { height: 1fr; }
        FooterLine { max-width: 120; padding: 0 2; }
    }
    """
    VERTICAL_BREAKPOINTS = [(0, "-low"), (20, "-high")]  # noqa: RUF012
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,q,M", "dismiss", "Back to the article", show=False),
        Binding("tab", "part(1)", show=False, priority=True),
        Binding("shift+tab", "part(-1)", show=False, priority=True),
    ]

    def __init__(self, articles: Sequence[Article], story: Story) -> None:
        super().__init__()
        self._articles, self._copies = articles, story.copies
        self.rows = list(rows(story))
        self.list = Choices(*(Option(row.content, disabled=row.spot is None) for row in self.rows))
        self.footer = FooterLine()

    def compose(self) -> ComposeResult:
        """Which letter is which article, every row, and the keys."""
        with Vertical():
            yield Static(Content("\n".join(map(self._named, range(len(self._articles))))))
            yield self.list
        yield self.footer

    def on_mount(self) -> None:
        """Say which keys there are."""
        self.footer.hints = HINTS

    def _named(self, place: int) -> str:
        article = self._articles[place]
        same = f" (the same text as {letter(self._copies[place])})" if place in self._copies else ""
        return f"{letter(place)}  {visible(article.title or article.source or 'Article')}{same}"

    def action_part(self, by: int) -> None:
        """Go to the first row of the next part that has any, or of the one before, round the ends."""
        parts = self._parts()
        at = self.list.highlighted or 0
        if parts and by > 0:
            self.list.highlighted = next((row for row in parts if row > at), parts[0])
        elif parts:
            self.list.highlighted = next((row for row in reversed(parts) if row < at), parts[-1])

    def _parts(self) -> list[int]:
        """The first row of each part that leads somewhere."""
        firsts, opened = [], False
        for at, row in enumerate(self.rows):
            opened = opened or row.opens
            if opened and row.spot:
                firsts.append(at)
                opened = False
        return firsts

    def action_go(self) -> None:
        """Go where the row one is at leads."""
        self.list.action_select()

    @on(Choices.OptionHighlighted)
    def _at(self, event: Choices.OptionHighlighted) -> None:
        """Name the article of the row."""
        spot = self.rows[event.option_index].spot
        room = min(_NAME, self.size.width - _KEYS)
        self.footer.where = cut(self._named(spot.place), room) if spot and room > 0 else ""

    @on(Choices.OptionSelected)
    def _chosen(self, event: Choices.OptionSelected) -> None:
        self.dismiss(self.rows[event.option_index].spot)
