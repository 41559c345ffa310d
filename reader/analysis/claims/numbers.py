"""Finds the numbers of a text and says what they are worth: "1.2bn", "two dozen", "a third", "one in five"."""

import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from decimal import Decimal
from functools import cache

from reader.analysis import lexicon
from reader.analysis.claims.quantity import PARAGRAPH_BREAK, Form, Match, Quantity, valued
from reader.analysis.claims.units import currency_before
from reader.analysis.lexicon.patterns import alternatives, bounded, squeeze
from reader.analysis.numerals import (
    BLANKED,
    BLANKS,
    CARDINAL,
    CARDINALS,
    DIGIT,
    FRACTIONS,
    PLAIN,
    SCALE,
    SCALES,
    SMALL,
    SUFFIXES,
    THOUSANDS_BY_POINT,
    VAGUE,
    VULGAR,
    VULGARS,
    Number,
    between,
    marks_thousands_by_point,
    scale_of,
    small,
    spelled,
    tidy,
)
from reader.late import late

_SUFFIX = alternatives(s for s in SUFFIXES if len(s) > 1)
_LETTER = "[" + "".join(s + s.upper() for s in SUFFIXES if len(s) == 1) + "]"
# "Two and a half", "five and one-half", "1 and three quarters".
_AND_PART = r"[\s-]and[\s-](?:an?|one|three)[\s-](?:half|third|quarter)s?\b"
# "5 1/4", "5-1/4": only what is marked off in such parts.
_PARTS = r"[1-9][0-9]?/(?:2|3|4|8|16|32|64)(?![0-9/])"


def _figures(digits: str) -> str:
    """A number in digits so written, with the fraction, the scale or the suffix behind it."""
    codes = alternatives(lexicon.load("units")["coded"])
    return rf"""(?<![0-9.,:/^_@\#…])(?=[0-9{"".join(VULGAR)}]|\.[0-9])
    (?P<digits>(?:{digits})(?![0-9]|[.,:/^][0-9]|\^))?
    (?P<vulgar>(?:(?<=[0-9])\s?|(?<![0-9{"".join(VULGAR)}]))(?:{VULGARS}(?!{VULGARS}))|(?<=[0-9])[\s-]{_PARTS})?
    (?P<half>{_AND_PART})?
    (?:\s?(?P<suffix>{_SUFFIX})\b|(?P<scales>(?:[\s-]?{SCALE}(?:s?\b))+)
      |(?P<letter>\s?{_LETTER})(?:(?![A-Za-z0-9/²³°])|(?=(?-i:{codes})\b)))?"""


DIGITS = late(_figures(PLAIN), re.VERBOSE | re.IGNORECASE)
# "816 000 t", "€1 200 000".
SPACED = late(_figures(BLANKED), re.VERBOSE | re.IGNORECASE)
# "600.000 cubic metres", "1,9 million", where an article has such habits.
POINTED = late(_figures(rf"{THOUSANDS_BY_POINT}|[0-9]{{1,9}},[0-9]{{1,2}}"), re.VERBOSE | re.IGNORECASE)
SCIENTIFIC = late(
    r"(?<![\w.,])(?P<digits>[0-9]+(?:\.[0-9]+)?)\s?[×x·*]\s?10(?:(?:\^|\*\*)(?P<power>[-−–]?[0-9]{1,2})|(?P<raised>[⁻]?[⁰¹²³⁴⁵⁶⁷⁸⁹]{1,2}))(?![0-9])"
)
# "Three quarters of a million", "a quarter-million".
PART_OF_SCALE = late(
    rf"\b(?:(?P<many>an?|one|two|three|four|five)[\s-])?(?P<part>half|quarter|third|fifth|tenth)s?"
    rf"(?:\s+of\s+an?\s+|(?<=half)[\s-](?:an?\s+)?|(?<=quarter)[\s-])(?P<scales>{SCALE})(?:-(?=[a-z])|\b)",
    re.IGNORECASE,
)

_ELEMENT = rf"(?:{CARDINAL}|{SCALE}(?:\s+and(?=\s+{CARDINAL}\b))?|dozen)\b"
WORDS = late(
    rf"""(?<![\w.-])(?P<run>
    (?:(?P<halved>half[\s-](?:an?[\s-])?)(?={SCALE}\b|dozen\b)|(?P<article>an?[\s-])(?={SCALE}\b|dozen\b|couple\b))?
    (?:{_ELEMENT}(?:[\s-]+{_ELEMENT}){{0,11}}|couple\s+(?:of\s+)?(?:dozen|hundred|thousand|million)\b|couple(?=\s+of\b|\s+more\b)))
    (?P<half>{_AND_PART})?
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
    |\b(?:several|a\s+few|few|many)\s+(?P<some>dozen|hundred|thousand|million|billion)(?:\s+(?P<scales>thousand|million|billion))?\b""",
    re.VERBOSE | re.IGNORECASE,
)

