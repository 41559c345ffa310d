"""Speakers: who is quoted, in what role, how often; their quotes beneath, the unattributed last."""

from collections.abc import Iterable, Iterator
from functools import partial

from reader.analysis.model import Quote, Speaker
from reader.analysis.stance import lead
from reader.article.sanitise import visible
from reader.ui.article_view.marks import bar_of
from reader.ui.items import ItemKind
from reader.ui.panels.lines import Line, Piece, Row, words
from reader.ui.panels.panel import Panel
from reader.ui.panels.rows import SPEAKER, Rows, classes
from reader.ui.panels.view import View, sign_of

NOBODY, SCARE = "?", "!"  # the nodes of quotes without a speaker


class SpeakerRows(Rows):
    """Rows in the colours of speakers."""

    COMPONENT_CLASSES = classes(*SPEAKER)


class SpeakersPanel(Panel):
    """Who is quoted, and what they say."""

    title = "Speakers"
    nothing = "nobody is quoted"
    make_rows = SpeakerRows
    keys = (*Panel.keys, ("list.filter", "this speaker"), ("list.open-all", "open all"))

    def build(self) -> list[Row]:
        """One row for each speaker, with their quotes where they are open."""
        return list(rows(self.view, self.opened))

    def count(self) -> int:
        """How many speakers are shown."""
        return len(self.view.speakers) if self.view.only is None else 1

    def path_to(self, kind: ItemKind, id: str) -> tuple[str, ...]:
        """Beneath whom a quote stands."""
        found = (quote for quote in self.view.reading.quotes if quote.id == id)
        return tuple(_node(quote) for quote in found)

    def nodes(self) -> set[str]:
        """Everyone."""
        return {_node(quote) for quote in self.view.reading.quotes}

    def speaker(self) -> str | None:
        """Whom the row under the cursor is about."""
        row = self.rows.row
        node = row and (row.node or row.parent)
        return node if node in self.view.speakers else None


def _node(quote: Quote) -> str:
    return quote.speaker or (SCARE if quote.kind == "scare" else NOBODY)


def rows(view: View, opened: frozenset[str]) -> Iterator[Row]:
    """Every row of the panel: speakers in the order they first speak, the unattributed last."""
    for speaker in view.reading.speakers:
        if view.only in (None, speaker.id):
            quotes = view.quotes.get(speaker.id, [])
            yield from _speaker(view, speaker, quotes, speaker.id in opened)
    unsaid = view.quotes.get(None, [])
    for node, name in ((SCARE, "Scare quotes"), (NOBODY, "Unattributed")):
        if quotes := [quote for quote in unsaid if _node(quote) == node]:
            wide = node in opened
            yield Row(partial(_head, (Piece(name, "dim", "italic"),), len(quotes), wide), node=node)
            if wide:
                yield from _said(view, quotes, node, "quote")


def _speaker(view: View, speaker: Speaker, quotes: list[Quote], wide: bool) -> Iterator[Row]:
    name = Piece(visible(speaker.name), emphasis="italic" if speaker.kind == "unknown" else "")
    about = about_speaker(speaker, quotes)
    beside = () if wide or not about else (Piece("  " + about, "dim"),)
    yield Row(partial(_head, (name, *beside), len(quotes), wide), node=speaker.id)
    if wide:
        if about:
            yield Row(partial(_about, about), parent=speaker.id, still=True)
        yield from _said(view, quotes, speaker.id, view.colours[speaker.id])


def about_speaker(speaker: Speaker, quotes: Iterable[Quote]) -> str:
    """What is known of a speaker: "Minister of Justice · FDP · Twitter"."""
    media = dict.fromkeys(quote.medium for quote in quotes)
    return " · ".join(visible(part) for part in (speaker.role, speaker.affiliation, *media) if part)


def _said(view: View, quotes: list[Quote], node: str, colour: str) -> Iterator[Row]:
    for quote in quotes:
        sign = sign_of(view, "quote", quote.id, quote.confidence)
        yield Row(partial(_quote, quote, colour, sign), item=("quote", quote.id), parent=node)


def _head(name: tuple[Piece, ...], quotes: int, wide: bool, width: int) -> Line:
    return Line((Piece("▾ " if wide else "▸ ", "dim"), *name), (Piece(str(quotes), "dim"),), (Piece("    "),))


def _about(about: str, width: int) -> Line:
    return Line((Piece("  "), Piece(about, "dim")), hang=(Piece("  "),))


def _quote(quote: Quote, colour: str, sign: tuple[Piece, ...], width: int) -> Line:
    """Its words behind a bar in the speaker's colour; italic where they are not the speaker's own.

    What they do not simply say has its cue before it: "denied: that he knew".
    """
    bar = Piece("  " + bar_of(quote), colour)
    before = (Piece(f"{words(cue, width)} ", "dim"),) if (cue := lead(quote)) else ()
    text = Piece(words(quote.text, width), emphasis="" if quote.marks else "italic")
    unclosed = () if quote.closed else (Piece("not closed" + " " * bool(sign), "dim", "italic"),)
    return Line((bar, *before, text), (*unclosed, *sign), hang=(bar,))
