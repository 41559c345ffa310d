"""Whose report is nobody's, and why: "knowing that ..." tells nothing, "no minister said ..." is no minister's, a number says nothing.

The rules answer with the reason that the report is left with (`reader.analysis.reports`).
"""

from spacy.tokens import Token

from reader.analysis import lexicon
from reader.analysis.reports import Reason
from reader.analysis.rules import Order, no, quote, reads, rule
from reader.analysis.stance import stances
from reader.analysis.syntax import relations as rel
from reader.analysis.syntax.antecedents import antecedents_of
from reader.analysis.syntax.clauses import is_passive, relative_noun
from reader.analysis.syntax.cues import cues
from reader.analysis.syntax.nouns import is_mute, is_somebody, nouns
from reader.analysis.syntax.polarity import is_nobody
from reader.analysis.syntax.words import is_base, is_gerund

_POINTING = frozenset({"it", "this", "that", "these", "those"})


@rule(
    "quotes.only_thought",
    "A gerund of a verb that only thinks tells nothing: knowing that it was late, she left.",
    decides=[
        reads(
            "Knowing that the bridge was old, Helen Brandt turned back.",
            no(quote("that the bridge was old")),
        ),
    ],
    leaves=[
        reads(
            "Noting that the bridge was old, Helen Brandt turned back.",
            quote("that the bridge was old", speaker="Helen Brandt"),
        )
    ],
)
def thought(verb: Token, source: Token | None) -> Reason | None:
    """No verb that words in marks go with."""
    return "thought" if is_gerund(verb) and not cues().takes(verb, "quote") else None


@rule(
    "quotes.asked_first",
    "Who is asked first in a sentence does not ask: asked whether it was old, she said ….",
    decides=[
        reads(
            "Asked whether the bridge was old, Helen Brandt laughed.",
            no(quote("whether the bridge was old")),
        ),
    ],
    leaves=[
        reads(
            "Helen Brandt asked whether the bridge was old.",
            quote("whether the bridge was old", speaker="Helen Brandt"),
        )
    ],
)
def asked(verb: Token, source: Token | None) -> Reason | None:
    """A verb of asking that opens its sentence."""
    return "asked" if cues().lemma(verb) in stances()["asking"] and verb.i == verb.sent.start else None


@rule(
    "quotes.called_for",
    "What is called for is not said: let's hope that ….",
    decides=[reads("Let him say that the bridge is old.", no(quote("that the bridge is old")))],
    leaves=[
        reads(
            "Helen Brandt did say that the bridge is old.",
            quote("that the bridge is old", speaker="Helen Brandt"),
        )
    ],
)
def called_for(verb: Token, source: Token | None) -> Reason | None:
    """The content of "let"."""
    return "let" if is_base(verb) and rel.is_content(verb) and verb.head.lower_ == "let" else None


@rule(
    "quotes.nobody_named",
    "A verb with nobody to say it, and no passive, reports nothing.",
    decides=[reads("Say that the bridge is old.", no(quote("that the bridge is old")))],
    leaves=[
        reads("It was said that the bridge is old.", quote("that the bridge is old", speaker=None)),
    ],
)
def unnamed(verb: Token, source: Token | None) -> Reason | None:
    """No subject, no agent and no passive."""
    return "unnamed" if source is None and not is_passive(verb) else None


@rule(
    "quotes.pointing",
    "What it or this shows is nobody's report: it means that ….",
    decides=[
        reads(
            "It proves that rust eats steel.",
            no(quote("that rust eats steel")),
        )
    ],
    leaves=[
        reads(
            "Norvik Energi closed the bridge. It said that the bridge is old.",
            quote("that the bridge is old", speaker="Norvik Energi"),
        )
    ],
)
def pointing(verb: Token, source: Token | None) -> Reason | None:
    """A pronoun of things under a verb that words in marks do not go with."""
    points = source is not None and _points(source)
    return "pointing" if points and not cues().takes(verb, "quote") else None


@rule(
    "quotes.no_one_says",
    "What no minister and neither firm said is nobody's.",
    decides=[reads("No minister said that the bridge was old.", no(quote("that the bridge was old")))],
    leaves=[
        reads(
            "A minister said that the bridge was old.", quote("that the bridge was old", speaker="A minister")
        )
    ],
)
def nobody(verb: Token, source: Token | None) -> Reason | None:
    """A subject that denies itself."""
    return "nobody" if source is not None and is_nobody(source) else None


@rule(
    "quotes.cannot_speak",
    "A storm, a number or an earlier version of the article says nothing.",
    decides=[reads("The storm said that the bridge was old.", no(quote("that the bridge was old")))],
    leaves=[
        reads(
            "A storm of critics said that the bridge was old.",
            quote("that the bridge was old", speaker="A storm of critics"),
        )
    ],
)
def mute(verb: Token, source: Token | None) -> Reason | None:
    """A noun for what cannot speak, or a word for anybody."""
    if source is None or _points(source):
        return None
    anybody = source.lower_ in nouns().nobody and not is_somebody(source)
    if anybody and antecedents_of(source.doc).head_of(source, speaks=True) is not None:
        return None  # "two aides left. One said ..."
    return "mute" if anybody or is_mute(source) else None


def _points(source: Token) -> bool:
    """Whether it is a pronoun of things that stands for no noun before it."""
    return source.lower_ in _POINTING and relative_noun(source) is None


@rule(
    "quotes.yet_to_say",
    "What is still to be said is not said: a refusal to say that …, efforts to urge ….",
    decides=[
        reads(
            "Her refusal to say whether the bridge was old was met with laughter.",
            no(quote("whether the bridge was old")),
        ),
    ],
    leaves=[
        reads(
            "Helen Brandt went on to say that the bridge was old.",
            quote("that the bridge was old", speaker="Helen Brandt"),
        )
    ],
)
def yet_to_say(verb: Token, source: Token | None) -> Reason | None:
    """An infinitive under a noun."""
    to = is_base(verb) and any(child.lower_ == "to" for child in verb.lefts)
    return "unsaid" if to and rel.is_of_noun(verb) else None


@rule(
    "quotes.whether_said",
    "What is only asked whether somebody says is not said: whether the firms could agree to ….",
    decides=[
        reads(
            "Traders asked whether Helen Brandt could agree to close the bridge.",
            no(quote("to close the bridge")),
        ),
    ],
    leaves=[
        reads(
            "Traders heard that Helen Brandt agreed to close the bridge.",
            quote("to close the bridge", speaker="Helen Brandt"),
        )
    ],
)
def whether_said(verb: Token, source: Token | None) -> Reason | None:
    """A verb in a clause of whether or if."""
    opened = (child.lower_ for child in verb.lefts if rel.is_opener(child))
    return "asked" if any(word in lexicon.words("cues", "conditional") for word in opened) else None


_ORDER: Order[[Token, Token | None], Reason] = Order(
    "Why is it nobody's report?",
    thought,
    asked,
    called_for,
    unnamed,
    pointing,
    nobody,
    mute,
    yet_to_say,
    whether_said,
)


def turned_down(verb: Token, source: Token | None) -> Reason | None:
    """Why nobody reports anything here; None where somebody does."""
    found = _ORDER.first(verb, source)
    return None if found is None else found.answer
