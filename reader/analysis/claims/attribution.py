"""Whose claim it is: the quotation it stands in, else the source that its own sentence names."""

from collections.abc import Sequence

from spacy.tokens import Doc, Token

from reader.analysis import lexicon
from reader.analysis.claims.quantity import Quantity
from reader.analysis.claims.tokens import Tokens
from reader.analysis.model import Attribution, Quote, Speaker, SpeakerKind
from reader.analysis.parting import are_parted
from reader.analysis.stance import is_affirmed, is_infinitive, is_negated
from reader.analysis.syntax import relations as rel
from reader.analysis.syntax import words
from reader.analysis.syntax.clauses import STEPS
from reader.analysis.syntax.phrases import name_of
from reader.analysis.text import text_of

WORDS: dict[str, list[str]] = lexicon.load("claim_sources")


class Sources:
    """The quotes and speakers of one Doc; ``speakers`` grows by the sources that only claims have."""

    def __init__(self, doc: Doc, tokens: Tokens) -> None:
        self.doc = doc
        self.tokens = tokens
        self.quotes: Sequence[Quote] = [quote for quote in doc._.article_quotes if quote.kind != "scare"]
        self.speakers: list[Speaker] = list(doc._.article_speakers)

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
        ends = (self.tokens.before(end) for end in dict.fromkeys((quantity.end, quantity.to)))
        source = next((found for end in ends if (found := _source(end)) is not None), None)
        return Attribution(self._speaker(source)) if source is not None else None

    def _speaker(self, source: Token) -> str:
        """The id of the speaker the source is; a new one where no quotation names it."""
        entity = self.tokens.entity(source.idx + len(source))
        name = entity.name if entity else name_of(text_of(self.doc), source)
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


def _source(token: Token | None) -> Token | None:
    """The subject of the verb of saying or estimating that the amount depends on."""
    for _ in range(STEPS):
        if token is None or token.head.i == token.i:
            return None
        verb = token.head
        if are_parted(token, verb):
            return None
        if rel.is_content(token) and verb.lemma_ in WORDS["reporting"]:
            return _noun_subject(verb, token)
        placing = rel.is_prepositional(token) and token.lower_ == "at" and verb.lemma_ in WORDS["placing"]
        if placing and any(rel.is_object(child) for child in verb.children):
            return _noun_subject(verb, token)
        if _is_named(token) and verb.lemma_ in (*WORDS["naming"], *WORDS["foreseeing"]):
            return _noun_subject(verb, token)
        token = verb
    return None


def _is_named(token: Token) -> bool:
    """The object of "says £20m", which the model may take for a measure."""
    money = rel.is_adverbial_noun(token) and any(words.is_money_sign(part) for part in token.subtree)
    return money or rel.is_object(token)


def _noun_subject(verb: Token, said: Token) -> Token | None:
    """The subject, unless the verb is denied or the speaker only a pronoun."""
    if any(rel.is_negating(child) for child in verb.children):
        return None
    found = next((child for child in verb.children if rel.is_subject(child) and child.i != said.i), None)
    return found if found is not None and words.is_noun(found) and rel.is_active_subject(found) else None
