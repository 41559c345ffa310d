"""Numbers that assert no amount: names, years and points in time, "one of the", "zero tolerance", counts in a verbless head."""

import re
from functools import cache
from typing import Any

from spacy.tokens import Doc, Token

from reader.analysis import lexicon
from reader.analysis.claims.quantity import Quantity
from reader.analysis.claims.tokens import COLLECTIVE, Tokens
from reader.analysis.claims.units import unit_table
from reader.analysis.lexicon.patterns import alternatives
from reader.analysis.syntax import relations as rel
from reader.analysis.syntax import words
from reader.analysis.syntax.antecedents import noun_said_of
from reader.analysis.syntax.phrases import following
from reader.article.model import HEADINGS

WORDS: dict[str, Any] = lexicon.load("not_claims")


WORD_HYPHEN = re.compile(r"\w[-–]")
FREE_HYPHEN = re.compile(r"\b(?:to|sub|of|the|a)[-–]$", re.IGNORECASE)
ORDINAL = re.compile(r"\s(?:st|nd|rd|th)\b")
ENDS_CLAUSE = re.compile(r"\s*(?:[,.;]|and\b|$)")


@cache
def _label() -> re.Pattern[str]:
    always = [word for word in WORDS["labels"] if word not in WORDS["capital_only"]]
    capital = [form for word in WORDS["capital_only"] for form in (word.title(), word.upper())]
    return re.compile(
        rf"(?:(?<!\w)|^)(?:(?i:{alternatives(always)})|{alternatives(capital)})(?:\s+(?:No\.?|no\.?|number)\s?|[\s-]?)$"
    )


def is_name(text: str, tokens: Tokens, quantity: Quantity, counted: bool = False) -> bool:
    """Whether the number names something instead of counting it.

    Args:
        counted: whether its sentence counted something before, so that this may be one more of it:
            "won 18 seats, the Farmers' Party 11".
    """
    bare = quantity.unit is None and quantity.scale == 1 and quantity.is_written
    if quantity.kind not in ("money", "percent") and _labelled(text, quantity):
        return True
    if quantity.form == "words" and _named_word(text, tokens, quantity):
        return True
    if _capital_head(tokens, quantity):
        return True
    return bare and quantity.start == quantity.at and _in_name(text, tokens, quantity, counted)


def _capital_head(tokens: Tokens, quantity: Quantity) -> bool:
    """ "787 Dreamliner", "HIV 2 drug", "Trent 900 engines", "737 replacement": digits within a longer name."""
    plain = quantity.form == "digits" and quantity.scale == 1 and quantity.start == quantity.at
    if quantity.kind != "count" or not plain or quantity.value == 1:
        return False
    head, before = tokens.before(quantity.end), tokens.before(quantity.at)
    if head is None or words.is_plural_name(head) or head.lower_ in COLLECTIVE:
        return False
    named = before is not None and _is_name_word(before) and before.idx + len(before) + 1 == quantity.at
    if words.is_plural_thing(head):
        return named and before is not None and rel.is_compound_or_nominal(before) and before.head.i == head.i
    return (
        named
        or (words.is_singular_name(head) and head.text[0].isupper())
        or _is_model(tokens, head, quantity)
    )


def _is_name_word(token: Token) -> bool:
    return token.sent_start != 1 and (
        words.is_singular_name(token) or (token.text.isupper() and len(token) > 1)
    )


def _is_model(tokens: Tokens, head: Token, quantity: Quantity) -> bool:
    """ "737 replacement": three digits right before a singular."""
    first = tokens.after(quantity.to)
    return (
        quantity.to - quantity.at == 3
        and words.is_singular_thing(head)
        and first is not None
        and first.i == head.i
    )


def not_glued(text: str, quantities: list[Quantity]) -> list[Quantity]:
    """Those that are no digits in a word: "19th", "F-16", "4G"."""
    return [quantity for quantity in quantities if not is_glued(text, quantity)]


