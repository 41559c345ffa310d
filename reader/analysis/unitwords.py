"""The unit of a claim as it is written behind a number: "%", " km", " years", " pounds/year"."""

from reader.analysis import lexicon


def unit_words(unit: str | None, one: bool = False) -> str:
    """A unit by its canonical name, with the space that parts it from the number.

    Args:
        one: whether the number before it is 1.
    """
    if not unit:
        return ""
    whole, _, each = unit.partition(" per ")
    if sign := sign_of(unit):
        return sign if sign in _words()["attached"] else f" {sign}"
    return unit_words(whole, one) + f"/{each}" if each else f" {unit if one else plural(unit)}"


def sign_of(unit: str) -> str | None:
    """The sign of a unit, where it has one that nobody takes for another."""
    sign: str | None = _words()["signs"].get(unit)
    return sign


def plural(unit: str) -> str:
    """The name of a unit in the plural: "feet", "Swedish kronor", "years"."""
    before, _, last = unit.rpartition(" ")
    made = _words()["plurals"].get(last)
    if made is None and last.endswith("y") and last[-2:-1] not in "aeiou":
        made = last[:-1] + "ies"
    made = made or (last if last.endswith("s") else last + "s")
    return f"{before} {made}".strip()


def _words() -> dict[str, dict[str, str]]:
    words: dict[str, dict[str, str]] = lexicon.load("unit_words")
    return words
