"""The units a number is written with, and what finds them in a text: "$1.2bn", "61.4 per cent", "800,000 barrels a day"."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cache, lru_cache
from typing import Any

from babel import Locale
from babel.core import get_global

from reader.analysis import lexicon
from reader.analysis.claims.quantity import Quantity
from reader.analysis.lexicon.patterns import alternatives, bounded, squeeze
from reader.analysis.model import ClaimKind

KINDS: dict[str, ClaimKind] = {
    "money": "money",
    "percent": "percent",
    "time": "measure",
    "measure": "measure",
}


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit by its canonical name; ``time`` where it measures time."""

    name: str
    kind: ClaimKind
    time: bool = False


@dataclass(frozen=True)
class UnitTable:
    """Units by how they are written, and the patterns that find them."""

    before: dict[str, Unit]
    signs: dict[str, Unit]
    names: dict[str, Unit]
    any_case: dict[str, Unit]
    prefix: re.Pattern[str]
    after: tuple[re.Pattern[str], ...]

    def called(self, written: str) -> Unit | None:
        """The unit written so after a number, letter for letter or as a word in any case."""
        written = squeeze(written)
        lower = written.lower()
        return self.signs.get(written) or self.any_case.get(lower) or self.names.get(lower)

    def is_time(self, written: str | None) -> bool:
        """Whether what is written so measures time."""
        unit = self.called(written) if written else None
        return unit is not None and unit.time


def _is_name(form: str) -> bool:
    """Whether it is spelled out, so that it has a plural and may stand in capitals."""
    return (
        len(form) > 2
        and form.isascii()
        and all(c.islower() or c in " -." for c in form[1:])
        and form[0].isalpha()
    )


def _plurals(name: str) -> Iterable[str]:
    yield name
    if name.endswith(("ch", "x")):
        yield name + "es"
    elif not name.endswith("s"):
        yield name + "s"


@dataclass(frozen=True)
class _World:
    """The currencies in use, from the locale data: by name ("turkish liras", "dirhams"), by code and sign ("AED", "₱")."""

    names: dict[str, Unit]
    codes: dict[str, Unit]


def _world_currencies() -> _World:
    locale, listed = Locale("en"), lexicon.load("units")
    in_use = {
        code
        for uses in get_global("territory_currencies").values()
        for code, _, end, tender in uses
        if tender and not end
    }
    named = locale._data["currency_names_plural"]
    names: dict[str, Unit] = {}
    codes: dict[str, Unit] = {}
    last: dict[str, Unit | None] = {}
    for code in sorted(in_use):
        forms = named.get(code, {})
        unit = Unit(forms.get("one", locale.currencies[code]), "money")
        names |= {form.lower(): unit for form in (locale.currencies[code], *forms.values())}
        codes |= {
            form: unit for form in (code, locale.currency_symbols[code]) if form not in listed["no_codes"]
        }
        for form in {form.split()[-1].lower() for form in forms.values()} - {*listed["no_currencies"]}:
            last[form] = unit if form not in last else None  # "dinars" are those of nine countries
    alone = {form: unit or Unit(form.removesuffix("s"), "money") for form, unit in last.items()}
    return _World(alone | names, codes)


_SPACED_LETTER = re.compile(r"[A-Z] \$")


@cache
def unit_table() -> UnitTable:
    """The lexicon.

    Raises:
        ValueError: the file lists one way of writing for two units.
    """
    world, before, attached = _world_currencies(), _written("before"), _written("attached")
    before = world.codes | before
    signs = (
        world.codes
        | _prefixed()
        | _table((form, unit) for form, unit in _written_after() if not _is_name(form))
    )
    names = world.names | {
        plural.lower(): unit for form, unit in _written_after() if _is_name(form) for plural in _plurals(form)
    }
    any_case = {form.lower(): signs[form] for form in lexicon.load("units")["any_case"]}
    spaced = {form: (signs | attached)[form] for form in lexicon.load("units")["spaced"]}
    free = (form for form in before if not _SPACED_LETTER.fullmatch(form))
    prefix = re.compile(rf"(?<![A-Za-z0-9.]){alternatives(free)}\s?$")
    after = tuple(_patterns(names, signs, attached, any_case, spaced))
    return UnitTable(before, attached | signs, names, any_case, prefix, after)


def _prefixed() -> dict[str, Unit]:
    """Units with a prefix of the SI: "TeV", "kPa"."""
    listed = lexicon.load("units")
    return {
        prefix + sign: Unit(listed["prefixes"][prefix] + name, "measure")
        for name, (sign, prefixes) in listed["prefixed"].items()
        for prefix in prefixes
    }


