"""Finds the numbers of a text and says what they are worth: "1.2bn", "two dozen", "a third"."""

import math
import re
from collections.abc import Callable, Iterator
from decimal import Decimal

from text_to_num import text2num

from reader.analysis.claims import numerals, shortscale
from reader.analysis.claims.quantity import Form, Number, Quantity, Value
from reader.analysis.claims.words import squeeze

Match = re.Match[str]
LIMIT = 10**18  # no news figure is larger


def tidy(number: Decimal | float) -> Number:
    """A whole number as an int, anything else as a float."""
    return int(number) if number == int(number) else float(number)


def spelled(words: str) -> Number | None:
    """The value of number words, None where they are no number: "five six"."""
    try:
        return int(text2num(squeeze(words.lower()), "en"))
    except (ValueError, OverflowError):
        return None


def small(text: str) -> Number:
    """The value of one numeral, in digits or one or two words; 0 when it is neither."""
    text = text.lower().replace(",", "")
    if re.fullmatch(r"[0-9]+(?:\.[0-9]+)?", text):
        return tidy(Decimal(text))
    return spelled(text.replace("-", " ")) or 0


def _quantity(match: Match, value: Value, form: Form, scale: int = 1, group: int | str = 0) -> Quantity:
    start, end = match.span(group)
    return Quantity(start, end, start, end, value, form, scale)


def _scale(words: str | None) -> int:
    """The product of scale words: "hundred million"."""
    found = re.findall(numerals.SCALE, (words or "").lower())
    return math.prod(numerals.SCALES[word] for word in found)


def _part(half: str | None) -> Decimal:
    """What "and a half" or "and a quarter" adds."""
    return Decimal(0) if not half else Decimal("0.25") if half.endswith("quarter") else Decimal("0.5")


def _digits(match: Match) -> Iterator[Quantity]:
    digits, vulgar = match["digits"], match["vulgar"]
    if not digits and not vulgar:
        return
    if not digits and (match["half"] or (vulgar.strip() == "1/2" and not vulgar.startswith("1"))):
        return
    number = Decimal((digits or "0").replace(",", ""))
    if vulgar:
        top, bottom = numerals.VULGAR.get(vulgar.strip(), [1, 2])
        number += Decimal(top) / Decimal(bottom)
    number += _part(match["half"])
    suffix, end = shortscale.read(match)
    scale = _scale(match["scales"]) * suffix
    form: Form = "digits" if digits else "fraction"
    yield Quantity(match.start(), end, match.start(), end, tidy(number * scale), form, scale)


def _words(match: Match) -> Iterator[Quantity]:
    run = match["run"]
    if match["halved"] or match["article"] or match["half"]:
        yield from _phrase(match)
        return
    pieces = list(re.finditer(r"[A-Za-z]+", run))
    at = 0
    while at < len(pieces):
        size, value = _longest(run, pieces, at)
        start, end = match.start() + pieces[at].start(), match.start() + pieces[at + size - 1].end()
        bare_scale = pieces[at].group().lower() in numerals.SCALES or pieces[at].group().lower() == "dozen"
        if value is not None and not bare_scale:
            yield Quantity(start, end, start, end, value, "words")
        at += size


def _longest(run: str, pieces: list[Match], at: int) -> tuple[int, Number | None]:
    """How many words from ``at`` on make one number, and which."""
    for size in range(min(12, len(pieces) - at), 0, -1):
        words = [piece.group().lower() for piece in pieces[at : at + size]]
        if words[-1] == "and":
            continue
        value = _dozens(words[:-1]) if words[-1] == "dozen" else spelled(" ".join(words))
        if value is not None:
            return size, value
    return 1, None


def _dozens(words: list[str]) -> Number | None:
    many = spelled(" ".join(words)) if words else 1
    return None if many is None else 12 * many


def _phrase(match: Match) -> Iterator[Quantity]:
    """Number words with an article or a half: "a million", "half a dozen", "two and a half"."""
    words = match["run"].lower().replace("-", " ").split()
    halved, words = words[0] == "half", [word for word in words if word not in ("half", "a", "an")]
    words = ["two", *words[1:]] if words[:1] == ["couple"] else words
    value: Number | None
    value = _dozens(words[:-1]) if words and words[-1] == "dozen" else spelled(" ".join(words))
    if value is None:
        return
    scale = _scale(match["scales"])
    amount = (Decimal(value) / (2 if halved else 1) + _part(match["half"])) * scale
    yield _quantity(match, tidy(amount), "words", scale)


