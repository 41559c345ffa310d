"""What the panels show: one Reading of one Article, perhaps of one speaker only."""

from dataclasses import dataclass, field
from functools import cached_property

from reader.analysis.model import Claim, Confidence, Mention, Quote, Reading, Span, Speaker, TimelineEntry
from reader.analysis.weighing import Figure, figures
from reader.article import Article
from reader.ui.items import ItemKind
from reader.ui.palette import speaker_variables
from reader.ui.panels.lines import CORRECTED, UNSURE, Piece


@dataclass(frozen=True)
class View:
    """What there is to show.

    Args:
        only: the id of the one speaker to show, None for everyone.
        corrected: the items that a person has corrected.
        dropped: how many claims a person has dropped.
    """

    article: Article = field(default_factory=lambda: Article(""))
    reading: Reading = field(default_factory=Reading)
    only: str | None = None
    corrected: frozenset[tuple[ItemKind, str]] = frozenset()
    dropped: int = 0

    @cached_property
    def speakers(self) -> dict[str, Speaker]:
        """Speakers by id."""
        return {speaker.id: speaker for speaker in self.reading.speakers}

    @cached_property
    def colours(self) -> dict[str, str]:
        """Speaker id -> the style of their colour."""
        return speaker_variables(self.reading)

    @cached_property
    def quotes(self) -> dict[str | None, list[Quote]]:
        """The quotes of each speaker shown, in text order; those of nobody under None."""
        found: dict[str | None, list[Quote]] = {}
        for quote in sorted(self.reading.quotes, key=lambda quote: quote.start):
            if self.only in (None, quote.speaker):
                found.setdefault(quote.speaker, []).append(quote)
        return found

    @cached_property
    def claims(self) -> list[Claim]:
        """The claims shown, in text order."""
        shown = (c for c in self.reading.claims if self.only in (None, c.by and c.by.speaker))
        return sorted(shown, key=lambda claim: claim.start)

    @cached_property
    def claim_of(self) -> dict[str, Claim]:
        """The claims shown, by id."""
        return {claim.id: claim for claim in self.claims}

    @cached_property
    def figures(self) -> list[Figure]:
        """The claims shown, each figure once, what weighs most first."""
        return figures(self.article, self.claims)

    @cached_property
    def timeline(self) -> list[TimelineEntry]:
        """The entries shown, in text order."""
        return sorted((t for t in self.reading.timeline if self._said(t)), key=lambda t: t.start)

    def mentions(self, mentions: tuple[Mention, ...]) -> list[tuple[int, Mention]]:
        """Those of ``mentions`` that are shown, each with its place among all of them."""
        return [(place, mention) for place, mention in enumerate(mentions) if self._said(mention)]

    def _said(self, item: Span | TimelineEntry) -> bool:
        """Whether an item stands in what the shown speaker says."""
        if self.only is None:
            return True
        return any(q.start <= item.start and item.end <= q.end for q in self.quotes.get(self.only, ()))


def sign_of(
    view: View, kind: ItemKind, id: str, confidence: Confidence | None, after: str = ""
) -> tuple[Piece, ...]:
    """The sign of an item that a person has corrected, or a quiet one of an item that may well be wrong; else none."""
    if (kind, id) in view.corrected:
        return (Piece(CORRECTED + after, "accent"),)
    return unsure_sign(confidence, after)


def unsure_sign(confidence: Confidence | None, after: str = "") -> tuple[Piece, ...]:
    """A quiet sign of what may well be wrong, and what stands behind it; none of what is sure or likely."""
    return (Piece(UNSURE + after, "dim"),) if confidence == "unsure" else ()