_DENOMINATOR = alternatives(FRACTIONS)
FRACTION = late(
    rf"""(?<![A-Za-z])(?:  # first, for most places are inside a word
    \b(?P<one>an?|one)[\s-](?P<unit>{_DENOMINATOR})
        (?=\s+(?:of|since|more|less|fewer|higher|lower|larger|smaller|as|this|last|in|on|off|from|to|compared|over|by|between)\b|\s+and\s+(?:an?|one|two|three)\b|\s*[,.;:)?!”"]|\s*$)
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
    rf"(?:an?\s+)?(?P<whole>{CARDINAL}(?:[\s-]{CARDINAL})?(?:\s{SCALE}){{1,2}}|{CARDINAL}(?:-{CARDINAL})?|{SCALE}|[0-9]{{1,3}}(?:,[0-9]{{3}})*)\b(?![.,:/-]?[0-9]|-|\s*%)",
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

# "Almost a mile", "less than a dollar a day": one of a unit, where it is said how exact that is.
ONE_UNIT = late(
    rf"\b{bounded(lexicon.load('numbers')['before_one'])}\s+(?P<one>an?)(?=\s+{alternatives(lexicon.load('numbers')['ones'])}\b)",
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
        return SUFFIXES[squeeze(written.lower())], match.end()
    return 1, len(match.string[:start].rstrip()) if match["suffix"] else start


def _is_scale(match: re.Match[str], written: str, start: int) -> bool:
    money = currency_before(match.string, match.start()) is not None
    sign, spaced = written.strip(), written[0].isspace() or match.string[start - 1].isspace()
    if sign.lower() in ("t", "mm", "cr", "mil"):
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
        low = (12 if some == "dozen" else SCALES[some]) * scale_of(match["scales"])
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
    if (
        (match["some"] or "a").isdigit()
        and match["units"].lower() == "quarter"
        and not _OF_BEHIND.match(match.string, match.end())
    ):
        return  # "the past 3 quarters"
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


def _one_unit(match: Match) -> Iterator[Quantity]:
    """ "Almost a mile"."""
    yield valued(match, 1, "words", group="one")


def _fold(match: Match) -> Iterator[Quantity]:
    """ "sevenfold", "10-fold"."""
    yield valued(match, small(match["n"]), "multiple")


def _twice(match: Match) -> Iterator[Quantity]:
    """ "twice the size"."""
    yield valued(match, 3 if match.group().lower() == "thrice" else 2, "multiple")


EITHER_WAY = re.compile(r"\bplus[\s/-]+(?:or[\s-]+)?minus\s+$", re.IGNORECASE)
SIGN = re.compile(r"(?:(?:^|(?<=[\s(\[$£€]))[-−–]|\b[Mm]inus[\s-]+|\bnegative\s+)$")
# "A loss of ($4.2 million)": what a bracket holds alone is negative behind "to be" and a colon.
LOSS = re.compile(r"(?:\b(?:is|are|was|were|of|at)\s+|:\s*)\((?:[A-Z]{0,3}[$£€¥]\s?)?$")
LIMIT = 10**18  # no news figure that is not written by its power is larger
_OF_BEHIND = re.compile(r"\s+of\b", re.IGNORECASE)
_RAISED = str.maketrans("⁻⁰¹²³⁴⁵⁶⁷⁸⁹", "-0123456789")
_COUNTED_BEHIND = re.compile(
    r"[\s-](?:[a-z]|°)|\s?[€£%]|,?\s+(?:in|to|on|at|and|have|had|were|are)\b|[.;,)]?(?:\s|$)"
)
_NAME_BEFORE = re.compile(r"(?:(?<=[\w,;] )[A-Z][\w.]*|\b(?:no|page|room|flight|line|route))\s+$")


def _part(half: str | None) -> Decimal:
    """What "and a half" or "and three quarters" adds."""
    words = re.findall("[a-z]+", (half or "").lower())
    if not words:
        return Decimal(0)
    return Decimal(3 if words[-2] == "three" else 1) / Decimal(FRACTIONS[words[-1].rstrip("s")])


def _digits(match: Match, written: str = "") -> Iterator[Quantity]:
    """A number in digits; ``written`` is it in plain digits, where it has other marks."""
    digits, vulgar = match["digits"], match["vulgar"]
    if not digits and not vulgar:
        return
    if not digits and match["half"]:
        return
    number = Decimal(written or (digits or "0").replace(",", ""))
    if vulgar:
        top, bottom = VULGAR.get(vulgar.strip()) or map(int, vulgar.strip(" -\xa0").split("/"))
        if top >= bottom:
            return
        number += Decimal(top) / Decimal(bottom)
    number += _part(match["half"])
    suffix, end = _suffix(match)
    scale = scale_of(match["scales"]) * suffix
    form: Form = "digits" if digits else "fraction"
    yield Quantity(match.start(), end, match.start(), end, tidy(number * scale), form, scale)


def _spaced(match: Match) -> Iterator[Quantity]:
    """ "816 000 t": behind a currency, or before a word; not "in May 12 500 people", "Room 12 300"."""
    if not match["digits"]:
        return
    text, digits = match.string, match["digits"]
    plain = " " not in digits or len(digits) > len("123 456")
    counted = _COUNTED_BEHIND.match(text, match.end()) and not _NAME_BEFORE.search(
        text[: match.start()][-24:]
    )
    if plain or counted or currency_before(text, match.start()):
        yield from _digits(match, re.sub(rf"[{BLANKS}]", "", digits))


def _pointed(match: Match) -> Iterator[Quantity]:
    """ "600.000 jobs", "1,9 million"."""
    if match["digits"]:
        yield from _digits(match, match["digits"].replace(".", "").replace(",", "."))


def _scientific(match: Match) -> Iterator[Quantity]:
    """ "4.1×10^30"."""
    power = match["power"] or match["raised"].translate(_RAISED)
    exponent = int(re.sub("[−–]", "-", power))
    yield valued(match, tidy(Decimal(match["digits"]).scaleb(exponent)), "digits")


def _part_of_scale(match: Match) -> Iterator[Quantity]:
    """ "Three quarters of a million"."""
    many = 1 if (match["many"] or "a").lower() in ("a", "an") else small(match["many"])
    scale = scale_of(match["scales"])
    part = Decimal(many) * scale / FRACTIONS[match["part"].lower()]
    yield valued(match, tidy(round(part, 2)), "words", scale)


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
    words = ["two", *(word for word in words[1:] if word != "of")] if words[:1] == ["couple"] else words
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
    (ONE_UNIT, _one_unit, frozenset(lexicon.load("numbers")["ones"])),
    (SPACED, _spaced, frozenset(FIGURES)),
    (SCIENTIFIC, _scientific, frozenset(FIGURES)),
    (PART_OF_SCALE, _part_of_scale, frozenset({*FRACTIONS, *(f"{part}s" for part in FRACTIONS)})),
)
BY_POINT: tuple[tuple[re.Pattern[str], Read, frozenset[str]], ...] = (
    (POINTED, _pointed, frozenset(FIGURES)),
    *READERS,
)


def find(text: str) -> list[Quantity]:
    """The numbers of the text, in order, the longest reading at each place."""
    found = sorted(_readings(text), key=lambda quantity: (quantity.at, -quantity.to))
    kept: list[Quantity] = []
    for quantity in found:
        if (quantity.high <= LIMIT or isinstance(quantity.high, float)) and (
            not kept or quantity.at >= kept[-1].to
        ):
            kept.append(_signed(text, quantity))
    return kept


def _readings(text: str) -> Iterator[Quantity]:
    """All that any pattern reads as a number, paragraph by paragraph, and in each pattern by pattern."""
    readers = BY_POINT if marks_thousands_by_point(text) else READERS
    for start, end in paragraphs(text):
        marks = set(MARK.findall(text[start:end].lower()))
        for pattern, read, needed in readers:
            if not needed.isdisjoint(marks):
                for match in pattern.finditer(text, start, end):
                    yield from read(match)


def _signed(text: str, quantity: Quantity) -> Quantity:
    """With the minus sign or word before it taken in: "-0.6", "minus 12"; not that of "plus or minus 3"."""
    before = text[max(0, quantity.at - 10) : quantity.at]
    sign = SIGN.search(before)
    if text.startswith(")", quantity.to) and LOSS.search(text[max(0, quantity.at - 16) : quantity.at]):
        return replace(quantity, value=-quantity.low)
    if not sign or isinstance(quantity.value, tuple) or EITHER_WAY.search(text[: quantity.at][-20:]):
        return quantity
    start = quantity.at - len(sign.group())
    return Quantity(start, quantity.end, start, quantity.to, -quantity.value, quantity.form, quantity.scale)
