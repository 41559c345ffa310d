"""The claims component: the steps that make quantities of the numbers of a text, in order, and claims of the quantities.

Each step says what it reads of a quantity and what it writes; a step reads only what one before it may have written, and
one that is taken again says why.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Literal

from spacy.language import Language
from spacy.tokens import Doc
from spacy.tokens import Span as SpacySpan

from reader.analysis import extensions
from reader.analysis.claims import (
    bare,
    changes,
    comparators,
    concepts,
    counted,
    not_claims,
    numbers,
    pairs,
    tables,
    units,
)
from reader.analysis.claims.attribution import Sources
from reader.analysis.claims.quantity import Quantity, Tokens
from reader.analysis.corrections import retracted
from reader.analysis.model import Claim, Span

Part = Literal["number", "span", "comparator", "unit", "change", "of"]
FIELDS: dict[Part, tuple[str, ...]] = {
    "number": ("at", "to", "value", "form", "scale"),
    "span": ("start", "end"),
    "comparator": ("comparator",),
    "unit": ("unit", "kind"),
    "change": ("change",),
    "of": ("of",),
}


Found = list[Quantity]
Run = Callable[[Tokens, Found], Found]


@dataclass(frozen=True, slots=True)
class Step:
    """One step over all quantities of a text.

    Args:
        reads, writes: the parts of a quantity, by ``FIELDS``.
        again: why it is taken although it was taken before.
    """

    does: str
    run: Run
    reads: tuple[Part, ...]
    writes: tuple[Part, ...]
    again: str = ""


def _each(step: Callable[[str, Quantity], Quantity]) -> Run:
    return lambda tokens, found: [step(tokens.text, quantity) for quantity in found]


def _each_by_words(step: Callable[[str, Tokens, Quantity], Quantity]) -> Run:
    return lambda tokens, found: [step(tokens.text, tokens, quantity) for quantity in found]


def _together(step: Callable[[str, Found], Found]) -> Run:
    return lambda tokens, found: step(tokens.text, found)


def _together_by_words(step: Callable[[str, Tokens, Found], Found]) -> Run:
    return lambda tokens, found: step(tokens.text, tokens, found)


def _by_sentence(step: Callable[[str, Tokens, Found], Found]) -> Run:
    def run(tokens: Tokens, found: Found) -> Found:
        inside = tokens.by_sentence(found, lambda quantity: quantity.at)
        return [quantity for _, some in inside for quantity in step(tokens.text, tokens, list(some))]

    return run


def _with_multiples(tokens: Tokens, found: Found) -> Found:
    return sorted([*found, *changes.find_multiples(tokens)], key=lambda quantity: quantity.at)


def _unmasked(tokens: Tokens, found: Found) -> Found:
    return not_claims.outside(tokens.doc, tokens.text, found)


def _changes(text: str, tokens: Tokens, found: Found) -> Found:
    return changes.mark(text, found)


def _restated(text: str, tokens: Tokens, found: Found) -> Found:
    return pairs.share_restated(text, found)


def _kept(tokens: Tokens, found: Found) -> Found:
    """Without those that the article takes back."""
    out: Found = []
    for sentence, inside in tokens.by_sentence(found, lambda quantity: quantity.at):
        gone = retracted(tokens.text[sentence.start_char : sentence.end_char]) or (0, 0)
        out += [q for q in inside if not gone[0] <= q.at - sentence.start_char < gone[1]]
    return out


STEPS: tuple[Step, ...] = (
    Step("finds the numbers", lambda tokens, _: numbers.find(tokens.text), (), ("number", "span")),
    Step("leaves out those of dates, times, telephones", _unmasked, ("number",), ()),
    Step(
        'reads how exact it is behind it: "40 or more"',
        _each(comparators.attach_after),
        ("number", "span", "comparator"),
        ("comparator", "span", "number"),
    ),
    Step(
        "adds the unit that is written at it",
        _each(units.attach),
        ("number", "span"),
        ("unit", "span"),
    ),
    Step(
        'takes "three times the" for a ratio',
        _each(changes.as_ratio),
        ("number", "unit"),
        ("unit", "number", "span"),
    ),
    Step(
        "leaves out digits that touch a letter",
        _together_by_words(not_claims.not_in_words),
        ("number", "span"),
        (),
    ),
    Step(
        'adds multiples in words: "doubled"',
        _with_multiples,
        ("number",),
        ("number", "span", "unit", "change"),
    ),
    Step(
        'reads how exact it is before it: "more than"',
        _each(comparators.attach),
        ("number", "span", "comparator", "unit"),
        ("comparator", "span"),
    ),
    Step(
        "joins two numbers to a range, and drops scores",
        _together(pairs.join_ranges),
        ("number", "span", "comparator", "unit"),
        ("number", "span", "comparator", "unit"),
    ),
    Step(
        'joins "$1 = 0.8640 euros"', _together(pairs.join_rates), ("number", "span", "unit"), ("span", "unit")
    ),
    Step(
        'reads a rate: "11.30 to the dollar"',
        _each(pairs.rate_of_exchange),
        ("number", "span", "unit"),
        ("span", "unit"),
    ),
    Step(
        "tells ages", _each_by_words(counted.attach_age), ("number", "span", "comparator", "unit"), ("unit",)
    ),
    Step("adds what it counts", _each_by_words(counted.attach), ("number", "span", "unit"), ("unit", "span")),
    Step(
        'reads how exact it is behind it: "40 or more"',
        _each(comparators.attach_after),
        ("number", "span", "comparator"),
        ("comparator", "span", "number"),
        again='what it counts, which is known only now, may stand between: "40 boats or so"',
    ),
    Step(
        'tells "over six years" from more than six',
        _each_by_words(comparators.set_apart_during),
        ("number", "span", "unit"),
        ("comparator", "span"),
    ),
    Step(
        "turns a bound round that is denied",
        _each_by_words(comparators.turn_denied),
        ("number", "span", "comparator", "unit"),
        ("comparator",),
    ),
    Step(
        "leaves out names, years and what counts nothing",
        _together_by_words(not_claims.without),
        ("number", "span", "unit"),
        (),
    ),
    Step(
        "leaves out what lies in the one before", _by_sentence(not_claims.not_inside), ("number", "span"), ()
    ),
    Step("marks changes", _by_sentence(_changes), ("number", "span", "unit", "change"), ("change",)),
    Step(
        "carries units over", _by_sentence(bare.carry_over), ("number", "span", "unit", "change"), ("unit",)
    ),
    Step(
        "marks changes",
        _by_sentence(_changes),
        ("number", "span", "unit", "change"),
        ("change",),
        again="a unit that was carried over tells a change, and whether a unit is carried over hangs on the changes before",
    ),
    Step("recalls what it counts", _together_by_words(bare.recall), ("number", "span", "unit"), ("unit",)),
    Step(
        "leaves out bare numbers that assert nothing",
        _by_sentence(bare.asserting),
        ("number", "span", "comparator", "unit", "change"),
        (),
    ),
    Step(
        "names what has it", _by_sentence(concepts.name), ("number", "span", "unit", "change", "of"), ("of",)
    ),
    Step(
        "lets what says it again be of the same",
        _by_sentence(_restated),
        ("number", "span", "comparator", "unit", "of"),
        ("comparator", "of"),
    ),
    Step("leaves out what the article takes back", _kept, ("number",), ()),
)


def find(tokens: Tokens) -> Iterator[tuple[SpacySpan, Quantity]]:
    """The quantities that the text asserts, in text order, each with its sentence."""
    found = Found()
    for step in STEPS:
        found = step.run(tokens, found)
    for sentence, inside in tokens.by_sentence(found, lambda quantity: quantity.at):
        for quantity in inside:
            yield sentence, quantity


extensions.register()


class Claims:
    """Finds claims and leaves them in ``doc._.article_claims``."""

    def __call__(self, doc: Doc) -> Doc:
        """Fill the extension and give the Doc back."""
        text, tokens = doc._.article.text if doc._.article is not None else doc.text, Tokens(doc)
        sources = Sources(doc, tokens)
        found = [(_around(sentence, quantity), quantity) for sentence, quantity in find(tokens)]
        if doc._.article is not None:
            found += tables.find(doc._.article)
        doc._.article_claims = [
            _claim(f"c{number}", text, quantity, around, sources)
            for number, (around, quantity) in enumerate(sorted(found, key=lambda pair: pair[1].start), 1)
        ]
        doc._.article_speakers = sources.speakers
        return doc


def _around(sentence: SpacySpan, quantity: Quantity) -> Span:
    """The sentence, made to hold the claim where the model parts the two."""
    return Span(min(sentence.start_char, quantity.start), max(sentence.end_char, quantity.end))


def _claim(identifier: str, text: str, quantity: Quantity, sentence: Span, sources: Sources) -> Claim:
    return Claim(
        id=identifier,
        text=text[quantity.start : quantity.end],
        start=quantity.start,
        end=quantity.end,
        value=quantity.value,
        comparator=quantity.comparator,
        change=quantity.change,
        kind=quantity.kind or ("ratio" if quantity.form in ("fraction", "multiple") else "count"),
        unit=quantity.unit,
        of=quantity.of,
        by=sources.of(quantity),
        sentence=sentence,
        why=tuple(dict.fromkeys(quantity.why)),
    )


@Language.factory(
    "article_claims",
    requires=["token.dep", "token.tag"],
    assigns=["doc._.article_claims", "doc._.article_speakers"],
)
def make_claims(nlp: Language, name: str) -> Claims:
    """The factory spaCy calls for ``nlp.add_pipe("article_claims")``."""
    return Claims()
