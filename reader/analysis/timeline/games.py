"""Quarters and halves: of a year's business, or of a game."""

from spacy.tokens import Span

from reader.analysis.lexicon import words


def is_business(sentence: Span) -> bool:
    """ "the first half" of a match is no half year; of a year's business it is."""
    return any(
        token.ent_type_ == "MONEY" or token.lower_ in words("notdates", "business") for token in sentence
    )


def is_played(sentence: Span) -> bool:
    """ "scored twice in the fourth quarter"."""
    return any(token.lower_ in words("notdates", "play") for token in sentence)