def _vague(match: Match) -> Iterator[Quantity]:
    first, second, some = (match[name] and match[name].lower() for name in ("first", "second", "some"))
    if some:
        low = 12 if some == "dozen" else numerals.SCALES[some]
    else:
        low = numerals.VAGUE[first] * (numerals.VAGUE[second] if second else 1)
        after = match.string[match.end() : match.end() + 5]
        if (first == "tens" and not second) or (first == "scores" and not re.match(r" of [a-z]", after)):
            return
    yield _quantity(match, (low, 10 * low), "vague")


def _fraction(match: Match) -> Iterator[Quantity]:
    if match["over"]:
        over, under = int(match["over"]), int(match["under"])
        if 0 < over < under:
            yield _quantity(match, over / under, "fraction")
        return
    group = "bare" if match["bare"] else 0
    if numerals.NOT_HALVES.search(match.string, max(0, match.start() - 12), match.start()):
        return
    denominator = numerals.FRACTIONS[(match["unit"] or match["units"] or "half").lower()]
    numerator = small(match["some"]) if match["some"] else 1
    if 0 < numerator <= 20 * denominator:
        yield _quantity(match, tidy(numerator / denominator), "fraction", group=group)


def _spoken(match: Match) -> Iterator[Quantity]:
    digits = "".join(str(small(word)) for word in match["part"].split())
    number = Decimal(f"{small(match['whole'])}.{digits}")
    yield _quantity(match, tidy(number * _scale(match["scales"])), "words", _scale(match["scales"]))


def _share(match: Match) -> Iterator[Quantity]:
    """ "one in five", "nine out of ten"; not "five in 20 minutes" or "one in 2019"."""
    part, whole = small(match["part"]), small(match["whole"])
    plain = (
        match["every"] or match["ofevery"] or match["out"] or part == 1 or whole in (3, 4, 5, 10, 100, 1000)
    )
    after = match.string[match.end() : match.end() + 12].lstrip().lower()
    timed = re.match(r"(?:second|minute|hour|day|week|month|year|decade|game|match|million|billion)", after)
    if plain and 0 < part < whole and not timed:
        yield _quantity(match, part / whole, "fraction")


def _fold(match: Match) -> Iterator[Quantity]:
    yield _quantity(match, small(match["n"]), "multiple")


def _twice(match: Match) -> Iterator[Quantity]:
    yield _quantity(match, 3 if match.group().lower() == "thrice" else 2, "multiple")


READERS: tuple[tuple[re.Pattern[str], Callable[[Match], Iterator[Quantity]]], ...] = (
    (numerals.SHARE, _share),
    (numerals.SPOKEN, _spoken),
    (numerals.FRACTION, _fraction),
    (numerals.FOLD, _fold),
    (numerals.TWICE, _twice),
    (numerals.VAGUES, _vague),
    (numerals.DIGITS, _digits),
    (numerals.WORDS, _words),
)


def find(text: str) -> list[Quantity]:
    """The numbers of the text, in order, the longest reading at each place."""
    found = [
        quantity for pattern, read in READERS for match in pattern.finditer(text) for quantity in read(match)
    ]
    found.sort(key=lambda quantity: (quantity.at, -quantity.to))
    kept: list[Quantity] = []
    for quantity in found:
        if quantity.high <= LIMIT and (not kept or quantity.at >= kept[-1].to):
            kept.append(_signed(text, quantity))
    return kept


def _signed(text: str, quantity: Quantity) -> Quantity:
    """With the minus sign or word before it taken in: "-0.6", "minus 12"."""
    before = text[max(0, quantity.at - 10) : quantity.at]
    sign = re.search(r"(?:(?:^|(?<=[\s(\[$£€]))[-−–]|\b[Mm]inus\s+|\bnegative\s+)$", before)
    if not sign or isinstance(quantity.value, tuple):
        return quantity
    start = quantity.at - len(sign.group())
    return Quantity(start, quantity.end, start, quantity.to, -quantity.value, quantity.form, quantity.scale)
