"""The unit lexicon, turned into what text is searched with. Built once, on first use."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any

from babel import Locale
from babel.core import get_global

from reader.analysis import lexicon
from reader.analysis.lexicon.patterns import alternatives, squeeze
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
class Units:
    """Units by how they are written, and the patterns that find them."""

    before: dict[str, Unit]
    signs: dict[str, Unit]
    names: dict[str, Unit]
    prefix: re.Pattern[str]
    after: tuple[re.Pattern[str], ...]

    def called(self, written: str) -> Unit | None:
        """The unit written so after a number, letter for letter or as a word in any case."""
        written = squeeze(written)
        return self.signs.get(written) or self.names.get(written.lower())

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


def _world_currencies() -> dict[str, Unit]:
    """The names of every currency in use ("turkish liras"), from the locale data."""
    locale = Locale("en")
    in_use = {
        code
        for uses in get_global("territory_currencies").values()
        for code, _, end, tender in uses
        if tender and not end
    }
    names: dict[str, Unit] = {}
    for code in sorted(in_use):
        unit = Unit(locale.currencies[code], "money")
        forms = locale._data["currency_names_plural"].get(code, {}).values()
        names |= {form.lower(): unit for form in (locale.currencies[code], *forms)}
    return names


@cache
def units() -> Units:
    """The lexicon.

    Raises:
        ValueError: the file lists one way of writing for two units.
    """
    before, attached = _written("before"), _written("attached")
    signs = _table((form, unit) for form, unit in _after() if not _is_name(form))
    names = _world_currencies() | {
        plural.lower(): unit for form, unit in _after() if _is_name(form) for plural in _plurals(form)
    }
    prefix = re.compile(rf"(?<![A-Za-z0-9.]){alternatives(before)}\s?$")
    return Units(before, attached | signs, names, prefix, tuple(_patterns(names, signs, attached)))


def _patterns(*after: Iterable[str]) -> Iterator[re.Pattern[str]]:
    """What finds the names, the signs and the attached signs that stand after a number."""
    names, signs, attached = map(alternatives, after)
    edge = r"(?![A-Za-z0-9²³])"
    yield re.compile(rf"[\s-]{{0,2}}({names}){edge}", re.IGNORECASE)
    yield re.compile(rf"[\s-]{{0,2}}({signs}){edge}")
    yield re.compile(rf"({attached}){edge}")


def _listed() -> Iterator[tuple[Unit, dict[str, Any]]]:
    """Each unit of the file with the ways of writing it, by where they stand."""
    table: dict[str, Any] = lexicon.load("units")
    for group, kind in KINDS.items():
        for name, forms in table[group].items():
            yield Unit(name, kind, group == "time"), forms


def _written(place: str) -> dict[str, Unit]:
    """What is written "before" a number, or "attached" to it."""
    return _table((form, unit) for unit, forms in _listed() for form in forms.get(place, ()))


def _after() -> Iterator[tuple[str, Unit]]:
    """The names and signs that stand after a number."""
    return ((form, unit) for unit, forms in _listed() for form in (unit.name, *forms.get("after", ())))


def _table(written: Iterable[tuple[str, Unit]]) -> dict[str, Unit]:
    table: dict[str, Unit] = {}
    for form, unit in written:
        if table.setdefault(form, unit).name != unit.name:
            raise ValueError(f"units.yaml: {form!r} is both {table[form].name!r} and {unit.name!r}")
    return table