def is_glued(text: str, quantity: Quantity) -> bool:
    """Digits that touch a letter which is no unit: "19th", "F-16", "4G"."""
    before, after = text[max(0, quantity.at - 2) : quantity.at], text[quantity.to : quantity.to + 1]
    if quantity.form == "words" or quantity.start < quantity.at:
        return False
    if before[-1:].isalpha() or before[-1:].isdigit():
        return True
    if WORD_HYPHEN.fullmatch(before) and not FREE_HYPHEN.search(text[max(0, quantity.at - 5) : quantity.at]):
        return not before[0].isdigit()
    if ORDINAL.match(text, quantity.to, quantity.to + 4):
        return True
    return quantity.end == quantity.to and (
        after.isalpha() or (after in ("°", "'", "’") and text[quantity.to + 1 : quantity.to + 2].isalpha())
    )


def _labelled(text: str, quantity: Quantity) -> bool:
    return (
        bool(_label().search(text, max(0, quantity.at - 24), quantity.at)) and quantity.start == quantity.at
    )


def _named_word(text: str, tokens: Tokens, quantity: Quantity) -> bool:
    """A number word with a capital inside a name: "the Big Four", "Seven Network"."""
    token = tokens.at(quantity.at)
    if token is None or not text[quantity.at].isupper() or token.is_sent_start:
        return False
    return words.is_name(token) or words.is_in_name(token)


def _in_name(text: str, tokens: Tokens, quantity: Quantity, counted: bool) -> bool:
    """A bare number right after a name: "Apple Watch 5", "S&P 500"; or before one: "737 Max"."""
    before, after = tokens.before(quantity.at), tokens.after(quantity.to)
    if before is not None and text[before.idx + len(before) : quantity.at].strip() == "":
        if words.is_any_name(before) and before.text[0].isupper() and before.sent_start != 1:
            return not (counted and ENDS_CLAUSE.match(text, quantity.to))
        if before.text == "&":
            return True
    return (
        after is not None
        and words.is_singular_name(after)
        and after.text[0].isupper()
        and text[quantity.to : after.idx] in (" ", "-")
    )


AWAY = re.compile(r"\s+(?:after|before)\s+(?:[A-Za-z])", re.IGNORECASE)
LASTING = re.compile(
    r"\b(?:for|in|within|of|lasted|took|takes|spent|spend|another|the|these|those|waited|over)\s+$",
    re.IGNORECASE,
)


@cache
def _relative() -> re.Pattern[str]:
    after = alternatives(WORDS["relative_after"])
    return re.compile(rf"(?:\s+or\s+so)?\s+(?:{after}\b|(?:on|back)(?=\s*[,.;]))", re.IGNORECASE)


def is_year(tokens: Tokens, quantity: Quantity) -> bool:
    """A bare four-digit number that is a calendar year."""
    if not _looks_like_year(quantity):
        return False
    before, token = tokens.before(quantity.at), tokens.at(quantity.at)
    dated = token is not None and words.is_date(token)
    if quantity.unit is None:
        return dated or quantity.low >= 1800 or (before is not None and before.lower_ in WORDS["year_before"])
    if quantity.low < 1900 or quantity.unit.split()[-1].lower() in (*COLLECTIVE, "men", "women", "children"):
        return False
    return dated or (before is not None and before.lower_ in WORDS["year_opens"])


def _looks_like_year(quantity: Quantity) -> bool:
    """Four digits, with neither currency nor comparator before them nor a measure behind."""
    plain = quantity.form == "digits" and quantity.scale == 1 and quantity.to - quantity.at == 4
    alone = quantity.kind is None or (quantity.kind == "count" and quantity.start == quantity.at)
    return plain and alone and isinstance(quantity.low, int) and 1000 <= quantity.low <= 2199


def is_relative_date(text: str, quantity: Quantity) -> bool:
    """ "30 years ago", "three days later": where in time, not how long."""
    return unit_table().is_time(quantity.unit) and _relative().match(text, quantity.end) is not None


def is_distance_in_time(text: str, quantity: Quantity) -> bool:
    """ "20 years after the war", "six hours before landfall"; not "for 20 years before"."""
    if not unit_table().is_time(quantity.unit) or not AWAY.match(text, quantity.end):
        return False
    return not LASTING.search(text, max(0, quantity.start - 24), quantity.start)


