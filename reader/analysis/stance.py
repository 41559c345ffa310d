"""How a speaker stands to the words a quotation reports, told by its cue, and how that is shown."""

from functools import cache

from reader.analysis import lexicon
from reader.analysis.model import Cue, Quote

_WITHHELD = ("denying", "refusing")
_NEAR = 120  # characters between a cue and what it reports
_TO = ("to ", "not to ")
_OPEN = ("whether ", "if ")  # a question affirms nothing


def lead(quote: Quote) -> str:
    """What has to stand before the words for them to be honest: "denied: ", or nothing.

    Words in full marks speak for themselves, unless the cue itself is negated ("did not say").
    """
    if quote.cue is None or quote.kind == "scare" or _is_far(quote, quote.cue):
        return ""
    led = is_negated(quote) or (quote.kind != "direct" and not _affirms(quote))
    return f"{' '.join(quote.cue.text.split())}: " if led else ""


def is_affirmed(quote: Quote) -> bool:
    """Whether its speaker stands by what the words assert; not so for what is denied, refused or asked."""
    if quote.cue is None:
        return True
    if is_negated(quote) or (quote.kind == "indirect" and quote.text.lower().startswith(_OPEN)):
        return False
    return quote.kind == "direct" or not any(quote.cue.lemma in stances()[name] for name in _WITHHELD)


def is_infinitive(quote: Quote) -> bool:
    """Whether it says what is to be done, or not to be done, and asserts nothing: "told jurors to forget it"."""
    return quote.kind == "indirect" and quote.text.lower().startswith(_TO)


def is_negated(quote: Quote) -> bool:
    """Whether the cue is a verb with its negation: "did not say", "refused to confirm"."""
    return quote.cue is not None and len(quote.cue.text.split()) > len(quote.cue.lemma.split())


def _is_far(quote: Quote, cue: Cue) -> bool:
    """Whether the cue stands with other words, and only who speaks is known from there."""
    return max(quote.start - cue.end, cue.start - quote.end) > _NEAR


def _affirms(quote: Quote) -> bool:
    """A verb of saying, or no verb at all: "according to", a colon, a noun."""
    if quote.cue is None or not quote.cue.lemma.isalpha():
        return True
    if is_infinitive(quote):
        return False
    return quote.cue.lemma in stances()["affirming"]


@cache
def stances() -> dict[str, frozenset[str]]:
    """The verbs of each stance."""
    return {name: frozenset(verbs) for name, verbs in lexicon.load("stances").items()}
