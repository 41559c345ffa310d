"""Whose claim an amount is, in words."""

from reader.analysis.model import Claim, Reading

ARTICLE, NOBODY = "the article", "unattributed"


class Whose:
    """Says it for the claims of one Reading."""

    def __init__(self, reading: Reading) -> None:
        self._names = {speaker.id: speaker.name for speaker in reading.speakers}
        self._quotes = {quote.id: quote for quote in reading.quotes}

    def of(self, claim: Claim) -> str:
        """The one who makes it; else who denies it or will not confirm it; else the article."""
        if claim.by is None:
            return ARTICLE
        if name := self._names.get(claim.by.speaker or ""):
            return name
        quote = self._quotes.get(claim.by.quote or "")
        if quote is None or quote.cue is None or quote.speaker not in self._names:
            return NOBODY
        return f"{NOBODY}; {self._names[quote.speaker]}: {quote.cue.text}"