def is_one(text: str, tokens: Tokens, quantity: Quantity) -> bool:
    """ "one of the", "no one", "one day", "at one point", "the one who"."""
    if quantity.form != "words" or quantity.value != 1 or quantity.kind in ("money", "percent"):
        return False
    before, after = tokens.before(quantity.at), tokens.after(quantity.to)
    if after is None or after.lower_ in WORDS["one_after"]:
        return True
    if quantity.kind == "measure":
        return False
    if (
        quantity.unit is None
        or after.lower_ == "of"
        or _speaks(tokens, quantity)
        or text[quantity.to] in "-–"
    ):
        return True
    return before is not None and before.lower_ in WORDS["one_before"]


def _speaks(tokens: Tokens, quantity: Quantity) -> bool:
    """ "one resident said": a source, not a count."""
    noun = tokens.before(quantity.end)
    return (
        noun is not None
        and rel.is_active_subject(noun)
        and noun.head.lemma_ in lexicon.load("claim_sources")["reporting"]
    )


def is_ordinal(text: str, tokens: Tokens, quantity: Quantity) -> bool:
    """ "Brandt added a third", a goal, "a third, Marta Lind": of persons and what they make, "third" says which."""
    if quantity.form != "fraction" or quantity.unit:
        return False
    last = tokens.at(quantity.to - 1)
    if last is None or last.lower_ not in WORDS["ordinals"]:
        return False
    if words.is_person(last.head) or _is_person_named(text, tokens, last, quantity):
        return True
    if not rel.is_object(last) or any(child.lower_ == "of" for child in last.rights):
        return False
    doer = noun_said_of(last.head)
    return doer is not None and words.is_person(doer)


def _is_person_named(text: str, tokens: Tokens, last: Token, quantity: Quantity) -> bool:
    """ "A third, Marta Lind, told"; not "fell by a third, Marta Lind said"."""
    name = tokens.after(quantity.to + 1) if text[quantity.to : quantity.to + 2] == ", " else None
    while name is not None and words.is_person(name):
        after = following(name)
        if after is not None and after.text == ",":
            return not rel.is_governed(last)
        name = after
    return False


def is_zero(tokens: Tokens, quantity: Quantity) -> bool:
    """ "zero tolerance": none, of what is not counted."""
    if quantity.form != "words" or quantity.value != 0 or (quantity.kind and quantity.kind != "count"):
        return False
    head = tokens.before(quantity.end)
    return head is None or not words.is_plural_thing(head)


_SMALL = 10


def is_in_verbless_head(doc: Doc, quantity: Quantity) -> bool:
    """Whether it is a count below ten, in words, in a headline or subhead that has no verb."""
    article = doc._.article
    if article is None or quantity.form != "words" or quantity.high >= _SMALL:
        return False
    if quantity.kind not in (None, "count"):
        return False
    blocks = (block for block in article.blocks if block.start <= quantity.at < block.end)
    head = next((block for block in blocks if block.kind in HEADINGS), None)
    if head is None:
        return False
    span = doc.char_span(head.start, head.end, alignment_mode="expand")
    return span is not None and not any(words.is_verbal(token) for token in span)


def without(text: str, tokens: Tokens, quantities: list[Quantity]) -> list[Quantity]:
    """The quantities that are no names, years, or points in time, and count something."""
    kept: list[Quantity] = []
    counted_until = -1
    for quantity in quantities:
        if not _is_no_claim(text, tokens, quantity, quantity.at < counted_until):
            kept.append(quantity)
            if quantity.kind == "count":
                counted_until = tokens.sentence_end(quantity.at)
    return kept


def _is_no_claim(text: str, tokens: Tokens, quantity: Quantity, counted: bool) -> bool:
    return (
        is_name(text, tokens, quantity, counted)
        or is_year(tokens, quantity)
        or is_relative_date(text, quantity)
        or is_distance_in_time(text, quantity)
        or is_one(text, tokens, quantity)
        or is_zero(tokens, quantity)
        or is_ordinal(text, tokens, quantity)
        or is_in_verbless_head(tokens.doc, quantity)
    )


def not_inside(text: str, tokens: Tokens, quantities: list[Quantity]) -> list[Quantity]:
    """Those that do not lie inside the one before."""
    out: list[Quantity] = []
    for quantity in quantities:
        if not out or quantity.at >= out[-1].end:
            out.append(quantity)
    return out
