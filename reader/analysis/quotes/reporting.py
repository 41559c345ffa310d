"""Whether a cue reports at all: "knowing that ..." does not, nor does what cannot speak."""

from spacy.tokens import Token

from reader.analysis.reports import Reason
from reader.analysis.stance import stances
from reader.analysis.syntax import relations as rel
from reader.analysis.syntax.clauses import is_passive, relative_noun
from reader.analysis.syntax.cues import cues
from reader.analysis.syntax.nouns import is_mute, is_somebody, nouns
from reader.analysis.syntax.polarity import is_nobody
from reader.analysis.syntax.words import is_base, is_gerund

_POINTING = frozenset({"it", "this", "that", "these", "those"})


def turned_down(verb: Token, source: Token | None) -> Reason | None:
    """Why nobody reports anything here; None where somebody does."""
    if is_gerund(verb) and not cues().takes(verb, "quote"):
        return "thought"
    if cues().lemma(verb) in stances()["asking"] and verb.i == verb.sent.start:
        return "asked"
    if _is_called_for(verb):
        return "let"
    if source is None:
        return None if is_passive(verb) else "unnamed"
    if source.lower_ in _POINTING and relative_noun(source) is None:
        return None if cues().takes(verb, "quote") else "pointing"
    if is_nobody(source):
        return "nobody"
    if is_mute(source) or (source.lower_ in nouns().nobody and not is_somebody(source)):
        return "mute"
    return None


def _is_called_for(verb: Token) -> bool:
    """ "Let's hope we win", "let him say so": nobody has."""
    return is_base(verb) and rel.is_content(verb) and verb.head.lower_ == "let"
