"""Whether a cue reports at all: "knowing that ..." does not, nor does what cannot speak."""

from spacy.tokens import Token

from reader.analysis.stance import stances
from reader.analysis.syntax import relations as rel
from reader.analysis.syntax.clauses import is_passive, relative_noun
from reader.analysis.syntax.cues import cues
from reader.analysis.syntax.nouns import is_mute, is_somebody, nouns
from reader.analysis.syntax.polarity import is_nobody
from reader.analysis.syntax.words import is_base, is_gerund

_POINTING = frozenset({"it", "this", "that", "these", "those"})


def reports(verb: Token, source: Token | None) -> bool:
    """Whether somebody reports: "knowing that ..." and "it shows that ..." do not."""
    if is_gerund(verb) and not cues().takes(verb, "quote"):
        return False
    if cues().lemma(verb) in stances()["asking"] and verb.i == verb.sent.start:
        return False  # "Asked whether ..., he said": whoever asked is not who answers
    if _is_called_for(verb):
        return False
    if source is None:
        return is_passive(verb)
    if source.lower_ in _POINTING and relative_noun(source) is None:
        return cues().takes(verb, "quote")
    if is_nobody(source) or is_mute(source):
        return False
    return source.lower_ not in nouns().nobody or is_somebody(source)


def _is_called_for(verb: Token) -> bool:
    """ "Let's hope we win", "let him say so": nobody has."""
    return is_base(verb) and rel.is_content(verb) and verb.head.lower_ == "let"