def _patterns(*after: Iterable[str]) -> Iterator[re.Pattern[str]]:
    """What finds the names, the signs, the attached signs, those in any case and single letters that stand after a number."""
    names, signs, attached, any_case, spaced = map(alternatives, after)
    edge = r"(?![A-Za-z0-9²³])"
    yield re.compile(rf"[\s-]{{0,2}}({names}){edge}", re.IGNORECASE)
    yield re.compile(rf"[\s-]{{0,2}}({signs}){edge}")
    yield re.compile(rf"({attached}){edge}")
    yield re.compile(rf"[\s-]{{0,2}}({any_case}){edge}", re.IGNORECASE)
    # "816 000 t valued", "a 20 W charger"; a capital behind it would make it an initial.
    yield re.compile(rf"[\s\xa0\u202f]({spaced})(?=\s+[a-z(]|[,;:)]|\.?(?:\s|$)){edge}(?!\.\s?[A-Z]\.)")


def _listed() -> Iterator[tuple[Unit, dict[str, Any]]]:
    """Each unit of the file with the ways of writing it, by where they stand."""
    table: dict[str, Any] = lexicon.load("units")
    for group, kind in KINDS.items():
        for name, forms in table[group].items():
            yield Unit(name, kind, group == "time"), forms


def _written(place: str) -> dict[str, Unit]:
    """What is written "before" a number, or "attached" to it."""
    return _table((form, unit) for unit, forms in _listed() for form in forms.get(place, ()))


def _written_after() -> Iterator[tuple[str, Unit]]:
    """The names and signs that stand after a number."""
    return ((form, unit) for unit, forms in _listed() for form in (unit.name, *forms.get("after", ())))


def _table(written: Iterable[tuple[str, Unit]]) -> dict[str, Unit]:
    table: dict[str, Unit] = {}
    for form, unit in written:
        if table.setdefault(form, unit).name != unit.name:
            raise ValueError(f"units.yaml: {form!r} is both {table[form].name!r} and {unit.name!r}")
    return table


OF_A = re.compile(r"\s+(?:of\s+)?an?(?=\s)", re.IGNORECASE)
OF = re.compile(r"\s+of(?=\s)", re.IGNORECASE)
# Between a number and the time it counts: "20 more years", "three consecutive days".
MORE = re.compile(
    r"\s+(?:more|additional|further|extra|full|whole|consecutive|straight|successive|long|solid|working|calendar)(?=\s)",
    re.IGNORECASE,
)
WINDOW = 60  # how far units and their cues are looked for, in characters


# Set apart from its letter as agencies write it: "at C $6 a share", but not "A $2 million bridge", "Plan A $900".
_LETTERED = re.compile(r"(?:(?<=\s)|(?<=\())[a-z]+,?\s(?P<sign>[ACS] \$\s?)$")


def currency_before(text: str, at: int) -> re.Match[str] | None:
    """The currency written right before a number ("US$", "EUR")."""
    window = text[max(0, at - 12) : at]
    lettered = _LETTERED.search(window)
    return lettered or unit_table().prefix.search(window)


_OLD = re.compile("-old\\b", re.IGNORECASE)  # "four century-old boats" counts boats
# "900 Kelda crowns": a currency by whose it is, which no list has to know.
_FOREIGN = re.compile(
    r"\s(?P<whose>[A-Z][a-z]+(?:an|ian|ese|ish))\s(?P<money>crown|dollar|pound|franc|peso|rupee|dinar|krona|mark|lira|shilling)s?\b(?![-\w])"
)


def unit_after(text: str, at: int) -> tuple[Unit, int] | None:
    """The unit that begins at or right after ``at``, and where it ends; the longest there is."""
    foreign = _FOREIGN.match(text, at, at + WINDOW)
    if foreign:
        name = f"{foreign['whose']} {foreign['money']}"
        return unit_table().called(name) or Unit(name, "money"), foreign.end()
    found = (pattern.match(text, at, at + WINDOW) for pattern in unit_table().after)
    found = (m for m in found if m and not (m[0][0].isspace() and _OLD.match(text, m.end())))
    match = max((m for m in found if m), key=lambda m: m.end(), default=None)
    unit = match and unit_table().called(match[1])
    return (unit, match.end()) if match and unit else None


@cache
def _per() -> re.Pattern[str]:
    each = alternatives(lexicon.load("units")["for_each"])
    ago = r"(?!\s+(?:ago|earlier|later|after|before|old|from|since)\b|-)"
    return re.compile(
        rf"(?:\s+per\s+|\s?/\s?)(?P<any>{each}|sq\.?\s?[a-z]{{1,2}}\b|(?:[0-9]{{1,3}},[0-9]{{3}}\s)?[A-Za-z][A-Za-z]*(?:\s(?:mile|metre|meter|foot)s?\b)?[²³2]?)"
        rf"|(?:\s+(?:an?|each|every)\s+|[\s-]an?-)(?P<each>{each})(?![\w]){ago}",
        re.IGNORECASE,
    )


def per(text: str, unit: str, end: int) -> tuple[str, int]:
    """The unit with what it is for, as "US dollar per gallon", and where that ends."""
    match = _per().match(text, end, end + WINDOW)
    if not match:
        return unit, end
    what = squeeze(match["any"] or match["each"])
    known = unit_table().called(what)
    return f"{unit} per {known.name if known else what.lower()}", match.end()


