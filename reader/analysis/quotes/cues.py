"""The words that say something was said, read from the lexicon."""

from dataclasses import dataclass
from functools import cache

from spacy.tokens import Token

from reader.analysis import lexicon

TAKES = frozenset({"quote", "clause", "infinitive", "label", "topic"})
_VERBAL = frozenset({"VERB", "AUX", "NOUN", "PROPN", "ADJ"})


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Cue words: what each verb takes, nouns of speech, phrases that name a source."""

    verbs: dict[str, frozenset[str]]
    nouns: frozenset[str]
    sources: tuple[tuple[str, ...], ...]
    hearsay: frozenset[str]
    crowds: dict[str, str]

    def takes(self, token: Token, what: str) -> bool:
        """Whether the verb ``token`` takes this kind of complement."""
        return token.pos_ == "VERB" and what in self.verbs.get(token.lemma_.lower(), ())

    def is_verb(self, token: Token) -> bool:
        """Whether ``token`` is a verb that can introduce what somebody said."""
        return token.pos_ == "VERB" and token.lemma_.lower() in self.verbs


@cache
def cues() -> Lexicon:
    """The lexicon, checked.

    Raises:
        ValueError: a verb takes something that is not known.
    """
    data = lexicon.load("cues")
    verbs = {verb: frozenset(takes.split()) for verb, takes in data["verbs"].items()}
    for verb, takes in verbs.items():
        if unknown := takes - TAKES:
            raise ValueError(
                f"cues.yaml: {verb} takes {', '.join(sorted(unknown))}, which is none of {sorted(TAKES)}"
            )
    return Lexicon(
        verbs=verbs,
        nouns=frozenset(data["nouns"]),
        sources=tuple(tuple(phrase.split()) for phrase in data["sources"]),
        hearsay=frozenset(data["hearsay"]),
        crowds=data["crowds"],
    )
