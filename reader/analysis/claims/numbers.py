"""Finds the numbers of a text and says what they are worth: "1.2bn", "two dozen", "a third", "one in five"."""

import re
from collections.abc import Callable, Iterator
from decimal import Decimal
from functools import cache

from reader.analysis import lexicon
from reader.analysis.claims.quantity import PARAGRAPH_BREAK, Form, Match, Quantity, valued
from reader.analysis.claims.units import currency_before
from reader.analysis.lexicon.patterns import alternatives
from reader.analysis.numerals import (
    CARDINAL,
    CARDINALS,
    DIGIT,
    FRACTIONS,
    PLAIN,
    SCALE,
    SCALES,
    SMALL,
    SUFFIXES,
    VAGUE,
    VULGAR,
    VULGARS,
    Number,
    between,
    scale_of,
    small,
    spelled,
    tidy,
)
from reader.late import late

_SUFFIX = alternatives(s for s in SUFFIXES if len(s) > 1)
_LETTER = "[" + "".join(s + s.upper() for s in SUFFIXES if len(s) == 1) + "]"

DIGITS = late(
    rf"""(?<![0-9.,:/^_@\#…])(?=[0-9{"".join(VULGAR)}]|\.[0-9])
    (?P<digits>(?:{PLAIN})(?![0-9]|[.,:/^][0-9]|\^))?
    (?P<vulgar>(?:(?<=[0-9])\s?|(?<![0-9{"".join(VULGAR)}]))(?:{VULGARS}(?!{VULGARS})|(?<=\s)1/2(?![0-9/])))?
    (?P<half>[\s-]and[\s-]a[\s-](?:half|quarter)\b)?
    (?:(?P<scales>(?:[\s-]?{SCALE}(?:s?\b))+)|\s?(?P<suffix>{_SUFFIX})\b|(?P<letter>\s?{_LETTER})(?![A-Za-z0-9/²³°]))?""",
    re.VERBOSE | re.IGNORECASE,
)

_ELEMENT = rf"(?:{CARDINAL}|{SCALE}(?:\s+and(?=\s+{CARDINAL}\b))?|dozen)\b"
WORDS = late(
    rf"""(?<![\w.-])(?P<run>
    (?:(?P<halved>half[\s-](?:an?[\s-])?)(?={SCALE}\b|dozen\b)|(?P<article>an?[\s-])(?={SCALE}\b|dozen\b|couple\b))?
    (?:{_ELEMENT}(?:[\s-]+{_ELEMENT}){{0,11}}|couple\s+(?:dozen|hundred|thousand|million)\b|couple(?=\s+of\b|\s+more\b)))
    (?P<half>[\s-]and[\s-]a[\s-](?:half|quarter)\b)?
    (?P<scales>(?<=half)(?:\s{SCALE}\b))?""",
    re.VERBOSE | re.IGNORECASE,
)

# As it is spoken: "one point six billion".
SPOKEN = late(
    rf"\b(?P<whole>{CARDINAL}(?:[\s-]{CARDINAL})?)\s+point\s+(?P<part>{DIGIT}(?:\s+{DIGIT}){{0,3}})\b(?:\s+(?P<scales>{SCALE})\b)?",
    re.IGNORECASE,
)

_VAGUE = alternatives(VAGUE)
VAGUES = late(
    rf"""\b(?P<first>{_VAGUE})(?:\s+of\s+(?P<second>{_VAGUE}))?\b
    |\b(?:several|a\s+few|few|many)\s+(?P<some>dozen|hundred|thousand|million|billion)\b""",
    re.VERBOSE | re.IGNORECASE,
)

_DENOMINATOR = alternatives(FRACTIONS)
FRACTION = late(
    rf"""(?<![A-Za-z])(?:  # first, for most places are inside a word
    \b(?P<one>an?|one)[\s-](?P<unit>{_DENOMINATOR})
        (?=\s+(?:of|since|more|less|fewer|higher|lower|larger|smaller|as|this|last|in|on|off|from|to|compared|over|by|between)\b|\s*[,.;:)?!”"]|\s*$)
    |\b(?P<some>{SMALL}|[0-9]{{1,2}})[\s-](?P<units>{_DENOMINATOR})s\b
    |(?<![\w/,.-])(?P<over>[0-9]{{1,3}})[/⁄](?P<under>[0-9]{{1,4}})(?![\w/,-])(?=\s+of\b|[\s-](?:inch|mile|cup|teaspoon|tablespoon|pint|ounce))
    |\b(?P<pointed>half|quarter)(?=[\s-](?:percentage[\s-])?point\b)
    |\b(?P<half>half)(?=\s+(?:of|the|its|their|his|her|our|your|all|that|those|these|as)\b|\s+an?\s)
    |\b(?:by|than|nearly|almost|about|around|roughly|over|under|only|up|in)\s+(?P<bare>half)\b(?![\s-]?(?:time|way|year|hour|a\b|an\b|dozen|million|past)))""",
    re.VERBOSE | re.IGNORECASE,
)
# "the second half of the year" is no fraction.
NOT_HALVES = late(
    r"(?:first|second|latter|other|top|bottom|back|front|last|final|better|opening|closing|upper|lower|northern|southern|eastern|western)[\s-]$",
    re.I,
)

SHARE = late(
    rf"\b(?P<part>{alternatives(between(1, 20))}|[0-9]{{1,2}})(?:\s+in\s+(?P<every>every\s+|each\s+)?|(?P<out>\s+out\s+of\s+(?:every\s+)?)|\s+of\s+(?P<ofevery>every\s+))"
    rf"(?:an?\s+)?(?P<whole>{CARDINAL}(?:-{CARDINAL})?|{SCALE}|[0-9]{{1,3}}(?:,[0-9]{{3}})*)\b(?![.,:/-]?[0-9]|-|\s*%)",
    re.IGNORECASE,
)