def _weighs_somebody(text: str, quantity: Quantity) -> bool:
    """Whether pounds are somebody's weight: "slimmed from 210 pounds", "the 210-pound guard"."""
    if not isinstance(quantity.value, tuple) and 0 < quantity.low < 1000:
        if text.startswith("-", quantity.to):
            money = bounded(lexicon.load("units")["money_nouns"] + lexicon.load("units")["money_things"])
            return (
                re.match(rf"-pound\s+(?:[\w-]+\s)?{money}", text[quantity.to :][:40], re.IGNORECASE) is None
            )
        lead = text[max(0, quantity.start - 24) : quantity.start]
        return _SLIMMED.search(lead) is not None
    return False


@lru_cache(maxsize=64)
def _pounds_weigh(text: str) -> bool:
    """Whether an article counts its money in dollars, and so weighs in pounds."""
    return "$" in text and "£" not in text and _STERLING.search(text) is None


_STERLING = re.compile(r"\b(?:GBP|[Ss]terling|British pounds?)\b")
# Somebody's own pounds.
_SLIMMED = re.compile(
    r"\b(?:he|she|i|who|they|we)\s+(?:has\s+|have\s+|had\s+|'ve\s+)?(?:lost|gained|shed|dropped)\s+(?:[a-z]+\s){0,2}$",
    re.IGNORECASE,
)


@cache
def _mass_cues() -> re.Pattern[str]:
    return re.compile(bounded(lexicon.load("units")["mass_cues"]), re.IGNORECASE)


@cache
def _of_substance() -> re.Pattern[str]:
    """ "pounds of" anything but money."""
    money = alternatives(lexicon.load("units")["money_nouns"])
    return re.compile(rf"[\s-]pounds?\s+of\s+(?!(?:[\w’']+\s+)?{money}\b)[a-z]", re.IGNORECASE)


def _sense(text: str, quantity: Quantity, unit: Unit) -> Unit | None:
    """The unit as meant here: pounds of money or of weight; "won" is mostly a verb."""
    if unit.name == "stone" and quantity.low % 10 == 1 and text[quantity.to : quantity.to + 1] != " ":
        return None  # "of the 21st"
    if unit.name == "pound" and _pounds_weigh(text):
        near = text[quantity.to : quantity.to + 24].lower()
        return unit if "sterling" in near else Unit("pound-mass", "measure")
    if unit.name == "pound" and quantity.scale == 1:
        near = text[max(0, quantity.start - WINDOW) : quantity.to + WINDOW]
        written = text[quantity.to : quantity.to + 14].lower()
        weight = (
            _mass_cues().search(near)
            or _weighs_somebody(text, quantity)
            or _of_substance().match(text, quantity.to)
        )
        if "pound" in written and "sterling" not in written and weight:
            return Unit("pound-mass", "measure")
    if unit.name == "won" and quantity.scale == 1 and quantity.low < 100:
        return None
    return unit


def attach(text: str, quantity: Quantity) -> Quantity:
    """The number with the unit written at it, its span grown to hold both."""
    before = currency_before(text, quantity.at)
    after = None if before else unit_after(text, quantity.to)
    after = after or (None if before else _of_unit(text, quantity) or _more(text, quantity))
    if before:
        sign = before.groupdict().get("sign") or before.group()
        unit: Unit | None = unit_table().before[sign.rstrip()]
        start, end = quantity.start - len(sign), quantity.end
        end = _repeated(text, end, unit)
    elif after:
        unit, start, end = _sense(text, quantity, after[0]), quantity.start, after[1]
    else:
        return quantity
    if unit is None:
        return quantity
    name, end = per(text, unit.name, end)
    return replace(quantity, start=start, end=end, unit=name, kind=unit.kind)


def _more(text: str, quantity: Quantity) -> tuple[Unit, int] | None:
    """The time that is counted behind an adjective: "20 more years"."""
    more = MORE.match(text, quantity.to)
    after = unit_after(text, more.end()) if more else None
    return after if after and after[0].time else None


_AMERICAN = re.compile(
    r"\s?(?:US|U\.S\.)(?=\s+(?:an?|per|each|for|in|at|to|from|on|and|or)\b|[,;:)]|\.?(?:\s?$|\s[A-Z]))"
)


def _repeated(text: str, end: int, unit: Unit | None) -> int:
    """The end past a unit named again after the number: "$5 million US dollars", "$62 US a barrel"."""
    american = _AMERICAN.match(text, end) if unit is not None and unit.name == "US dollar" else None
    if american:
        return american.end()
    after = unit_after(text, end)
    return after[1] if after and after[0] == unit else end


def _of_unit(text: str, quantity: Quantity) -> tuple[Unit, int] | None:
    """The unit that something is of: "a tenth of a micrometre", "half an hour", "hundreds of years"."""
    pattern = {"fraction": OF_A, "vague": OF, "words": OF}.get(quantity.form)
    of = pattern and pattern.match(text, quantity.to)
    return unit_after(text, of.end()) if of else None
