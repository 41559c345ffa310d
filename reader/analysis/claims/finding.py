"""Runs the steps that turn the numbers of a Doc into finished quantities, in text order."""

from collections.abc import Iterable, Iterator

from spacy.tokens import Doc, Span

from reader.analysis.claims import (
    ages,
    asserted,
    bounds,
    changes,
    comparators,
    concepts,
    counted,
    during,
    elided,
    heads,
    idle,
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
        named = concepts.name(text, tokens, asserted.among(text, tokens, known))
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
