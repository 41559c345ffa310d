"""Finds the numbers of a text and says what they are worth: "1.2bn", "two dozen", "a third"."""

import re
from collections.abc import Callable, Iterator
from decimal import Decimal

from reader.analysis.claims import paragraphs, shares, shortscale
from reader.analysis.claims.quantity import Form, Match, Quantity, valued
from reader.analysis.numerals import grammar
from reader.analysis.numerals.values import scale_of, spelled, tidy
from reader.analysis.numerals.words import CARDINALS, FRACTIONS, SCALES, VAGUE, VULGAR, Number

EITHER_WAY = re.compile(r"\bplus[\s/-]+(?:or[\s-]+)?minus\s+$", re.IGNORECASE)
SIGN = re.compile(r"(?:(?:^|(?<=[\s(\[$£€]))[-−–]|\b[Mm]inus\s+|\bnegative\s+)$")
LIMIT = 10**18  # no news figure is larger


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
        top, bottom = VULGAR.get(vulgar.strip(), [1, 2])
        number += Decimal(top) / Decimal(bottom)
    number += _part(match["half"])
    suffix, end = shortscale.read(match)
    scale = scale_of(match["scales"]) * suffix
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
        size, value = _longest(pieces, at)
        start, end = match.start() + pieces[at].start(), match.start() + pieces[at + size - 1].end()
        bare_scale = pieces[at].group().lower() in SCALES or pieces[at].group().lower() == "dozen"
        if value is not None and not bare_scale:
            yield Quantity(start, end, start, end, value, "words")
        at += size


def _longest(pieces: list[Match], at: int) -> tuple[int, Number | None]:
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
    scale = scale_of(match["scales"])
    amount = (Decimal(value) / (2 if halved else 1) + _part(match["half"])) * scale
    yield valued(match, tidy(amount), "words", scale)


Read = Callable[[Match], Iterator[Quantity]]
FIGURES, SIGNS = "0123456789", "/⁄"
MARK = re.compile(rf"[a-z]+|[{FIGURES}{SIGNS}{''.join(VULGAR)}]")
# Each with the words and signs of which a paragraph has to hold one for the pattern to fit anywhere in it.
READERS: tuple[tuple[re.Pattern[str], Read, frozenset[str]], ...] = (
    (grammar.SHARE, shares.share, frozenset({*FIGURES, *CARDINALS})),
    (grammar.SPOKEN, shares.spoken, frozenset({"point"})),
    (grammar.FRACTION, shares.fraction, frozenset({*SIGNS, *FRACTIONS, *(f"{part}s" for part in FRACTIONS)})),
    (grammar.FOLD, shares.fold, frozenset({"fold", "hundredfold", *(f"{word}fold" for word in CARDINALS)})),
    (grammar.TWICE, shares.twice, frozenset({"twice", "thrice"})),
    (grammar.VAGUES, shares.vague, frozenset({*VAGUE, "several", "few", "many"})),
    (grammar.DIGITS, _digits, frozenset({*FIGURES, *VULGAR})),
    (grammar.WORDS, _words, frozenset({*CARDINALS, *SCALES, "dozen", "couple"})),
)


def find(text: str) -> list[Quantity]:
    """The numbers of the text, in order, the longest reading at each place."""
    found = sorted(_readings(text), key=lambda quantity: (quantity.at, -quantity.to))
    kept: list[Quantity] = []
    for quantity in found:
        if quantity.high <= LIMIT and (not kept or quantity.at >= kept[-1].to):
            kept.append(_signed(text, quantity))
    return kept


def _readings(text: str) -> Iterator[Quantity]:
    """All that any pattern reads as a number, paragraph by paragraph, and in each pattern by pattern."""
    for start, end in paragraphs.spans(text):
        marks = set(MARK.findall(text[start:end].lower()))
        for pattern, read, needed in READERS:
            if not needed.isdisjoint(marks):
                for match in pattern.finditer(text, start, end):
                    yield from read(match)


def _signed(text: str, quantity: Quantity) -> Quantity:
    """With the minus sign or word before it taken in: "-0.6", "minus 12"; not that of "plus or minus 3"."""
    before = text[max(0, quantity.at - 10) : quantity.at]
    sign = SIGN.search(before)
    if not sign or isinstance(quantity.value, tuple) or EITHER_WAY.search(text[: quantity.at][-20:]):
        return quantity
    start = quantity.at - len(sign.group())
    return Quantity(start, quantity.end, start, quantity.to, -quantity.value, quantity.form, quantity.scale)
