"""Whose claim it is: the quotation it stands in, else the source that its own sentence names."""

from collections.abc import Iterator, Sequence

from spacy.tokens import Doc, Token

from reader.analysis.claims.quantity import Quantity, Tokens
from reader.analysis.model import Attribution, Quote, Speaker, SpeakerKind
from reader.analysis.parting import are_parted
from reader.analysis.reports import Report, report_at
from reader.analysis.stance import is_affirmed, is_infinitive, is_negated
from reader.analysis.syntax.phrases import name_of

# Of these reports what they say is nobody's, not even the article's.
_NOBODYS = ("nobody", "denied")


class Sources:
    """The quotes and speakers of one Doc; ``speakers`` grows by the sources that only claims have."""

    def __init__(self, doc: Doc, tokens: Tokens) -> None:
        self.doc = doc
        self.tokens = tokens
        self.quotes: Sequence[Quote] = [quote for quote in doc._.article_quotes if quote.kind != "scare"]
        self.speakers: list[Speaker] = list(doc._.article_speakers)
        self._figures = [report for report in doc._.article_reports if report.quote is None]

    def of(self, quantity: Quantity) -> Attribution | None:
        """Whose claim the quantity is; None when the article itself says so."""
        middle = (quantity.start + quantity.end) // 2
        holding = [quote for quote in self.quotes if quote.start <= middle < quote.end]
        if holding:
            inner = min(holding, key=lambda quote: quote.end - quote.start)
            if is_affirmed(inner):
                return Attribution(inner.speaker, inner.id)
            told = is_infinitive(inner) and not is_negated(inner)  # "refused to sell the 40 boats"
            return None if told else Attribution(None, inner.id)
        report = self._report(quantity)
        if report is None or report.turned_down not in (None, *_NOBODYS):
            return None
        if report.turned_down or report.source is None:
            return Attribution(None)
        return Attribution(self._speaker(self.doc[report.source]))

    def _report(self, quantity: Quantity) -> Report | None:
        """The innermost report, beside the quotes, that an end of the quantity stands in; a semicolon before its cue parts them."""
        ends = (self.tokens.before(end) for end in dict.fromkeys((quantity.end, quantity.to)))
        for token in filter(None, ends):
            if (found := report_at(self._unquoted(token), token.idx)) is not None:
                return found
        return None

    def _unquoted(self, token: Token) -> Iterator[Report]:
        """The reports around a word that became no quote."""
        for report in self._figures:
            if report.start <= token.idx < report.end:
                cue = None if report.cue is None else self.doc[report.cue]
                if cue is None or not are_parted(token, cue):
                    yield report

    def _speaker(self, source: Token) -> str:
        """The id of the speaker the source is; a new one where no quotation names it."""
        entity = self.tokens.entity(source.idx + len(source))
        name = entity.name if entity else name_of(self.tokens.text, source)
        known = next((speaker for speaker in self.speakers if _same(speaker.name, name)), None)
        if known is not None:
            return known.id
        found = entity and entity.kind
        kind: SpeakerKind = (
            "person" if found == "person" else "organisation" if found == "organisation" else "unknown"
        )
        speaker = Speaker(f"s{len(self.speakers) + 1}", name, kind)
        self.speakers.append(speaker)
        return speaker.id


def _same(known: str, name: str) -> bool:
    """Whether two ways to name a speaker are one, articles aside."""
    short, long = sorted((_plain(known), _plain(name)), key=len)
    return short == long or (len(short) > 0 and long[-len(short) :] == short and long[0][0].isupper())


def _plain(name: str) -> list[str]:
    words = name.split()
    return words[1:] if words and words[0].lower() in ("the", "a", "an") else words
