"""Reads vague plurals, fractions, shares and multiples: "dozens", "a third", "one in five", "sevenfold"."""

import re
from collections.abc import Iterator
from decimal import Decimal

from reader.analysis.claims.quantity import Match, Quantity, valued
from reader.analysis.numerals import grammar
from reader.analysis.numerals.values import scale_of, small, tidy
from reader.analysis.numerals.words import FRACTIONS, SCALES, VAGUE


def vague(match: Match) -> Iterator[Quantity]:
    """ "dozens", "tens of thousands", "several hundred": one to ten times the number."""
    first, second, some = (match[name] and match[name].lower() for name in ("first", "second", "some"))
    if some:
        low = 12 if some == "dozen" else SCALES[some]
    else:
        low = VAGUE[first] * (VAGUE[second] if second else 1)
        after = match.string[match.end() : match.end() + 5]
        if (first == "tens" and not second) or (first == "scores" and not re.match(r" of [a-z]", after)):
            return
    yield valued(match, (low, 10 * low), "vague")


def fraction(match: Match) -> Iterator[Quantity]:
    """ "a third", "two-thirds", "half of the", "1/16 of an inch"."""
    if match["over"]:
        over, under = int(match["over"]), int(match["under"])
        if 0 < over < under:
            yield valued(match, over / under, "fraction")
        return
    group = "bare" if match["bare"] else 0
    if grammar.NOT_HALVES.search(match.string, max(0, match.start() - 12), match.start()):
        return
    denominator = FRACTIONS[(match["unit"] or match["units"] or match["pointed"] or "half").lower()]
    numerator = small(match["some"]) if match["some"] else 1
    if 0 < numerator <= 20 * denominator:
        yield valued(match, tidy(numerator / denominator), "fraction", group=group)


def spoken(match: Match) -> Iterator[Quantity]:
    """ "one point six billion"."""
    digits = "".join(str(small(word)) for word in match["part"].split())
    number = Decimal(f"{small(match['whole'])}.{digits}")
    yield valued(match, tidy(number * scale_of(match["scales"])), "words", scale_of(match["scales"]))


def share(match: Match) -> Iterator[Quantity]:
    """ "one in five", "nine out of ten"; not "five in 20 minutes" or "one in 2019"."""
    part, whole = small(match["part"]), small(match["whole"])
    plain = (
        match["every"] or match["ofevery"] or match["out"] or part == 1 or whole in (3, 4, 5, 10, 100, 1000)
    )
    after = match.string[match.end() : match.end() + 12].lstrip().lower()
    timed = re.match(r"(?:second|minute|hour|day|week|month|year|decade|game|match|million|billion)", after)
    if plain and 0 < part < whole and not timed:
        yield valued(match, part / whole, "fraction")


def fold(match: Match) -> Iterator[Quantity]:
    """ "sevenfold", "10-fold"."""
    yield valued(match, small(match["n"]), "multiple")


def twice(match: Match) -> Iterator[Quantity]:
    """ "twice the size"."""
    yield valued(match, 3 if match.group().lower() == "thrice" else 2, "multiple")
