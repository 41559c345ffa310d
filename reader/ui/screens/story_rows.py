"""A story as rows of a list: each names its article by a letter, and leads to the item it shows."""

from collections.abc import Iterator
from dataclasses import dataclass

from textual.content import Content

from reader.analysis.amounts import amount
from reader.analysis.dates import day, label
from reader.analysis.model import Claim
from reader.analysis.stance import lead
from reader.article.sanitise import visible
from reader.story import Matter, Occasion, Story, Voice, letter
from reader.ui.items import ItemKind

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
        when = label(entry) or visible(entry.text)
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
        when = day(matter.published[place]) if matter.updated else ""
        more = " · ".join(visible(word) for word in (what, who, when) if word)
        yield _row(place, f"{amount(claim):>12}", visible(claim.text), Spot(place, "claim", claim.id), more)


def _occasion(occasion: Occasion) -> Iterator[Row]:
    yield Row(Content.assemble("   ", (visible(occasion.about), "italic")))
    for place, entry in occasion.entries:
        yield _row(
            place, f"{label(entry):>12}", visible(entry.event or entry.text), Spot(place, "time", entry.id)
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
