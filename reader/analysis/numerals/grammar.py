"""The grammar of numbers as text writes them, as regular expressions over the lexicon."""

import re

from reader.analysis.lexicon.patterns import alternatives
from reader.analysis.numerals.words import CARDINALS, FRACTIONS, SCALES, SUFFIXES, VAGUE, VULGAR, between
from reader.late import late

CARDINAL, SCALE = alternatives(CARDINALS), alternatives(SCALES)
ANY_SCALE = alternatives({*SCALES, *SUFFIXES})
DIGIT, SMALL, TENS = (alternatives(between(*ends)) for ends in ((0, 9), (1, 12), (20, 90)))
# No more digits than a news figure can have; longer runs are serial numbers.
PLAIN = r"(?:[0-9]{1,3}(?:,[0-9]{3}){1,5}|[0-9]{1,2}(?:,[0-9]{2}){1,4},[0-9]{3}|[0-9]{1,15})(?:\.[0-9]{1,10})?|\.[0-9]{1,6}"
VULGARS = f"[{''.join(VULGAR)}]"
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