FOLD = late(
    rf"(?<![\w.,-])(?P<n>{CARDINAL}|hundred|[0-9]{{1,5}}(?:\.[0-9]{{1,3}})?)[\s-]?fold\b", re.IGNORECASE
)
# "twice the size", "twice as loud"; not "scored twice as United won".
TWICE = late(
    r"\b(?:twice|thrice)(?=\s+(?:the|its|his|her|their|our|what|that|this|those|as\s+(?!the\b|he\b|she\b|they\b|it\b|we\b|an?\b|if\b)(?-i:[a-z])[a-z]+)\b)",
    re.IGNORECASE,
)

_PARAGRAPH = re.compile(rf"[^{PARAGRAPH_BREAK}]+")


def paragraphs(text: str) -> Iterator[tuple[int, int]]:
    """Where each paragraph begins and ends, the breaks around it taken in: a pattern may ask for them."""
    for match in _PARAGRAPH.finditer(text):
        yield max(0, match.start() - 1), min(match.end() + 1, len(text))


@cache
def _metres() -> re.Pattern[str]:
    cues = alternatives(lexicon.load("units")["metre_cues"])
    return re.compile(rf"[\s-]{cues}\b|\s?\(\s?[0-9][0-9.,]*\s?(?:ft|feet|foot|yards?)\b", re.IGNORECASE)


def _suffix(match: re.Match[str]) -> tuple[int, int]:
    """The scale a numeral's suffix stands for, and where the numeral then ends."""
    written = match["suffix"] or match["letter"]
    if not written:
        return 1, match.end()
    start = match.start("suffix" if match["suffix"] else "letter")
    if _is_scale(match, written, start):
        return SUFFIXES[written.strip().lower()], match.end()
    return 1, len(match.string[:start].rstrip()) if match["suffix"] else start


def _is_scale(match: re.Match[str], written: str, start: int) -> bool:
    money = currency_before(match.string, match.start()) is not None
    sign, spaced = written.strip(), written[0].isspace() or match.string[start - 1].isspace()
    if sign.lower() in ("t", "mm"):
        return money
    if sign in ("b", "k", "m") and spaced:
        return money
    if sign == "K" and not money:
        return len(match["digits"] or "") > 1
    if sign == "m" and not money:
        return not ("." not in (match["digits"] or ".") and _metres().match(match.string, match.end()))
    return True


def _vague(match: Match) -> Iterator[Quantity]:
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


def _fraction(match: Match) -> Iterator[Quantity]:
    """ "a third", "two-thirds", "half of the", "1/16 of an inch"."""
    if match["over"]:
        over, under = int(match["over"]), int(match["under"])
        if 0 < over < under:
            yield valued(match, over / under, "fraction")
        return
    group = "bare" if match["bare"] else 0
    if NOT_HALVES.search(match.string, max(0, match.start() - 12), match.start()):
        return
    denominator = FRACTIONS[(match["unit"] or match["units"] or match["pointed"] or "half").lower()]
    numerator = small(match["some"]) if match["some"] else 1
    if 0 < numerator <= 20 * denominator:
        yield valued(match, tidy(numerator / denominator), "fraction", group=group)


def _spoken(match: Match) -> Iterator[Quantity]:
    """ "one point six billion"."""
    digits = "".join(str(small(word)) for word in match["part"].split())
    number = Decimal(f"{small(match['whole'])}.{digits}")
    yield valued(match, tidy(number * scale_of(match["scales"])), "words", scale_of(match["scales"]))


def _share(match: Match) -> Iterator[Quantity]:
    """ "one in five", "nine out of ten"; not "five in 20 minutes" or "one in 2019"."""
    part, whole = small(match["part"]), small(match["whole"])
    plain = (
        match["every"] or match["ofevery"] or match["out"] or part == 1 or whole in (3, 4, 5, 10, 100, 1000)
    )
    after = match.string[match.end() : match.end() + 12].lstrip().lower()
    timed = re.match(r"(?:second|minute|hour|day|week|month|year|decade|game|match|million|billion)", after)
    if plain and 0 < part < whole and not timed:
        yield valued(match, part / whole, "fraction")


def _fold(match: Match) -> Iterator[Quantity]:
    """ "sevenfold", "10-fold"."""
    yield valued(match, small(match["n"]), "multiple")


def _twice(match: Match) -> Iterator[Quantity]:
    """ "twice the size"."""
    yield valued(match, 3 if match.group().lower() == "thrice" else 2, "multiple")


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
    suffix, end = _suffix(match)
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
    (SHARE, _share, frozenset({*FIGURES, *CARDINALS})),
    (SPOKEN, _spoken, frozenset({"point"})),
    (FRACTION, _fraction, frozenset({*SIGNS, *FRACTIONS, *(f"{part}s" for part in FRACTIONS)})),
    (FOLD, _fold, frozenset({"fold", "hundredfold", *(f"{word}fold" for word in CARDINALS)})),
    (TWICE, _twice, frozenset({"twice", "thrice"})),
    (VAGUES, _vague, frozenset({*VAGUE, "several", "few", "many"})),
    (DIGITS, _digits, frozenset({*FIGURES, *VULGAR})),
    (WORDS, _words, frozenset({*CARDINALS, *SCALES, "dozen", "couple"})),
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
    for start, end in paragraphs(text):
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
