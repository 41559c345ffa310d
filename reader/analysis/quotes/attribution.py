"""What introduces a quotation: the cue and the words that say who."""

from dataclasses import dataclass

from spacy.tokens import Token

from reader.analysis.quotes.hearing import hears, opener
from reader.analysis.quotes.phrases import phrase_end, source_of
from reader.analysis.syntax.cues import cues
from reader.analysis.syntax.view import Syntax


@dataclass(frozen=True, slots=True)
class Attribution:
    """What introduces a quotation.

    ``cue`` is its token span with the lemma, None when there is none here; ``source`` the head of
    the words that say who; ``carried`` when those words stand with another quotation; ``why`` the rules that found it.
    """

    cue: tuple[int, int] | None
    lemma: str = ""
    source: Token | None = None
    carried: bool = False
    why: tuple[str, ...] = ()


def of_word(cue: Token, source: Token | None) -> Attribution:
    """The attribution that one cue word makes; who hears something has not said it."""
    lemma = cues().lemma(cue)
    if hears(cue, lemma, source):
        return Attribution((cue.i, cue.i + 1), "hear", opener(cue))
    return Attribution((cue.i, cue.i + 1), lemma, source)


def of_phrase(page: Syntax, at: int) -> Attribution | None:
    """The attribution of a source phrase ("according to X") that begins at this token, if one does."""
    end = phrase_end(page, at)
    source = source_of(page, at, end) if end is not None else None
    if end is None or source is None:
        return None
    return Attribution((at, end), page.doc[at:end].text.lower(), source)
