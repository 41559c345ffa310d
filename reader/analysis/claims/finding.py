"""Runs the steps that turn the numbers of a Doc into finished quantities, in text order."""

import re
from collections.abc import Iterable, Iterator

from spacy.tokens import Doc, Span

from reader.analysis.claims import (
    ages,
    alone,
    bounds,
    changes,
    comparators,
    concepts,
    counted,
    during,
    elided,
    heads,
    idle,
    levels,
    masks,
    multiples,
    names,
    numbers,
    paragraphs,
    ranges,
    rates,
    recalled,
    restated,
    times,
    units,
)
from reader.analysis.claims.quantity import Quantity
from reader.analysis.claims.tokens import Tokens
from reader.analysis.corrections import retracted
from reader.analysis.text import text_of

# A bare number after these is a level: "fell to 210", "stood at 41".
LEVEL = re.compile(
    r"\b(?:(?:stood|stands|peaked|remained|closed|ended|finished|opened|traded?|averaged)\s+at|(?:total|number|reach|hit)(?:l?ed|s|es|ing|l?ing)?)\s+$",
    re.IGNORECASE,
)

# A bare number after these is what was counted, or by how much something was won or lost.
COUNTED = re.compile(
    r"\b(?:(?:counted|recorded|logged|registered|tallied)|(?:failed|passed|carried|won|lost|beaten|defeated|missed|fell\s+short)\s+by)"
    r"\s+(?:just\s+|only\s+|a\s+mere\s+|barely\s+)?$",
    re.IGNORECASE,
)
SET_AGAINST = re.compile(
    r"[^.;!?]{0,40}?\b(?:against|compared\s+(?:with|to)|versus|vs\.?|up\s+from|down\s+from)\s+"
    r"|\s+(?P<where>in|on|at|for|during)\s+[\w’' ]{1,24},?\s+(?:and|but)\s+(?:then\s+|only\s+|just\s+)?"
)


def find(doc: Doc, tokens: Tokens) -> Iterator[tuple[Span, Quantity]]:
    """The quantities that the text asserts, each with its sentence."""
    text = text_of(doc).replace("\n", paragraphs.BREAK)
    quantities = _written(text, doc)
    quantities = [counted.attach(text, tokens, ages.attach(text, tokens, q)) for q in quantities]
    quantities = [comparators.attach_after(text, quantity) for quantity in quantities]
    quantities = [bounds.turn(text, tokens, during.read(text, tokens, quantity)) for quantity in quantities]
    quantities = masks.undated(doc._.article_timeline, list(_claims(text, tokens, quantities)))
    previous: list[Quantity] = []
    for sentence, inside in _by_sentence(tokens.sentences, quantities):
        known = changes.mark(
            text, elided.fill(text, tokens, changes.mark(text, _apart(inside)), sentence.start_char)
        )
        previous = known = recalled.fill(text, tokens, known, previous)
        named = concepts.name(text, tokens, _asserted(text, tokens, known))
        gone = retracted(text_of(doc)[sentence.start_char : sentence.end_char]) or (0, 0)
        for quantity in restated.share(text, named):
            if not gone[0] <= quantity.at - sentence.start_char < gone[1]:
                yield sentence, quantity


def _written(text: str, doc: Doc) -> list[Quantity]:
    """Numbers with the units written at them, ranges joined, and multiples in words."""
    found = [comparators.attach_after(text, q) for q in masks.outside(text, numbers.find(text))]
    found = [multiples.times(text, units.attach(text, quantity)) for quantity in found]
    found = [comparators.attach(text, q) for q in found if not names.is_glued(text, q)]
    found = [
        comparators.attach(text, q) if isinstance(q.value, tuple) else q for q in ranges.join(text, found)
    ]
    found = [rates.to_the(text, quantity) for quantity in rates.join(text, found)]
    in_words = [comparators.attach(text, quantity) for quantity in multiples.find(doc)]
    return sorted([*found, *in_words], key=lambda quantity: quantity.at)


def _claims(text: str, tokens: Tokens, quantities: Iterable[Quantity]) -> Iterator[Quantity]:
    """The quantities that are no names, years, or points in time."""
    counted_until = -1
    for quantity in quantities:
        if not _is_no_claim(text, tokens, quantity, quantity.at < counted_until):
            yield quantity
            if quantity.kind == "count":
                counted_until = tokens.sentence_end(quantity.at)


def _is_no_claim(text: str, tokens: Tokens, quantity: Quantity, counted: bool) -> bool:
    return (
        names.is_name(text, tokens, quantity, counted)
        or times.is_year(tokens, quantity)
        or times.is_relative_date(text, quantity)
        or times.is_distance_in_time(text, quantity)
        or idle.is_one(text, tokens, quantity)
        or idle.is_zero(tokens, quantity)
        or idle.is_ordinal(text, tokens, quantity)
        or heads.is_in_verbless_head(tokens.doc, quantity)
    )


def _by_sentence(sentences: list[Span], quantities: list[Quantity]) -> Iterator[tuple[Span, list[Quantity]]]:
    at = 0
    for sentence in sentences:
        inside = []
        while at < len(quantities) and quantities[at].at < sentence.end_char:
            inside.append(quantities[at])
            at += 1
        if inside:
            yield sentence, inside


def _apart(quantities: list[Quantity]) -> list[Quantity]:
    """The quantities without those that lie inside the one before."""
    out: list[Quantity] = []
    for quantity in quantities:
        if not out or quantity.at >= out[-1].end:
            out.append(quantity)
    return out


def _asserted(text: str, tokens: Tokens, known: Iterable[Quantity]) -> list[Quantity]:
    """The quantities that assert something, and bare numbers that are set against one: "31, against 26"."""
    kept: list[Quantity] = []
    for quantity in known:
        before = kept[-1] if kept and not kept[-1].unit else None
        if (
            (before is not None and _is_set_against(text, before, quantity))
            or _asserts(text, quantity)
            or alone.counts(tokens, quantity)
            or levels.is_level(tokens, quantity)
        ):
            kept.append(quantity)
    return kept


def _is_set_against(text: str, before: Quantity, quantity: Quantity) -> bool:
    """ "31 last year, against 26 before", "37 in March and 112 in April"."""
    gap = SET_AGAINST.fullmatch(text, before.end, quantity.start)
    return gap is not None and (gap["where"] is None or text.startswith(f" {gap['where']} ", quantity.end))


def _asserts(text: str, quantity: Quantity) -> bool:
    """Whether a number without a unit is still an amount."""
    if quantity.unit or not quantity.is_written or quantity.scale > 1 or quantity.comparator != "=":
        return True
    if text[quantity.to : quantity.end].endswith("strong"):
        return True
    if any(before.search(text, max(0, quantity.start - 32), quantity.start) for before in (LEVEL, COUNTED)):
        return True
    return quantity.change is not None or quantity.low >= 1000 or isinstance(quantity.low, float)
