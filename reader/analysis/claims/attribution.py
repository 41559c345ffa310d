"""Whose claim it is: the quotation it stands in, else the source that its own sentence names."""

import re
from collections.abc import Iterator, Sequence

from spacy.tokens import Doc, Token

from reader.analysis.claims.quantity import Quantity, Tokens
from reader.analysis.lexicon.patterns import one_of
from reader.analysis.model import Attribution, Quote, Speaker, SpeakerKind
from reader.analysis.parting import are_parted
from reader.analysis.reports import Report, report_at
from reader.analysis.stance import is_affirmed, is_infinitive, is_negated
from reader.analysis.syntax.phrases import name_of
from reader.analysis.syntax.words import is_article, is_finite, is_noun, is_numeral
from reader.late import late

# Of these reports what they say is nobody's, not even the article's.
_NOBODYS = ("nobody", "denied")
_SHARE = late(rf"{one_of('claim_sources', 'shares')}$", re.IGNORECASE)
_STOPS = re.compile(r"[.;:!?¶“”\"]")
_JOINED = late(rf",\s+{one_of('claim_sources', 'joining')}\s+")


class Sources:
    """The quotes and speakers of one Doc; ``speakers`` grows by the sources that only claims have."""

    def __init__(self, doc: Doc, tokens: Tokens) -> None:
        self.doc = doc
        self.tokens = tokens
        self.quotes: Sequence[Quote] = [quote for quote in doc._.article_quotes if quote.kind != "scare"]
        self.speakers: list[Speaker] = list(doc._.article_speakers)
        self._figures: list[Report] = [report for report in doc._.article_reports if report.quote is None]
        self._named: list[Report] = [
            report for report in doc._.article_reports if report.quote and report.speaker
        ]

    def of(self, quantity: Quantity) -> Attribution | None:
        """Whose claim the quantity is; None when the article itself says so."""
        middle = (quantity.start + quantity.end) // 2
        holding = [quote for quote in self.quotes if quote.start <= middle < quote.end]
        inner = min(holding, key=lambda quote: quote.end - quote.start, default=None)
        report = self._report(quantity)
        if inner is not None and not self._is_inside(report, inner):
            if inner.mention is not None and _SHARE.search(inner.mention.text):
                return None  # "71 per cent said": not a source but what a poll found
            if is_affirmed(inner):
                return Attribution(inner.speaker, inner.id)
            told = is_infinitive(inner) and not is_negated(inner)  # "refused to sell the 40 boats"
            return None if told else Attribution(None, inner.id)
        if report is None or report.turned_down == "unnamed":
            whole = next((one for one in self._named if report and one.cue == report.cue), None)
            named = whole or self._told_around(quantity)
            return None if named is None else Attribution(named.speaker, named.quote)
        if report.turned_down not in (None, *_NOBODYS):
            return None
        if report.turned_down or report.source is None:
            return Attribution(None)
        return Attribution(self._speaker(self.doc[report.source]))

    def _is_inside(self, report: Report | None, quote: Quote) -> bool:
        """Whether a figure inside a quotation is somebody else's: "it said sales were short of the $6bn that analysts had expected"."""
        if report is None or report.turned_down or report.cue is None or report.source is None:
            return False
        inside = (
            quote.start < report.start and report.end <= quote.end and self.doc[report.cue].idx > report.start
        )
        return inside and quote.start < self.doc[report.source].idx < quote.end

    def _report(self, quantity: Quantity) -> Report | None:
        """The innermost report, beside the quotes, that an end of the quantity stands in; a semicolon before its cue parts them."""
        ends = (self.tokens.before(end) for end in dict.fromkeys((quantity.end, quantity.to)))
        for token in filter(None, ends):
            if (found := report_at(self._unquoted(token), token.idx)) is not None:
                return found
        return None

    def _told_around(self, quantity: Quantity) -> Report | None:
        """The report that goes on to whom it names, or behind: "it struck, 19 km off Ostby, the institute said", "..., said Brandt, and sales fell 3%"."""
        for report in self._named:
            cue = None if report.cue is None else self.doc[report.cue]
            source = None if report.source is None else self.doc[report.source]
            if cue is None or source is None or report.end > min(cue.idx, source.idx):
                continue
            if not cue.sent.start_char <= quantity.start < cue.sent.end_char:
                continue
            if report.end <= quantity.start and quantity.end <= source.left_edge.idx < cue.idx:
                if not _STOPS.search(self.tokens.text, report.end, quantity.start):
                    return report
            elif (
                cue.i < source.i
                and cue.sent.end_char > quantity.start > source.idx
                and self._goes_on(source, quantity)
            ):
                return report
        return None

    def _goes_on(self, source: Token, quantity: Quantity) -> bool:
        """Whether another clause, with a subject of its own, is joined behind whom the report names."""
        text = self.tokens.text
        joined = _JOINED.search(text, source.idx, quantity.start)
        opens = joined and self.tokens.at(joined.end())
        if joined is None or not opens or _STOPS.search(text, source.idx, quantity.start):
            return False
        between = self.doc[source.i + 1 : opens.i]
        return not any(map(is_finite, between)) and (is_noun(opens) or is_article(opens) or is_numeral(opens))

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
