"""The unit lexicon, turned into what text is searched with. Built once, on first use."""

import re
from collections.abc import Iterable
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
    table: dict[str, Any] = lexicon.load("units")
    before: dict[str, Unit] = {}
    signs: dict[str, Unit] = {}
    attached: dict[str, Unit] = {}
    names: dict[str, Unit] = {}
    for group, kind in KINDS.items():
        for name, forms in table[group].items():
            unit = Unit(name, kind, group == "time")
            for form in forms.get("before", ()):
                _enter(before, form, unit)
            for form in forms.get("attached", ()):
                _enter(attached, form, unit)
            for form in (name, *forms.get("after", ())):
                if _is_name(form):
                    names |= {plural.lower(): unit for plural in _plurals(form)}
                else:
                    _enter(signs, form, unit)
    names = _world_currencies() | names
    edge = r"(?![A-Za-z0-9²³])"
    return Units(
        before,
        attached | signs,
        names,
        re.compile(rf"(?<![A-Za-z0-9.]){alternatives(before)}\s?$"),
        (
            re.compile(rf"[\s-]{{0,2}}({alternatives(names)}){edge}", re.IGNORECASE),
            re.compile(rf"[\s-]{{0,2}}({alternatives(signs)}){edge}"),
            re.compile(rf"({alternatives(attached)}){edge}"),
        ),
    )


def _enter(forms: dict[str, Unit], form: str, unit: Unit) -> None:
    if forms.setdefault(form, unit).name != unit.name:
        raise ValueError(f"units.yaml: {form!r} is both {forms[form].name!r} and {unit.name!r}")
