"""The words that say something was said, read from the lexicon."""

from collections import defaultdict
from dataclasses import dataclass
from functools import cache

from spacy.strings import get_string_id
from spacy.tokens import Token

from reader.analysis import lexicon

TAKES = frozenset({"quote", "clause", "infinitive", "label", "topic", "object"})
VERB = get_string_id("VERB")
_NOTHING: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Cue words: what each verb takes, verbs that are cues with a particle, nouns, source phrases.

    ``sources`` has phrases by their first word.
    """

    verbs: dict[str, frozenset[str]]
    phrasal: dict[str, frozenset[str]]
    nouns: frozenset[str]
    answers: frozenset[str]
    sources: dict[str, tuple[tuple[str, ...], ...]]
    crowds: dict[str, str]
    lemmas: dict[str, str]
    adversatives: frozenset[str]
    contests: frozenset[str]
    addressing: frozenset[str]
    perceiving: frozenset[str]
    raising: frozenset[str]
    quoting: frozenset[str]
    views: frozenset[str]
    won: dict[str, frozenset[str]]

    def lemma(self, token: Token) -> str:
        """The dictionary form of a word, put right where the model is known to err."""
        lemma = token.lemma_.lower()
        return self.lemmas.get(lemma, lemma)

    def takes(self, token: Token, what: str) -> bool:
        """Whether the verb ``token`` takes this kind of complement."""
        return what in self.taken_by(token)

    def taken_by(self, token: Token) -> frozenset[str]:
        """The kinds of complement that ``token`` takes; none where it is no verb."""
        return self.verbs.get(self.lemma(token), _NOTHING) if token.pos == VERB else _NOTHING

    def is_cue(self, token: Token) -> bool:
        """Whether ``token`` is a verb that can introduce what somebody said: "said", "shot back"."""
        if token.pos != VERB or token.dep_ == "amod":
            return False
        lemma = self.lemma(token)
        if lemma in self.verbs:
            return True
        particles = self.phrasal.get(lemma)
        return particles is not None and any(child.lower_ in particles for child in token.rights)


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
                f"cues.yaml: {verb} takes {', '.join(sorted(unknown))}, which is none of {', '.join(sorted(TAKES))}"
            )
    sources: dict[str, list[tuple[str, ...]]] = defaultdict(list)
    for phrase in data["sources"]:
        sources[phrase.split()[0]].append(tuple(phrase.split()))
    return Lexicon(
        verbs=verbs,
        phrasal={verb: frozenset(particles) for verb, particles in data["phrasal"].items()},
        nouns=lexicon.words("cues", "nouns"),
        answers=lexicon.words("cues", "answers"),
        sources={first: tuple(phrases) for first, phrases in sources.items()},
        crowds=data["crowds"],
        lemmas=data["lemmas"],
        adversatives=lexicon.words("cues", "adversatives"),
        contests=lexicon.words("cues", "contests"),
        addressing=lexicon.words("cues", "addressing"),
        perceiving=lexicon.words("cues", "perceiving"),
        raising=lexicon.words("cues", "raising"),
        quoting=lexicon.words("cues", "quoting"),
        views=lexicon.words("cues", "views"),
        won={verb: frozenset(nouns) for verb, nouns in data["won"].items()},
    )
